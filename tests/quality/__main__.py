"""`python -m tests.quality`: what the linter's rules are worth, measured on labelled items; see docs/quality.md."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.quality.examined import examined_banks
from tests.quality.sample import drawn, read_sample, write_sample
from tests.quality.sheets import write_sheets

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NO_CORPUS = "no folder `shared/corpus` beside the repository: its banks are not ours to pass on"


def arguments(line: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--sheets", type=Path, metavar="FOLDER", help="write sheets of what readers have yet to label")
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


def write_new_sheets(folder: Path) -> int:
    """Draws what was not drawn yet, records it and writes its sheets; gives the number of parts there are now."""
    items = {item.digest: item for item in examined_banks(CORPUS)}
    before = read_sample()
    new = drawn(items.values(), before)
    first = 1 + len(list(folder.glob("part-*.md")))
    last = write_sheets(folder, [items[digest] for digest in new], first)
    write_sample({**before, **new})
    return last


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
