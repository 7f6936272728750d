"""The benchmark's table. It prints ratios and judges nothing: a time never fails a run."""

import os
import platform
from collections.abc import Iterator, Sequence
from statistics import median

from tests.bench.runs import GROWTH_BUDGET, REFERENCE
from tests.bench.setting import Setting
from tests.bench.timing import Result, Units

HEAD = ("run", "budget", "measured", "spread", "seconds", "largest MB", "tree MB", "text2qti is slower")
MILLISECONDS = 1000


def heading(made: Setting, units: Units) -> str:
    """The machine, the bank and the units."""
    files = list(made.bank.rglob("*.md"))
    size = sum(path.stat().st_size for path in files) / len(files)
    parse, start = units.typical("R", made.bank), units.typical("P", made.bank)
    machine = f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores"
    bank = f"{made.items:,} items, {len(files):,} Markdown files of {size:,.0f} bytes in the mean"
    lines = [
        f"{machine}; {bank}",
        f"R = {parse:.3f} s ({parse / len(files) * MILLISECONDS:.3f} ms a file)" if parse else "",
        f"P = {start * MILLISECONDS:.1f} ms" if start else "",
        f"{os.cpu_count()} parses at once take {median(units.slower):.2f} R each (1.00 on cores that nothing else uses)"
        if units.slower
        else "",
    ]
    return "\n".join(filter(None, lines))


def table(results: Sequence[Result]) -> str:
    """A row a run: median and range of its ratios, median seconds, peaks of memory, ratio to text2qti."""
    reference = next((result for result in results if result.run.name == REFERENCE and result.ratios), None)
    rows = [HEAD, *(row(result, reference) for result in results)]
    return "\n".join(aligned(rows))


def row(result: Result, reference: Result | None) -> tuple[str, ...]:
    """The cells of a run."""
    run = result.run
    budget = f"{run.budget:g} {run.unit}" if run.budget is not None else ""
    if result.fault or not result.ratios:  # a run that failed once is no measurement
        return (run.title, budget, result.fault)
    slower = median(reference.ratios) / median(result.ratios) if reference and run.on_single_choice else 0.0
    return (
        run.title,
        budget,
        f"{median(result.ratios):.3f} {run.unit}",
        f"{min(result.ratios):.3f}–{max(result.ratios):.3f}",
        f"{median(result.seconds):.3f}",
        megabytes(result.largest),
        megabytes(result.tree),
        f"{slower:.1f} times" if slower else "",
    )


def megabytes(value: float) -> str:
    """Memory, or nothing where the system does not tell."""
    return f"{value:.0f}" if value else ""


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines, the first column flush left, the others right; a fault stretches to the end."""
    full = [row for row in rows if len(row) == len(HEAD)]
    widths = [max(len(row[column]) for row in full) for column in range(len(HEAD))]
    widths[0] = max(len(row[0]) for row in rows)
    for row in rows:
        if len(row) < len(HEAD):
            yield f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]}"
        else:
            cells = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
            yield "  ".join([f"{row[0]:<{widths[0]}}", *cells]).rstrip()


def growth(small: Sequence[Result], large: Sequence[Result]) -> str:
    """How time and memory grow on ten times the items."""
    lines = [f"growth on ten times the items (budget: {GROWTH_BUDGET:g} times)"]
    named = {result.run.name: result for result in small}
    for result in large:
        before = named.get(result.run.name)
        if before is None or not before.seconds or not result.seconds:
            lines.append(f"  {result.run.title}: {result.fault or 'not measured on the smaller bank'}")
            continue
        slower = median(result.seconds) / median(before.seconds)
        larger = result.tree / before.tree if before.tree else result.largest / (before.largest or 1)
        lines.append(f"  {result.run.title}: {slower:.1f} times the time, {larger:.1f} times the memory")
    return "\n".join(lines)
