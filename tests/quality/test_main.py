"""The command itself."""

from pathlib import Path

import pytest
from tests.quality import __main__ as command
from tests.quality import readers


@pytest.mark.parametrize(("required", "code"), [("", 0), ("1", 1)])
def test_without_the_banks_it_says_why(
    required: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "CORPUS", tmp_path / "corpus")
    monkeypatch.setenv("EXAMBANK_REQUIRE_SHARED", required)
    assert command.main([]) == code
    assert capsys.readouterr().out == f"skipped: {command.NO_CORPUS}\n"


def test_one_rule(corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus == readers.CORPUS
    monkeypatch.setattr(command, "examined_banks", lambda _: iter(()))
    assert command.main(["--rule", "OPT006", "--show"]) == 0
    out = capsys.readouterr().out
    assert "OPT006 longest-key" in out
    assert out.endswith("0 more in the held-out half, which are not shown\n")
