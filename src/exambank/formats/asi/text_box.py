"""Items with a box to type into: numeric and short text."""

from collections.abc import Sequence

from exambank.formats.asi.markup import Pieces
from exambank.formats.asi.numbers import number
from exambank.formats.asi.parts import Answering, Feedback, Parts
from exambank.formats.asi.texts import Texts
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.richtext.text import RichText
from exambank.richtext.xhtml import attribute, escape

ANSWER = "answer"  # the class of the paragraph that holds the box
UNIT = "unit"


def numeric(item: NumericItem, texts: Texts, pieces: Pieces, *, has_key: bool) -> Parts:
    """The parts of a numeric item: the bounds of each answer are written exactly, as players compute in doubles."""
    units = _units([answer.unit for answer in item.answers], is_key=has_key)
    body = _body(texts.blocks(item.stem), pieces.text_box + units)
    answers = [answer for answer in item.answers if answer.value is not None or answer.low is not None]
    if not has_key or not answers:
        return Parts("single", "float", body)
    conditions = [_number_condition(answer, pieces) for answer in answers]
    points = pieces.set_score.format(number(item.points))
    show, feedback = _feedback([answer.feedback for answer in answers], texts, pieces)
    rules = _cases(conditions, [points + one for one in show], pieces)
    first = answers[0].value if answers[0].value is not None else answers[0].bounds()[0]
    declared = pieces.correct.format(pieces.value.format(number(first)))
    return Parts("single", "float", body, Answering(declared, "", rules, "", feedback))


def short_text(item: ShortTextItem, texts: Texts, pieces: Pieces, *, has_key: bool) -> Parts:
    """The parts of a short-text item: a mapping of the accepted texts, which the standard template scores."""
    body = _body(texts.blocks(item.stem), pieces.text_box)
    if not has_key or not item.answers:
        return Parts("single", "string", body)
    case = "true" if item.case == "exact" else "false"
    points = number(item.points)
    entries = [pieces.text_entry.format(attribute(answer.text), points, case) for answer in item.answers]
    declared = pieces.correct.format(pieces.value.format(escape(item.answers[0].text)))
    declared += pieces.mapping.format(points, "".join(entries))
    show, feedback = _feedback([answer.feedback for answer in item.answers], texts, pieces)
    shown = ""
    if feedback:
        told = [
            (pieces.same_text.format(case, escape(answer.text)), mark)
            for answer, mark in zip(item.answers, show, strict=True)
            if mark
        ]
        shown = _cases([condition for condition, _ in told], [mark for _, mark in told], pieces)
    return Parts("single", "string", body, Answering(declared, "map_response", pieces.map, shown, feedback))


def _body(stem: str, box: str) -> str:
    return f'{stem}\n<p class="{ANSWER}">{box}</p>\n'


def _units(units: Sequence[str | None], *, is_key: bool) -> str:
    """The unit behind the box; where the answers have several, each in turn. For candidates they tell of no answer."""
    shown: list[str] = sorted({unit for unit in units if unit})
    if not shown:
        return ""
    if is_key and len(set(units)) > 1:
        shown = [unit or "" for unit in units]
    return " " + " / ".join(f'<span class="{UNIT}">{escape(unit)}</span>' for unit in shown)


def _number_condition(answer: NumericAnswer, pieces: Pieces) -> str:
    low, high = answer.bounds()
    if low == high:
        return pieces.equal.format(number(low))
    return pieces.between.format(number(low), number(high))


def _feedback(
    texts_of_answers: Sequence[RichText | None], texts: Texts, pieces: Pieces
) -> tuple[list[str], tuple[Feedback, ...]]:
    """For each answer the rule that shows its feedback, or nothing; and the feedback by identifier."""
    named = [(f"answer-{n}", text) for n, text in enumerate(texts_of_answers, 1)]
    show = [pieces.set_mark.format("FEEDBACK", name) if text is not None else "" for name, text in named]
    return show, tuple(("FEEDBACK", name, texts.blocks(text)) for name, text in named if text is not None)


def _cases(conditions: Sequence[str], outcomes: Sequence[str], pieces: Pieces) -> str:
    """The first condition that holds decides."""
    cases = [
        (pieces.other_case if n else pieces.first_case).format(condition, outcome)
        for n, (condition, outcome) in enumerate(zip(conditions, outcomes, strict=True))
    ]
    return pieces.condition.format("".join(cases))
