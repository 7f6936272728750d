"""The lists of spellings, and what of an item is compared with others."""

import pytest

from exambank.check.house_words import HouseWords
from exambank.check.language.spellings import LISTS, parted_of, spellings_of
from exambank.check.spellings import spellings
from exambank.check.wording import wording
from exambank.model import from_syntax
from exambank.source.read import decode
from exambank.syntax import document as syntax

FILE = "---\nid: a-1\nobjective: a.b\nstatus: draft\n---\n\n{stem}\n\n- [x] {option}\n- [ ] Weather\n"


def found(stem: str, option: str = "Budget", *terms: str, language: str = "en") -> tuple[str, ...]:
    document = syntax.parse(decode("items/a.md", FILE.format(stem=stem, option=option).encode()))
    item, _ = from_syntax.item(document, {})
    assert item is not None
    return spellings(wording(item, language, HouseWords(frozenset(terms))))


@pytest.mark.parametrize("language", LISTS)
def test_the_lists_hold_each_spelling_once(language: str) -> None:
    """In small letters, two or more a line."""
    lines = [line.split() for line in LISTS[language].strip().splitlines()]
    forms = [form for line in lines for form in line]
    assert [form for form in forms if forms.count(form) > 1 or form != form.lower()] == []
    assert [line for line in lines if len(line) < 2] == []
    assert len(spellings_of(language)) == len(forms)
    assert all(form.count(" ") == 1 for forms in parted_of(language).values() for form in forms)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Which E-mail was it?", ("e-mail",)),
        ("Whose web site, and which websites?", ("web site", "websites")),
        ("Whose site is on the web?", ()),
        ("Who are non-members, and who nonmembers?", ("non-members", "nonmembers")),
        ("What is a state-of-the-art plan for the 18-month term?", ()),
        ("What does `e-mail` mean?", ()),
        ("What is known?", ()),
    ],
)
def test_what_is_compared(text: str, forms: tuple[str, ...]) -> None:
    assert found(text) == forms


def test_the_options_count_as_well() -> None:
    assert found("What is it?", "An e-mail") == ("e-mail",)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Which opportunity is it?", ("opportunity=Opportunity",)),
        ("Which Opportunity is it?", ()),
        ("Opportunity or lead? Opportunity.", ()),
        ("Which opportunities are there?", ()),
        ("Which OPPORTUNITY is it?", ()),
    ],
)
def test_defined_terms(text: str, forms: tuple[str, ...]) -> None:
    assert found(text, "Budget", "Opportunity") == forms


def test_a_language_without_lists_has_compounds_alone() -> None:
    assert found("Welke e-mail, welke web site?", language="nl") == ("e-mail",)
