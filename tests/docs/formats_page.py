"""docs/formats.md: what each target holds and what it loses, from the formats' own capabilities."""

from collections.abc import Iterator

from exambank.formats import FORMATS
from exambank.formats.contract import Format, format_named
from exambank.formats.feature import Denial, Feature

HEAD = """# Formats

What `exambank build --target` can write, and what each target does not hold of an item. The tables are made from the
capabilities that the build itself works with, so the [loss report](building.md#the-loss-report) of a bank names exactly
these, for the items that use them.
"""

LEGEND = """
- **yes**: the package holds it, and reading the package back proves it.
- **lost**: it is taken out before writing; candidates or scores would feel it, so `--strict` stops.
- **left out**: it is taken out before writing; neither candidates nor scores ever see it.
- **in part**: the package holds it, and the client is known to make less of it; `--strict` stops where that touches
  content.
"""


def formats_page() -> str:
    """The page."""
    formats = [format_named(name) for name in FORMATS]
    return "\n".join([HEAD, *_targets(formats), "", *_matrix(formats), LEGEND, *_details(formats)])


def _targets(formats: list[Format]) -> Iterator[str]:
    yield from ("| target | format | file |", "|---|---|---|")
    for one in formats:
        yield f"| `{one.name}` | {one.title} | `*{one.suffix}` |"


def _matrix(formats: list[Format]) -> Iterator[str]:
    yield "| an item's | " + " | ".join(f"`{one.name}`" for one in formats) + " |"
    yield "|---|" + "---|" * len(formats)
    for feature in Feature:
        cells = [outcome(one.denied.get(feature)) for one in formats]
        yield f"| {feature} | " + " | ".join(cells) + " |"


def outcome(denial: Denial | None) -> str:
    """A cell of the table."""
    if denial is None:
        return "yes"
    if not denial.is_dropped:
        return "in part"
    return "lost" if denial.is_content else "left out"


def cell(text: str) -> str:
    """Prose in a table's cell."""
    return text.replace("|", "\\|").replace("<", "\\<")


def _details(formats: list[Format]) -> Iterator[str]:
    for one in formats:
        yield f"## {one.title} (`{one.name}`)\n"
        if not one.denied:
            yield "Holds all of an item.\n"
            continue
        yield from ("| not held | what becomes of it | known from |", "|---|---|---|")
        for feature in Feature:
            denial = one.denied.get(feature)
            if denial is not None:
                yield f"| {feature} | {cell(denial.outcome)} | {cell(denial.source)} |"
        yield ""
