"""Items with gaps, which Canvas knows in two kinds: blanks to type into, and dropdowns.

`[name]` in the text is a blank, and `response_name` the response to it. Canvas takes the accepted texts of a blank from
its labels, the key of a dropdown from the condition that adds to the score.
"""

from collections.abc import Iterator
from decimal import Decimal

from exambank.formats.asi.numbers import number
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.html import Html
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.richtext.text import RichText
from exambank.richtext.xhtml import attribute, escape

HUNDRED = Decimal(100)
RESPONSE = (
    '<response_lid ident="{}" rcardinality="Single"><material><mattext>{}</mattext></material>'
    '<render_choice shuffle="{}">\n{}</render_choice></response_lid>\n'
)
LABEL = '<response_label ident="{}"><material><mattext texttype="text/plain">{}</mattext></material></response_label>\n'
EQUAL = '<conditionvar><varequal respident="{}"{}>{}</varequal></conditionvar>'
REMARK = '<respcondition continue="Yes">{}<displayfeedback feedbacktype="Response" linkrefid="{}"/></respcondition>\n'
ADD = '<respcondition continue="Yes">{}<setvar action="Add" varname="SCORE">{}</setvar></respcondition>\n'

Entry = tuple[str, str, bool, RichText | None]  # identifier, plain text, whether it is right, feedback


def question_type(item: ClozeItem) -> str:
    """What Canvas calls it."""
    return v.DROPDOWNS if item.dropdowns else v.BLANKS


def responses(item: ClozeItem) -> str:
    """A response for each gap."""
    shuffle = "Yes" if item.shuffle and item.dropdowns else "No"
    return "".join(
        RESPONSE.format(
            v.response_of(gap.id),
            gap.id,
            shuffle,
            "".join([LABEL.format(attribute(name), escape(text)) for name, text, _, _ in _entries(gap)]),
        )
        for gap in item.gaps
    )


def gap_conditions(item: ClozeItem) -> str:
    """The feedback of each answer, then what each gap adds to the score."""
    case = ' case="Yes"' if item.case == "exact" and item.text_gaps else ""
    worth = item.model_copy(update={"points": HUNDRED}).points_by_gap()
    remarks: list[str] = []
    rights: list[str] = []
    for gap, share in zip(item.gaps, worth, strict=True):
        for name, _, is_right, feedback in _entries(gap):
            equal = EQUAL.format(v.response_of(gap.id), case, attribute(name))
            if feedback is not None:
                remarks.append(REMARK.format(equal, attribute(f"{name}_fb")))
            if is_right:
                rights.append(ADD.format(equal, number(share)))
    return "".join([*remarks, *rights])


def gap_feedback(item: ClozeItem, html: Html) -> Iterator[tuple[str, str]]:
    """The feedback of each answer by its name."""
    for gap in item.gaps:
        for name, _, _, feedback in _entries(gap):
            if feedback is not None:
                yield f"{name}_fb", html.blocks(feedback)


def _entries(gap: Gap) -> Iterator[Entry]:
    for option in gap.options:
        yield option.id, option.text.plain, option.is_key, option.feedback
    for number_, answer in enumerate(gap.answers, 1):
        yield f"{gap.id}-answer-{number_}", answer.text, True, answer.feedback
