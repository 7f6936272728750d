"""What each strategy picks of an item's options."""

import pytest

from exambank.check.guessing import STRATEGIES, Look, guesses
from exambank.check.wording import Wording, wording
from exambank.model import from_syntax
from exambank.source.read import decode
from exambank.syntax import document as syntax

HEADER = "---\nid: planning-quota-001\nobjective: planning.quota\nstatus: draft\n---\n\nWhich one?\n\n"


def words_of(*options: str) -> Wording:
    """An item with these options, the first of them the key."""
    lines = [f"- [{' ' if number else 'x'}] {option}\n" for number, option in enumerate(options)]
    document = syntax.parse(decode("items/case.md", (HEADER + "".join(lines)).encode()))
    item, _ = from_syntax.item(document, {})
    assert item is not None
    return wording(item, "en")


@pytest.mark.parametrize(
    ("name", "options", "picks"),
    [
        ("longest", ("Budget", "Authority", "Need"), [1]),
        ("longest", ("Budget", "Purses", "Need"), [0, 1]),
        ("longest", ("None of the above", "Purse", "Need"), [1]),
        ("longest", ("Budget", "Purses", "Wallet"), []),
        ("shortest", ("Budget", "Authority", "Need"), [2]),
        ("most-convergent", ("local mean", "local sum", "early mean", "other odds"), [0]),
        ("odd-one-out", ("local mean", "local sum", "early mean", "other odds"), [3]),
        ("most-convergent", ("the mean", "the sum", "the rest"), []),
        ("no-absolute", ("Ask", "Always wait", "Never call"), [0]),
        ("no-absolute", ("Ask", "Wait", "Never call"), [0, 1]),
        ("no-absolute", ("Always ask", "Always wait", "Never call"), []),
        ("no-absolute", ("Ask", "Wait", "Call"), []),
        ("middle-number", ("30", "10", "20"), [2]),
        ("middle-number", ("10 %", "20 %", "30 %", "40 %"), [1, 2]),
        ("middle-number", ("10", "20", "None of the above"), []),
        ("middle-number", ("10", "20", "many"), []),
        ("all-of-the-above", ("Ask", "Wait", "All of the above"), [2]),
        ("all-of-the-above", ("Ask", "Wait", "Call"), []),
    ],
)
def test_picks(name: str, options: tuple[str, ...], picks: list[int]) -> None:
    (strategy,) = (one for one in STRATEGIES if one.name == name)
    assert list(strategy.picks(Look(words_of(*options)))) == picks


def test_guesses_tell_hits_from_misses() -> None:
    """The key is the longest, so not the shortest; two of three say nothing absolute, the key among them."""
    found = dict(
        zip((one.name for one in STRATEGIES), guesses(words_of("Ask them twice", "Wait", "Never call")), strict=True)
    )
    assert found["longest"] == 1
    assert found["shortest"] == -1
    assert found["no-absolute"] == 2
    assert found["middle-number"] == found["all-of-the-above"] == 0


def test_two_options_are_no_guess() -> None:
    assert guesses(words_of("Ask", "Wait")) == ()
