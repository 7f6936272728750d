"""Formatting a buffer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from tests.lsp.desk import STATES, desk, edited

from exambank.formatting import formatted
from exambank.lsp.formatting import formatting
from exambank.lsp.positions import ClientText
from exambank.lsp.text_edits import line_edits


def test_the_edits_make_what_fmt_would_write(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "A kettle boils at **sea level**", "A   kettle boils at __sea level__")
    edits = formatting(file)
    assert edited(file.client, edits) == formatted(STATES, file.text.encode()).text
    assert [edit.range.start.line for edit in edits] == [8], "other lines are left alone"


def test_a_file_in_canonical_form_or_with_errors_gets_no_edits(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.write(STATES, formatted(STATES, (work.bank.root / STATES).read_bytes()).text)
    assert formatting(work.open(STATES)) == []
    assert formatting(work.change(STATES, "status: approved", "status: [")) == []
    assert formatting(work.open("bank.yaml")) == []


TEXTS = st.text(st.sampled_from("ab\n\r\u2028é😀"), max_size=30)


@given(TEXTS, TEXTS)
def test_line_edits_lead_from_any_text_to_any_other(before: str, after: str) -> None:
    text = ClientText(before)
    assert edited(text, line_edits(text, after)) == after
