"""Puts a report into the one comment of a pull request that holds it: `comment.py REPORT BANK`, in a job of GitHub's.

Whatever keeps it from doing so is said in a line of the log, and is no failure: the job's summary has the report too.
Nothing but Python's own library, and nothing of exambank.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

MOST = 65_536  # characters of a comment
A_PAGE = 100
SECONDS = 30


class Unable(Exception):  # noqa: N818 -- no error: the summary has the report
    """There is no comment; the words say why."""


def main(report: str, bank: str) -> str:
    """Writes the comment; what there is to be said of it.

    Raises:
        Unable: it cannot be written.
    """
    repository = os.environ["GITHUB_REPOSITORY"]
    number = pull_request()
    if not is_part_of(Path(bank), repository):
        raise Unable(f"{bank} is no committed part of {repository}, and is shown to nobody who may not read it")
    mark = f"<!-- exambank check: {quote(bank)} -->"
    body = f"{mark}\n{Path(report).read_text('utf-8')}"[:MOST]
    comments = f"/repos/{repository}/issues/{number}/comments"
    known = next((one for one in all_of(comments) if is_ours(one, mark)), None)
    if known is None:
        return f"commented: {ask('POST', comments, {'body': body})['html_url']}"
    if known["body"].replace("\r\n", "\n").rstrip() == body.rstrip():
        return f"the comment is as it was: {known['html_url']}"
    path = f"/repos/{repository}/issues/comments/{known['id']}"
    return f"comment updated: {ask('PATCH', path, {'body': body})['html_url']}"


def pull_request() -> int:
    """The number of the pull request that the job is for.

    Raises:
        Unable: it is for none.
    """
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    if "pull_request" not in event:
        raise Unable("this job is for no pull request")
    return int(event["pull_request"]["number"])


def is_part_of(bank: Path, repository: str) -> bool:
    """Whether the bank is committed in a checkout of this very repository, and not in another one beside or in it."""
    host = urlsplit(os.environ.get("GITHUB_SERVER_URL", "https://github.com")).netloc
    origin = git(bank, "config", "--get", "remote.origin.url").strip().removesuffix("/").removesuffix(".git")
    address = rf"(https://|ssh://)?([^@/]*@)?{re.escape(host)}[:/]{re.escape(repository)}"
    is_here = re.fullmatch(address, origin, re.IGNORECASE) is not None
    return is_here and git(bank, "ls-files", "--", "bank.yaml", "bank/bank.yaml") != ""


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder; nothing where it cannot."""
    trusted = ("-c", "safe.directory=*", "-c", "core.fsmonitor=false")  # in containers the checkout is another user's
    command = ["git", *trusted, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def all_of(path: str) -> Iterator[dict[str, Any]]:
    """Every comment, page by page, oldest first."""
    page = 1
    while True:
        found = ask("GET", f"{path}?per_page={A_PAGE}&page={page}")
        yield from found
        if len(found) < A_PAGE:
            return
        page += 1


def is_ours(comment: dict[str, Any], mark: str) -> bool:
    """Whether a job wrote it for this bank; anybody may write our mark, but not as a bot."""
    author = comment["user"] or {}
    return author.get("type") == "Bot" and (comment["body"] or "").startswith(mark)


def ask(method: str, path: str, data: object = None) -> Any:
    """GitHub's answer.

    Raises:
        Unable: it refuses, or cannot be reached.
    """
    token = os.environ.get("GITHUB_TOKEN")
    if not token:
        raise Unable("there is no GITHUB_TOKEN")
    request = Request(
        os.environ.get("GITHUB_API_URL", "https://api.github.com") + path,
        json.dumps(data).encode() if data is not None else None,
        {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "User-Agent": "exambank",
            "X-GitHub-Api-Version": "2022-11-28",
        },
        method=method,
    )
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            return json.load(answer)
    except HTTPError as error:
        raise Unable(refusal(error)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise Unable(f"GitHub cannot be reached: {error}") from error


def refusal(error: HTTPError) -> str:
    """What GitHub says, and for a token that may not comment what to do."""
    try:
        said = str(json.load(error)["message"])
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
        said = str(error.reason)
    if error.code == 403 and "rate limit" not in said.lower():
        return (
            f"the token may not comment (403, {said}): give the job `permissions: pull-requests: write`; "
            "of a pull request from a fork it never may"
        )
    return f"GitHub refuses ({error.code}, {said})"


def notice(text: str) -> str:
    """A line of the log that is shown on the job's page, as a workflow command."""
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    return f"::notice title=exambank::{text}"


if __name__ == "__main__":
    try:
        sys.stdout.write(main(*sys.argv[1:]) + "\n")
    except Unable as reason:
        sys.stdout.write(notice(f"no comment: {reason}. The job's summary has the report") + "\n")
