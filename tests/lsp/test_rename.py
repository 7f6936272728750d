"""Renaming ids, and what becomes of recorded keys."""

import shlex
from pathlib import Path

import pytest
from tests.blind_answers import put_on_record
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import MEASURES, ON_STIMULUS, STATES, STIMULUS, Desk, at, desk, edited

from exambank.check.run import check_bank
from exambank.cli.group import run
from exambank.keys.lock import read_lock
from exambank.lsp.bank_index import uri_of
from exambank.lsp.open_file import OpenFile
from exambank.lsp.rename import RenameRefusedError, Renaming, prepare_rename, rename
from exambank.source.discover import BASELINE_FILE

PLAIN = types.ClientCapabilities()
FULL = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Rename]
        )
    )
)


FORMS = ("forms/spring-a.yaml", "forms/spring-b.yaml")


def renamed(work: Desk, file: OpenFile, words: str, new: str) -> Renaming:
    return rename(work.bank, file, at(file, words, len(words)), new, PLAIN)


def applied(work: Desk, done: Renaming) -> set[str]:
    """Writes the edits to disk; returns the paths of the files that they touch."""
    paths = {
        uri_of(work.bank.root, path): path
        for path in [*work.bank.rows, "keys.lock", "second-keys.lock", BASELINE_FILE, *FORMS]
    }
    changed = set()
    for uri, edits in (done.edit.changes or {}).items():
        file = work.bank.file(paths[uri])
        (work.bank.root / file.path).write_text(edited(file.client, list(edits)), "utf-8", newline="\n")
        changed.add(file.path)
    return changed


def codes(work: Desk) -> list[str]:
    return [finding.code for finding in check_bank(work.bank.root).findings]


def with_enemies(work: Desk) -> None:
    for path, enemies in (
        (STATES, "[water-measures-001, air-layers-001]"),
        (ON_STIMULUS, '\n  - "water-measures-001"'),
    ):
        text = (work.bank.root / path).read_text("utf-8")
        work.write(path, text.replace("cognitive: apply", f"enemies: {enemies}\ncognitive: apply"))


def test_an_item_is_renamed_with_all_that_name_it_and_its_lock_entry(tmp_path: Path) -> None:
    work = desk(tmp_path)
    with_enemies(work)
    before = read_lock((work.bank.root / "keys.lock").read_text("utf-8")).entries
    done = renamed(work, work.open(MEASURES), "id: water", "water-volume-001")
    assert done.note is None
    assert applied(work, done) == {MEASURES, STATES, ON_STIMULUS, "keys.lock"}
    after = read_lock((work.bank.root / "keys.lock").read_text("utf-8")).entries
    assert after["water-volume-001@1"] == before["water-measures-001@1"], "no digest changes"
    assert {**after, "water-measures-001@1": after["water-volume-001@1"]}.items() >= before.items()
    assert codes(work) == []
    assert "enemies: [water-volume-001, air-layers-001]" in (work.bank.root / STATES).read_text("utf-8")


def test_it_is_renamed_where_it_is_a_variant(tmp_path: Path) -> None:
    work = desk(tmp_path)
    text = (work.bank.root / STATES).read_text("utf-8")
    work.write(STATES, text.replace("cognitive: apply", "variants: [water-measures-001]\ncognitive: apply"))
    assert applied(work, renamed(work, work.open(MEASURES), "id: water", "water-volume-001")) >= {MEASURES, STATES}
    assert "variants: [water-volume-001]" in (work.bank.root / STATES).read_text("utf-8")
    assert codes(work) == []


def test_it_is_renamed_from_a_reference_too(tmp_path: Path) -> None:
    work = desk(tmp_path)
    with_enemies(work)
    file = work.open(ON_STIMULUS)
    assert applied(work, renamed(work, file, '"water-measures', "water-volume-001")) >= {MEASURES, STATES}
    assert codes(work) == []


