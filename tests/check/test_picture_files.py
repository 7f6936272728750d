"""What pictures say is found once, and known until they change."""

import os
from pathlib import Path

import pytest
from tests.pictures import png_with

from exambank.check import picture_files
from exambank.check.cache import cache_folder
from exambank.check.fix_files import stripped_pictures
from exambank.check.run import check_bank
from exambank.finding import Finding

TEXT = "the picture's file holds text"
KEPT = png_with((b"tEXt", b"Author\0Me"))


@pytest.fixture
def told(bank: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bank with a picture that says something, in which no file is too young to be known."""
    (bank / "media" / "flask.png").write_bytes(KEPT)
    monkeypatch.setattr("exambank.check.cache.RACY", -(10**12))
    picture_files._seen.clear()
    return bank


def found(bank: Path, *, use_cache: bool = True) -> list[Finding]:
    return [one for one in check_bank(bank, use_cache=use_cache).findings if one.code == "SEC003"]


def change_blueprint(bank: Path) -> None:
    """Something else than a picture, after which the bank's rules run again."""
    path = bank / "blueprint.yaml"
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")


def test_a_known_picture_is_not_read_again(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [one.message for one in found(told)] == [TEXT]
    change_blueprint(told)
    monkeypatch.setattr(picture_files, "_said", lambda *_: pytest.fail("it was read again"))
    assert [one.message for one in found(told)] == [TEXT]


def test_a_changed_picture_is(told: Path) -> None:
    assert len(found(told)) == 1
    (told / "media" / "flask.png").write_bytes(png_with())
    assert found(told) == []


@pytest.mark.parametrize("content", [b"", b"null", b'{"fingerprint": "x", "files": {}}', b"[" * 100_000])
def test_a_broken_file_is_a_miss(told: Path, content: bytes) -> None:
    found(told)
    path = cache_folder(told) / picture_files.FILE
    assert path.is_file()
    path.write_bytes(content)
    change_blueprint(told)
    assert [one.message for one in found(told)] == [TEXT]


def test_without_the_cache_nothing_is_known_and_nothing_kept(told: Path) -> None:
    assert len(found(told, use_cache=False)) == 1
    assert not (cache_folder(told) / picture_files.FILE).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows gives no rights to take away")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_picture_that_cannot_be_read_is_told(told: Path) -> None:
    (told / "media" / "flask.png").chmod(0)
    assert found(told)[0].message.startswith("the picture cannot be looked through: it cannot be read")


def test_the_fix_is_the_file_less_what_it_said(told: Path) -> None:
    (picture,) = stripped_pictures(told, found(told))
    assert (picture.path, picture.before, picture.after) == ("media/flask.png", KEPT, png_with())
    assert picture.finding.fix is not None
    assert picture.finding.fix.edits == ()


def test_a_picture_that_changed_since_into_none_is_left(told: Path) -> None:
    findings = found(told)
    (told / "media" / "flask.png").write_bytes(b"no picture")
    (picture,) = stripped_pictures(told, findings)
    assert picture.after is None


def test_a_picture_that_is_gone_since_is_none(told: Path) -> None:
    findings = found(told)
    (told / "media" / "flask.png").unlink()
    assert list(stripped_pictures(told, findings)) == []
