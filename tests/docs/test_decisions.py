"""Decision pages: numbers taken once, one form, and all of them in the index."""

import re
from pathlib import Path

import pytest
from tests.docs.generate import ROOT

FOLDER = ROOT / "docs" / "decisions"
PAGES = sorted(FOLDER.glob("*.md"))
HEADINGS = ("Context", "Decision", "Measured", "Alternatives", "Look again")
STATUS = re.compile(r"^Status: (accepted|superseded by \d{4}), \d{4}-\d{2}-\d{2}$", re.MULTILINE)


def test_numbers_are_taken_once() -> None:
    numbers = [page.name[:4] for page in PAGES]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_has_number_status_and_headings(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name)
    assert text.startswith(f"# {page.name[:4]} ")
    assert STATUS.search(text), "a line `Status: accepted, YYYY-MM-DD`"
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == HEADINGS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_is_in_the_index(page: Path) -> None:
    assert f"(decisions/{page.name})" in (ROOT / "docs" / "README.md").read_text("utf-8")