def test_a_key_of_options_is_left_for_a_person_to_accept(tmp_path: Path) -> None:
    """Their ids follow from the item's, so the digest changes; the note's command is run as it stands."""
    work = desk(tmp_path)
    done = renamed(work, work.open(STATES), "id: water", "water-boiling-001")
    assert applied(work, done) == {STATES}, "the lock is not touched"
    assert codes(work) == ["KEY001", "KEY011"], "a check fails until it is"
    assert done.note is not None
    command = shlex.split(done.note.split("`")[1])
    assert command[:5] == ["exambank", "keys", "accept", "water-states-001", "water-boiling-001"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(work.bank.root)
        assert run(command[1:]) == 0
    assert codes(work) == []


def test_a_stimulus_is_renamed_with_its_items_whose_texts_are_then_accepted(tmp_path: Path) -> None:
    work = desk(tmp_path)
    done = renamed(work, work.open(STIMULUS), "bath-log", "bath-notes")
    assert applied(work, done) == {STIMULUS, ON_STIMULUS}
    assert done.note is not None
    assert "exambank keys accept water-measures-003 --reason" in done.note
    assert codes(work) == ["LIF003"]


def test_findings_that_the_baseline_knows_stay_known(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.write(MEASURES, (work.bank.root / MEASURES).read_text("utf-8").replace("How many", "TODO How many"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(work.bank.root)
        assert run(["keys", "accept", "water-measures-001", "--reason", "for a test"]) == 0
        run(["check", "--write-baseline"])
    work.write(MEASURES, (work.bank.root / MEASURES).read_text("utf-8"))
    done = renamed(work, work.open(MEASURES), "id: water", "water-volume-001")
    assert applied(work, done) == {MEASURES, "keys.lock", BASELINE_FILE}
    assert "water-measures-001" not in (work.bank.root / BASELINE_FILE).read_text("utf-8")
    work.write(MEASURES, (work.bank.root / MEASURES).read_text("utf-8"))
    file = work.open(MEASURES)
    assert file.examined is not None
    assert [one.code for one in file.examined.findings] == ["STR017"]
    assert work.bank.new_findings(file) == ()


def test_the_file_is_renamed_where_the_client_can_and_it_bears_the_id(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.open(MEASURES)
    done = rename(work.bank, file, at(file, "id: water", 5), "water-volume-001", FULL)
    moved = (done.edit.document_changes or [])[-1]
    assert isinstance(moved, types.RenameFile)
    assert moved.new_uri == file.uri.replace("water-measures-001", "water-volume-001")
    (work.bank.root / "items" / "water" / "water-volume-001.md").write_text("in the way", "utf-8")
    done = rename(work.bank, file, at(file, "id: water", 5), "water-volume-001", FULL)
    assert not [one for one in done.edit.document_changes or [] if isinstance(one, types.RenameFile)]


def refusal(work: Desk, file: OpenFile, words: str, new: str) -> str:
    with pytest.raises(RenameRefusedError) as refused:
        renamed(work, file, words, new)
    return str(refused.value)


def test_ids_that_are_taken_or_none_are_refused(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.open(MEASURES)
    assert "lower-case words" in refusal(work, file, "id: water", "Water_1")
    assert "at most 64" in refusal(work, file, "id: water", "a" * 65)
    assert refusal(work, file, "id: water", "bath-log") == "the id bath-log is taken, by stimuli/bath-log.md"
    assert "id of an item or a stimulus" in refusal(work, file, "water.measures", "water.volumes")
    assert renamed(work, file, "id: water", "water-measures-001").edit.changes is None


def test_a_lock_that_is_not_utf8_is_not_written_anew(tmp_path: Path) -> None:
    work = desk(tmp_path)
    lock = work.bank.root / "keys.lock"
    lock.write_bytes(lock.read_bytes().replace(b'"reason": "', b'"reason": "gepr\xfcft, ', 1))
    assert "byte 0xFC is not UTF-8" in refusal(work, work.open(MEASURES), "id: water", "water-volume-001")


def test_blind_answers_follow_the_id_where_no_digest_changes(tmp_path: Path) -> None:
    work = desk(tmp_path)
    put_on_record(work.bank.root, "agrees: Bea")
    done = renamed(work, work.open(MEASURES), "id: water", "water-volume-001")
    assert "second-keys.lock" in applied(work, done)
    assert codes(work) == []


def test_blind_answers_stay_where_a_digest_changes(tmp_path: Path) -> None:
    work = desk(tmp_path)
    put_on_record(work.bank.root, "agrees: Bea")
    assert "second-keys.lock" not in applied(work, renamed(work, work.open(STATES), "id: water", "water-forms-001"))


def test_an_id_that_the_lock_remembers_is_refused(tmp_path: Path) -> None:
    work = desk(tmp_path)
    (work.bank.root / "items/air/air-layers-002.md").unlink()
    work.write(MEASURES, (work.bank.root / MEASURES).read_text("utf-8"))
    assert "ids are never reused" in refusal(work, work.open(MEASURES), "id: water", "air-layers-002")


def test_a_key_that_differs_from_the_lock_is_settled_first(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(MEASURES, "- 2000 ± 5 litres", "- 2001 ± 5 litres")
    assert "exambank keys list" in refusal(work, file, "id: water", "water-volume-001")


def test_a_broken_lock_or_file_that_may_name_the_id_is_mended_first(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.open(MEASURES)
    work.change(STATES, "status: approved", "enemies: [water-measures-001")
    assert f"{STATES} holds water-measures-001 and has errors" in refusal(work, file, "id: water", "water-volume-001")
    work.open(STATES)
    (work.bank.root / "keys.lock").write_text("{", "utf-8")
    assert "keys.lock: the lock is not JSON" in refusal(work, file, "id: water", "water-volume-001")


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.change(ON_STIMULUS, "id: water-measures-003", "id: water-measures-001")
    assert "2 files of the bank have the id" in refusal(work, work.open(MEASURES), "id: water", "water-volume-001")


def test_an_id_that_yaml_takes_for_a_word_is_put_in_quotation_marks(tmp_path: Path) -> None:
    work = desk(tmp_path)
    applied(work, renamed(work, work.open(MEASURES), "id: water", "null"))
    assert 'id: "null"' in (work.bank.root / MEASURES).read_text("utf-8")
    assert codes(work) == []


def test_a_bank_without_lock_is_renamed_all_the_same(tmp_path: Path) -> None:
    work = desk(tmp_path)
    (work.bank.root / "keys.lock").unlink()
    done = renamed(work, work.open(STATES), "id: water", "water-boiling-001")
    assert (applied(work, done), done.note) == ({STATES}, None)


def test_what_can_be_renamed_is_said_before(tmp_path: Path) -> None:
    file = desk(tmp_path).open(ON_STIMULUS)
    found = prepare_rename(file, at(file, "bath-log", 2))
    assert found is not None
    assert (found.placeholder, found.range.start) == ("bath-log", at(file, "bath-log"))
    assert prepare_rename(file, at(file, "water.measures")) is None
    assert prepare_rename(file, at(file, "How warm")) is None


def with_form(work: Desk, name: str, *paths: str, status: str = "published") -> str:
    """Writes a form that pins the items of these files, with the stimuli that they stand on."""
    rows = [facts for facts in (work.bank.rows[path] for path in paths) if facts is not None]
    stimuli = [facts for facts in work.bank.facts if facts.id in {one.stimulus for one in rows}]
    lines = ["format: 1", f"id: {name}", f"title: {name}", f"status: {status}", "bank: 1.2.3", "blueprint: 1.0.0"]
    for field, pins in (("items", rows), ("stimuli", stimuli)):
        pinned = [f'  - {{id: "{one.id}@{one.version}", digest: {one.text_digest}}}' for one in pins]
        lines += [f"{field}:", *pinned] if pinned else []
    path = f"forms/{name}.yaml"
    (work.bank.root / "forms").mkdir(exist_ok=True)
    work.write(path, "\n".join(lines) + "\n")
    return path


def test_an_item_is_renamed_in_the_forms_in_use(tmp_path: Path) -> None:
    work = desk(tmp_path)
    form = with_form(work, "spring-a", STATES, MEASURES)
    old = with_form(work, "spring-b", MEASURES, status="retired")
    done = renamed(work, work.open(MEASURES), "id: water", "water-volume-001")
    assert done.note is None
    assert applied(work, done) == {MEASURES, "keys.lock", form}
    assert "  - {id: water-volume-001@1, digest: " in (work.bank.root / form).read_text("utf-8")
    assert "water-measures-001@1" in (work.bank.root / old).read_text("utf-8"), "it tells of the bank as it was"
    assert codes(work) == []


def test_a_form_whose_digests_would_change_is_left_and_told_of(tmp_path: Path) -> None:
    work = desk(tmp_path)
    form = with_form(work, "spring-a", STATES, ON_STIMULUS)
    done = renamed(work, work.open(STIMULUS), "bath-log", "bath-notes")
    assert applied(work, done) == {STIMULUS, ON_STIMULUS}
    assert f"{form} is left as before" in str(done.note)
    assert "exambank keys accept water-measures-003" in str(done.note)
    assert "BNK008" in codes(work), "a check says it as well"


def test_an_item_on_a_stimulus_is_renamed_in_forms_too(tmp_path: Path) -> None:
    work = desk(tmp_path)
    form = with_form(work, "spring-a", ON_STIMULUS)
    done = renamed(work, work.open(ON_STIMULUS), "id: water", "water-bath-001")
    assert form in applied(work, done)
    assert "left as before" not in str(done.note)
    assert "BNK008" not in codes(work)


def test_a_form_that_may_name_the_id_is_mended_first(tmp_path: Path) -> None:
    work = desk(tmp_path)
    form = with_form(work, "spring-a", MEASURES)
    work.write(form, (work.bank.root / form).read_text("utf-8").replace("title:", "titel:"))
    assert f"{form} holds water-measures-001 and has errors" in refusal(
        work, work.open(MEASURES), "id: water", "water-volume-001"
    )
