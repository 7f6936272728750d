"""`exambank lsp` without its extra; tests/lsp has the server itself."""

import sys

import pytest

from exambank.cli.group import run


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_the_extra_it_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith(("exambank.lsp", "exambank.cli.lsp", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert run(["lsp"]) == 2
    assert "install `exambank[lsp]`" in capsys.readouterr().err
