"""`python -m tests.bench`: times exambank in units of a Markdown parse; see docs/performance.md."""

import argparse
import sys
from collections.abc import Sequence
from fnmatch import fnmatchcase

from tests.bench import report
from tests.bench.runs import GROWING, RUNS, Run
from tests.bench.setting import SetupError, setting
from tests.bench.timing import Units, time_runs

GROWTH = 10  # times the items


def arguments(line: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="items of the bank (10000, as the budgets)")
    parser.add_argument("--runs", type=int, default=3, help="times each run is taken; the median counts (3)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the bank (1)")
    parser.add_argument("--only", action="append", metavar="NAME", help="runs to take; * and ? as in a shell")
    parser.add_argument("--growth", action="store_true", help="also on ten times the items, once")
    parser.add_argument("--list", action="store_true", help="print the names of the runs")
    return parser.parse_args(line)


def main(line: Sequence[str]) -> int:
    """Runs the benchmark and prints its table; 2 where there is nothing to run."""
    chosen = arguments(line)
    runs = wanted(chosen.only)
    if chosen.list or not runs:
        print("\n".join(f"{run.name:18} {run.title}" for run in RUNS))
        return 0 if chosen.list else 2
    units = Units()
    try:
        with setting(chosen.items, chosen.seed, peers=any(run.on_single_choice for run in runs)) as made:
            results = time_runs(runs, made, chosen.runs, units)
            print(report.heading(made, units), report.table(results), sep="\n\n")
        growing = [run for run in runs if run.name in GROWING]
        if chosen.growth and growing:
            with setting(chosen.items * GROWTH, chosen.seed, peers=False) as made:
                units = Units()
                larger = time_runs(growing, made, 1, units)
                print(report.heading(made, units), report.table(larger), sep="\n\n")
            print(report.growth(results, larger))
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def wanted(names: Sequence[str] | None) -> list[Run]:
    """The runs whose names fit one of the patterns; all without patterns."""
    return [run for run in RUNS if names is None or any(fnmatchcase(run.name, name) for name in names)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
