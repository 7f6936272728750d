"""Skeletons: ids that nothing has, and placeholders that nobody can ship."""

import re
from io import StringIO
from pathlib import Path

import pytest
from tests.small_bank import write_small_bank

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.run import bank_facts, check_bank
from exambank.cli.group import run
from exambank.cli.new import INTERACTIONS, LISTED
from exambank.formatting import formatted
from exambank.model.base import ITEM_ID
from exambank.model.from_syntax import interaction_of
from exambank.model.item import INTERACTIONS as IMPLEMENTED
from exambank.source.discover import walk
from exambank.source.read import read
from exambank.starting.skeleton import BODIES, fresh_id, taken_ids
from exambank.syntax.document import parse


class Terminal(StringIO):
    """A standard input that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    return write_small_bank(tmp_path)


def new(bank: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The new file's path in the bank."""
    capsys.readouterr()
    assert run(["new", "--bank", str(bank), *arguments]) == 0
    return Path(capsys.readouterr().out.removesuffix("\n")).relative_to(bank).as_posix()


@pytest.mark.parametrize("interaction", INTERACTIONS)
def test_a_skeleton_is_an_item_that_check_refuses_for_its_placeholders(
    bank: Path, capsys: pytest.CaptureFixture[str], interaction: str
) -> None:
    path = new(bank, capsys, "--interaction", interaction)
    document = parse(read(bank, path))
    assert interaction_of(document) == interaction
    assert document.fields["status"] == "draft"
    data = (bank / path).read_bytes()
    assert formatted(path, data).text.encode() == data
    findings = [finding for finding in check_bank(bank, use_cache=False).findings if finding.place.path == path]
    assert {finding.code for finding in findings} == {"STR017", "KEY001"}
    assert len([finding for finding in findings if finding.code == "STR017"]) == data.count(b"TODO") - (
        interaction in ("numeric", "short-text", "cloze")  # the placeholder among the accepted answers
    )


def test_there_is_a_skeleton_of_every_interaction() -> None:
    assert set(INTERACTIONS) == set(BODIES) == set(IMPLEMENTED)


