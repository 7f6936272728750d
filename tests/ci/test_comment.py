"""The action's script against a server that answers as GitHub does: one comment, whatever happens, and no failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ci.conftest import ROOT, git
from tests.ci.fake_github import GitHub

SCRIPT = ROOT / ".github" / "actions" / "check" / "comment.py"
MARK = "<!-- exambank check: bank -->"

pytestmark = pytest.mark.skipif(not SCRIPT.is_file(), reason="a source distribution without the action")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text("### exambank\n\nä finding\n", "utf-8")
    return path


def comment(report: Path, workspace: Path, job: dict[str, str], bank: str = "bank") -> str:
    """What the script says; it never fails."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(report), bank],
        cwd=workspace, env={**os.environ, **job}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    return done.stdout.strip()


def test_a_comment_is_made_where_there_is_none(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    github.add("Looks good", "octocat", "User")
    assert comment(report, workspace, job) == "commented: https://github.com/o/r/pull/7#issuecomment-2"
    assert github.comments[1]["body"] == f"{MARK}\n### exambank\n\nä finding\n"
    assert github.asked == ["GET /issues/7/comments", "POST /issues/7/comments"]


def test_the_comment_is_updated_and_left_where_nothing_changed(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    comment(report, workspace, job)
    report.write_text("### exambank\n\nnothing\n", "utf-8")
    assert comment(report, workspace, job) == "comment updated: https://github.com/o/r/pull/7#issuecomment-1"
    github.comments[0]["body"] = github.comments[0]["body"].replace("\n", "\r\n").rstrip()
    assert comment(report, workspace, job).startswith("the comment is as it was: ")
    assert [line.split()[0] for line in github.asked] == ["GET", "POST", "GET", "PATCH", "GET"]
    assert len(github.comments) == 1


@pytest.mark.parametrize(("before", "pages"), [(99, 1), (100, 2), (250, 3)])
def test_the_comment_is_found_on_any_page(
    before: int, pages: int, report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    for number in range(before):
        github.add(f"comment {number}", "octocat", "User")
    github.add(f"{MARK}\nold")
    assert comment(report, workspace, job).startswith("comment updated")
    assert github.asked.count("GET /issues/7/comments") == pages
    assert github.comments[before]["body"].endswith("ä finding\n")


def test_a_hundred_comments_and_none_of_ours(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    for _ in range(100):
        github.add("comment", "octocat", "User")
    assert comment(report, workspace, job).startswith("commented")
    assert len(github.comments) == 101


def test_nobody_elses_comment_is_written_over(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    github.add(f"{MARK}\nmine", "octocat", "User")
    github.add(f"> {MARK}\n> quoted", "another[bot]", "Bot")
    github.add("<!-- exambank check: other/bank -->\nof another bank")
    github.comments.append({"id": 4, "html_url": "", "body": None, "user": None})  # of a deleted account
    before = [dict(one) for one in github.comments]
    assert comment(report, workspace, job).startswith("commented")
    assert github.comments[:4] == before


def test_a_token_that_may_not_comment_is_told_what_it_lacks(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    github.refusal = (403, "Resource not accessible by integration")
    assert comment(report, workspace, job) == (
        "::notice title=exambank::no comment: the token may not comment (403, Resource not accessible by integration): "
        "give the job `permissions: pull-requests: write`; of a pull request from a fork it never may. "
        "The job's summary has the report"
    )
    assert github.comments == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"GITHUB_TOKEN": ""}, "there is no GITHUB_TOKEN"),
        ({"GITHUB_TOKEN": "another"}, "GitHub refuses (401, Bad credentials)"),
        ({"GITHUB_REPOSITORY": "o/elsewhere"}, "bank is no committed part of o/elsewhere"),
        ({"GITHUB_API_URL": "http://127.0.0.1:1"}, "GitHub cannot be reached: "),
    ],
    ids=["no token", "wrong token", "another repository", "no network"],
)
def test_what_keeps_a_comment_away_is_said(
    change: dict[str, str], said: str, report: Path, workspace: Path, job: dict[str, str]
) -> None:
    assert comment(report, workspace, {**job, **change}).startswith(f"::notice title=exambank::no comment: {said}")


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ((500, "Server\nError"), "GitHub refuses (500, Server%0AError)"),
        ((403, "API rate limit exceeded"), "GitHub refuses (403, API rate limit exceeded)"),
        ((404, "Not Found"), "GitHub refuses (404, Not Found)"),
    ],
)
def test_other_refusals_are_said_as_they_are(
    refusal: tuple[int, str], said: str, report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    github.refusal = refusal
    assert f"no comment: {said}. The job's summary has the report" in comment(report, workspace, job)


def test_an_event_without_a_pull_request_asks_nothing(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    Path(job["GITHUB_EVENT_PATH"]).write_text("{}", "utf-8")
    assert "this job is for no pull request" in comment(report, workspace, job)
    assert github.asked == []


def test_a_bank_of_another_repository_is_not_shown(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    """A private bank that a job of a public repository checks out beside its own files."""
    private = workspace / "private"
    private.mkdir()
    (workspace / "bank").rename(private / "bank")
    git(private, "init", "--quiet")
    git(private, "remote", "add", "origin", "https://github.com/o/private")
    git(private, "add", "--all")
    assert "private/bank is no committed part of o/r" in comment(report, workspace, job, "private/bank")
    assert github.asked == []


def test_a_bank_that_is_not_committed_is_not_shown(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    git(workspace, "rm", "--quiet", "--cached", "bank/bank.yaml")
    assert "bank is no committed part of o/r" in comment(report, workspace, job)
    assert github.asked == []


@pytest.mark.parametrize(
    "origin",
    ["https://github.com/O/R.git", "git@github.com:o/r.git", "ssh://git@github.com/o/r", "https://x:y@github.com/o/r/"],
)
def test_the_repository_is_known_by_any_address(
    origin: str, report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    git(workspace, "remote", "set-url", "origin", origin)
    assert comment(report, workspace, job, ".").startswith("commented")
    assert github.comments[0]["body"].startswith("<!-- exambank check: . -->")


def test_a_report_beyond_githubs_limit_is_cut(
    report: Path, workspace: Path, job: dict[str, str], github: GitHub
) -> None:
    """`check` keeps below it; a plugin's or a later report may not."""
    report.write_text("ä" * 70_000, "utf-8")
    assert comment(report, workspace, job).startswith("commented")
    assert len(github.comments[0]["body"]) == 65_536
