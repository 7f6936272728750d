"""What tests of the yardstick share."""

from pathlib import Path

import pytest
from tests.quality.examined import ExaminedItem, examined_banks


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The folder of the wild banks."""
    return shared / "corpus"


@pytest.fixture(scope="session")
def examined_items(corpus: Path) -> list[ExaminedItem]:
    """All items of all banks as the linter sees them."""
    return list(examined_banks(corpus))
