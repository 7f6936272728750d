"""Our table in pyproject.toml: which file, and what is wrong with it."""

from pathlib import Path

from exambank.config import tool_table


def test_the_nearest_file_counts_as_far_as_the_repository(tmp_path: Path) -> None:
    bank = tmp_path / "repository" / "bank"
    bank.mkdir(parents=True)
    above = tmp_path / "pyproject.toml"
    above.write_text("[tool.exambank.check]\nignore = ['TXT001']\n")
    table = tool_table(bank)
    assert table is not None
    assert (table.path, table.values) == (above, {"check": {"ignore": ["TXT001"]}})
    (tmp_path / "repository" / ".git").mkdir()
    assert tool_table(bank) is None
    (bank.parent / "pyproject.toml").write_text("[project]\nname = 'a'\n")
    assert tool_table(bank) is None


def test_a_file_that_is_no_toml_is_told_where_it_holds_our_table(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.other\n")
    assert tool_table(tmp_path) is None
    for text in ("[tool.exambank\n", "tool.exambank = 3\n"):
        path.write_text(text)
        table = tool_table(tmp_path)
        assert table is not None
        assert table.fault
    path.write_bytes(b"tool.exambank = '\xff'\n")
    assert tool_table(tmp_path) is not None


def test_lines_are_found_by_name_within_our_tables(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[a]\nignore = 1\n[tool.exambank]\n\n[tool.exambank.check]\nignore = []\n")
    table = tool_table(tmp_path)
    assert table is not None
    assert [table.line_of(name) for name in ("ignore", "select")] == [6, 3]
