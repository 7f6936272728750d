"""A rule's page: what its module's docstring says, taken apart."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module

from exambank.check.codes import OTHER_CODES
from exambank.check.measured import Measured, measured
from exambank.check.rules import RULES

PAGES = {**RULES, **OTHER_CODES}
PARTS = ("Why", "Source", "Bad", "Good")
HEAD = re.compile(r"(?P<code>[A-Z]{3}\d{3}) (?P<name>[a-z0-9-]+): (?P<summary>.+)")


@dataclass(frozen=True, slots=True)
class RulePage:
    """Code, name, severity, limits from the rule; summary, reason, source and examples from the docstring; figures."""

    code: str
    name: str
    severity: str
    summary: str
    why: str
    source: str
    bad: str
    good: str
    is_preview: bool = False
    needs_language: bool = False
    limits: Mapping[str, float] = field(default_factory=dict)
    measured: Measured | None = None


def rule_page(code: str) -> RulePage:
    """The page of a rule of our own list, or of a code that is no rule's.

    Raises:
        ValueError: the docstring lacks a part, or says another code or name than the rule.
    """
    module = import_module(PAGES[code])
    rule = module.RULE if code in RULES else module.CODE
    text = inspect.cleandoc(module.__doc__ or "")
    head, _, rest = text.partition("\n")
    match = HEAD.fullmatch(head)
    if match is None or (match["code"], match["name"]) != (rule.code, rule.name):
        raise ValueError(f"the docstring of {module.__name__} does not begin with `{rule.code} {rule.name}: …`")
    parts = _parts(rest)
    missing = [part for part in PARTS if not parts.get(part)]
    if missing:
        raise ValueError(f"the docstring of {module.__name__} has no {', '.join(missing)}")
    return RulePage(
        rule.code, rule.name, str(rule.severity), match["summary"],
        " ".join(parts["Why"].split()), " ".join(parts["Source"].split()), parts["Bad"], parts["Good"],
        rule.is_preview, rule.needs_language, rule.limits, measured(code),
    )  # fmt: skip


def _parts(text: str) -> dict[str, str]:
    pieces = re.split(rf"^({'|'.join(PARTS)}):[ ]?", text, flags=re.MULTILINE)
    return {
        name: inspect.cleandoc("\n" + body).strip("\n") for name, body in zip(pieces[1::2], pieces[2::2], strict=True)
    }


def markdown_page(page: RulePage) -> str:
    """The page as docs/rules holds it."""

    def fenced(text: str) -> str:
        return f"````markdown\n{text}\n````"

    return (
        f"# {page.code} {page.name}\n\n{_sentence(page.summary)}\n\n{_facts(page)}\n\n"
        f"**Why.** {_sentence(page.why)}\n\n**Source.** {_sentence(page.source)}\n\n{_measured(page)}"
        f"**Bad**\n\n{fenced(page.bad)}\n\n**Good**\n\n{fenced(page.good)}\n"
    )


def _measured(page: RulePage) -> str:
    return f"**Measured.** {_sentence(page.measured.sentence)}.\n\n" if page.measured else ""


def _facts(page: RulePage) -> str:
    """Severity, and what else decides whether it speaks."""
    said = [f"Severity: {page.severity}."]
    if page.is_preview:
        said.append("In preview: it runs only where it is asked for (`extend_select`, `preview`).")
    if page.needs_language:
        said.append("It runs in languages that have a pack.")
    if page.limits:
        limits = ", ".join(f"`{name}` {value:g}" for name, value in page.limits.items())
        said.append(f"Limits, which `check: {{limits: {{{page.name}: …}}}}` sets: {limits}.")
    return " ".join(said)


def _sentence(text: str) -> str:
    """The text with a capital, save where it begins with a path or code."""
    first = text.split(" ", 1)[0]
    return text if "/" in first or "`" in first else text[:1].upper() + text[1:]


def table(pages: list[RulePage]) -> str:
    """A row a page."""
    rows = [
        f"| [{p.code}]({p.code}.md) | {p.name} | {p.severity}{' (preview)' if p.is_preview else ''} | {p.summary} |"
        for p in pages
    ]
    return "\n".join(["| code | name | severity | finds |", "|---|---|---|---|", *rows, ""])
