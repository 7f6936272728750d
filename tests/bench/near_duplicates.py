"""`python -m tests.bench.near_duplicates`: what DUP002 costs in R, and how many planted copies it finds."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.bench.baseline import parse_seconds
from tests.bench.generate import write_bank
from tests.bench.planted import bench_texts, planted

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rules.duplicates.near_duplicate import RULE, check
from exambank.check.sketch import sketch_of, triples
from exambank.keys.lock import Lock

PARSED = 2000  # items whose parse gives R for all


def main() -> None:
    """Prints seconds, ratios, recall and precision."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_bank(Path(folder), PARSED, chosen.seed)
        unit = parse_seconds(Path(folder)) * chosen.items / PARSED
    texts, keyed = zip(*bench_texts(chosen.items, chosen.seed), strict=True)
    copies = planted(texts, chosen.copies, chosen.seed)
    every = [*texts, *(copy for _, copy in copies)]
    keys = [*keyed, *(keyed[number] for number, _ in copies)]
    started = time.perf_counter()
    sketches = [sketch_of(triples(one)) for one in every]
    sketched = time.perf_counter()
    items = [facts(*one) for one in zip(range(len(every)), every, keys, sketches, strict=True)]
    found = list(check(view(items), RULE.limits))
    ended = time.perf_counter()
    paths = {fault.path for fault in found}
    hits = sum(str(chosen.items + at) in paths for at in range(len(copies)))
    print(f"{chosen.items} items and {len(copies)} copies; R = {unit:.2f} s")
    for name, seconds in (("sketches", sketched - started), ("rule", ended - sketched)):
        print(f"{name:9} {seconds:6.2f} s  {seconds / unit:.3f} R")
    print(f"recall {hits / len(copies):.4f}, {len(found)} found, of which {hits} planted")


def facts(number: int, texts: tuple[str, ...], keys: tuple[str, ...], sketch: bytes) -> Facts:
    """An item of these texts and keys."""
    name = str(number)
    return Facts(name, "item", f"item-{name}", 1, "draft", keyed=keys, twin=name, texts=texts, sketch=sketch)


def view(items: list[Facts]) -> BankView:
    """A bank of these items and nothing else."""
    return BankView(items, (), None, None, Lock(), frozenset())


if __name__ == "__main__":
    main()
