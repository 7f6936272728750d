"""A rule's page: what its module's docstring says, taken apart."""

import inspect
import re
from dataclasses import dataclass
from importlib import import_module

from exambank.check.rules import RULES

PARTS = ("Why", "Source", "Bad", "Good")
HEAD = re.compile(r"(?P<code>[A-Z]{3}\d{3}) (?P<name>[a-z0-9-]+): (?P<summary>.+)")


@dataclass(frozen=True, slots=True)
class RulePage:
    """Code, name and severity from the rule; summary, reason, source and examples from the docstring."""

    code: str
    name: str
    severity: str
    summary: str
    why: str
    source: str
    bad: str
    good: str


def rule_page(code: str) -> RulePage:
    """The page of a rule of our own list.

    Raises:
        ValueError: the docstring lacks a part, or says another code or name than the rule.
    """
    module = import_module(RULES[code])
    rule = module.RULE
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
        f"# {page.code} {page.name}\n\n{_sentence(page.summary)}\n\nSeverity: {page.severity}\n\n"
        f"**Why.** {_sentence(page.why)}\n\n**Source.** {_sentence(page.source)}\n\n"
        f"**Bad**\n\n{fenced(page.bad)}\n\n**Good**\n\n{fenced(page.good)}\n"
    )


def _sentence(text: str) -> str:
    """The text with a capital, save where it begins with a path or code."""
    first = text.split(" ", 1)[0]
    return text if "/" in first or "`" in first else text[:1].upper() + text[1:]


def index_page(pages: list[RulePage]) -> str:
    """docs/rules/README.md: a table of all rules."""
    rows = [f"| [{p.code}]({p.code}.md) | {p.name} | {p.severity} | {p.summary} |" for p in pages]
    return "\n".join(["# Rules", "", "| code | name | severity | finds |", "|---|---|---|---|", *rows, ""])
