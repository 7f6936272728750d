"""A translation is examined with its source, as the item that both make, whichever of the two changes."""

import tempfile
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.check.test_no_crash import hold_outcome
from tests.small_bank import accept_all, write_small_bank
from tests.small_translations import BODIES, FLASK, KETTLE, LAYERS, LITRES, LOG, translation, write_translated_bank
from tests.strategies.sources import made, texts

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.bank_view import BankView
from exambank.check.examine import Examined, examine
from exambank.check.fix import is_kept
from exambank.check.fix_files import fixed_files
from exambank.check.run import bank_facts, check_bank
from exambank.check.workers import setting_of
from exambank.finding import Finding, Fix
from exambank.keys.lock import LOCK_FILE
from exambank.source.read import decode

SOURCE = "items/water/water-states-001.md"
TRUSTING = ("exambank.check.cache.RACY", -1_000_000_000)  # the youngest time counts as a settled one


def examined(root: Path, path: str, text: str) -> Examined:
    return examine(decode(path, text.encode("utf-8", "surrogatepass")), setting_of(read_bank_files(root)))


def view(root: Path) -> BankView:
    return bank_view(read_bank_files(root), (), bank_facts(root, use_cache=False))


def fresh(root: Path) -> tuple[Finding, ...]:
    """The findings of a run that knows nothing."""
    return check_bank(root, use_cache=False).findings


def test_nothing_is_found_where_all_is_said_again(tmp_path: Path) -> None:
    assert [finding.message for finding in fresh(write_translated_bank(tmp_path))] == []


def test_translations_count_for_no_rule_on_the_bank(tmp_path: Path) -> None:
    root = write_translated_bank(tmp_path)
    found = view(root)
    assert (len(found.items), len(found.stimuli), len(found.translations)) == (8, 1, len(BODIES))
    assert all("." not in facts.id for facts in (*found.items, *found.stimuli))
    assert len(found.keyed) == 8 + len(BODIES) - 1, "a stimulus has no key"


def test_rules_on_texts_read_the_language_of_the_translation(bank: Path) -> None:
    text = translation(KETTLE).replace("- [ ] 110 °C", "- [ ] Alle der genannten")
    codes = {finding.code for finding in examined(bank, KETTLE, text).findings}
    assert "OPT003" in codes
    english = translation(KETTLE).replace("- [ ] 110 °C", "- [ ] All of the above")
    assert "OPT003" not in {finding.code for finding in examined(bank, KETTLE, english).findings}


def test_a_finding_stands_in_the_translation(bank: Path) -> None:
    text = translation(KETTLE).replace("Das ist der", "Das ist <b>der</b>")
    (finding,) = examined(bank, KETTLE, text).findings
    assert (finding.code, finding.place.path, finding.place.line) == ("TXT001", KETTLE, 9)


def test_what_stands_in_the_source_alone_is_told_there_alone(bank: Path) -> None:
    source = bank / SOURCE
    source.write_text(source.read_text("utf-8").replace("difficulty: 0.6", "difficulty: 0.1"), "utf-8")
    assert examined(bank, KETTLE, translation(KETTLE)).findings == ()
    assert [finding.code for finding in examined(bank, SOURCE, source.read_text("utf-8")).findings] == ["STR012"]


def test_the_order_of_options_is_the_sources(bank: Path) -> None:
    text = translation(KETTLE).replace("90 °C\n", "105 °C\n")
    assert [finding.code for finding in examined(bank, KETTLE, text).findings] == []
    alone = text.replace("translates: water-states-001@1", "id: a\nobjective: water.states")
    assert [finding.code for finding in examined(bank, KETTLE, alone).findings] == ["OPT011"]


def test_no_safe_fix_changes_what_a_key_is_called() -> None:
    before = decode(KETTLE, translation(KETTLE).encode())
    fix = Fix("a mend", True, ("options",), ())
    for old, new, is_safe in (("90 °C", "91 °C", True), ("[x] 100 °C", "[x] 101 °C", False)):
        after = before.text.replace(old, new, 1)
        assert is_kept(before, after, [fix]) is is_safe
        assert is_kept(before, after, [msgspec.structs.replace(fix, is_safe=False)])
    assert not is_kept(before, before.text.replace("[x]", "[ ]"), [msgspec.structs.replace(fix, is_safe=False)])


def test_fixes_are_made_in_a_translation(bank: Path) -> None:
    text = translation(KETTLE).replace("Das ist der", "Das ist <b>der</b>")
    (bank / KETTLE).write_text(text, "utf-8")
    accept_all(bank)
    (file,) = fixed_files(bank, fresh(bank), unsafe=False)
    assert file.path == KETTLE
    assert file.fixed.text == translation(KETTLE).replace("Das ist der", "Das ist **der**")


def test_its_author_silences_its_own_findings(bank: Path) -> None:
    suppress = "suppress: [{code: TXT001, reason: The mark is wanted}]"
    text = translation(KETTLE, suppress).replace("Das ist der", "Das ist <b>der</b>")
    found = examined(bank, KETTLE, text)
    assert found.findings == ()
    assert found.facts is not None
    assert found.facts.silenced == ("TXT001",)
    (bank / KETTLE).write_text(translation(KETTLE, suppress), "utf-8")
    assert "SUP001" in {finding.code for finding in fresh(bank) if finding.place.path == KETTLE}


