"""Packages in another language hold the translations' texts under the ids and keys of their sources."""

import json
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.building.conftest import Build, packages
from tests.small_bank import accept_all
from tests.small_translations import BATH, BODIES, KETTLE, LOG, write_translations

from exambank.building.order import Built, Order
from exambank.building.run import run
from exambank.check.codes.not_translated import CODE
from exambank.formats import FORMATS
from exambank.formats.contract import Audience

ITEMS = len(BODIES) - 1  # without the stimulus


@pytest.fixture
def translated(bank: Path) -> Path:
    """The small bank with its translations; the two items that have none are drafts."""
    write_translations(bank)
    edit(bank / "blueprint.yaml", "length: 5", "length: 3")
    for path in ("water/water-states-002.md", "air/air-layers-002.md"):
        edit(bank / "items" / path, "status: approved", "status: draft")
    return bank


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def built_in(root: Path, out: Path, lang: str | None = "de", **others: Any) -> Built:
    return run(Order(root, out, tuple(FORMATS), lang=lang, use_cache=False, **others))


def items_of(out: Path) -> dict[str, Mapping[str, Any]]:
    """The items of the JSON package by id."""
    (name,) = (name for name in packages(out) if "-json" in name)
    with ZipFile(BytesIO(packages(out)[name])) as archive:
        bank = json.loads(archive.read("bank.json"))
    return {one["id"]: one for one in bank["items"]}


def test_every_target_holds_the_translations(translated: Path, tmp_path: Path) -> None:
    built = built_in(translated, tmp_path / "out")
    assert built.findings == ()
    assert [package.items for package in built.packages] == [ITEMS] * len(FORMATS)
    assert all("-de.zip" in package.name for package in built.packages)


def test_ids_and_keys_are_the_sources_and_texts_the_translations(translated: Path, tmp_path: Path) -> None:
    built_in(translated, tmp_path / "de")
    built_in(translated, tmp_path / "en", lang=None)
    german, english = items_of(tmp_path / "de"), items_of(tmp_path / "en")
    assert german.keys() == english.keys()
    for name, one in german.items():
        other = english[name]
        assert one["lang"] == "de"
        assert one["stem"] != other["stem"]
        same = ("version", "interaction", "objective", "cognitive", "difficulty", "points", "scoring", "shuffle")
        assert {field: one.get(field) for field in same} == {field: other.get(field) for field in same}
        ours, theirs = one.get("options", []), other.get("options", [])
        marks = ("id", "is_key", "share")
        assert [[o.get(m) for m in marks] for o in ours] == [[o.get(m) for m in marks] for o in theirs]
    assert german["water-states-003"]["options"][0]["text"] == "Wahr"
    assert [answer["text"] for answer in german["water-measures-002"]["answers"]] == ["Wasser", "H2O", "reines Wasser"]


CLOZE = """\
---
id: water-states-007
objective: water.states
status: approved
---

Ice is [____](#gap-what), and {rest} [____](#gap-word).

## Gap what

- [x] solid
- [ ] liquid

## Gap word

- melts
"""
LUECKEN = """\
---
translates: water-states-007@1
status: approved
---

Erwärmt [____](#gap-word) Eis, denn es ist [____](#gap-what).

## Gap word

- schmilzt
- taut

## Gap what

- [x] fest
- [ ] flüssig
"""


def test_gaps_are_the_sources_in_the_order_of_the_translation(translated: Path, tmp_path: Path) -> None:
    (translated / "items/water/water-states-007.md").write_text(CLOZE.format(rest="when heated"), "utf-8")
    (translated / "items/water/water-states-007.de.md").write_text(LUECKEN, "utf-8")
    accept_all(translated)
    for lang in ("de", None):
        built = built_in(translated, tmp_path / str(lang), lang=lang)
        assert built.findings == ()
    german, english = (items_of(tmp_path / lang)["water-states-007"]["gaps"] for lang in ("de", "None"))
    assert [gap["id"] for gap in german] == ["gap-word", "gap-what"]
    assert [answer["text"] for answer in german[0]["answers"]] == ["schmilzt", "taut"]
    assert [[o["id"], o["is_key"]] for o in german[1]["options"]] == [
        [o["id"], o["is_key"]] for o in english[0]["options"]
    ]


def test_a_build_without_a_language_holds_what_it_held(bank: Path, tmp_path: Path) -> None:
    built_in(bank, tmp_path / "before", lang=None)
    write_translations(bank)
    built = built_in(bank, tmp_path / "after", lang=None)
    before, after = packages(tmp_path / "before"), packages(tmp_path / "after")
    manifest = json.loads(after.pop("manifest.json"))
    assert manifest.pop("translations") == {"de": len(BODIES)}
    assert built.translations == {"de": len(BODIES)}
    assert manifest == json.loads(before.pop("manifest.json"))
    assert before == after


def test_twice_the_same_bytes_whatever_the_processes(translated: Path, tmp_path: Path) -> None:
    built_in(translated, tmp_path / "first")
    built_in(translated, tmp_path / "second", workers=2)
    assert packages(tmp_path / "first") == packages(tmp_path / "second")


