"""The composite action's own steps, run by bash with the variables that GitHub sets."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from tests.ci.action_steps import Action, Outcome
from tests.ci.conftest import ROOT, skip_if_offline
from tests.ci.fake_github import TOKEN, GitHub

FILE = ROOT / ".github" / "actions" / "check" / "action.yml"
FRONT = "---\nid: planning-quota-009\nobjective: planning.quota\nstatus: draft\n---\n\n"
BAD = f"{FRONT}What <b>is</b> @team?\n\n- [x] A\n- [ ] B\n"

pytestmark = [
    pytest.mark.skipif(not FILE.is_file(), reason="a source distribution without the action"),
    pytest.mark.skipif(sys.platform == "win32", reason="bash of Windows is another one than that of GitHub's runners"),
]


def run(
    workspace: Path, job: dict[str, str], inputs: Mapping[str, str] | None = None, *, install: bool = False
) -> list[Outcome]:
    """The steps' outcomes; without `install` exambank is the one that runs this test."""
    action = Action.read(FILE)
    inputs = inputs or {}
    assert set(inputs) <= set(action.inputs)
    scripts = Path(sys.executable).parent
    context = {
        "github.action_path": str(FILE.parent),
        "github.event_name": job["GITHUB_EVENT_NAME"],
        "github.token": TOKEN,
        "runner.temp": str(Path(job["GITHUB_ENV"]).parent),
        "steps.python.outputs.python-path": sys.executable,
        **{f"inputs.{name}": value for name, value in inputs.items()},
    }
    if not install:
        if not (scripts / "exambank").is_file():
            pytest.skip("exambank is not installed beside this Python")
        Path(job["GITHUB_ENV"]).write_text(f"EXAMBANK={scripts / 'exambank'}\n", "utf-8")
        action = Action(action.inputs, [step for step in action.steps if step.get("name") != "Install exambank"])
    del job["GITHUB_TOKEN"]  # a step has it only where it asks for it
    return list(action.run(workspace, job, context))


def codes(outcomes: list[Outcome]) -> list[tuple[str, int]]:
    return [(one.name, one.code) for one in outcomes]


def test_a_bank_without_findings_is_reported_and_passes(workspace: Path, job: dict[str, str], github: GitHub) -> None:
    outcomes = run(workspace, job)
    assert codes(outcomes) == [("Report", 0), ("Comment", 0), ("Check", 0)], outcomes
    assert outcomes[2].out == "✓ no findings in 4 items\n"
    summary = Path(job["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    assert summary.startswith("### exambank\n\n✓ no findings in 4 items\n\n### Coverage: A small exam\n")
    assert [one["body"] for one in github.comments] == [f"<!-- exambank check: bank -->\n{summary}"]


def test_findings_are_commented_once_and_fail_the_last_step(
    workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    (workspace / "bank" / "items" / "bad.md").write_text(BAD, "utf-8")
    outcomes = run(workspace, dict(job))
    assert codes(outcomes) == [("Report", 0), ("Comment", 0), ("Check", 1)], outcomes
    assert "TXT001 raw-html" in outcomes[2].out
    body = github.comments[0]["body"]
    assert "(https://github.com/o/r/blob/abc123/bank/items/bad.md?plain=1#L7)" in body
    assert "@team" not in body
    (workspace / "bank" / "items" / "bad.md").unlink()
    assert codes(run(workspace, dict(job)))[-1] == ("Check", 0)
    assert len(github.comments) == 1
    assert "✓ no findings" in github.comments[0]["body"]


def test_the_summary_has_the_report_where_there_is_no_comment(
    workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    github.refusal = (403, "Resource not accessible by integration")
    outcomes = run(workspace, job)
    assert codes(outcomes) == [("Report", 0), ("Comment", 0), ("Check", 0)]
    assert outcomes[1].out.startswith("::notice title=exambank::no comment: the token may not comment (403")
    assert "### Coverage" in Path(job["GITHUB_STEP_SUMMARY"]).read_text("utf-8")


@pytest.mark.parametrize(("event", "inputs"), [("push", {}), ("pull_request", {"comment": "false"})])
def test_there_is_no_comment_where_none_is_asked_for(
    event: str, inputs: dict[str, str], workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    outcomes = run(workspace, job | {"GITHUB_EVENT_NAME": event}, inputs)
    assert codes(outcomes) == [("Report", 0), ("Check", 0)]
    assert github.asked == []


def test_inputs_reach_the_check(workspace: Path, job: dict[str, str]) -> None:
    (workspace / "bank" / "items" / "planning-quota-002.md").unlink()
    shutil.copytree(workspace / "bank", workspace / "other's bank")
    outcomes = run(workspace, job, {"bank": "other's bank", "format": "github", "comment": "false"})
    assert codes(outcomes)[-1] == ("Check", 1)
    assert outcomes[-1].out.startswith("::error file=other's bank/keys.lock,")


def test_a_fail_level_lets_warnings_pass(workspace: Path, job: dict[str, str]) -> None:
    item = workspace / "bank" / "items" / "planning-quota-001.md"
    item.write_text(item.read_text("utf-8").replace("A team", "A <b>team</b>"), "utf-8")
    assert codes(run(workspace, dict(job), {"comment": "false"}))[-1] == ("Check", 1)
    assert codes(run(workspace, dict(job), {"fail-level": "error", "comment": "false"}))[-1] == ("Check", 0)


def test_no_bank_fails_the_first_step_and_says_so(workspace: Path, job: dict[str, str], github: GitHub) -> None:
    outcomes = run(workspace, job, {"bank": "nowhere"})
    assert codes(outcomes) == [("Report", 2)]
    assert "there is no file or folder nowhere" in outcomes[0].err
    assert github.asked == []
    assert Path(job["GITHUB_STEP_SUMMARY"]).read_text("utf-8") == ""


@pytest.mark.hooks
def test_all_steps_with_the_installation(workspace: Path, job: dict[str, str], github: GitHub) -> None:
    outcomes = run(workspace, job, install=True)
    skip_if_offline(outcomes[0].err)
    assert codes(outcomes) == [("Install exambank", 0), ("Report", 0), ("Comment", 0), ("Check", 0)], outcomes
    assert len(github.comments) == 1


def test_our_own_workflow_gives_the_action_what_it_takes() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))["jobs"]
    step = next(step for step in jobs["bank"]["steps"] if step["uses"] == "./.github/actions/check")
    assert set(step["with"]) <= set(Action.read(FILE).inputs)
    assert jobs["bank"]["permissions"] == {"contents": "read", "pull-requests": "write"}
