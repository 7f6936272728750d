"""The rules over the bank are spared where they would find what they found, and facts are kept in two places."""

import json
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures_of_candidates import write_figures
from tests.small_bank import write_small_bank

from exambank.check import bank_rules
from exambank.check.cache import cache_folder
from exambank.check.run import bank_facts, check_bank
from exambank.check.state import extended_by
from exambank.finding import Finding
from exambank.keys.lock import LOCK_FILE
from exambank.source.discover import STATISTICS_FILE

ITEM = "items/water/water-states-001.md"
TRUSTING = ("exambank.check.cache.RACY", -1_000_000_000)  # the youngest time counts as a settled one


@pytest.fixture
def checked(bank: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank that was checked, whose files' times are trusted."""
    monkeypatch.setattr(*TRUSTING)
    check_bank(bank)
    return bank


def fresh(root: Path) -> tuple[Finding, ...]:
    """The findings of a run that knows nothing."""
    return check_bank(root, use_cache=False).findings


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text that must be there, a moment later."""
    text = path.read_text("utf-8")
    assert old in text
    time.sleep(0.01)  # file systems count time in steps of some milliseconds
    path.write_text(text.replace(old, new), "utf-8")


def test_a_change_that_leaves_the_facts_runs_no_rule_over_the_bank(
    checked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(bank_rules, "bank_findings")
    (cache_folder(checked) / "facts.json").unlink()
    edit(checked / ITEM, "high mountain.", "high <b>mountain</b>.")
    result = check_bank(checked)
    assert (result.examined, {finding.code for finding in result.findings}) == (1, {"TXT001"})
    assert check_bank(checked).examined == 0


def test_a_change_of_the_facts_wants_those_of_all(checked: Path) -> None:
    edit(checked / ITEM, "the water?", "this water?")
    assert check_bank(checked).examined == 1
    (cache_folder(checked) / "facts.json").unlink()
    edit(checked / ITEM, "this water?", "the water?")
    result = check_bank(checked)
    assert result.examined == 9
    assert result.findings == fresh(checked)


def test_a_changed_lock_wants_the_facts_of_all(checked: Path) -> None:
    """Without them no key would differ from a lock."""
    (cache_folder(checked) / "facts.json").unlink()
    edit(checked / LOCK_FILE, "water-states-001@1", "water-states-901@1")
    result = check_bank(checked)
    assert {finding.code for finding in result.findings} == {"KEY001", "KEY011"}
    assert result.findings == fresh(checked)


def test_a_finding_of_the_bank_moves_with_its_file(checked: Path) -> None:
    """Its place and its fix may follow from the file and not from its facts."""
    edit(checked / ITEM, "status: approved\n", "status: approved\nsuppress: [{code: OPT003, reason: It is a term}]\n")
    assert {finding.code for finding in check_bank(checked).findings} == {"SUP001"}
    edit(checked / ITEM, "suppress: [{code", "suppress:  [  {code")
    assert check_bank(checked).findings == fresh(checked) != ()


@pytest.mark.parametrize("most", [0, 1, 200])
def test_facts_are_patched_or_written_anew(checked: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("exambank.check.state.PATCHES", most)
    for number, path in enumerate(sorted((checked / "items").rglob("*.md"))):
        edit(path, "version: 2" if "version: 2" in path.read_text("utf-8") else "status: approved", "status: review")
        assert check_bank(checked).findings == fresh(checked)
        written = (cache_folder(checked) / "stamps.json").read_text("utf-8")
        assert ('"patches":{}' in written) is (most == 0 or (most == 1 and number % 2 == 1))
    found = bank_facts(checked)
    assert found == bank_facts(checked, use_cache=False)


EDITS = (
    ("high mountain.", "high plateau."),  # feedback: no fact follows from it
    ("the water?", "that water?"),  # stem
    ("- [x]", "- [ ]"),
    ("status: approved", "status: draft"),
    ("id: water", "id: waters"),
    ("\n\n", "\n\n\n"),
    ("objective: ", "suppress: [{code: STM001, reason: It is a term}]\nobjective: "),
    ("---\n", "--\n"),  # it does not parse any more
)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_sequence_of_edits_with_facts_lost_between(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", folder + "/cache")
        patch.setattr(*TRUSTING)
        patch.setattr("exambank.check.state.PATCHES", data.draw(st.integers(0, 3)))
        root = write_small_bank(Path(folder))
        check_bank(root)
        paths = sorted(root.rglob("*.md"))
        for _ in range(data.draw(st.integers(1, 5))):
            path = data.draw(st.sampled_from(paths))
            old, new = data.draw(st.sampled_from([*EDITS, *(pair[::-1] for pair in EDITS)]))
            time.sleep(0.01)
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            if data.draw(st.booleans()):
                (cache_folder(root) / "facts.json").unlink(missing_ok=True)
            assert check_bank(root).findings == fresh(root)


def test_changed_statistics_have_the_rules_over_the_bank_run_and_no_item_looked_at(checked: Path) -> None:
    """The file is JSON, and yet no examination of an item follows from it, as it may from a house schema."""
    for n, facility, said in ((240, 0.97, ["LIF006"]), (240, 0.6, []), (9, 0.6, ["LIF006"])):
        write_figures(checked, ITEM, n=n, facility=facility)
        found = check_bank(checked)
        assert ([one.code for one in found.findings], found.examined) == (said, 0)
        assert found.findings == fresh(checked)
    (checked / STATISTICS_FILE).unlink()
    assert check_bank(checked).findings == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("check: {extend: ../house.toml, ignore: [a]}", ["../house.toml"]),
        ("check:\n  extend: a b.toml  # ours\n", ["a b.toml"]),
        ("extend = 'a,b.toml'\n", ["a,b.toml"]),
        ('"extend": "house.toml"}', ["house.toml"]),
        ("extend_select: [TXT007]", []),
    ],
)
def test_what_settings_extend_is_seen_without_reading_them(text: str, names: list[str]) -> None:
    assert list(extended_by(Path("bank/bank.yaml"), text.encode())) == [Path("bank") / name for name in names]


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000, ".", "/", "~", "loop"])
def test_a_name_that_can_be_none_is_a_finding(checked: Path, name: str) -> None:
    (checked / "loop").symlink_to("loop")
    edit(checked / "bank.yaml", "check: {", f"check: {{extend: {json.dumps(name)}, ")
    assert [one.message for one in check_bank(checked).findings if "extend" in one.message]


def test_a_changed_house_file_has_all_looked_at_again(checked: Path) -> None:
    (checked / "house.toml").write_text("[tool.exambank.check]\nignore = ['TXT001']\n", "utf-8")
    edit(checked / "bank.yaml", "check: {", "check: {extend: house.toml, ")
    check_bank(checked)
    assert check_bank(checked).examined == 0
    edit(checked / "house.toml", "TXT001", "TXT002")
    result = check_bank(checked)
    assert result.examined == result.files


def test_keys_are_looked_for_in_other_items_once_the_rule_is_asked_for(checked: Path) -> None:
    """Facts that were gathered without that are gathered anew, for the words of keys are not kept in vain."""
    assert {facts.asked for facts in bank_facts(checked).values() if facts and facts.kind == "item"} == {b""}
    edit(checked / "bank.yaml", "check: {", "check: {extend_select: [DUP003], ")
    assert check_bank(checked).examined == len(bank_facts(checked))
    assert all(facts.asked for facts in bank_facts(checked).values() if facts)


def test_keys_are_looked_for_where_one_run_asks_for_it(checked: Path) -> None:
    other = checked / "items/water/water-states-900.md"
    text = (checked / ITEM).read_text("utf-8")
    other.write_text(
        text.replace("water-states-001", "water-states-900").replace("the water?", "the water of a lake in the hills?"),
        "utf-8",
    )
    key = next(line[6:] for line in text.splitlines() if line.startswith("- [x] "))
    edit(checked / ITEM, f"- [x] {key}", "- [x] water of a lake in the hills")
    found = check_bank(checked, asked={"extend_select": ("DUP003",)}).findings
    assert "DUP003" in {finding.code for finding in found}
    assert "DUP003" not in {finding.code for finding in check_bank(checked).findings}
