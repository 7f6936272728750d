"""The order in which an author wrote options tells a candidate nothing, where the order is free."""

from itertools import permutations

from exambank.keys.audience import candidate_view
from exambank.model.identity import option_id
from exambank.model.interactions.choice import ChoiceItem, Option
from exambank.richtext.text import RichText

TEXTS = ("Budget", "Weather", "Colour", "Music")


def item(texts: tuple[str, ...], *, shuffle: bool) -> ChoiceItem:
    """An item whose key is written first."""
    options = tuple(
        Option(id=option_id("a-b", RichText(text)), text=RichText(text), is_key=text == texts[0]) for text in texts
    )
    return ChoiceItem(id="a-b", objective="x.y", stem=RichText("What comes first?"), options=options, shuffle=shuffle)


def test_any_order_of_free_options_gives_the_same_view() -> None:
    views = {repr(candidate_view(item(order, shuffle=True))) for order in permutations(TEXTS)}
    assert len(views) == 1


def test_a_fixed_order_stays() -> None:
    view = candidate_view(item(TEXTS, shuffle=False))
    assert isinstance(view, ChoiceItem)
    assert [option.text.source for option in view.options] == list(TEXTS)