def test_candidates_get_no_key_in_any_language(translated: Path, tmp_path: Path) -> None:
    """All keys are permuted, in sources and translations, and the packages stay the same."""
    built_in(translated, tmp_path / "before", audience=Audience.CANDIDATE)
    for path in [*(translated / "items").rglob("*.md")]:
        text = path.read_text("utf-8")
        turned = text.replace("- [x]", "- [?]").replace("- [ ]", "- [x]").replace("- [?]", "- [ ]")
        if text.count("- [x]") == 1 and text.count("- [ ]") == 1:
            path.write_text(turned, "utf-8")
    accept_all(translated)
    built_in(translated, tmp_path / "after", audience=Audience.CANDIDATE)
    assert packages(tmp_path / "before") == packages(tmp_path / "after")


Change = Callable[[Path], None]


def drafted(path: Path) -> None:
    edit(path, "status: approved", "status: draft")


FAULTS: dict[str, tuple[str, Change, str, str]] = {
    "gone": (KETTLE, Path.unlink, "water-states-001", "there is no translation"),
    "stale": (
        KETTLE.replace(".de", ""),
        lambda path: edit(path, "status: approved", "status: approved\nversion: 2"),
        "water-states-001",
        "the translation says version 1, and the source is at 2",
    ),
    "draft": (
        KETTLE,
        drafted,
        "water-states-001",
        "the translation is draft",
    ),
    "no stimulus": (
        LOG,
        Path.unlink,
        "water-measures-003",
        "of its stimulus bath-log, there is no translation",
    ),
    "draft on a stimulus": (
        BATH,
        drafted,
        "water-measures-003",
        "the translation is draft",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_there_stops_the_build(translated: Path, tmp_path: Path, fault: str) -> None:
    path, change, item_id, reason = FAULTS[fault]
    change(translated / path)
    accept_all(translated)
    built = built_in(translated, tmp_path / "out")
    (finding,) = built.findings
    assert finding.message == f"{item_id} cannot be built in `de`: {reason}"
    assert (finding.code, finding.name, finding.severity) == (CODE.code, CODE.name, CODE.severity)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_there_is_left_out_where_that_is_asked_for(translated: Path, tmp_path: Path, fault: str) -> None:
    path, change, item_id, reason = FAULTS[fault]
    change(translated / path)
    accept_all(translated)
    built = built_in(translated, tmp_path / "out", leaves_out=True)
    assert [package.items for package in built.packages] == [ITEMS - 1] * len(FORMATS)
    assert item_id not in items_of(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["untranslated"] == [{"item": item_id, "reason": reason}]
    assert manifest["lang"] == "de"


def test_an_item_that_is_in_the_language_itself_goes_in_as_it_is(translated: Path, tmp_path: Path) -> None:
    path = translated / "items/water/water-states-002.md"
    edit(path, "status: draft", "status: approved\nlang: de")
    edit(path, "as a solid? (Choose two.)", "as a solid?")
    accept_all(translated)
    built_in(translated, tmp_path / "out")
    assert items_of(tmp_path / "out")["water-states-002"]["stem"] == "Which of these hold water as a solid?"


def test_a_translation_that_does_not_fit_stops_every_build(translated: Path, tmp_path: Path) -> None:
    edit(translated / KETTLE, "- [ ] 110 °C\n  > Nur unter Druck.\n", "")
    for lang in (None, "de"):
        built = built_in(translated, tmp_path / "out", lang=lang, leaves_out=True)
        assert built.packages == ()
        assert built.check is not None
        assert "DUP005" in {finding.code for finding in built.check.findings}


def test_the_command_names_what_it_leaves_out(bank: Path, build: Build, tmp_path: Path) -> None:
    write_translations(bank)
    time.sleep(2.1)  # files younger than that may change again under the same time, and are not trusted
    refused = build(bank, tmp_path / "out", "--lang", "de")
    assert refused.returncode == 1
    assert refused.stderr.count("EXP005") == 2
    done = build(bank, tmp_path / "out", "--lang", "de", "--untranslated", "leave-out")
    assert done.returncode == 0
    assert "left out, since they are not there in de: 2 items\n  air-layers-002: there is no translation" in done.stderr
    assert f"{ITEMS} items in de for the instructor" in done.stdout
    again = build(bank, tmp_path / "out", "--lang", "de", "--untranslated", "leave-out")
    assert "nothing changed" in again.stdout
    other = build(bank, tmp_path / "other")
    assert f"translations are in no package without --lang: {len(BODIES)} de" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--lang", "German!"), "a language is a tag such as de or pt-BR"),
        (("--lang", "../de"), "a language is a tag such as de or pt-BR"),
        (("--untranslated", "leave-out"), "--untranslated goes with --lang"),
    ],
)
def test_what_cannot_be_asked_for(
    bank: Path, build: Build, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = build(bank, tmp_path / "out", *arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_language_that_nothing_is_in(bank: Path, tmp_path: Path) -> None:
    built = built_in(bank, tmp_path / "out", lang="fr", leaves_out=True)
    assert [finding.code for finding in built.findings] == ["EXP004"]
    assert "`fr`" in built.findings[0].message
