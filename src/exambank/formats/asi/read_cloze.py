"""Interactions within a text into an item with gaps."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from lxml.etree import _Element

from exambank.formats.asi.cloze import answer_name
from exambank.formats.asi.element import children, descendants, get, name_of
from exambank.formats.asi.reading import Reading
from exambank.model.interactions.choice import Option
from exambank.model.interactions.cloze import BLANK, GAP_ID, Gap

BOX, DROPDOWN = "textEntryInteraction", "inlineChoiceInteraction"
OWN_RESPONSE = "RESPONSE"  # of a box that is no gap: short text, numeric
LENGTH = 64  # of a gap's name


def is_cloze(found: Sequence[_Element], *, is_ours: bool) -> bool:
    """Whether an item's interactions are gaps: several, a dropdown, or of ours one that its name tells."""
    kinds = {name_of(element) for element in found}
    if not kinds or not kinds <= {BOX, DROPDOWN}:
        return False
    is_named = is_ours and get(found[0], "responseIdentifier") != OWN_RESPONSE
    return len(found) > 1 or DROPDOWN in kinds or is_named


def gaps(reading: Reading, found: Sequence[_Element]) -> tuple[str, dict[str, Any]]:
    """The interaction's name in the model, and its fields; the gaps become links of the text."""
    parts = [reading.of(element) for element in found]
    boxes = [part for part in parts if name_of(part.interaction) == BOX]
    dropdowns = [part for part in parts if name_of(part.interaction) == DROPDOWN]
    read = [_gap(part, name) for part, name in zip(parts, _names(found), strict=True)]
    for element, gap in zip(found, read, strict=True):
        _link(element, gap["id"])
    is_keyless = not any(gap["answers"] or any(one["is_key"] for one in gap["options"]) for gap in read)
    return "cloze", {
        "gaps": tuple(map(keyless, read)) if is_keyless else read,
        "scoring": "all-or-nothing" if is_keyless else _scoring(reading, len(found)),
        "shuffle": get(dropdowns[0].interaction, "shuffle") == "true" if dropdowns else True,
        "case": "exact" if any(map(_is_exact, boxes)) else "ignore",
    }


def _names(found: Sequence[_Element]) -> Iterator[str]:
    """A name for each gap: its response's, where that is one."""
    given = [get(element, "responseIdentifier") for element in found]
    good = [len(name) <= LENGTH and re.search(GAP_ID, name) is not None and "\n" not in name for name in given]
    is_kept = all(good) and len(set(given)) == len(given)
    yield from given if is_kept else (f"gap-{number}" for number in range(1, len(given) + 1))


def _gap(part: Reading, name: str) -> dict[str, Any]:
    options: list[dict[str, Any]] = []
    answers: list[dict[str, Any]] = []
    if name_of(part.interaction) == DROPDOWN:
        options = list(_options(part))
    else:
        for number, text in enumerate([get(one, "mapKey") for one in part.entries()] or part.correct(), 1):
            answers.append({"text": text, "feedback": _said(part, answer_name(name, number))})
    return {"id": name, "options": options, "answers": answers}


def _options(part: Reading) -> Iterator[dict[str, Any]]:
    keys = part.correct()
    for choice in children(part.interaction, "inlineChoice"):
        name = get(choice, "identifier")
        yield {"id": name, "text": part.text(choice), "is_key": name in keys, "feedback": _said(part, name)}


def _said(part: Reading, name: str) -> Any:
    said = part.feedback.get(name)
    return None if said is None else part.text(said)


def _is_exact(part: Reading) -> bool:
    entries = part.entries()
    if not entries:
        return bool(part.correct())
    return any(get(entry, "caseSensitive", "true") != "false" for entry in entries)


def _scoring(reading: Reading, count: int) -> str:
    """Per gap where the scores are added up; of others' items also where nothing asks for all gaps together."""
    rules = reading.parts("responseProcessing")
    has_sum = any(next(descendants(rule, "sum", "mapResponse"), None) is not None for rule in rules)
    has_and = any(next(descendants(rule, "and"), None) is not None for rule in rules)
    is_added = has_sum if reading.is_ours else has_sum or (count > 1 and not has_and)
    return "per-gap" if is_added else "all-or-nothing"


def keyless(gap: dict[str, Any]) -> Gap:
    """A gap of a package for candidates, which has no key that the model could look at."""
    return Gap(id=gap["id"], options=tuple(Option(**option) for option in gap["options"]))


def _link(element: _Element, name: str) -> None:
    """A link to the gap's section in the place of its interaction."""
    parent = element.getparent()
    if parent is None:
        return
    link = etree.Element("a", {"href": f"#{name}"})
    link.text, link.tail = BLANK, element.tail
    parent.replace(element, link)
