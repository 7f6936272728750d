"""What the .gitignore files of a repository leave out of a bank."""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

IGNORE_FILE = ".gitignore"
GLOB = re.compile(r"[*?\[\]\\!#]")
NAMED_GROUP = re.compile(r"\(\?P<\w+>")


def ignore_rules(root: Path, folders: Iterable[str]) -> Callable[[str], bool] | None:
    """A test for paths in the bank that git ignores; None where no .gitignore says anything.

    `folders` are those of the bank that may have such a file, as prefixes of paths. The files above the bank count as
    far as the repository's folder, unless they leave out the bank itself: then it is asked for all the same.
    """
    root = root.resolve()
    above = _above(root)
    prefix = "".join(f"{folder.name}/" for folder in (*above[1:], root)) if above else ""
    inside = [line for folder in sorted(folders, key=_depth) for line in _lines(root, folder, prefix)]
    outside = [line for folder in above for line in _lines(folder, "", _prefix(above[0], folder))]
    if outside and _test([*outside], prefix)("bank.yaml"):
        outside = []
    return _test([*outside, *inside], prefix) if outside or inside else None


def is_ignored(root: Path, path: str) -> bool:
    """Whether git ignores this one path in the bank."""
    ignored = ignore_rules(root, ["", *(path[: at + 1] for at, letter in enumerate(path) if letter == "/")])
    return ignored is not None and ignored(path)


def _above(root: Path) -> list[Path]:
    """The folders above the bank, from the repository's on; none where the bank is the repository, or in none."""
    above: list[Path] = []
    folder = root
    while not (folder / ".git").exists():
        if folder == folder.parent:
            return []
        folder = folder.parent
        above.insert(0, folder)
    return above


def _prefix(top: Path, folder: Path) -> str:
    return "".join(f"{part}/" for part in folder.relative_to(top).parts)


def _depth(folder: str) -> int:
    return folder.count("/")


def _lines(root: Path, folder: str, prefix: str) -> Iterator[str]:
    """The patterns of a folder's file, as if they stood in the topmost one: deeper files come later, and win."""
    file = root / folder / IGNORE_FILE
    if file.is_symlink() or not file.is_file():
        return
    place = GLOB.sub(r"\\\g<0>", prefix + folder)
    for line in file.read_text("utf-8", "replace").splitlines():
        sign, pattern = ("!", line[1:]) if line.startswith("!") else ("", line)
        if not pattern.strip(" /") or line.startswith("#"):
            continue
        if not place:
            yield line
        elif "/" in pattern.strip().rstrip("/"):
            yield f"{sign}/{place}{pattern.lstrip('/')}"
        else:
            yield f"{sign}/{place}**/{'*' if set(pattern) == {'*'} else pattern}"


def _test(lines: list[str], prefix: str) -> Callable[[str], bool]:
    """Whether the patterns leave a path out, folder by folder: nothing in a folder that is left out comes back.

    One regular expression asks for all that leave out something, since a bank has thousands of paths that none of them
    matches, and only what it finds is asked for one by one.
    """
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings(action="ignore"):  # of sets of characters that Python may read otherwise some day
        spec = GitIgnoreSpec(pattern for line in lines for pattern in patterns(line))
        leaving_out = [one.regex.pattern for one in spec.patterns if one.include and one.regex is not None]
        quick = re.compile("|".join(f"(?:{NAMED_GROUP.sub('(?:', pattern)})" for pattern in leaving_out))

    def is_ignored(path: str) -> bool:
        path = prefix + path
        if not leaving_out or quick.match(path) is None:
            return False
        folders = (path[: at + 1] for at, letter in enumerate(path) if letter == "/")
        return any(map(spec.match_file, folders)) or spec.match_file(path)

    return is_ignored


def patterns(line: str) -> Sequence[Any]:
    """The line as pathspec's patterns; none where it is no pattern, which git passes over too."""
    from pathspec import GitIgnoreSpec

    try:
        return list(GitIgnoreSpec.from_lines([line]).patterns)
    except ValueError:
        return []
