"""One item as `<item>` of QTI 1.2, with the fields, the responses and the conditions that Canvas reads."""

from collections.abc import Iterator

from exambank.formats.asi.numbers import number
from exambank.formats.contract import Audience, Fragment, Unit
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.cloze import gap_conditions, gap_feedback, question_type, responses
from exambank.formats.qti12.conditions import PER_ITEM, Feedback, choice_conditions, typed_conditions
from exambank.formats.qti12.html import Html
from exambank.keys.audience import candidate_view
from exambank.model.interactions.choice import MultipleResponseItem, OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.richtext.xhtml import attribute, escape

FIELD = "<qtimetadatafield><fieldlabel>{}</fieldlabel><fieldentry>{}</fieldentry></qtimetadatafield>\n"
LABEL = '<response_label ident="{}"><material><mattext texttype="text/html">{}</mattext></material></response_label>\n'
TYPED = (
    f'<response_str ident="{v.RESPONSE}" rcardinality="Single"><render_fib{{}}>'
    '<response_label ident="answer1"/></render_fib></response_str>\n'
)
FEEDBACK = (
    '<itemfeedback ident="{}"><flow_mat><material><mattext texttype="text/html">{}</mattext></material></flow_mat>'
    "</itemfeedback>\n"
)
PROCESSING = (
    '<resprocessing>\n<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>\n'
    "{}</resprocessing>\n"
)


def fragment(unit: Unit, audience: Audience) -> Fragment:
    """The item's element; beside it what the quiz needs to know of it."""
    is_scored = audience is Audience.INSTRUCTOR
    item = unit.item if is_scored else candidate_view(unit.item)
    html = Html(unit.pictures)
    parts = [
        f'<item ident="{attribute(item.id)}" title="{attribute(item.id if item.title is None else item.title)}"',
        f' xml:lang="{attribute(item.lang)}">\n' if item.lang else ">\n",
        "<itemmetadata><qtimetadata>\n",
        *(FIELD.format(label, entry) for label, entry in _fields(unit, item)),
        '</qtimetadata></itemmetadata>\n<presentation>\n<material><mattext texttype="text/html">',
        html.stem(item.stem, item.lang, unit.stimulus, _gap_names(item)),
        "</mattext></material>\n",
        _response(item, html),
        "</presentation>\n",
    ]
    if is_scored:
        parts += _scoring(item, html)
    parts.append("</item>\n")
    return Fragment(
        item.id,
        (),
        {
            "item": "".join(parts),
            "pictures": "\n".join(html.shown),
        },
    )


def _fields(unit: Unit, item: AnyItem) -> Iterator[tuple[str, str]]:
    yield v.TYPE, question_type(item) if isinstance(item, ClozeItem) else v.QUESTION_TYPES[item.interaction]
    yield v.POINTS, number(item.points)
    if isinstance(item, MultipleResponseItem):
        yield v.ALGORITHM, v.PARTIAL if item.scoring == "per-option" else v.ALL_OR_NOTHING
    elif isinstance(item, OptionItem) and item.scoring == "per-option":
        yield v.OUR_SCORING, item.scoring  # without shares of the author's own it comes to the same
    elif isinstance(item, ClozeItem):
        yield v.OUR_SCORING, item.scoring
    if unit.stimulus is not None:
        yield v.OUR_STIMULUS, escape(unit.stimulus.id)
    if item.title == item.id:
        yield v.OUR_TITLE, escape(item.id)


def _gap_names(item: AnyItem) -> tuple[str, ...]:
    return tuple(gap.id for gap in item.gaps) if isinstance(item, ClozeItem) else ()


def _response(item: AnyItem, html: Html) -> str:
    if isinstance(item, NumericItem):
        return TYPED.format(' fibtype="Decimal"')
    if isinstance(item, ShortTextItem):
        return TYPED.format("")
    if isinstance(item, ClozeItem):
        return responses(item)
    cardinality = "Multiple" if isinstance(item, MultipleResponseItem) else "Single"
    labels = "".join([LABEL.format(attribute(option.id), html.option(option.text)) for option in item.options])
    return (
        f'<response_lid ident="{v.RESPONSE}" rcardinality="{cardinality}">'
        f'<render_choice shuffle="{"Yes" if item.shuffle else "No"}">\n{labels}</render_choice></response_lid>\n'
    )


def _scoring(item: AnyItem, html: Html) -> Iterator[str]:
    feedback: list[Feedback] = []
    conditions = ""
    if item.rationale is not None:
        feedback.append((v.GENERAL, html.blocks(item.rationale)))
        conditions = PER_ITEM
    if isinstance(item, ClozeItem):
        feedback += gap_feedback(item, html)
        conditions += gap_conditions(item)
    elif isinstance(item, OptionItem):
        feedback += [(f"{o.id}_fb", html.blocks(o.feedback)) for o in item.options if o.feedback is not None]
        conditions += choice_conditions(item)
    else:
        texts = [answer.feedback for answer in item.answers]
        feedback += [(f"answer{n}_fb", html.blocks(text)) for n, text in enumerate(texts, 1) if text is not None]
        conditions += typed_conditions(item)
    if conditions:
        yield PROCESSING.format(conditions)
    yield from (FEEDBACK.format(attribute(name), text) for name, text in feedback)
