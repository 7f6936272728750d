"""Forms: what is wrong with one is told once, at its place, and the others are read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_bank import write_small_bank

from exambank.check.bank_files import read_bank_files, read_forms
from exambank.check.run import check_bank
from exambank.model.form import Form

DIGEST = "0" * 64
SOUND = f"""\
format: 1
id: spring-a
title: Spring
bank: 1.0.0
blueprint: 1.0.0
solver: {{name: greedy, version: 1.0.0, seed: 7}}
items:
  - {{id: water-states-001@1, digest: {DIGEST}}}
  - {{id: water-states-002@12, digest: {DIGEST}, slot: pilot, anchor: true}}
"""


def read(root: Path, **texts: str | bytes) -> tuple[list[str], list[str]]:
    """The paths of the forms that could be read, and the findings."""
    (root / "forms").mkdir(exist_ok=True)
    paths = [f"forms/{name.replace('_', '-')}.yaml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    files = read_bank_files(root)
    forms = read_forms(files, ["bank.yaml", *paths])
    return list(forms), [f"{f.place.path}:{f.place.line}:{f.place.column} {f.code} {f.message}" for f in files.findings]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_small_bank(tmp_path)


def test_a_sound_form(root: Path) -> None:
    (root / "forms").mkdir()
    (root / "forms" / "spring-a.yaml").write_text(SOUND, "utf-8")
    (form,) = read_forms(read_bank_files(root), ["forms/spring-a.yaml"]).values()
    assert [(pin.name, pin.version, pin.slot, pin.anchor) for pin in form.items] == [
        ("water-states-001", 1, "scored", False),
        ("water-states-002", 12, "pilot", True),
    ]
    assert (form.status, form.is_retired, form.stimuli) == ("draft", False, ())
    assert [(field, number) for field, number, _ in form.pins] == [("items", 0), ("items", 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"id: \xff\n", "1:5 BNK010 byte 0xFF is not UTF-8"),
        ("items: [\n", "2:1 BNK010 YAML: "),
        ("", "1:1 BNK010 `id`: is missing"),
        (SOUND.replace("seed: 7", "seed: -7"), "6:46 BNK010 `solver.seed`: should be greater than or equal to 0"),
        (SOUND.replace("states-001@1", "states-001"), "8:10 BNK010 `items.0.id`: string should match"),
        (SOUND.replace("states-001@1", "states-001@0"), "8:10 BNK010 `items.0.id`: string should match"),
        (SOUND.replace(f"12, digest: {DIGEST}", "12, digest: abc"), "9:39 BNK010 `items.1.digest`: string should"),
        (SOUND.replace("states-002", "states-001"), "8:3 BNK010 `items`: water-states-001 stands 2 times on the form"),
        (SOUND.replace("slot: pilot", "slot: spare"), "9:111 BNK010 `items.1.slot`: should be 'scored' or 'pilot'"),
        (SOUND.replace("slot:", "slots:"), "9:112 BNK010 `items.1.slots`: there is no such field"),
        (SOUND.replace("spring-a", "spring-b"), "2:5 BNK010 the form spring-b is in spring-a.yaml"),
        (SOUND[: SOUND.index("items")] + "items: []\n", "7:8 BNK010 `items`: "),
    ],
)
def test_a_broken_form_costs_one_finding_and_no_other_form(root: Path, text: str | bytes, found: str) -> None:
    other = SOUND.replace("spring-a", "spring-c")
    forms, findings = read(root, spring_a=text, spring_c=other)
    assert forms == ["forms/spring-c.yaml"]
    assert len(findings) == 1
    assert findings[0].startswith(f"forms/spring-a.yaml:{found}")


def test_only_yaml_files_of_the_folder_are_forms(root: Path) -> None:
    (root / "forms" / "old").mkdir(parents=True)
    for name in ("forms/old/spring-a.yaml", "forms/spring-a.txt", "spring-a.yaml"):
        (root / name).write_text(SOUND, "utf-8")
    files = read_bank_files(root)
    assert read_forms(files, ["forms/old/spring-a.yaml", "forms/spring-a.txt", "spring-a.yaml"]) == {}
    assert files.findings == []


def test_the_other_ending_is_told(root: Path) -> None:
    (root / "forms").mkdir()
    (root / "forms" / "spring-a.yml").write_text(SOUND, "utf-8")
    files = read_bank_files(root)
    assert read_forms(files, ["forms/spring-a.yml"]) == {}
    assert [finding.mend for finding in files.findings] == ["call the file spring-a.yaml, or mend the id"]


def test_a_changed_form_is_looked_at_again(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though no item changed, and everything else comes from the cache."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    before = check_bank(root)
    (root / "forms").mkdir()
    (root / "forms" / "spring-a.yaml").write_text(SOUND.replace("spring-a", "x"), "utf-8")
    after = check_bank(root)
    assert after.examined == 0
    assert [finding.code for finding in {*after.findings} - {*before.findings}] == ["BNK010"]


@given(st.text(alphabet="abc: \n-{}[]@0123,\"'#&*!|>", max_size=200))
def test_no_text_crashes(text: str) -> None:
    """Whatever a form's file holds is a form, or one finding."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        forms, findings = read(write_small_bank(Path(folder)), spring_a=text)
        assert len(forms) + len([one for one in findings if one.startswith("forms/")]) == 1


def test_a_form_written_as_data_is_the_same() -> None:
    form = Form.model_validate(
        {"id": "a", "title": "A", "bank": "1.0.0", "blueprint": "1", "items": [{"id": "a@1", "digest": DIGEST}]}
    )
    assert Form.model_validate(form.model_dump(is_json=True)) == form
