"""`python -m tests.fuzz --minutes 10`: random and mutated items through every rule and every fix, against the clock.

Prints how many texts there were, and the longest time (of CPU) that a text took by its size. Ends with 1 at the first
crash, and prints its text. pytest runs the same promises on fewer texts (tests/check/test_no_crash.py,
tests/check/test_fix.py).
"""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.strategies.sources import PIECES, REAL

from exambank.check.examine import examine
from exambank.check.fix import fixed
from exambank.check.rules import RULES
from exambank.check.selection import Selection
from exambank.check.setting import Setting, load_rules, setting_with
from exambank.formatting import ORDER
from exambank.model.check_settings import CheckSettings
from exambank.source.read import decode

ROOT = Path(__file__).parents[2]
PATH = "items/a.md"
SHOWN = 20  # frames of a crash
SLOW = 2.0  # seconds of CPU a kB; a text that takes longer is shown as a hang
YAML = ("a: [", "b: {", "- ", "'", '"', "|\n", ">\n", "!!x ", "&a ", "*a ", "%", "@", "? ", "---\n", "...\n", "\t")
VALUES = (  # of fields, of any kind
    "{a: b}", "[{a: [1]}]", "[[1], ~]", "[]", "{}", "~", "true", "1.5", "-1", ".nan", "1e999", "2026-11-26", "0x10",
    "&a [*a]", '"a: b"', '"\\0"', "!!set {a}", "{1: 2}",
    "approved", "cloze", "numeric", "de", "per-option", "stimulus", "a@1",
)  # fmt: skip
LONG = (
    "[" * 400,
    "(" * 400,
    "*" * 400,
    "> " * 200,
    "- " * 200,
    "`" * 300,
    "<a" * 200,
    "$" * 300,
    "_a" * 300,
    "![" * 300,
)


def bases() -> list[str]:
    """Real items to begin with: the bank's, and those of the tests."""
    return [*REAL, *(path.read_text("utf-8") for path in sorted((ROOT / "bank" / "items").rglob("*.md")))]


def mutated(dice: random.Random, texts: list[str]) -> str:
    """A real item after cuts, doublings and insertions, or pieces alone."""
    if dice.random() < 0.15:
        return "".join(dice.choices([*PIECES, *YAML, *LONG], k=dice.randint(0, 60)))
    text = dice.choice(texts)
    while dice.random() < 0.3:
        text = with_value(text, dice.choice(ORDER), dice.choice(VALUES))
    for _ in range(dice.randint(1, 8)):
        start = dice.randint(0, len(text))
        end = min(len(text), start + dice.choice((0, 0, 1, 3, 40, 400)))
        kinds = (
            "",
            text[start:end] * dice.choice((2, 2, 30)),
            dice.choice(PIECES),
            dice.choice(YAML),
            dice.choice(LONG),
        )
        text = text[:start] + dice.choices(kinds, (3, 2, 6, 3, 1))[0] + text[end:]
    return text[:200_000]


def with_value(text: str, name: str, value: str) -> str:
    """The item with a field of this value, in place of its own."""
    start, *lines = text.split("\n")
    return "\n".join([start, f"{name}: {value}", *(line for line in lines if not line.startswith(f"{name}:"))])


def run(minutes: float, seed: int, tell: Callable[[str], None]) -> int:
    """Looks at texts until the time is up; returns the exit code."""
    setting = all_rules()
    dice, texts = random.Random(seed), bases()
    for text in texts:  # what is imported and compiled once is no text's fault
        examine(decode(PATH, text.encode()), setting)
    ends = time.monotonic() + minutes * 60
    count = size = fixes = 0
    worst, worst_text = 0.0, ""
    while time.monotonic() < ends:
        text = mutated(dice, texts)
        data = text.encode("utf-8", "surrogatepass")
        began = time.process_time()
        try:
            examine(decode(PATH, data), setting)
            took = time.process_time() - began
            fixes += len(fixed(decode(PATH, data), setting, lambda _: True).mended)
        except Exception:  # noqa: BLE001 - any exception is what is looked for
            tell(f"a crash on {data!r}\n{traceback.format_exc(limit=-SHOWN)}")
            return 1
        rate = took / max(1, len(data) / 1000)
        count, size = count + 1, size + len(data)
        if rate > worst:
            worst, worst_text = rate, text
        if rate > SLOW:
            tell(f"{took:.1f} s for {len(data)} bytes: {data[:2000]!r}")
            return 1
    tell(f"{count:,} texts, {size / 1e6:.1f} MB, {fixes:,} mends, no crash; seed {seed}, {minutes:g} minutes")
    tell(f"worst time: {worst * 1000:.1f} ms a kB, for {len(worst_text.encode('utf-8', 'replace')):,} bytes")
    tell(f"which begin: {worst_text[:200]!r}")
    return 0


def all_rules() -> Setting:
    """Every rule, in preview or not."""
    return setting_with(load_rules(RULES.values()), Selection(CheckSettings(preview=True)), language="en")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    return run(chosen.minutes, chosen.seed, lambda text: print(text, flush=True))


if __name__ == "__main__":
    sys.exit(main())
