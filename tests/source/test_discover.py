"""Which files a bank has."""

import os
from pathlib import Path

import pytest

from exambank.source.discover import find_bank, inside_bank, is_item_source, source_of, translations_of, walk


def touch(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()


def found(root: Path) -> list[str]:
    return [stamp.path for stamp in walk(root)]


def test_files_come_in_order_of_path_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    touch(tmp_path, "b.md", "a/z.md", "a/y/x.md", ".git/config", "a/.b.md.swp", "ä.md", "B.md")
    assert found(tmp_path) == ["B.md", "a/y/x.md", "a/z.md", "b.md", "ä.md"]


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "a.md", "draft/b.md", "c.tmp", "keep.tmp")
    (tmp_path / ".gitignore").write_text("draft/\n*.tmp\n!keep.tmp\n")
    assert found(tmp_path) == ["a.md", "keep.tmp"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    """Neither one that leaves the bank nor one that makes a ring."""
    touch(tmp_path, "bank/a.md", "outside/secret.md")
    (tmp_path / "bank" / "link.md").symlink_to(tmp_path / "outside" / "secret.md")
    (tmp_path / "bank" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "bank" / "ring").symlink_to(tmp_path / "bank")
    assert found(tmp_path / "bank") == ["a.md"]


def test_a_stamp_changes_with_size_and_time(tmp_path: Path) -> None:
    touch(tmp_path, "a.md")
    (before,) = walk(tmp_path)
    (tmp_path / "a.md").write_text("more")
    (after,) = walk(tmp_path)
    assert (before.size, after.size) == (0, 4)
    assert before.identity != after.identity
    os.utime(tmp_path / "a.md", (0, 0))
    (set_back,) = walk(tmp_path)
    assert set_back.changed >= after.changed, "a time that is set back hides no change"


def test_the_bank_is_here_in_bank_or_above(tmp_path: Path) -> None:
    touch(tmp_path, "project/bank/bank.yaml", "project/bank/items/a/b.md", "project/docs/x", "other/x")
    bank = (tmp_path / "project" / "bank").resolve()
    for start in ("project", "project/bank", "project/bank/items/a", "project/docs"):
        assert find_bank(tmp_path / start) == bank
    assert find_bank(tmp_path / "other") is None


def test_a_folder_called_bank_yaml_is_no_bank(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").mkdir()
    assert find_bank(tmp_path) is None


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("a.png", "items/water/a.png"),
        ("../../media/a.png", "media/a.png"),
        ("./x/../a%20b.png", "items/water/a b.png"),
        ("%E2%82%AC.png", "items/water/€.png"),
        ("../../../a.png", None),
        ("../../..", None),
        ("..%2F..%2F../a.png", None),
        ("/a.png", None),
        ("%2Fa.png", None),
        ("C:/a.png", None),
        ("C%3A/a.png", None),
        ("https://example.org/a.png", None),
        ("data:image/png;base64,AA", None),
        ("..\\a.png", None),
        ("..%5C..%5Ca.png", None),
    ],
)
def test_a_reference_means_a_file_of_the_bank_or_none(reference: str, path: str | None) -> None:
    assert inside_bank("items/water/a.md", reference) == path


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("a.md", True),
        ("items/a/b.md", True),
        ("readme.md.md", True),
        ("README.md", False),
        ("items/readme.MD", False),
        ("items/ReadMe.md", False),
        ("a.markdown", False),
        ("a.md.bak", False),
    ],
)
def test_every_markdown_file_but_a_readme_is_an_item_or_a_stimulus(path: str, is_one: bool) -> None:
    assert is_item_source(path) is is_one


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a/x.de.md", ("a/x.md", "de")),
        ("x.pt-BR.md", ("x.md", "pt-BR")),
        ("x.zh-Hant-TW.md", ("x.md", "zh-Hant-TW")),
        ("x.gsw.md", ("x.md", "gsw")),
        ("x.de.fr.md", ("x.de.md", "fr")),
        ("a.de/x.md", None),
        ("x.md", None),
        ("a/.de.md", None),
        (".de.md", None),
        ("x.deutsch.md", None),
        ("x.d.md", None),
        ("x.v2.md", None),
        ("x.de-.md", None),
        ("x.de-A.md", None),
        ("x.dé.md", None),
        ("x..md", None),
    ],
)
def test_a_name_tells_the_source_and_the_language(path: str, source: tuple[str, str] | None) -> None:
    assert source_of(path) == source


def test_translations_of_what_was_touched() -> None:
    paths = ["a/x.de.md", "a/x.fr.md", "a/x.md", "b/x.de.md", "a/y.de.md"]
    assert translations_of({"a/x.md", "a/y.de.md"}, paths) == ["a/x.de.md", "a/x.fr.md"]