def test_a_swap_of_two_texts_changes_the_recorded_key(bank: Path) -> None:
    """The marks agree with the source's, so only the lock can tell."""
    before = examined(bank, KETTLE, translation(KETTLE)).facts
    swapped = translation(KETTLE).replace("90 °C\n  >", "_\n  >").replace("100 °C\n  >", "90 °C\n  >")
    after = examined(bank, KETTLE, swapped.replace("_\n  >", "100 °C\n  >")).facts
    assert before is not None
    assert after is not None
    assert (before.keyed, after.keyed) == (("100 °C",), ("90 °C",))
    assert before.key_digest != after.key_digest


def test_a_source_with_errors_leaves_its_translation_alone(bank: Path) -> None:
    (bank / SOURCE).write_text("---\nid: water-states-001\n", "utf-8")
    found = examined(bank, KETTLE, translation(KETTLE))
    assert found.findings == ()
    assert found.facts is not None
    assert found.facts.key_digest == ""


def test_the_source_of_another_id_is_none(bank: Path) -> None:
    found = examined(bank, KETTLE, translation(KETTLE).replace("states-001", "states-002"))
    assert found.findings == (), "the rules over the bank tell of it"
    assert found.facts is not None
    assert found.facts.key_digest == ""


def test_a_translation_translates_nothing_of_a_translation(bank: Path) -> None:
    name = KETTLE.replace(".de.md", ".de.fr.md")
    (bank / KETTLE).write_text(translation(KETTLE), "utf-8")
    assert examined(bank, name, translation(KETTLE)).facts is not None
    (bank / name).write_text(translation(KETTLE), "utf-8")
    assert "STR022" in {finding.code for finding in fresh(bank) if finding.place.path == name}


def test_a_task_list_in_a_passage_is_text(bank: Path) -> None:
    (bank / LOG).write_text(translation(LOG) + "\n- [x] gemessen\n- [ ] geschätzt\n", "utf-8")
    assert [finding for finding in fresh(bank) if finding.place.path == LOG] == []


@pytest.mark.parametrize("path", [KETTLE, FLASK, LITRES, LAYERS, LOG])
@settings(max_examples=30)
@given(data=st.data())
def test_any_text_beside_a_source(tmp_path_factory: pytest.TempPathFactory, path: str, data: st.DataObject) -> None:
    root = tmp_path_factory.getbasetemp() / "beside"
    if not root.exists():
        write_small_bank(root)
    header, body = translation(path).split("\n\n", 1)
    body = data.draw(st.one_of(made, texts, st.just(body)))
    text = data.draw(st.sampled_from([f"{header}\n\n{body}", header.replace("status", data.draw(texts)) + body]))
    raw = text.encode("utf-8", "surrogatepass")
    found = examine(decode("items/a.md", raw), setting_of(read_bank_files(root / "bank")))
    hold_outcome(raw, found)
    beside = examine(decode(path, raw), setting_of(read_bank_files(root / "bank")))
    assert beside.facts is not None or beside.findings
    assert all(finding.place.path == path for finding in beside.findings)


NAMES = ("water-states-001.de.md", "water-states-001.DE.md", "water-states-001.en.md", "a.de.md", "a.md", "x.y.z.md")
SOURCES = ("water-states-001@1", "water-states-01@1", "bath-log@3", "a@1", "true@1", "x@999999999", "''", "{}", "[a@1]")


@settings(max_examples=60, deadline=None)
@given(
    files=st.dictionaries(
        st.tuples(st.sampled_from(("", "items/", "items/water/", "stimuli/")), st.sampled_from(NAMES)).map("".join),
        st.tuples(
            st.sampled_from(SOURCES),
            st.sampled_from(("", "lang: de\n", "lang: fr\n", "lang: [\n", "kind: stimulus\n", "id: a\n", "status:\n")),
            st.one_of(st.sampled_from(list(BODIES.values())), made),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_names_and_sources_in_a_bank(files: dict[str, tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_small_bank(Path(folder))
        for path, (source, more, body) in files.items():
            text = f"---\ntranslates: {source}\nstatus: draft\n{more}---\n\n{body}"
            (root / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        found = fresh(root)
        assert {finding.place.path for finding in found} <= {*files, LOCK_FILE}
        for finding in found:
            assert len(finding.message.splitlines()) == len(finding.mend.splitlines()) == 1


EDITS = (
    ("- [x]", "- [ ]"),
    ("status: approved", "status: approved\nversion: 2"),
    ("@1\n", "@2\n"),
    ("Siedepunkt", "<b>Siedepunkt</b>"),
    ("objective: ", "scoring: per-option\nobjective: "),
    ("---\n", "--\n"),
)
PATHS = (SOURCE, KETTLE, "stimuli/bath-log.md", LOG)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_sequence_of_edits_of_source_and_translation(data: st.DataObject) -> None:
    """The cache knows that a translation follows from two files."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", folder + "/cache")
        patch.setattr(*TRUSTING)
        root = write_translated_bank(Path(folder))
        check_bank(root)
        gone: dict[Path, str] = {}
        for _ in range(data.draw(st.integers(1, 5))):
            path = root / data.draw(st.sampled_from(PATHS))
            time.sleep(0.01)
            if path in gone:
                path.write_text(gone.pop(path), "utf-8")
            elif data.draw(st.integers(0, 4)) == 0:
                gone[path] = path.read_text("utf-8")
                path.unlink()
            else:
                old, new = data.draw(st.sampled_from([*EDITS, *(pair[::-1] for pair in EDITS)]))
                path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            assert check_bank(root).findings == fresh(root)
