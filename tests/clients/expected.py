"""Responses to an item, with the score that each deserves by the model."""

from collections.abc import Iterator
from decimal import Decimal

from exambank.model.interactions.choice import MultipleResponseItem, OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import AnyItem

Response = list[str] | str | dict[str, str]  # of gaps by name


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
    elif isinstance(item, ClozeItem):
        yield from _filled(item)
    else:
        for text in (answer.text for answer in item.answers if not answer.is_pattern):
            yield text, item.points
            if text.swapcase() != text:
                yield text.swapcase(), item.points if item.case == "ignore" else Decimal(0)
        yield "none of these", Decimal(0)


def _filled(item: ClozeItem) -> Iterator[tuple[Response, Decimal]]:
    """All gaps rightly, by each answer that is accepted; then each gap wrongly or not at all, the others rightly."""
    right = {gap.id: _rights(gap) for gap in item.gaps}
    for number in range(max(map(len, right.values()))):
        yield {name: words[min(number, len(words) - 1)] for name, words in right.items()}, item.points
    for gap, points in zip(item.gaps, item.points_by_gap(), strict=True):
        left = item.points - points if item.scoring == "per-gap" else Decimal(0)
        best = {name: words[0] for name, words in right.items()}
        wrong = [option.id for option in gap.options if not option.is_key] or ["none of these"]
        yield {**best, gap.id: wrong[0]}, left
        yield {name: word for name, word in best.items() if name != gap.id}, left
        if not gap.is_dropdown and best[gap.id].swapcase() != best[gap.id]:
            yield {**best, gap.id: best[gap.id].swapcase()}, item.points if item.case == "ignore" else left


def _rights(gap: Gap) -> list[str]:
    return [option.id for option in gap.keys] or [one.text for one in gap.answers if not one.is_pattern]


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
