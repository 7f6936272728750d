"""Coverage as a table, as JSON, and as Markdown for a pull request's comment."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from typing_extensions import TypedDict

from exambank.finding import plural
from exambank.model.base import plain_number
from exambank.report.markdown import escaped
from exambank.report.terminal import width

if TYPE_CHECKING:
    from exambank.coverage.counts import Coverage

HEADER = ("domain", "weight", "wanted", "present", "gap")


class DomainObject(TypedDict):
    """A domain: weight in percent, items wanted on a form, present in the bank, and to be written."""

    id: str
    title: str
    weight: float
    wanted: int
    present: int
    gap: int


class ObjectiveObject(TypedDict):
    """An objective and how many items it has."""

    id: str
    domain: str
    title: str
    present: int


class CoverageObject(TypedDict):
    """What `coverage --format json` prints; `outside` counts items of no objective in the blueprint."""

    format: int
    title: str
    length: int
    gap: int
    domains: list[DomainObject]
    objectives: list[ObjectiveObject]
    cognitive: dict[str, int]
    statuses: dict[str, int]
    outside: int


def data(coverage: "Coverage") -> CoverageObject:
    """Plain data; schemas/coverage.schema.json is its schema."""
    return {
        "format": 1,
        "title": coverage.title,
        "length": coverage.length,
        "gap": coverage.gap,
        "domains": [
            {
                "id": domain.id,
                "title": domain.title,
                "weight": plain_number(domain.weight),
                "wanted": domain.wanted,
                "present": domain.present,
                "gap": domain.gap,
            }
            for domain in coverage.domains
        ],
        "objectives": [
            {"id": one.id, "domain": one.domain, "title": one.title, "present": one.present}
            for one in coverage.objectives
        ],
        "cognitive": coverage.cognitive,
        "statuses": coverage.statuses,
        "outside": coverage.outside,
    }


def as_json(coverage: "Coverage", _colour: bool) -> str:
    """One JSON object."""
    return json.dumps(data(coverage), ensure_ascii=False, indent=1) + "\n"


def rows(coverage: "Coverage") -> list[tuple[str, ...]]:
    """A row a domain, and a last one for all."""
    body = [
        (
            domain.title,
            f"{domain.weight.normalize():f}%",
            str(domain.wanted),
            str(domain.present),
            str(domain.gap),
        )
        for domain in coverage.domains
    ]
    weight = sum((domain.weight for domain in coverage.domains), Decimal(0))
    present = sum(domain.present for domain in coverage.domains)
    return [*body, ("all", f"{weight.normalize():f}%", str(coverage.length), str(present), str(coverage.gap))]


def as_table(coverage: "Coverage", colour: bool) -> str:
    """A table for the terminal, with the counts of objectives, cognitive levels and statuses below."""
    table = [HEADER, *rows(coverage)]
    widths = [max(width(row[column]) for row in table) for column in range(len(HEADER))]
    lines = [f"{coverage.title}: a form of {plural(coverage.length, 'scored item')}", ""]
    for number, row in enumerate(table):
        cells = [
            row[0] + " " * (widths[0] - width(row[0])),
            *(cell.rjust(columns) for cell, columns in zip(row[1:], widths[1:], strict=True)),
        ]
        line = "  ".join(cells)
        is_short = number > 0 and row[-1] != "0"
        lines.append(f"\033[1;33m{line}\033[0m" if colour and is_short else line)
        if number in (0, len(table) - 2):
            lines.append("─" * (sum(widths) + 2 * (len(widths) - 1)))
    return "\n".join([*lines, "", *notes(coverage), ""])


def notes(coverage: "Coverage") -> list[str]:
    """What the table does not say, a line each."""
    covered = sum(one.present > 0 for one in coverage.objectives)
    said = [f"objectives with items: {covered} of {len(coverage.objectives)}"]
    for title, counts in (("cognitive levels", coverage.cognitive), ("statuses", coverage.statuses)):
        if counts:
            said.append(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    if coverage.outside:
        said.append(f"items of no objective in the blueprint: {coverage.outside}")
    said.append(f"items to write: {coverage.gap}")
    return said


def as_markdown(coverage: "Coverage", _colour: bool) -> str:
    """A table and notes for a pull request's comment."""
    lines = [f"### Coverage: {escaped(coverage.title)}", "", f"A form of {plural(coverage.length, 'scored item')}.", ""]
    lines += ["| " + " | ".join(HEADER) + " |", "|---|--:|--:|--:|--:|"]
    for row in rows(coverage):
        mark = "**" if row[-1] != "0" else ""
        cells = (escaped(row[0]), *row[1:])
        lines.append("| " + " | ".join(f"{mark}{cell}{mark}" for cell in cells) + " |")
    return "\n".join([*lines, "", *(f"- {note}" for note in notes(coverage)), ""])


WRITERS: dict[str, Callable[["Coverage", bool], str]] = {
    "table": as_table,
    "json": as_json,
    "markdown": as_markdown,
}
