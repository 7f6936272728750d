"""An assessment item, and what a package's other files say of it."""

from exambank.formats.asi import stylesheet
from exambank.formats.asi.choice import choice
from exambank.formats.asi.cloze import cloze
from exambank.formats.asi.markup import Pieces, pieces
from exambank.formats.asi.numbers import number
from exambank.formats.asi.parts import Answering, Parts
from exambank.formats.asi.text_box import numeric, short_text
from exambank.formats.asi.texts import Texts
from exambank.formats.asi.vocabulary import Vocabulary
from exambank.formats.contract import Audience, Fragment, Unit
from exambank.formats.imscp.manifest import resource
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import AnyItem
from exambank.richtext.xhtml import attribute

STIMULUS = "stimulus"
RATIONALE = "rationale"


def fragment(vocabulary: Vocabulary, unit: Unit, audience: Audience) -> Fragment:
    """The item's file, its resource in the manifest, and its reference in the test.

    Files stand at the package's root beside `media/`: Canvas does not find pictures through `../`.
    """
    named = pieces(vocabulary)
    texts = Texts(vocabulary, unit.pictures)
    name = f"item-{unit.item.id}"
    file = f"{name}.xml"
    document, style = _document(unit, texts, named, has_key=audience is Audience.INSTRUCTOR, version=vocabulary)
    parts = {
        "resource": resource(name, vocabulary.manifest.item_type, [file, *sorted(texts.shown), *style]),
        "reference": named.reference.format(name, file),
        "name": name,
        "domain": unit.objective.partition(".")[0],
        "pictures": "\n".join(texts.shown),
        "style": "".join(style),
    }
    return Fragment(unit.item.id, ((file, document.encode()),), parts)


def shown_title(item: AnyItem) -> str:
    """The author's title, or a neutral one; an author's that equals the neutral one is told by a space at its end."""
    neutral = neutral_title(item.id)
    if item.title is None:
        return neutral
    return item.title if item.title != neutral else f"{neutral} "


def neutral_title(identifier: str) -> str:
    """A title that tells nothing of the item."""
    return f"Item {identifier}"


def _document(unit: Unit, texts: Texts, named: Pieces, *, has_key: bool, version: Vocabulary) -> tuple[str, list[str]]:
    item = unit.item
    parts = _parts(item, texts, named, has_key=has_key)
    answering = parts.answering
    rationale = texts.blocks(item.rationale) if has_key and item.rationale is not None else None
    if answering is None and rationale is not None:
        answering = Answering("", "", "")
    body = parts.body
    if unit.stimulus is not None:
        mark = f'class="{STIMULUS}" id="{STIMULUS}-{unit.stimulus.id}"'
        body = f"<div {mark}>{texts.blocks(unit.stimulus.text)}</div>\n{body}"
    declarations = _response(parts, named) + named.score.format(number(item.points))
    after = ""
    if answering is not None:
        declarations += _feedback_outcomes(parts, answering, rationale, named)
        after = _processing(answering, rationale, named, version)
        after += _feedback(answering, rationale, named)
    style = [stylesheet.NAME] if version.styles_math and texts.has_math else []
    text = named.item.format(
        id=item.id,
        title=attribute(shown_title(item)),
        lang=f' xml:lang="{item.lang}"' if item.lang else "",
        declarations=declarations,
        style="".join([named.style.format(name) for name in style]),
        body=body,
        processing=after,
    )
    return text, style


def _parts(item: AnyItem, texts: Texts, named: Pieces, *, has_key: bool) -> Parts:
    if isinstance(item, OptionItem):
        return choice(item, texts, named, has_key=has_key)
    if isinstance(item, NumericItem):
        return numeric(item, texts, named, has_key=has_key)
    if isinstance(item, ClozeItem):
        return cloze(item, texts, named, has_key=has_key)
    return short_text(item, texts, named, has_key=has_key)


def _response(parts: Parts, named: Pieces) -> str:
    if parts.responses:
        return parts.responses
    if parts.answering is None or not parts.answering.declared:
        return named.declaration.format(parts.cardinality, parts.base_type)
    return named.answered.format(parts.cardinality, parts.base_type, parts.answering.declared)


def _feedback_outcomes(parts: Parts, answering: Answering, rationale: str | None, named: Pieces) -> str:
    outcomes = dict.fromkeys(outcome for outcome, _, _ in answering.feedback)
    declared = "".join([named.feedback_outcome.format(outcome, parts.cardinality) for outcome in outcomes])
    if rationale is not None:
        declared += named.feedback_outcome.format("RATIONALE", "single")
    return declared


def _processing(answering: Answering, rationale: str | None, named: Pieces, version: Vocabulary) -> str:
    rules = answering.show
    if rationale is not None:
        rules += named.set_mark.format("RATIONALE", RATIONALE) + "\n"
    template = f"{version.templates}{answering.template}"
    if answering.template and not rules and not version.has_rules_beside_template:
        return named.template.format(template)
    has_template = bool(answering.template) and version.has_rules_beside_template
    mark = f' template="{template}"' if has_template else ""
    return named.processing.format(mark, answering.rules + rules)


def _feedback(answering: Answering, rationale: str | None, named: Pieces) -> str:
    """Rationale first: both QTI 3 players that we know lay what comes later on top, to be read and closed first."""
    shown = "" if rationale is None else named.feedback.format("RATIONALE", RATIONALE, rationale)
    return shown + "".join([named.feedback.format(*one) for one in answering.feedback])
