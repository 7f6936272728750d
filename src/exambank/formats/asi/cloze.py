"""Items with gaps: each an interaction within the text, with a response of its own that the gap's name identifies."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from exambank.formats.asi.markup import Pieces
from exambank.formats.asi.numbers import number
from exambank.formats.asi.parts import Answering, Feedback, Parts
from exambank.formats.asi.texts import Texts
from exambank.model.interactions.cloze import ClozeItem, Gap, blank
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph
from exambank.richtext.xhtml import attribute, escape


def cloze(item: ClozeItem, texts: Texts, pieces: Pieces, *, has_key: bool) -> Parts:
    """The parts of an item with gaps; without `has_key` nothing in them depends on the keys."""
    body = f"{texts.blocks(item.stem)}\n"
    for gap in item.gaps:
        link = texts.blocks(RichText(None, (Paragraph((blank(f"#{gap.id}"),)),)))
        body = body.replace(link.removeprefix("<p>").removesuffix("</p>"), _interaction(item, gap, pieces), 1)
    if not has_key or not all(gap.keys or gap.answers for gap in item.gaps):
        bare = [pieces.gap.format(gap.id, _base_type(gap)) for gap in item.gaps]
        return Parts("single", "", body, responses="".join(bare))
    worth = item.points_by_gap()
    declared = [_declared(item, gap, one, pieces) for gap, one in zip(item.gaps, worth, strict=True)]
    feedback = tuple(_feedback(item, texts))
    show = "".join([_show(item, gap, pieces) for gap in item.gaps if _has_feedback(gap)])
    answering = Answering("", "", _rules(item, pieces), show, feedback)
    count = pieces.count if item.scoring == "per-gap" else ""
    return Parts("single", "", body, answering, "".join(declared) + count)


def answer_name(gap: str, number_: int) -> str:
    """The identifier of the feedback of a gap's answer, counted from 1."""
    return f"{gap}-answer-{number_}"


def feedback_outcome(gap: str) -> str:
    """The outcome that shows a gap's feedback."""
    return f"FEEDBACK-{gap}"


def _base_type(gap: Gap) -> str:
    return "identifier" if gap.is_dropdown else "string"


def _interaction(item: ClozeItem, gap: Gap, pieces: Pieces) -> str:
    if not gap.is_dropdown:
        return pieces.gap_box.format(gap.id)
    options = [pieces.dropdown_option.format(option.id, escape(option.text.plain)) for option in gap.options]
    return pieces.dropdown.format(gap.id, "true" if item.shuffle else "false", "".join(options))


def _case(item: ClozeItem) -> str:
    return "true" if item.case == "exact" else "false"


def _declared(item: ClozeItem, gap: Gap, worth: Decimal, pieces: Pieces) -> str:
    """The response with its key; accepted texts as a mapping too, which is where importers look for them."""
    if gap.is_dropdown:
        declared = pieces.correct.format("".join([pieces.value.format(option.id) for option in gap.keys]))
    elif gap.answers:
        points = number(worth)
        entries = [pieces.text_entry.format(attribute(one.text), points, _case(item)) for one in gap.answers]
        declared = pieces.correct.format(pieces.value.format(escape(gap.answers[0].text)))
        declared += pieces.mapping.format(points, "".join(entries))
    else:
        return pieces.gap.format(gap.id, _base_type(gap))
    return pieces.gap_with_key.format(gap.id, _base_type(gap), declared)


def _rules(item: ClozeItem, pieces: Pieces) -> str:
    """Per gap, the right ones are counted and the points shared out at the end.

    qti-components 7.27 rounds whatever it computes to three decimals: three times a third of 2 would be 2.001.
    """
    right = [_right(item, gap, pieces) for gap in item.gaps]
    if item.scoring == "per-gap":
        counted = [_cases((gap,), [(one, pieces.add_one)], pieces) for gap, one in zip(item.gaps, right, strict=True)]
        return "".join(counted) + pieces.score_count.format(number(item.points), len(item.gaps))
    whole = right[0] if len(right) == 1 else pieces.all_of.format("".join(right))
    return _cases(item.gaps, [(whole, pieces.set_score.format(number(item.points)))], pieces)


def _cases(gaps: Sequence[Gap], cases: Sequence[tuple[str, str]], pieces: Pieces) -> str:
    """The first condition that holds decides. None is asked of a box that is empty.

    qti-components 7.27 and qti3-item-player 1.1 give no score at all where a stringMatch meets an empty response.
    """
    empty = [pieces.is_empty.format(gap.id) for gap in gaps if not gap.is_dropdown]
    first = [(empty[0] if len(empty) == 1 else pieces.any_of.format("".join(empty)), "")] if empty else []
    written = [
        (pieces.other_case if at else pieces.first_case).format(condition, outcome)
        for at, (condition, outcome) in enumerate([*first, *cases])
    ]
    return pieces.condition.format("".join(written))


def _right(item: ClozeItem, gap: Gap, pieces: Pieces) -> str:
    """The condition that a gap is filled in rightly."""
    if gap.is_dropdown:
        return pieces.gap_match.format(gap.id)
    found = [_is_text(item, gap, answer.text, pieces) for answer in gap.answers]
    return found[0] if len(found) == 1 else pieces.any_of.format("".join(found))


def _is_text(item: ClozeItem, gap: Gap, text: str, pieces: Pieces) -> str:
    return pieces.gap_text.format(_case(item), gap.id, escape(text))


def _has_feedback(gap: Gap) -> bool:
    return any(option.feedback for option in gap.options) or any(answer.feedback for answer in gap.answers)


def _show(item: ClozeItem, gap: Gap, pieces: Pieces) -> str:
    """What sets the outcome that shows the gap's feedback."""
    outcome = feedback_outcome(gap.id)
    if gap.is_dropdown:
        return pieces.show_gap.format(outcome, gap.id)
    cases = [
        (_is_text(item, gap, answer.text, pieces), pieces.set_mark.format(outcome, answer_name(gap.id, n)))
        for n, answer in enumerate(gap.answers, 1)
        if answer.feedback is not None
    ]
    return _cases((gap,), cases, pieces)


def _feedback(item: ClozeItem, texts: Texts) -> Iterator[Feedback]:
    for gap in item.gaps:
        outcome = feedback_outcome(gap.id)
        for option in gap.options:
            if option.feedback is not None:
                yield outcome, option.id, texts.blocks(option.feedback)
        for n, answer in enumerate(gap.answers, 1):
            if answer.feedback is not None:
                yield outcome, answer_name(gap.id, n), texts.blocks(answer.feedback)
