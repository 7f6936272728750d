"""How many findings each rule has, most first; the JSON's schema is schemas/counts.schema.json."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence

from typing_extensions import TypedDict

from exambank.finding import Finding
from exambank.report.terminal import shown


class CountObject(TypedDict):
    """A rule, its findings, and how many of them `--fix` mends, and `--unsafe-fixes` beside those."""

    code: str
    name: str
    count: int
    fixable: int
    unsafely_fixable: int


class CountsObject(TypedDict):
    """What `check --statistics --format json` prints."""

    format: int
    rules: list[CountObject]


def counts(findings: Sequence[Finding]) -> list[CountObject]:
    """A count for each rule that found something."""
    rules: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        rules[finding.code, finding.name].append(finding)
    found: list[CountObject] = []
    for (code, name), own in rules.items():
        safe = sum(one.fix is not None and one.fix.is_safe for one in own)
        unsafe = sum(one.fix is not None and not one.fix.is_safe for one in own)
        found.append({"code": code, "name": name, "count": len(own), "fixable": safe, "unsafely_fixable": unsafe})
    return sorted(found, key=lambda one: (-one["count"], one["code"], one["name"]))


def as_text(findings: Sequence[Finding]) -> str:
    """A line a rule."""
    rules = counts(findings)
    columns = max((len(str(one["count"])) for one in rules), default=0)
    return "".join(
        f"{one['count']:>{columns}} {shown(one['code'])} {shown(one['name'])}{mends(one)}\n" for one in rules
    )


def mends(rule: CountObject) -> str:
    """What options mend of it."""
    said = [(rule["fixable"], "--fix"), (rule["unsafely_fixable"], "--unsafe-fixes")]
    parts = [f"{count} with {option}" for count, option in said if count]
    return f" ({', '.join(parts)})" if parts else ""


def as_json(findings: Sequence[Finding]) -> str:
    """One object with a list of rules."""
    data: CountsObject = {"format": 1, "rules": counts(findings)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": as_text, "json": as_json}
