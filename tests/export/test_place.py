"""Finished files replace older ones whole, and nothing else in the folder is touched."""

from pathlib import Path

from exambank.export.place import ASIDE, READY, aside, finish, put_in_place


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_files_are_put_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "a.zip").write_text("old")
    folder = aside(tmp_path)
    (folder / "a.zip").write_text("new")
    (folder / "manifest.json").write_text("new")
    put_in_place(tmp_path)
    assert contents(tmp_path) == {"README.md": "mine", "a.zip": "new", "manifest.json": "new"}
    assert not (tmp_path / ASIDE).exists()


def test_what_a_build_left_unfinished_is_cleared_and_the_old_files_stay(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("old")
    (aside(tmp_path) / "a.zip").write_text("half")
    finish(tmp_path)
    assert contents(tmp_path) == {"a.zip": "old"}
    assert not (tmp_path / ASIDE).exists()


def test_a_build_killed_between_two_renames_is_finished_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("new, renamed before the kill")
    (tmp_path / "manifest.json").write_text("old")
    folder = aside(tmp_path)
    (folder / "b.zip").write_text("new")
    (folder / "manifest.json").write_text("new")
    (folder / READY).touch()
    finish(tmp_path)
    assert contents(tmp_path) == {"a.zip": "new, renamed before the kill", "b.zip": "new", "manifest.json": "new"}


def test_the_manifest_goes_last(tmp_path: Path) -> None:
    folder = aside(tmp_path)
    for name in ("manifest.json", "z.zip", "a.zip"):
        (folder / name).write_text(name)
    put_in_place(tmp_path)
    times = {name: (tmp_path / name).stat().st_ctime_ns for name in ("manifest.json", "z.zip", "a.zip")}
    assert times["manifest.json"] == max(times.values())
