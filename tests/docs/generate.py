"""Writes the pages of docs/ that are made from the code: `python -m tests.docs.generate [--check]`."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.docs.commands_page import commands_page
from tests.docs.formats_page import formats_page
from tests.docs.picture import finding_picture
from tests.docs.quality_page import quality_page
from tests.docs.rule_pages import index, rule_pages

ROOT = Path(__file__).parents[2]
RULES_FOLDER = "docs/rules"

PAGES: dict[str, Callable[[], str]] = {
    "docs/commands.md": commands_page,
    "docs/formats.md": formats_page,
    "docs/pictures/finding.svg": finding_picture,
    "docs/quality.md": quality_page,
    f"{RULES_FOLDER}/README.md": index,
    **{f"{RULES_FOLDER}/{name}": page for name, page in rule_pages().items()},
}


def drifted() -> list[str]:
    """Pages whose file differs from what the code says, and rule pages of no rule."""
    changed = [path for path, page in PAGES.items() if text_of(ROOT / path) != page()]
    return sorted([*changed, *strays()])


def strays() -> list[str]:
    """Files among the rules' pages that no rule has."""
    present = (file.relative_to(ROOT).as_posix() for file in (ROOT / RULES_FOLDER).glob("*"))
    return [path for path in present if path not in PAGES]


def text_of(path: Path) -> str | None:
    """The file's text; None where there is none."""
    return path.read_text("utf-8") if path.is_file() else None


def main(arguments: list[str]) -> int:
    """Writes what differs; with `--check` it only names it, and returns 1 if there is any."""
    differing = drifted()
    for path in differing:
        sys.stdout.write(f"{path}\n")
    if "--check" in arguments:
        return 1 if differing else 0
    for path in differing:
        target = ROOT / path
        if path in PAGES:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(PAGES[path](), "utf-8", newline="\n")
        else:
            target.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
