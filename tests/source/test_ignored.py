"""What git ignores, by git's own account."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exambank.source.discover import walk

PATHS = [
    "bank.yaml", "a.md", "b.md", "build/a.md", "items/a.md", "items/b.tmp", "items/build/a.md", "items/deep/x/a.md",
    "items/deep/x/b.md", "items/[a].md", "items/ä.md", "items/#a.md", "items/deep/bank/a.md",
]  # fmt: skip
FOLDERS = ["", "programme/", "programme/bank/", "programme/bank/items/", "programme/bank/items/deep/"]
PATTERNS = """\
a.md|/a.md|build/|build|*.tmp|!a.md|!b.md|items/|/items/*.md|items/deep|**/x/|deep/**|x/a.md|bank/items/a.md
!items/deep/x/a.md|# no|\\#a.md|[[]a].md|*|!*.md||  |/|!|\\|[|a.md  |programme/bank/b.md|/programme/|ä.md|**|!/
a/**/b/**|***|items/*/|a[|!build/""".replace("\n", "|").split("|")
patterns = st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3)


def git(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True, env=environment)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("git") is None:
        pytest.skip("git is not installed, and this asks it")
    folder = tmp_path_factory.mktemp("ignored")
    git(folder, "init", "--quiet")
    for path in PATHS:
        file = folder / "programme" / "bank" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return folder


def seen(repository: Path, rules: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """The bank's files as we see them, and as git does, with these lines in the folders' files."""
    for folder in FOLDERS:
        lines = rules.get(folder, [])
        file = repository / folder / ".gitignore"
        if lines:
            file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        else:
            file.unlink(missing_ok=True)
    bank = repository / "programme" / "bank"
    command = ("ls-files", "-z", "--others", "--exclude-per-directory=.gitignore", "--", ".")
    theirs = [path for path in git(bank, *command).split("\0") if path and ".gitignore" not in path]
    return [stamp.path for stamp in walk(bank)], sorted(theirs)


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(FOLDERS), st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3), max_size=4)
)
def test_any_files_of_patterns_leave_out_what_git_leaves_out(repository: Path, rules: dict[str, list[str]]) -> None:
    ours, theirs = seen(repository, rules)
    if "bank.yaml" in theirs:  # a bank that git ignores as a whole is looked at all the same
        assert ours == theirs


def test_files_above_in_and_below_the_bank(repository: Path) -> None:
    rules = {"": ["build/", "*.tmp"], "programme/bank/": ["/b.md"], "programme/bank/items/deep/": ["x/*", "!x/b.md"]}
    ours, theirs = seen(repository, rules)
    assert ours == theirs
    left_out = {"b.md", "build/a.md", "items/b.tmp", "items/build/a.md", "items/deep/x/a.md"}
    assert set(PATHS) - set(ours) == left_out


@pytest.mark.parametrize("line", ["programme/", "bank", "*", "bank.yaml"])
def test_a_bank_that_is_ignored_itself_is_asked_for_all_the_same(line: str, repository: Path) -> None:
    assert seen(repository, {"": [line]})[0] == sorted(PATHS)


def test_files_above_count_as_far_as_the_repository(repository: Path) -> None:
    seen(repository, {"": ["a.md"]})
    git(repository / "programme", "init", "--quiet")
    try:
        assert "a.md" in [stamp.path for stamp in walk(repository / "programme" / "bank")]
    finally:
        shutil.rmtree(repository / "programme" / ".git")
