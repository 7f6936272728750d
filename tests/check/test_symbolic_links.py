"""A bank's own files are no way out of the bank: what a link leads to is neither read nor quoted."""

import sys
from io import StringIO
from pathlib import Path

import pytest
from tests.bare_bank import write_bare_bank

from exambank.check.run import check_bank
from exambank.report.terminal import write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank without items."""
    return write_bare_bank(tmp_path / "bank")


@pytest.mark.parametrize("name", ["bank.yaml", "blueprint.yaml", "keys.lock", "second-keys.lock", "statistics.json"])
def test_linked_file_is_refused_and_not_quoted(bank: Path, name: str) -> None:
    outside = bank.parent / "secret.txt"
    outside.write_text("a password\n")
    (bank / name).unlink(missing_ok=True)
    (bank / name).symlink_to(outside)
    findings = check_bank(bank, use_cache=False).findings
    assert [one.message for one in findings if "symbolic link" in one.message]
    out = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(bank)
        write(findings, 0, out)
    assert "password" not in out.getvalue()
