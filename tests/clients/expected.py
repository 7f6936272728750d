"""Responses to an item, with the score that each deserves by the model."""

from collections.abc import Iterator
from decimal import Decimal

from exambank.model.interactions.choice import MultipleResponseItem, OptionItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import AnyItem

Response = list[str] | str


def expected(item: AnyItem) -> Iterator[tuple[Response, Decimal]]:
    """The right response first, then near misses."""
    if isinstance(item, OptionItem):
        for chosen in _chosen(item):
            yield chosen, _worth(item, chosen)
    elif isinstance(item, NumericItem):
        bounds = [answer.bounds() for answer in item.answers]
        for bound in (bound for pair in bounds for bound in pair):
            yield format(bound, "f"), item.points
        least, most = min(low for low, _ in bounds), max(high for _, high in bounds)
        step = max(abs(most) / 1000, Decimal("0.001"))
        yield format(least - step, "f"), Decimal(0)
        yield format(most + step, "f"), Decimal(0)
    else:
        for text in (answer.text for answer in item.answers if not answer.is_pattern):
            yield text, item.points
            if text.swapcase() != text:
                yield text.swapcase(), item.points if item.case == "ignore" else Decimal(0)
        yield "none of these", Decimal(0)


def _chosen(item: OptionItem) -> Iterator[list[str]]:
    keys = [option.id for option in item.keys]
    yield keys
    if isinstance(item, MultipleResponseItem):
        if len(keys) > 1:
            yield keys[:1]
            yield [*keys[1:], item.distractors[0].id]
    else:
        yield from ([option.id] for option in item.distractors)


def _worth(item: OptionItem, chosen: list[str]) -> Decimal:
    if item.scoring == "all-or-nothing":
        return item.points if set(chosen) == {option.id for option in item.keys} else Decimal(0)
    shares = item.shares()
    percent = sum((shares[name] for name in chosen), Decimal(0))
    return min(max(percent, Decimal(0)), Decimal(100)) * item.points / 100
