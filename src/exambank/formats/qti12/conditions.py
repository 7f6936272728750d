"""`<respcondition>`: what an answer is worth and which feedback it shows, in the forms that Canvas writes itself."""

from decimal import Decimal

from exambank.formats.qti12 import vocabulary as v
from exambank.model.interactions.choice import MultipleResponseItem, OptionItem
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.richtext.xhtml import attribute, escape

Feedback = tuple[str, str]  # identifier, escaped HTML

EQUAL = f'<varequal respident="{v.RESPONSE}"{{}}>{{}}</varequal>'
LEAST = f'<vargte respident="{v.RESPONSE}">{{}}</vargte>'
MOST = f'<varlte respident="{v.RESPONSE}">{{}}</varlte>'
SHOW = '<displayfeedback feedbacktype="Response" linkrefid="{}"/>'
WORTH = '<setvar action="Set" varname="SCORE">100</setvar>'
PER_ITEM = (
    f'<respcondition continue="Yes"><conditionvar><other/></conditionvar>{SHOW.format(v.GENERAL)}</respcondition>\n'
)
REMARK = f'<respcondition continue="Yes"><conditionvar>{{}}</conditionvar>{SHOW}</respcondition>\n'
RIGHT = f'<respcondition continue="No"><conditionvar>{{}}</conditionvar>{WORTH}{{}}</respcondition>\n'


def choice_conditions(item: OptionItem) -> str:
    """Feedback of each option, then what is right.

    Multiple response asks for all keys and no distractor, in one `<and>`: both importers of Canvas take the keys from
    there. Any share of the points would do harm: they take every option with a positive one for a key.
    """
    chosen = [(option, EQUAL.format("", attribute(option.id))) for option in item.options]
    remarks = [
        REMARK.format(equal, f"{attribute(option.id)}_fb") for option, equal in chosen if option.feedback is not None
    ]
    if isinstance(item, MultipleResponseItem):
        parts = [equal if option.is_key else f"<not>{equal}</not>" for option, equal in chosen]
        rights = [RIGHT.format(f"<and>{''.join(parts)}</and>", "")]
    else:
        rights = [RIGHT.format(equal, "") for option, equal in chosen if option.is_key]
    return "".join([*remarks, *rights])


def typed_conditions(item: NumericItem | ShortTextItem) -> str:
    """A condition an accepted answer. (Canvas writes all texts into one, where the standard would ask for them all.)"""
    if isinstance(item, NumericItem):
        return "".join([_numeric(answer, number) for number, answer in enumerate(item.answers, 1)])
    found: list[str] = []
    case = ' case="Yes"' if item.case == "exact" else ""
    for number, answer in enumerate(item.answers, 1):
        equal = EQUAL.format(case, escape(answer.text))
        if answer.feedback is not None:
            found.append(REMARK.format(equal, f"answer{number}_fb"))
        found.append(RIGHT.format(equal, ""))
    return "".join(found)


def _numeric(answer: NumericAnswer, number: int) -> str:
    low, high = (_written(bound) for bound in answer.bounds())
    condition = LEAST.format(low) + MOST.format(high)
    if answer.value is not None:
        condition = f"<or>{EQUAL.format('', _written(answer.value))}<and>{condition}</and></or>"
    return RIGHT.format(condition, SHOW.format(f"answer{number}_fb") if answer.feedback is not None else "")


def _written(value: Decimal) -> str:
    """Every digit, without an exponent; New Quizzes tells exact answers by equal texts."""
    return format(value, "f") if value else "0"
