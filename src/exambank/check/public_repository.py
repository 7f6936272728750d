"""Whether the repository that a check runs for is public, as far as a CI service says so."""

import os
from pathlib import Path

import msgspec

GITHUB_EVENT = "GITHUB_EVENT_PATH"  # a file; docs.github.com, variables reference; Forgejo and Gitea set it too
GITLAB_VISIBILITY = "CI_PROJECT_VISIBILITY"  # public, internal or private; docs.gitlab.com, predefined variables


def is_public_repository() -> bool:
    """Whether GitHub's event or GitLab's variable calls the repository public; outside of CI nobody does."""
    if os.environ.get(GITLAB_VISIBILITY, "").lower() == "public":
        return True
    path = os.environ.get(GITHUB_EVENT)
    if not path:
        return False
    try:
        event = msgspec.json.decode(Path(path).read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    repository = event.get("repository") if isinstance(event, dict) else None
    return isinstance(repository, dict) and repository.get("private") is False
