"""Fixes: they hold what they promise, once is enough, and no key mark moves."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies.sources import texts

from exambank.check.fix import Fixed, edited, fixed, is_kept
from exambank.check.rules import RULES
from exambank.check.selection import Selection
from exambank.check.setting import Setting, load_rules, setting_with
from exambank.finding import Edit, Finding, Fix, Place, Severity
from exambank.model.check_settings import CheckSettings
from exambank.source.read import decode
from exambank.syntax import document as syntax

ITEM = """\
---
id: planning-quota-001
objective: planning.quota
status: draft
---

What comes first?

- [x] Budget
  > Money decides.
- [ ] Weather
- [ ] A quote

## Rationale

Money.
"""
PATH = "items/a.md"


def setting() -> Setting:
    return setting_with(load_rules(RULES.values()), Selection(CheckSettings(preview=True)))


def mend(text: str, *, unsafe: bool = True) -> Fixed:
    return fixed(decode(PATH, text.encode("utf-8", "surrogatepass")), setting(), lambda one: unsafe or is_safe(one))


def is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.is_safe


def marks(text: str) -> list[str]:
    body = syntax.parse(decode(PATH, text.encode("utf-8", "surrogatepass"))).body
    return [entry.mark for entries in body.option_lists for entry in entries] if body else []


@given(texts, st.booleans())
def test_any_text_is_mended_once_and_for_all(text: str, unsafe: bool) -> None:
    once = mend(text, unsafe=unsafe)
    assert sorted(marks(once.text)) == sorted(marks(text)) or not marks(text)
    again = mend(once.text, unsafe=unsafe)
    assert again.text == once.text
    assert not again.mended


def change(old: str, new: str, *changes: str, is_safe: bool = True) -> tuple[str, Fix]:
    """The item with one text in place of another, and a fix that says it changes these fields."""
    at = ITEM.index(old)
    line, column = ITEM.count("\n", 0, at) + 1, at - (ITEM.rfind("\n", 0, at) + 1) + 1
    end = at + len(old)
    place = Place(PATH, line, column, ITEM.count("\n", 0, end) + 1, end - (ITEM.rfind("\n", 0, end) + 1) + 1)
    fix = Fix("change it", is_safe, changes, (Edit(place, new),))
    return edited(ITEM, fix.edits), fix


@pytest.mark.parametrize(
    ("old", "new", "changes", "is_safe", "holds"),
    [
        ("first?", "first of all?", ("stem",), True, True),
        ("first?", "first of all?", ("rationale",), True, False),
        ("first?", "first?\n\n- [x] More", ("stem",), False, False),
        ("Money.", "More.", ("rationale",), True, True),
        ("Money decides.", "It decides.", ("feedback",), True, True),
        ("Money decides.", "It decides.", ("options",), True, False),
        ("[x] Budget", "[ ] Budget", ("options",), False, False),
        ("[ ] Weather", "[x] Weather", ("options", "stem"), False, False),
        ("Weather", "Rain", ("options",), False, True),
        ("Budget", "Money", ("options",), True, False),  # the key's digest would be another
        ("status: draft", "status: review", ("status",), True, True),
        ("status: draft", "status: review", (), True, False),
        ("status: draft\n", "status: [\n", ("status",), False, False),
        ("Money.", "More.\n\n## Hint\n\nLook.", ("rationale",), False, False),
    ],
)
def test_a_fix_changes_what_it_names_and_no_mark(
    old: str, new: str, changes: tuple[str, ...], is_safe: bool, holds: bool
) -> None:
    text, fix = change(old, new, *changes, is_safe=is_safe)
    assert text == ITEM.replace(old, new, 1)
    assert is_kept(decode(PATH, ITEM.encode()), text, [fix]) is holds


def test_a_fix_that_breaks_its_word_is_left_out_and_the_others_are_made() -> None:
    _, honest = change("Money.", "More.", "rationale")
    _, wrong = change("first?", "last?", "rationale")
    found = [
        Finding("XXX001", f"fix-{number}", Severity.INFO, f"m{number}", "mend", fix.edits[0].place, fix)
        for number, fix in enumerate((honest, wrong))
    ]
    result = fixed(decode(PATH, ITEM.encode()), Setting(), lambda _: True, found)
    assert result.text == ITEM.replace("Money.", "More.")
    assert [one.message for one in result.mended] == ["m0"]
    assert [one.message for one in result.refused] == ["m1"]


def test_edits_that_touch_wait_for_the_next_round() -> None:
    _, first = change("What comes first?", "What is first?", "stem")
    _, second = change("first?", "last?", "stem")
    found = [
        Finding("XXX001", "fix", Severity.INFO, f"m{number}", "mend", fix.edits[0].place, fix)
        for number, fix in enumerate((first, second))
    ]
    result = fixed(decode(PATH, ITEM.encode()), Setting(), lambda _: True, found)
    assert result.text == ITEM.replace("What comes first?", "What is first?")
    assert [one.message for one in result.mended] == ["m0"]


def test_a_file_that_is_no_utf_8_is_left_alone() -> None:
    data = ITEM.encode() + b"\xff\r\n"
    result = fixed(decode(PATH, data), setting(), lambda _: True)
    assert not result.mended
    assert dataclasses.asdict(result)["refused"] == ()


def test_what_is_refused_at_first_may_hold_after_another_mend() -> None:
    """The canonical form would make a section of another name, which no fix of that rule says it changes."""
    text = ITEM.replace("---\nid", "---\n\nid", 1).replace("## Rationale\n\nMoney.", "## ## Rationale\n\nMoney.\n***")
    once = mend(text)
    assert "## Rationale\n\nMoney.\n\n---\n" in once.text
    assert mend(once.text).text == once.text
