"""`pytest --exambank`: a bank's items as tests beside a programme's own, and the items as a fixture for those.

Every pytest run in an environment with exambank imports this module, so it imports nothing else of exambank.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from exambank.model.item import AnyItem

LEVELS = ("error", "warning", "info")  # gravest first, as exambank.finding.Severity; a test compares the two


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds our options."""
    group = parser.getgroup("exambank", "exam items")
    group.addoption(
        "--exambank", action="store_true", help="Test each item, stimulus and settings file of the banks collected."
    )
    group.addoption(
        "--exambank-fail-level",
        choices=LEVELS,
        default="warning",
        help="The least severity that fails a test (error, warning or info); what is below is shown at the end.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Announces the marker, and adds the tests where they are asked for."""
    config.addinivalue_line("markers", "exambank: a file of a bank, as `exambank check` judges it")
    if config.getoption("--exambank"):
        from exambank.pytest_plugin.bank_tests import BankTests

        config.pluginmanager.register(BankTests(config), "exambank-tests")


@pytest.fixture(scope="session")
def exambank_bank(pytestconfig: pytest.Config) -> Path:
    """The folder of the bank that `exambank_items` reads: pytest's root folder, its `bank/`, or one above.

    A conftest.py with a fixture of this name names another.
    """
    from exambank.source.discover import find_bank

    found = find_bank(pytestconfig.rootpath)
    if found is None:
        pytest.fail(
            f"there is no bank.yaml in {pytestconfig.rootpath}, in its bank/ folder, or in a folder above", False
        )
    return found


@pytest.fixture(scope="session")
def exambank_items(exambank_bank: Path) -> "dict[str, AnyItem]":
    """The bank's items by their paths in the bank, in order of path; those that cannot be read are not among them."""
    from exambank.pytest_plugin.read_items import read_items

    return read_items(exambank_bank)