def test_the_largest_gap_is_filled_first_and_ties_go_by_the_blueprint(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A form of 20 wants 12 of water, which has 6, and 8 of air, which has 2: a tie, so water comes first."""
    blueprint = bank / "blueprint.yaml"
    text = blueprint.read_text("utf-8").replace("length: 5", "length: 20")
    blueprint.write_text(text.replace("62.5", "60").replace("37.5", "40"), "utf-8")
    made = [new(bank, capsys) for _ in range(4)]
    assert made == [
        "items/water/water-states-004.md",
        "items/air/air-layers-003.md",
        "items/water/water-measures-005.md",
        "items/air/air-layers-004.md",
    ]


def test_a_bank_that_lacks_nothing_gets_one_where_it_has_least_to_spare(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(bank, capsys) == "items/air/air-layers-003.md"


def test_an_objective_can_be_named(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(bank, capsys, "--objective", "water.measures") == "items/water/water-measures-004.md"


def test_an_unknown_objective_is_a_usage_error_that_names_the_nearest(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--bank", str(bank), "--objective", "water.measure"]) == 2
    assert "Did you mean water.measures?" in capsys.readouterr().err
    assert run(["new", "--bank", str(bank), "--objective", "fire"]) == 2
    assert "Did you mean" not in capsys.readouterr().err


def test_a_terminal_is_asked_and_asked_again(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("water.measure\nwater.measures\n"))
    assert run(["new", "--bank", str(bank)]) == 0
    said = capsys.readouterr()
    assert said.out.endswith("water-measures-004.md\n")
    assert "  water.measures   3 items  Measure water\n" in said.err + said.out
    assert "Objective [air.layers]: " in said.err + said.out
    assert "Did you mean water.measures?" in said.err


def test_a_terminal_may_take_the_default(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("\n"))
    assert run(["new", "--bank", str(bank)]) == 0
    assert capsys.readouterr().out.endswith("air-layers-003.md\n")


def test_of_many_objectives_a_terminal_sees_those_that_lack_most(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "".join(f"      - {{id: air.layer-{number}, title: Layer {number}}}\n" for number in range(30))
    with (bank / "blueprint.yaml").open("a", encoding="utf-8") as blueprint:
        blueprint.write(more)
    monkeypatch.setattr("sys.stdin", Terminal("\n"))
    assert run(["new", "--bank", str(bank)]) == 0
    said = capsys.readouterr()
    listed = [line for line in (said.err + said.out).splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in listed[1:3]] == ["air.layer-0", "air.layer-1"]
    assert len(listed) == LISTED + 1
    assert listed[-1] == "  … and 13 more: exambank coverage --format json"


def test_a_terminal_is_not_asked_where_an_objective_was_given(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert new(bank, capsys, "--objective", "air.layers") == "items/air/air-layers-003.md"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("items/air/air-layers-040.md", "no front matter"),
        ("items/AIR-LAYERS-040.md", "---\nid: other\nstatus: draft\n---\n"),
        ("items/air/broken.md", "---\nid: air-layers-040\nstatus: [\n---\n"),
        ("items/air/broken.md", "---\nstatus: draft\nid: 'air-layers-040'\n"),
        ("stimuli/air.md", "---\nkind: stimulus\nid: air-layers-040\nstatus: draft\n---\n\nA text.\n"),
        ("retired/air.md", "---\nid: air-layers-040\nobjective: air.layers\nstatus: retired\n---\n\nOh?\n\n- [x] a\n"),
    ],
)
def test_an_id_is_unique_though_its_owner_is_broken_or_retired(
    bank: Path, capsys: pytest.CaptureFixture[str], path: str, text: str
) -> None:
    (bank / path).parent.mkdir(exist_ok=True)
    (bank / path).write_text(text, "utf-8")
    assert run(["new", "--bank", str(bank), "--id", "air-layers-040"]) == 2
    assert f"the id air-layers-040 is taken, by {path}" in " ".join(capsys.readouterr().err.split())
    assert new(bank, capsys) == "items/air/air-layers-041.md"


def test_an_id_in_the_lock_is_never_used_again(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bank / "items" / "air" / "air-layers-002.md").unlink()
    view = bank_view(read_bank_files(bank), list(walk(bank)), bank_facts(bank))
    assert taken_ids(bank, view)["air-layers-002"] == "keys.lock"
    assert new(bank, capsys) == "items/air/air-layers-003.md"


def test_a_file_that_git_ignores_is_not_written_over(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bank / ".gitignore").write_text("air-layers-003.md\n", "utf-8")
    (bank / "items" / "air" / "air-layers-003.md").write_text("mine", "utf-8")
    assert run(["new", "--bank", str(bank)]) == 2
    assert "air-layers-003.md exists and is left as it is" in " ".join(capsys.readouterr().err.split())
    assert (bank / "items" / "air" / "air-layers-003.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Air_1", "an id is up to 64 lower-case letters"),
        ("a" * 65, "an id is up to 64 lower-case letters"),
        ("air-key-001", "the id holds the word key"),
        ("air-layers-001", "the id air-layers-001 is taken"),
        ("../out", "an id is up to 64 lower-case letters"),
    ],
)
def test_an_id_that_cannot_be_had(bank: Path, capsys: pytest.CaptureFixture[str], given: str, said: str) -> None:
    before = sorted(bank.rglob("*"))
    assert run(["new", "--bank", str(bank), "--id", given]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert sorted(bank.rglob("*")) == before


def test_an_id_that_was_asked_for_is_taken_as_it_is(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(bank, capsys, "--id", "air-of-my-own") == "items/air/air-of-my-own.md"


@pytest.mark.parametrize(
    ("domain", "objective", "taken", "made"),
    [
        ("air", "air.layers", [], "air-layers-001"),
        ("air", "air.layers", ["air-other-007", "air-layers-002"], "air-layers-008"),
        ("air", "air.layers", ["airs-layers-007", "air-layers-999"], "air-layers-1000"),
        ("air", "air.layers", ["air-layers-" + "9" * 5000], "air-layers-001"),
        ("part-one", "maths.sums.carrying", [], "part-one-sums-carrying-001"),
        ("deals", "deals.solution-design", [], "deals-design-001"),
        ("key-2024", "key-2024.answer", [], "item-2024-001"),
        ("a", "a." + "long-" * 20 + "end", [], "a-" + "long-" * 11 + "lon-001"),
    ],
)
def test_an_id_from_domain_and_objective(domain: str, objective: str, taken: list[str], made: str) -> None:
    assert fresh_id(domain, objective, taken) == made
    assert len(made) <= 64
    assert re.fullmatch(ITEM_ID, made)


def test_keys_do_not_all_stand_at_one_place(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = set()
    for _ in range(8):
        lines = (bank / new(bank, capsys)).read_text("utf-8").splitlines()
        marks = [line for line in lines if line.startswith("- [")]
        places.add(next(number for number, line in enumerate(marks) if line.startswith("- [x]")))
    assert len(places) > 1


def test_a_new_item_of_a_domain_without_items_lies_in_a_folder_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    assert run(["init", str(tmp_path / "mine")]) == 0
    root = tmp_path / "mine" / "bank"
    assert new(root, capsys, "--objective", "reviewing.cues") == "items/reviewing/reviewing-cues-001.md"


def test_a_write_that_fails_is_a_message(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the domain's folder would be made."""
    for item in (bank / "items" / "air").iterdir():
        item.unlink()
    (bank / "items" / "air").rmdir()
    (bank / "items" / "air").write_text("", "utf-8")
    assert run(["new", "--bank", str(bank), "--objective", "air.layers"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Error: ")
    assert "items/air" in said
