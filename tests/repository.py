"""A folder of a test under git."""

import subprocess
from pathlib import Path

AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def commit(folder: Path) -> None:
    """Makes a repository of the folder, if it is none, and commits what it holds."""
    for words in (("init", "--quiet"), ("add", "--all"), (*AUTHOR, "commit", "--quiet", "--message=a")):
        subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)
