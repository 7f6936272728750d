"""An `<item>` of QTI 1.2 into the model."""

import re
from typing import Any

from lxml.etree import _Element
from pydantic import ValidationError

from exambank.finding import Finding
from exambank.formats.asi.element import XML_LANG
from exambank.formats.asi.faults import lost, refused, unknown
from exambank.formats.asi.read_item import item_id
from exambank.formats.contract import ReadItem
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.no_item import NoItemError
from exambank.formats.qti12.read_answers import Answers
from exambank.formats.qti12.read_cloze import Gaps
from exambank.formats.qti12.scores import number
from exambank.formats.qti12.texts import Texts
from exambank.model.item import INTERACTIONS, AnyItem
from exambank.model.stimulus import Stimulus

INTERACTION_OF = {name: interaction for interaction, name in v.QUESTION_TYPES.items()}
INTERACTION_OF |= {v.BLANKS: "cloze", v.DROPDOWNS: "cloze"}
LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PARENT = "parent_stimulus_item_ident"  # New Quizzes: the stimulus is an item of its own
RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")


def read_item(element: _Element, path: str, *, is_candidate: bool) -> ReadItem:
    """The item with its stimulus; where it cannot be one, the reasons."""
    fields = _fields(element)
    interaction = _interaction(element, fields)
    ident = element.get("ident", "")
    if interaction not in INTERACTIONS:
        words = f"the item {ident[:60]!r} is of the kind {interaction!r}"
        return ReadItem(path, None, None, (unknown(path, words),))
    texts = Texts()
    if PARENT in fields:
        texts.lost[PARENT] = None
    try:
        answers = Answers(element, texts, fields, has_key=not is_candidate)
        gaps = Gaps(element, texts, fields, has_key=not is_candidate) if interaction == "cloze" else None
        values = _values(element, fields, ident)
        values["stem"], passage = texts.stem(element.find("{*}presentation"), gaps.linked if gaps else str)
        values.update(answers.rationale())
        if gaps is not None:
            values.update(gaps.values())
        elif interaction == "numeric":
            values.update(answers.numbers())
        elif interaction == "short-text":
            values.update(answers.texts())
        else:
            values.update(answers.options(interaction))
    except NoItemError as fault:
        return ReadItem(path, None, None, (refused(path, f"the item {ident[:60]!r}: {fault}"),))
    stimulus = None
    if passage is not None:
        stimulus = Stimulus(id=item_id(fields.get(v.OUR_STIMULUS) or f"{values['id'][:50]}-stimulus"), text=passage)
        values["stimulus"] = stimulus.id
    findings = [lost(path, tuple(texts.lost))] if texts.lost else []
    item = _item(interaction, values, path, findings)
    return ReadItem(path, item, stimulus, tuple(findings))


def _fields(element: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in element.iterfind("{*}itemmetadata//{*}qtimetadatafield"):
        label, entry = field.findtext("{*}fieldlabel"), field.findtext("{*}fieldentry")
        found.setdefault((label or "").strip(), entry or "")
    return found


def _interaction(element: _Element, fields: dict[str, str]) -> str:
    """The interaction; where the model has none such, what the file calls it."""
    named = fields.get(v.TYPE, "").strip()
    if named:
        return INTERACTION_OF.get(named, named)
    responses = [one for name in RESPONSES for one in element.iterfind(f"{{*}}presentation//{{*}}{name}")]
    if len(responses) != 1:
        return f"{len(responses)} responses"
    response = responses[0]
    if response.find(".//{*}render_choice") is not None:
        cardinality = response.get("rcardinality", "Single")
        return {"Single": "choice", "Multiple": "multiple-response"}.get(cardinality, f"{cardinality} choice")
    fib = response.find(".//{*}render_fib")
    if fib is None:
        return "a response that is neither chosen nor typed"
    return "numeric" if fib.get("fibtype", "String") in ("Decimal", "Integer") else "short-text"


def _values(element: _Element, fields: dict[str, str], ident: str) -> dict[str, Any]:
    title = element.get("title")
    lang = element.get(XML_LANG, "")
    values: dict[str, Any] = {
        "id": item_id(ident),
        "objective": "",
        "title": fields.get(v.OUR_TITLE, None if title == ident else title),
        "lang": lang if LANG.fullmatch(lang) else None,
    }
    if v.POINTS in fields:
        points = number(fields[v.POINTS])
        if points is None:
            raise NoItemError(f"its points are {fields[v.POINTS][:60]!r}, which is no number")
        values["points"] = points
    return values


def _item(interaction: str, values: dict[str, Any], path: str, findings: list[Finding]) -> AnyItem | None:
    model = INTERACTIONS[interaction]
    if values.get("answers") == () or isinstance(values.get("gaps"), tuple):  # a package for candidates
        return model(**values)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=False, include_input=False):
            at = ".".join(map(str, one["loc"])) or "item"
            findings.append(refused(path, f"the item {values['id']!r}: `{at}`: {one['msg']}"))
        return None
