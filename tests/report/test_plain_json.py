"""Findings as JSON, by their published schema."""

import io
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from exambank.finding import Finding, Place, Severity
from exambank.report import counts
from exambank.report.plain_json import FindingsObject, write
from exambank.schemas import schema_text

SCHEMA = Draft202012Validator(TypeAdapter(FindingsObject).json_schema())
words = st.text(max_size=20)
findings = st.builds(
    Finding, words, words, st.sampled_from(Severity), words, words,
    st.builds(Place, words, *[st.integers(1, 10**6)] * 4),
)  # fmt: skip


def written(found: list[Finding], files: int) -> Any:
    out = io.StringIO()
    write(found, files, out)
    out.getvalue().encode()
    return json.loads(out.getvalue())


@settings(max_examples=50)
@given(st.lists(findings, max_size=4), st.integers(0, 10**6))
def test_the_output_keeps_to_its_schema_and_holds_all(found: list[Finding], files: int) -> None:
    data = written(found, files)
    SCHEMA.validate(data)
    assert data["files"] == files
    assert sum(data["counts"].values()) == len(found)
    assert [one["message"] for one in data["findings"]] == [finding.message for finding in found]


def test_a_finding_in_full() -> None:
    place = Place("bank/ä.md", 3, 5, 3, 9)
    found = Finding("OPT001", "duplicate-option", Severity.WARNING, "m “x”", "mend", place)
    assert written([found], 1)["findings"] == [
        {
            "code": "OPT001", "name": "duplicate-option", "severity": "warning", "message": "m “x”", "help": "mend",
            "path": "bank/ä.md", "line": 3, "column": 5, "end_line": 3, "end_column": 9,
                "fix": None,
        }
    ]  # fmt: skip


def test_a_file_name_that_is_no_utf_8() -> None:
    found = Finding("A", "a", Severity.ERROR, "m", "m", Place("bank/\udcff.md"))
    assert written([found], 1)["findings"][0]["path"] == "bank/?.md"


@settings(max_examples=50)
@given(st.lists(findings, max_size=4))
def test_counts_keep_to_their_schema_and_leave_none_out(found: list[Finding]) -> None:
    data = json.loads(counts.as_json(found))
    Draft202012Validator(json.loads(schema_text("counts"))).validate(data)
    assert sum(one["count"] for one in data["rules"]) == len(found)
