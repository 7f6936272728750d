"""What an item's `<respcondition>`s say: which answers are right, and which feedback they show."""

from dataclasses import dataclass
from decimal import Decimal

from lxml.etree import _Element

from exambank.formats.qti12.vocabulary import GENERAL
from exambank.richtext.from_html import local_name

PER_ITEM = frozenset({GENERAL, "correct_fb", "general_incorrect_fb"})
NUMBER_LENGTH = 1100  # characters; the longest number that the model writes has 1,000 digits


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the answer, what it gives, and the feedback that it shows for this answer alone."""

    variables: _Element
    worth: Decimal
    feedback: str | None
    is_scored: bool


def conditions(item: _Element) -> list[Condition]:
    """The conditions in order."""
    found: list[Condition] = []
    for element in item.iterfind("{*}resprocessing/{*}respcondition"):
        variables = element.find("{*}conditionvar")
        if variables is None:
            continue
        values = [number(one.text) for one in element.iterfind("{*}setvar")]
        shown = [one.get("linkrefid", "") for one in element.iterfind("{*}displayfeedback")]
        feedback = next((name for name in shown if name and name not in PER_ITEM), None)
        worth = max((value for value in values if value is not None), default=Decimal(0))
        found.append(Condition(variables, worth, feedback, bool(values)))
    return found


def number(text: str | None) -> Decimal | None:
    """The number; None where the text is none, or one of absurd length."""
    text = (text or "").strip()
    if not text or len(text) > NUMBER_LENGTH or text.strip("+-0123456789.eE"):
        return None
    try:
        value = Decimal(text)
    except ArithmeticError:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= NUMBER_LENGTH else None


def equals(variables: _Element) -> list[str]:
    """The texts that the answer must be equal to, those under `<not>` apart."""
    if len(variables) == 1 and local_name(variables[0]) == "varequal":
        return [variables[0].text or ""]
    return [
        one.text or ""
        for one in variables.iter("{*}varequal")
        if not any(_is_not(parent) for parent in one.iterancestors())
    ]


def _is_not(element: _Element) -> bool:
    return local_name(element) == "not"


def worths(found: list[Condition]) -> dict[str, Decimal] | None:
    """Option → what choosing it gives; None where no condition says what is right.

    A condition on several options is multiple response: all of them are keys.
    """
    scored = [condition for condition in found if condition.is_scored]
    if not scored:
        return None
    joint = next((one for one in scored if any(map(len, one.variables)) and _has_and(one)), None)
    if joint is not None:
        return dict.fromkeys(equals(joint.variables), Decimal(100))
    given: dict[str, Decimal] = {}
    for condition in scored:
        for option in equals(condition.variables):
            given[option] = max(condition.worth, given.get(option, Decimal(0)))
    return given


def _has_and(condition: Condition) -> bool:
    return condition.variables.find(".//{*}and") is not None


def remarks(found: list[Condition]) -> dict[str, str]:
    """What is answered → the feedback that it shows."""
    return {
        option: condition.feedback
        for condition in found
        if condition.feedback is not None
        for option in equals(condition.variables)[:1]
    }
