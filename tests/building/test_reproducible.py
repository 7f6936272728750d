"""The same bank gives the same bytes, wherever, whenever and however it is built."""

import os
import shutil
import time
from pathlib import Path

import pytest
from tests.building.conftest import Build, packages
from tests.figures_of_candidates import write_figures

from exambank.building.order import Order
from exambank.building.run import run
from exambank.formats import FORMATS
from exambank.formats.contract import Audience

SETTINGS = {
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "plain ASCII locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
}


@pytest.fixture
def first(bank: Path, build: Build, tmp_path: Path) -> dict[str, bytes]:
    """The packages of a plain build."""
    done = build(bank, tmp_path / "first", "--jobs", "1", env={"PYTHONHASHSEED": "0", "TZ": "UTC"})
    assert done.returncode == 0, done.stderr
    return packages(tmp_path / "first")


def test_a_build_makes_a_package_for_each_target_and_a_manifest(first: dict[str, bytes]) -> None:
    assert sorted(first) == sorted(["manifest.json", *(f"small-1.2.3-{target}.zip" for target in FORMATS)])


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_setting_does_not_matter(
    setting: str, bank: Path, build: Build, tmp_path: Path, first: dict[str, bytes]
) -> None:
    done = build(bank, tmp_path / "second", "--no-cache", env=SETTINGS[setting])
    assert done.returncode == 0, done.stderr
    assert packages(tmp_path / "second") == first


def test_the_folder_the_files_times_and_the_number_of_workers_do_not_matter(
    bank: Path, tmp_path: Path, first: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "somewhere else" / "bänk"
    shutil.copytree(bank, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr("exambank.building.run.POOL_FROM", 1)
    run(Order(copy, tmp_path / "second", tuple(FORMATS), workers=2))
    assert packages(tmp_path / "second") == first


@pytest.mark.parametrize("audience", list(Audience))
def test_what_candidates_did_is_in_no_package(audience: Audience, bank: Path, tmp_path: Path) -> None:
    run(Order(bank, tmp_path / "without", tuple(FORMATS), audience))
    write_figures(bank, "items/water/water-states-001.md", facility=0.61803)
    run(Order(bank, tmp_path / "with", tuple(FORMATS), audience))
    assert packages(tmp_path / "with") == packages(tmp_path / "without") != {}


def test_the_day_does_not_matter(
    bank: Path, tmp_path: Path, first: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 400 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "time_ns", lambda: int(later * 1e9))
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    run(Order(bank, tmp_path / "second", tuple(FORMATS), use_cache=False))
    assert packages(tmp_path / "second") == first


def test_a_second_build_finds_nothing_changed_and_a_damaged_package_is_built_again(
    bank: Path, build: Build, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    time.sleep(2.1)  # files younger than that may change again under the same time, and are not trusted
    assert build(bank, out).returncode == 0
    before = packages(out)
    assert "nothing changed" in build(bank, out).stdout
    (out / "small-1.2.3-qti21.zip").write_bytes(b"damaged")
    assert "nothing changed" not in build(bank, out).stdout
    assert packages(out) == before
