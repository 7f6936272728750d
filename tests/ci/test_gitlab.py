"""GitLab's job from the docs and from `init`, run by bash, and its reports as GitLab reads them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.ci.conftest import ROOT
from tests.ci.shell import run

from exambank.starting.files import GITLAB

# What GitLab's documentation requires (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
ISSUE = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "pattern": r"^(?!\./|/)."},  # relative, and without a leading ./
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {"begin": {"type": "integer", "minimum": 1}},
                },
            },
        },
    },
}
REPORT = Draft202012Validator({"type": "array", "items": ISSUE})
BAD = "bank/items/bad.md"


def documented() -> dict[str, Any]:
    """The job in docs/ci.md."""
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    found = re.search(r"^```yaml\n# \.gitlab-ci\.yml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found is not None
    job: dict[str, Any] = yaml.safe_load(found[1])["exam"]
    return job


JOBS: dict[str, dict[str, Any]] = {"docs": documented(), "init": yaml.safe_load(GITLAB)["exam"]}


@pytest.fixture(params=JOBS)
def job(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Either job."""
    return JOBS[request.param]


def reports(job: dict[str, Any], workspace: Path) -> tuple[list[dict[str, Any]], str]:
    """The code quality report and the JUnit file, where the job says that they are."""
    named = job["artifacts"]["reports"]
    assert job["artifacts"]["when"] == "always"
    issues: list[dict[str, Any]] = json.loads((workspace / named["codequality"]).read_text("utf-8"))
    REPORT.validate(issues)
    return issues, (workspace / named["junit"]).read_text("utf-8")


def parsed(junit: str) -> Any:
    """The file as junitparser reads it."""
    parser = pytest.importorskip("junitparser", reason="junitparser is not installed: dependency group `test`")
    return parser.JUnitXml.fromstring(junit.encode())


def test_a_clean_bank_passes_and_leaves_empty_reports(job: dict[str, Any], workspace: Path) -> None:
    done = run(job["script"], workspace)
    assert done.code == 0, done.err
    assert "✓ no findings in 4 items" in done.out
    issues, junit = reports(job, workspace)
    assert issues == []
    assert [(suite.tests, suite.failures) for suite in parsed(junit)] == [(1, 0)]


def test_findings_fail_the_job_and_are_in_both_reports(job: dict[str, Any], workspace: Path) -> None:
    (workspace / BAD).write_text("no front matter\n", "utf-8")
    item = workspace / "bank" / "items" / "planning-quota-001.md"
    item.write_text(item.read_text("utf-8").replace("A team", "A <b>team</b> <i>of</i>"), "utf-8")
    done = run(job["script"], workspace)
    assert done.code == 1
    assert "STR002 bad-front-matter" in done.out
    issues, junit = reports(job, workspace)
    assert [issue["location"]["path"] for issue in issues] == [BAD, "bank/items/planning-quota-001.md"]
    assert [issue["severity"] for issue in issues] == ["critical", "major"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    suite = next(iter(parsed(junit)))
    assert (suite.tests, suite.failures, suite.errors) == (2, 2, 0)
    results = {case.name: [type(result).__name__ for result in case.result] for case in suite}
    assert results == {BAD: ["Failure"], "bank/items/planning-quota-001.md": ["Failure"]}


def test_junit_keeps_what_is_below_the_fail_level_in_its_output(workspace: Path) -> None:
    item = workspace / "bank" / "items" / "planning-quota-001.md"
    item.write_text(item.read_text("utf-8").replace("A team", "A <b>team</b>"), "utf-8")
    done = run(["exambank check bank --format junit --fail-level error"], workspace)
    assert done.code == 0
    suite = next(iter(parsed(done.out)))
    assert (suite.tests, suite.failures) == (1, 0)
    case = next(iter(suite))
    assert case.is_passed
    assert "TXT001 raw-html" in case.system_out


def test_without_a_blueprint_the_reports_are_there_too(job: dict[str, Any], workspace: Path) -> None:
    (workspace / "bank" / "blueprint.yaml").unlink()
    assert run(job["script"], workspace).code == 1
    issues, _ = reports(job, workspace)
    assert [issue["location"]["path"] for issue in issues] == ["bank/blueprint.yaml"]


def test_a_usage_error_fails_the_job_at_once(workspace: Path) -> None:
    done = run([line.replace(" bank", " nowhere") for line in JOBS["docs"]["script"]], workspace)
    assert done.code == 2
