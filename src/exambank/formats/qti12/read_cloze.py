"""Blanks and dropdowns into the fields of an item with gaps; a fault raises `NoItemError`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from exambank.formats.asi.read_cloze import LENGTH, keyless
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.no_item import NoItemError
from exambank.formats.qti12.scores import conditions
from exambank.formats.qti12.texts import Texts
from exambank.model.interactions.cloze import BLANK, GAP_ID
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph, Text

OPEN = frozenset({"TextInChoices", "TextEquivalence"})  # New Quizzes: the answer as it is, capitals aside
PATTERN = "TextRegex"
OPEN_ENTRY = "openEntry"  # New Quizzes: typed in, not chosen from a dropdown or a word bank


class Gaps:
    """The responses of an item, each with a name as the model has it."""

    def __init__(self, item: _Element, texts: Texts, fields: Mapping[str, str], *, has_key: bool) -> None:
        self._item = item
        self._texts = texts
        self._fields = fields
        self._has_key = has_key
        self._responses = list(item.iterfind("{*}presentation//{*}response_lid"))
        given = [response.get("ident", "").removeprefix("response_") for response in self._responses]
        if not given or len(set(given)) != len(given):
            raise NoItemError("it has no gap" if not given else "two of its gaps have one ident")
        self._names = dict(zip(given, _names(given), strict=True))
        self._order: list[str] = []  # of the gaps in the text
        self._feedback = {one.get("ident", ""): one for one in item.iterfind("{*}itemfeedback")}
        self._conditions = [
            (condition, [(one.get("respident", ""), one.text or "") for one in condition.variables.iter("{*}varequal")])
            for condition in conditions(item)
        ]
        self._right = {
            pair for condition, pairs in self._conditions if condition.is_scored and condition.worth > 0
            for pair in pairs
        }  # fmt: skip

    def linked(self, html: str) -> str:
        """The text with a link in the place of each `[name]`, the first time that it stands there."""
        left = dict(self._names)
        names = "|".join(re.escape(name) for name in sorted(left, key=len, reverse=True))

        def link(match: re.Match[str]) -> str:
            name = left.pop(match[1], None) if match[1] is not None else None
            if name is None:
                return match[0]
            self._order.append(name)
            return f'<a href="#{name}">{BLANK}</a>'

        found = re.sub(rf"<[^>]*>|\[({names})\]", link, html)
        if left:
            raise NoItemError(f"its text has no [{next(iter(left))[:60]}]")
        return found

    def values(self) -> dict[str, Any]:
        """The gaps in the order of the text, which `linked` has gone through, and how they are scored."""
        read = [self._gap(response, name) for response, name in zip(self._responses, self._names.values(), strict=True)]
        chosen = [one for one, gap in zip(self._responses, read, strict=True) if gap["options"]]
        render = chosen[0].find("{*}render_choice") if chosen else None
        cases = [one.get("case", "No").lower() for one in self._item.iterfind("{*}resprocessing//{*}varequal")]
        read.sort(key=lambda gap: self._order.index(gap["id"]))
        scoring = self._fields.get(v.OUR_SCORING, "per-gap")  # what Canvas itself does
        return {
            "gaps": read if self._has_key else tuple(map(keyless, read)),
            "scoring": scoring if self._has_key else "all-or-nothing",
            "shuffle": not chosen or (render is not None and render.get("shuffle", "no").lower() == "yes"),
            "case": "exact" if cases and all(case == "yes" for case in cases) else "ignore",
        }

    def _gap(self, response: _Element, name: str) -> dict[str, Any]:
        labels = list(response.iterfind(".//{*}response_label"))
        if self._fields.get(v.TYPE) == v.DROPDOWNS or any(
            one.get("answer_type", OPEN_ENTRY) != OPEN_ENTRY for one in labels
        ):
            return {"id": name, "answers": [], "options": [self._option(response, label) for label in labels]}
        return {"id": name, "options": [], "answers": [self._answer(response, label) for label in labels]}

    def _option(self, response: _Element, label: _Element) -> dict[str, Any]:
        ident = label.get("ident", "")
        text = RichText(None, (Paragraph((Text(" ".join(self._plain(label).split())),)),))
        is_key = (response.get("ident", ""), ident) in self._right
        return {"id": ident, "text": text, "is_key": is_key, "feedback": self._said(response, ident)}

    def _answer(self, response: _Element, label: _Element) -> dict[str, Any]:
        algorithm = label.get("scoring_algorithm", "TextInChoices")
        if algorithm not in OPEN and algorithm != PATTERN:
            self._texts.lost[f"response_label scoring_algorithm={algorithm[:60]}"] = None
        feedback = self._said(response, label.get("ident", ""))
        return {"text": self._plain(label), "is_pattern": algorithm == PATTERN, "feedback": feedback}

    def _plain(self, label: _Element) -> str:
        """Canvas shows what stands in a dropdown or a box as it is."""
        text = label.find(".//{*}mattext")
        if text is None or "html" in text.get("texttype", ""):
            return self._texts.text(label).plain
        return text.text or ""

    def _said(self, response: _Element, ident: str) -> RichText | None:
        pair = response.get("ident", ""), ident
        shown = (one.feedback for one, pairs in self._conditions if one.feedback and pairs[:1] == [pair])
        element = self._feedback.get(next(shown, None) or f"{ident}_fb")
        return None if element is None else self._texts.text(element)


def _names(given: Sequence[str]) -> Iterator[str]:
    """A name for each gap: its own, or one made of it, or a number."""
    made = [name if _is_name(name) else "gap-" + "-".join(re.findall(r"[a-z0-9]+", name.lower())) for name in given]
    is_kept = all(map(_is_name, made)) and len(set(made)) == len(made)
    yield from made if is_kept else (f"gap-{number}" for number in range(1, len(given) + 1))


def _is_name(name: str) -> bool:
    return len(name) <= LENGTH and "\n" not in name and re.search(GAP_ID, name) is not None
