"""Code actions: fixes, and silencing a rule."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import MEASURES, STATES, STIMULUS, at, desk, edited

from exambank.finding import Edit, Finding, Fix, Place, Severity
from exambank.lsp.actions import FIX_ALL, actions, fix_all, is_asked_for
from exambank.lsp.open_file import OpenFile

EVERYWHERE = types.Range(types.Position(0, 0), types.Position(999, 0))


def finding(code: str = "OPT001", name: str = "duplicate-option", line: int = 1, fix: Fix | None = None) -> Finding:
    return Finding(code, name, Severity.WARNING, "message", "mend", Place(STATES, line, 1, line, 2), fix)


def silenced(file: OpenFile, snippets: bool = False) -> str:
    """The front matter after OPT001 is suppressed."""
    [action] = actions(file, [finding()], EVERYWHERE, snippets)
    assert action.title == "Suppress OPT001 duplicate-option in this item (write the reason)"
    assert action.edit is not None
    assert action.edit.changes is not None
    return edited(file.client, list(action.edit.changes[file.uri])).split("---\n")[1]


NEW = '{code: OPT001, reason: ""}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"suppress: [{NEW}]\n"),
        ("suppress: []\n", f"suppress: [{NEW}]\n"),
        ("suppress:\n", f"suppress: [{NEW}]\n"),
        ("suppress: null\n", "suppress: null\n"),
        ('suppress: [{code: ACC001, reason: "a"}]\n', f'suppress: [{NEW}, {{code: ACC001, reason: "a"}}]\n'),
        (
            "suppress:\n  - code: ACC001\n    reason: >\n      so\n  # why\nx-a: 1\n",
            'suppress:\n  - code: OPT001\n    reason: ""\n  - code: ACC001\n    reason: >\n      so\n  # why\nx-a: 1\n',
        ),
        (
            "suppress:\n- {code: ACC001, reason: a}\n",
            'suppress:\n- code: OPT001\n  reason: ""\n- {code: ACC001, reason: a}\n',
        ),
    ],
)
def test_a_rule_is_suppressed_whatever_the_list_looks_like(tmp_path: Path, before: str, after: str) -> None:
    file = desk(tmp_path).change(STATES, "status: approved\n", f"status: approved\n{before}")
    if before == after:
        assert actions(file, [finding()], EVERYWHERE, False) == []
    else:
        assert silenced(file).endswith(after)


def test_a_list_of_no_known_layout_is_left_alone(tmp_path: Path) -> None:
    work = desk(tmp_path)
    for odd in ("suppress: OPT001", "suppress: {a: b}", "suppress: [", "suppress: [{code: OPT001, reason: a}]"):
        file = work.change(STATES, "status: approved", odd)
        assert actions(file, [finding()], EVERYWHERE, False) == [], odd
    assert actions(work.open(STATES, "no front matter\n"), [finding()], EVERYWHERE, False) == []
    assert actions(work.open(STIMULUS), [finding()], EVERYWHERE, False) == [], "stimuli suppress nothing"


def test_the_finding_stays_until_a_reason_is_written(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "- [ ] 90 °C", "- [ ] 110 °C")
    assert file.examined is not None
    [found] = file.examined.findings
    [action] = [one for one in actions(file, [found], EVERYWHERE, False) if one.title.startswith("Suppress")]
    assert action.edit is not None
    assert action.edit.changes is not None
    text = edited(file.client, list(action.edit.changes[file.uri]))
    still = work.open(STATES, text)
    assert still.examined is not None
    assert "OPT001" in [one.code for one in still.examined.findings]
    reasoned = work.open(STATES, text.replace('reason: ""', 'reason: "they differ in context"'))
    assert reasoned.examined is not None
    assert reasoned.examined.findings == ()


def test_a_client_with_snippets_is_led_to_the_reason(tmp_path: Path) -> None:
    file = desk(tmp_path).open(STATES)
    [action] = actions(file, [finding()], EVERYWHERE, True)
    assert action.edit is not None
    [change] = action.edit.document_changes or []
    assert isinstance(change, types.TextDocumentEdit)
    [edit] = change.edits
    assert isinstance(edit, types.SnippetTextEdit)
    assert edit.snippet.value == 'suppress: [{code: OPT001, reason: "$0"\\}]\n'


def test_what_is_no_matter_of_taste_cannot_be_suppressed(tmp_path: Path) -> None:
    file = desk(tmp_path).open(STATES)
    for code, name in (("STR010", "no-key"), ("KEY002", "key-changed"), ("TXT003", "missing-media")):
        assert actions(file, [finding(code, name)], EVERYWHERE, True) == []


def test_only_findings_in_the_range_count_and_a_rule_is_offered_once(tmp_path: Path) -> None:
    file = desk(tmp_path).open(STATES)
    here = types.Range(types.Position(4, 0), types.Position(4, 3))
    found = [finding(line=5), finding(line=5), finding("ACC001", "missing-alt", line=9)]
    assert len(actions(file, found, here, False)) == 1
    assert len(actions(file, found, EVERYWHERE, False)) == 2


def test_a_fix_becomes_an_edit_and_says_whether_it_is_safe(tmp_path: Path) -> None:
    file = desk(tmp_path).change(STATES, "A kettle", "A 💧 kettle")
    place = Place(STATES, 9, 5, 9, 11)

    def fixed(is_safe: bool) -> Sequence[types.CodeAction]:
        fix = Fix("write Kettle", is_safe, ("stem",), (Edit(place, "Kettle"),))
        return actions(file, [finding("STR999", "x", 9, fix)], EVERYWHERE, False)

    [safe], [unsafe] = fixed(True), fixed(False)
    assert (safe.title, safe.is_preferred, safe.kind) == ("write Kettle", True, types.CodeActionKind.QuickFix)
    assert (unsafe.title, unsafe.is_preferred) == ("write Kettle (look at the result)", False)
    assert safe.edit is not None
    assert safe.edit.changes is not None
    assert "A 💧 Kettle boils" in edited(file.client, list(safe.edit.changes[file.uri]))
    assert at(file, "💧").character == 2
    assert MEASURES not in safe.edit.changes


def test_a_fix_that_would_change_more_than_it_says_is_not_offered(tmp_path: Path) -> None:
    """As is one whose places are those of another text than the open one."""
    file = desk(tmp_path).open(STATES)
    for place in (Place(STATES, 9, 1, 11, 3), Place(STATES, 900, 1, 900, 2)):
        fix = Fix("cut", True, ("title",), (Edit(place, ""),))
        assert actions(file, [finding("STR999", "x", 9, fix)], EVERYWHERE, False) == []


MISSPELT = """\
suppress:
  - {code: poor-alts, reason: The picture is described in the stem}
  - {code: longst-key, reason: A sum has no shorter form than this}
