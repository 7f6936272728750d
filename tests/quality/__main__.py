"""`python -m tests.quality`: what the linter's rules are worth, measured on labelled items; see docs/quality.md."""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import reduce
from operator import add
from pathlib import Path

from tests.quality import moved, published, report
from tests.quality.banks import BANKS
from tests.quality.examined import examined_banks
from tests.quality.flaws import CODES, FLAWS
from tests.quality.labels import read_labels
from tests.quality.measured import Judged, agreement, judged, measured
from tests.quality.noise import noise, own_noise
from tests.quality.readers import CORPUS, ask_third, take_answers, take_settled, write_new_sheets
from tests.quality.sample import read_sample
from tests.quality.show import shown, shown_moves

NO_CORPUS = "no folder `shared/corpus` beside the repository: its banks are not ours to pass on"


def arguments(line: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--rule", choices=sorted(CODES), metavar="CODE", help="one rule only")
    parser.add_argument("--show", action="store_true", help="with --rule: its false hits and misses in the open half")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save the hits, for --against after a change")
    parser.add_argument("--against", type=Path, metavar="FILE", help="show what has moved since they were saved")
    parser.add_argument("--write", action="store_true", help="write the figures that the docs are made with")
    parser.add_argument("--sheets", type=Path, metavar="FOLDER", help="write sheets of what readers have yet to label")
    parser.add_argument("--answers", type=Path, metavar="FOLDER", help="take two readers' answers; write settle.md")
    parser.add_argument("--settled", type=Path, metavar="FILE", help="take a third reader's verdicts")
    return parser.parse_args(line)


def main(line: Sequence[str]) -> int:
    """Measures, or does what is asked for; 1 where the banks are required and missing."""
    chosen = arguments(line)
    if not CORPUS.is_dir():
        print(f"skipped: {NO_CORPUS}")
        return 1 if os.environ.get("EXAMBANK_REQUIRE_SHARED") == "1" else 0
    if chosen.sheets:
        print(f"{write_new_sheets(chosen.sheets)} parts")
        return 0
    if chosen.answers:
        take_answers(chosen.answers)
        print(f"{ask_third(chosen.answers / 'settle.md')} labels to settle")
    if chosen.settled:
        take_settled(chosen.settled)
    items = judged(examined_banks(CORPUS), read_labels(), read_sample())
    if chosen.save:
        moved.save(chosen.save, items)
    if chosen.against:
        print(shown_moves(moved.moves(items, moved.read_saved(chosen.against))))
    elif chosen.write:
        published.write(items, reduce(add, (noise(bank, CORPUS) for bank in BANKS.values())))
    elif chosen.rule:
        print_rule(items, chosen.rule, show=chosen.show)
    else:
        print_all(items)
    return 0


def print_rule(items: Sequence[Judged], code: str, *, show: bool) -> None:
    """One rule's row, and the items that it gets wrong where it is asked for."""
    flaw = next(flaw for flaw in FLAWS if flaw.code == code)
    print(report.by_rule(measured(items), agreement(one.labels for one in items), (flaw,)))
    if show:
        print(shown(items, flaw))


def print_all(items: Sequence[Judged]) -> None:
    """All tables."""
    figures = measured(items)
    print(f"{len(items)} labelled items\n")
    print(report.by_rule(figures, agreement(one.labels for one in items)), report.by_family(figures), sep="\n\n")
    noises = {name: noise(bank, CORPUS) for name, bank in BANKS.items()}
    every = reduce(add, noises.values())
    print("\nFindings per 100 items\n")
    print(
        report.by_bank({**noises, "all of these": every, "bank/": own_noise()}), report.noise_by_rule(every), sep="\n\n"
    )
    print("\nFalse alarms on 10,000 simulated clean banks, 60 items each\n")
    print(report.false_alarms(60))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
