"""Options and accepted answers of an item, as fields of the model; a fault raises `NoItemError`."""

from decimal import Decimal
from typing import Any

from lxml.etree import _Element

from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.no_item import NoItemError
from exambank.formats.qti12.scores import Condition, conditions, equals, number, remarks, worths
from exambank.formats.qti12.texts import Texts

HUNDRED = Decimal(100)


class Answers:
    """What an item's presentation and its conditions say of its answers."""

    def __init__(self, item: _Element, texts: Texts, fields: dict[str, str], *, has_key: bool) -> None:
        self._item = item
        self._texts = texts
        self._fields = fields
        self._has_key = has_key
        self._conditions = conditions(item)
        self._feedback = {one.get("ident", ""): one for one in item.iterfind("{*}itemfeedback")}

    def feedback(self, name: str | None) -> dict[str, Any]:
        """The field of a feedback, where there is one."""
        element = self._feedback.get(name or "")
        return {} if element is None else {"feedback": self._texts.text(element)}

    def rationale(self) -> dict[str, Any]:
        """The feedback that follows any answer; that for right or wrong ones alone has no place in the model."""
        self._texts.lost.update(
            {name: None for name in ("correct_fb", "general_incorrect_fb") if name in self._feedback}
        )
        found = self.feedback(v.GENERAL)
        return {"rationale": found["feedback"]} if found else {}

    def options(self, interaction: str) -> dict[str, Any]:
        """Options, their keys and their scoring."""
        given = worths(self._conditions)
        labels = self._labels()
        names = [label.get("ident", "") for label in labels]
        if len(set(names)) != len(names):
            raise NoItemError("two of its options have one ident")
        if given is None:
            if self._has_key:
                raise NoItemError("no condition says which option is right")
            given = {}
        if unknown := [name for name in given if name not in names]:
            raise NoItemError(f"a condition names the option {unknown[0][:60]!r}, which it does not have")
        most = max(given.values(), default=Decimal(0))
        keys = {name for name, worth in given.items() if worth == most > 0}
        if self._has_key and interaction != "multiple-response" and len(keys) != 1:
            raise NoItemError(f"it has {len(keys)} keys, an item of single choice has one")
        shown = remarks(self._conditions)
        options = [
            {
                "id": name,
                "text": self._texts.text(label),
                "is_key": name in keys,
                **self.feedback(shown.get(name, f"{name}_fb")),
            }
            for name, label in zip(names, labels, strict=True)
        ]
        has_shares = any(0 < worth < most for worth in given.values())
        if has_shares:
            for option in options:
                option["share"] = given.get(option["id"], Decimal(0)) * HUNDRED / most
        render = self._item.find(".//{*}render_choice")
        shuffle = "no" if render is None else render.get("shuffle", "no")
        scoring = "per-option" if has_shares or self._is_per_option() else "all-or-nothing"
        return {"options": options, "scoring": scoring, "shuffle": shuffle.lower() == "yes"}

    def _labels(self) -> list[_Element]:
        return list(self._item.iterfind("{*}presentation//{*}response_lid//{*}response_label"))

    def _is_per_option(self) -> bool:
        return self._fields.get(v.ALGORITHM) == v.PARTIAL or self._fields.get(v.OUR_SCORING) == "per-option"

    def _right(self) -> list[Condition]:
        right = [one for one in self._conditions if one.is_scored and one.worth > 0]
        if not right and self._has_key:
            raise NoItemError("no condition says which answer is right")
        return right

    def numbers(self) -> dict[str, Any]:
        """Accepted numbers."""
        return {"answers": tuple(self._number(one) for one in self._right())}

    def _number(self, condition: Condition) -> dict[str, Any]:
        variables = condition.variables
        value = self._bound(variables, "varequal")
        low = self._bound(variables, "vargte", "vargt")
        high = self._bound(variables, "varlte", "varlt")
        return {**_interval(value, low, high), **self.feedback(condition.feedback)}

    def _bound(self, variables: _Element, *names: str) -> Decimal | None:
        found = next((one for name in names for one in variables.iter(f"{{*}}{name}")), None)
        if found is None:
            return None
        value = number(found.text)
        if value is None:
            raise NoItemError(f"a numeric answer is {(found.text or '')[:60]!r}, which is no number")
        return value

    def texts(self) -> dict[str, Any]:
        """Accepted texts, and whether their capitals matter."""
        shown = remarks(self._conditions)
        right = self._right()
        equal = [one for condition in right for one in condition.variables.iter("{*}varequal")]
        names = dict.fromkeys(text for condition in right for text in equals(condition.variables))
        is_exact = bool(equal) and all(one.get("case", "No").lower() == "yes" for one in equal)
        answers = tuple({"text": text, **self.feedback(shown.get(text))} for text in names)
        return {"answers": answers, "case": "exact" if is_exact else "ignore"}


def _interval(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> dict[str, Any]:
    if low is None or high is None:
        if value is None:
            raise NoItemError("a numeric answer has neither a value nor two bounds")
        return {"value": value}
    if value is None:
        return {"low": low, "high": high}
    tolerance = high - value
    if tolerance == 0 and low == value:
        return {"value": value}
    if value - tolerance == low and value + tolerance == high:
        return {"value": value, "tolerance": tolerance}
    return {"low": low, "high": high}
