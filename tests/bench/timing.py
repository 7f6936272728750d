"""Times runs next to the Markdown parse, so that a machine which slows down slows both."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.baseline import parse_seconds, shared_parse_seconds, start_seconds
from tests.bench.processes import Usage
from tests.bench.runs import Run
from tests.bench.setting import Setting

STARTS = 7  # starts of the interpreter whose median is one reading of P
DONE = (0, 1)  # exit codes of a run that did its work, with findings or without


@dataclass(slots=True)
class Result:
    """What a run took each time: seconds, and the ratio to the unit measured before and after it."""

    run: Run
    seconds: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    largest: float = 0.0
    tree: float = 0.0
    fault: str = ""


class Units:
    """Readings of R (by bank) and P, the last of each kept until the next; and of R on all cores at once."""

    def __init__(self) -> None:
        self.readings: dict[tuple[str, Path], list[float]] = {}
        self.slower: list[float] = []  # how many times longer a parse takes beside others than by itself

    def last(self, unit: str, folder: Path) -> float:
        """The latest reading, taken now if there is none."""
        readings = self.readings.get((unit, folder))
        return readings[-1] if readings else self.read(unit, folder)

    def read(self, unit: str, folder: Path) -> float:
        """A new reading."""
        seconds = parse_seconds(folder) if unit == "R" else median(start_seconds() for _ in range(STARTS))
        self.readings.setdefault((unit, folder), []).append(seconds)
        return seconds

    def compare_cores(self, folder: Path) -> None:
        """Takes a reading of R on all cores at once, against the last of one core."""
        before = self.last("R", folder)
        self.slower.append(shared_parse_seconds(folder) / before)

    def typical(self, unit: str, folder: Path) -> float:
        """The median of all readings; 0 where there is none."""
        return median(self.readings.get((unit, folder), [0.0]))


def time_runs(runs: Sequence[Run], made: Setting, rounds: int, units: Units) -> list[Result]:
    """Times every run in every round, then looks once at the memory of each process tree."""
    results = [Result(run) for run in runs]
    for _ in range(rounds):
        for result in results:
            time_run(result, made, units)
        if any(run.unit == "R" for run in runs):
            units.compare_cores(made.bank)
    for result in results:
        look_at_tree(result, made)
    return results


def time_run(result: Result, made: Setting, units: Units) -> None:
    """Times one run between two readings of its unit."""
    if result.fault:
        return
    run = result.run
    run.prepare(made)
    before = units.last(run.unit, run.folder(made))
    usage = run.action(made, False)
    if usage.code not in DONE or is_missing(usage):
        result.fault = fault(usage)
        return
    after = units.read(run.unit, run.folder(made))
    result.seconds.append(usage.seconds)
    result.ratios.append(usage.seconds / ((before + after) / 2))
    result.largest = max(result.largest, usage.largest)


def look_at_tree(result: Result, made: Setting) -> None:
    """Runs once more, untimed, for the memory of all its processes."""
    if not result.fault:
        result.run.prepare(made)
        result.tree = result.run.action(made, True).tree


def is_missing(usage: Usage) -> bool:
    """Whether nothing was run, or the interpreter itself gave up with exit 1."""
    return usage.code != 0 and (usage.seconds == 0 or "Traceback" in usage.error or "No module" in usage.error)


def fault(usage: Usage) -> str:
    """Why there is no figure, in one line."""
    lines = usage.error.strip().splitlines()
    reason = next((line for line in lines if "rror" in line), lines[0] if lines else "no message")
    return reason if usage.seconds == 0 else f"exit {usage.code}: {reason}"
