"""A small bank with a cache of its own."""

from pathlib import Path

import pytest
from tests.small_bank import write_small_bank


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small bank in a folder of its own, with a cache of its own."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    return write_small_bank(tmp_path)
