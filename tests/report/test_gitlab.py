"""GitLab's code quality report: what its documentation requires of each entry, and no fingerprint twice."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from tests.report.samples import FINDINGS, ODD, any_findings, at, golden, written

from exambank.finding import Finding, Severity
from exambank.report import gitlab

SCHEMA = Draft202012Validator(TypeAdapter(list[gitlab.Issue]).json_schema())
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_the_samples(update: bool) -> None:
    text = written(gitlab, FINDINGS)
    assert text == golden("gitlab.json", text, update=update)


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(written(gitlab, [])) == []


@given(any_findings)
def test_any_finding_has_what_gitlab_needs(found: list[Finding]) -> None:
    issues = json.loads(written(gitlab, found))
    SCHEMA.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(found)
    assert {issue["severity"] for issue in issues} <= SEVERITIES


def test_a_file_name_that_is_no_utf_8() -> None:
    issues = json.loads(written(gitlab, [at(Severity.ERROR, ODD, 1)]))
    assert issues[0]["location"] == {"path": "bank/items/ä |b,c:100%\n?.md", "lines": {"begin": 1, "end": 1}}
