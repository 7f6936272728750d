"""Whether an answer agrees with the key: the same options, or something that the key accepts."""

import re
from collections.abc import Sequence

from exambank.finding import quoted
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NUMBER, NumericAnswer, NumericItem, read_number
from exambank.model.interactions.short_text import TextAnswer
from exambank.model.item import AnyItem
from exambank.second_keying.parts import Answer
from exambank.second_keying.pattern import pattern_matches
from exambank.source.read import canonical_text

WITH_UNIT = re.compile(rf"(?P<value>{NUMBER})\s*(?P<unit>[^\s\d.,].*)?")


class UnreadableAnswerError(ValueError):
    """An answer that could not be any: what it is, how to mend it, and in which part of the item it stands."""

    def __init__(self, message: str, mend: str, part: int = 0) -> None:
        super().__init__(message)
        self.message, self.mend, self.part = message, mend, part


class UntriedPatternError(ValueError):
    """A pattern of the key that is none, or takes too long; whether the answer agrees is then unknown."""


def agrees(item: AnyItem, answers: Sequence[Answer]) -> bool:
    """Whether the answers, one a part, are those of the key.

    Raises:
        UnreadableAnswerError: a number was asked for, and none was written.
        UntriedPatternError: the key has a pattern that cannot be tried.
    """
    if isinstance(item, ClozeItem):
        is_exact = item.case == "exact"
        return all(_gap_agrees(gap, answer, is_exact) for gap, answer in zip(item.gaps, answers, strict=True))
    answer = answers[0]
    if isinstance(item, OptionItem):
        return answer == frozenset(option.id for option in item.keys)
    text = " ".join(str(answer).split())
    if isinstance(item, NumericItem):
        return _number_agrees(item, text)
    return text_agrees(item.answers, text, is_exact=item.case == "exact")


def _gap_agrees(gap: Gap, answer: Answer, is_exact: bool) -> bool:
    if gap.is_dropdown:
        return answer == frozenset(option.id for option in gap.keys)
    return text_agrees(gap.answers, str(answer), is_exact=is_exact)


def _number_agrees(item: NumericItem, text: str) -> bool:
    units = sorted({answer.unit or "" for answer in item.answers})
    match = WITH_UNIT.fullmatch(text)
    value = read_number(match["value"]) if match else None
    if match is None or value is None:
        raise UnreadableAnswerError(f"{quoted(text)} is no number", "write a number such as 1,250.5 or 3e8")
    unit = canonical_text(match["unit"] or (units[0] if len(units) == 1 else ""))
    known = [answer for answer in item.answers if canonical_text(answer.unit or "") == unit]
    if not known:
        shown = " or ".join(filter(None, units))
        mend = f"write the number in {shown}" if shown else "write the number alone"
        raise UnreadableAnswerError(f"{quoted(text)} is not in a unit that the item takes", mend)
    return any(low <= value <= high for low, high in map(NumericAnswer.bounds, known))


def text_agrees(accepted: Sequence[TextAnswer], text: str, *, is_exact: bool) -> bool:
    """Whether a text is one of those accepted, white space folded, or matches a pattern among them.

    Raises:
        UntriedPatternError: it is none of the texts, and a pattern cannot be tried.
    """
    folded = _folded(text, is_exact)
    if any(_folded(one.text, is_exact) == folded for one in accepted if not one.is_pattern):
        return True
    flags = 0 if is_exact else re.IGNORECASE
    tried = [pattern_matches(one.text, text, flags=flags) for one in accepted if one.is_pattern]
    if None in tried and True not in tried:
        raise UntriedPatternError
    return True in tried


def _folded(text: str, is_exact: bool) -> str:
    line = " ".join(canonical_text(text).split())
    return line if is_exact else line.casefold()
