"""Names of pictures that differ in capitals: what a case file cannot hold, since not every disk can."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies.sources import texts

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.fix import parts
from exambank.check.renamed_pictures import renamed_pictures
from exambank.check.rules.text.missing_media import check
from exambank.finding import FieldFix
from exambank.keys.lock import Lock
from exambank.source.read import decode
from exambank.syntax import document as syntax


def fixes(source: str, files: Iterable[str]) -> list[FieldFix | None]:
    facts = Facts(path="items/a.md", kind="item", id="a", version=1, status="draft", pictures=(source,))
    view = BankView([facts], [], None, None, Lock(), frozenset(files))
    return [fault.fix for fault in check(view)]


def test_of_two_files_that_differ_in_a_capital_none_is_chosen() -> None:
    assert fixes("../media/Funnel.png", ["media/funnel.png", "media/FUNNEL.png"]) == [None]
    assert fixes("../media/Funnel.png", ["media/FUNNEL.png", "media/tunnel.png"])[0] is not None


def test_a_file_of_the_very_name_is_no_fault() -> None:
    assert fixes("../media/funnel.png", ["media/funnel.png", "media/FUNNEL.png"]) == []


@given(texts, st.sampled_from(["a.png", "sub/b%20c.svg"]))
def test_any_text_keeps_all_but_its_pictures_sources(text: str, source: str) -> None:
    """The edits are of the parts that they name, and every one of them holds the source."""
    document = syntax.parse(decode("items/a.md", text.encode("utf-8", "surrogatepass")))
    names = dict(parts(document))
    for part, edit in renamed_pictures(document, source, "z.png"):
        assert part == "options" or part in names
        assert edit is None or edit.text == "z.png"
