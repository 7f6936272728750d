"""A bank's own files are no way out of the bank: what a link leads to is neither read nor quoted."""

import sys
from io import StringIO
from pathlib import Path

import pytest

from exambank.check.run import check_bank
from exambank.report.terminal import write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")

BLUEPRINT = """title: Small
version: 1.0.0
form: {length: 1}
domains: [{id: planning, title: Planning, weight: 100, objectives: [{id: planning.quota, title: Plan}]}]
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank without items."""
    root = tmp_path / "bank"
    root.mkdir()
    (root / "bank.yaml").write_text("id: small\ntitle: Small\nversion: 1.0.0\n")
    (root / "blueprint.yaml").write_text(BLUEPRINT)
    return root


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
