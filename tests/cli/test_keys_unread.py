"""An item whose file cannot be read is not gone: its entry in the lock stays."""

from pathlib import Path

import pytest
from tests.bare_bank import write_bare_bank

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import run

ITEM = """---
id: {id}
objective: planning.quota
status: draft
---

What comes first?

- [x] Budget
- [ ] Weather
"""


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank of two items whose keys are recorded."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    root = write_bare_bank(tmp_path / "bank")
    for name in ("planning-a", "planning-b"):
        (root / f"{name}.md").write_text(ITEM.format(id=name))
    assert run(["keys", "accept", "--all", "--reason", "first keys", "--bank", str(root)]) == CLEAN
    (root / "planning-a.md").write_text(ITEM.format(id="planning-a").replace("draft", "nearly done"))
    return root


@pytest.mark.parametrize("asked", ["planning-a", "--all"])
def test_accepting_an_unread_item_keeps_its_entry(bank: Path, asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = (bank / "keys.lock").read_bytes()
    assert run(["keys", "accept", asked, "--reason", "a new key", "--bank", str(bank)]) == FINDINGS
    assert "mend" in capsys.readouterr().err
    assert (bank / "keys.lock").read_bytes() == before


def test_an_item_that_can_be_read_is_accepted_beside_it(bank: Path) -> None:
    (bank / "planning-b.md").write_text(ITEM.format(id="planning-b").replace("Budget", "Need"))
    assert run(["keys", "accept", "planning-b", "--reason", "a new key", "--bank", str(bank)]) == CLEAN
    assert '"Need"' in (bank / "keys.lock").read_text("utf-8")