"""


def test_the_fix_of_a_rule_is_offered_where_it_stands(tmp_path: Path) -> None:
    file = desk(tmp_path).change(STATES, "status: approved\n", f"status: approved\n{MISSPELT}")
    assert file.examined is not None
    here = types.Range(at(file, "poor-alts"), at(file, "poor-alts", 3))
    [action] = actions(file, file.examined.findings, here, False)
    assert action.edit is not None
    assert action.edit.changes is not None
    text = edited(file.client, list(action.edit.changes[file.uri]))
    assert text == file.text.replace("poor-alts", "poor-alt")


def test_all_safe_fixes_are_one_action(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(
        STATES, "status: approved\n", f"status: approved\n{MISSPELT.replace('longst-key', 'missing-alts')}"
    )
    [action] = fix_all(file, work.bank.snapshot.setting)
    assert action.kind == "source.fixAll.exambank"
    assert action.edit is not None
    assert action.edit.changes is not None
    text = edited(file.client, list(action.edit.changes[file.uri]))
    assert text == file.text.replace("poor-alts", "poor-alt").replace("missing-alts", "missing-alt")
    assert fix_all(work.open("bank.yaml"), work.bank.snapshot.setting) == []


@pytest.mark.parametrize(
    ("only", "is_asked"),
    [(None, True), (["source"], True), (["source.fixAll"], True), (["source.fixAll.exambank"], True), ([""], True),
     (["quickfix"], False), (["source.fixAll.other"], False), (["sour"], False), ([], False)],
)  # fmt: skip
def test_kinds_are_asked_for_by_name_or_by_a_kind_above(only: list[str] | None, is_asked: bool) -> None:
    assert is_asked_for(FIX_ALL, only) is is_asked
