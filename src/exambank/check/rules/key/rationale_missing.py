"""KEY006 rationale-missing: an approved item does not say why its key is right, or why a distractor is wrong.

Why: without reasons nobody can check the key again, and a candidate learns nothing from a wrong answer. Items that are
not yet approved may do without.
Source: programmes' documentation practice, NCCA standard 16.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: approved
    ---

    What comes first?

    - [x] Ask for the budget
    - [ ] Wait
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: approved
    ---

    What comes first?

    - [x] Ask for the budget
      > Without money there is no deal.
    - [ ] Wait
      > The budget may be gone by then.
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, Severity, plural
from exambank.model.base import APPROVED
from exambank.model.interactions.choice import OptionItem
from exambank.model.item import AnyItem


def check(item: AnyItem) -> Iterator[Fault]:
    """The whole item's rationale, or the options that have no feedback."""
    if item.status not in APPROVED:
        return
    if not isinstance(item, OptionItem):
        if item.rationale is None and not any(at[-1] == "feedback" for at, _ in text_fields(item)):
            yield RULE.finding(
                at=("stem",), message="an approved item has no rationale", mend="write one under `## Rationale`"
            )
        return
    silent = [
        number
        for number, option in enumerate(item.options)
        if option.feedback is None and not (option.is_key and item.rationale is not None)
    ]
    if silent:
        yield RULE.finding(
            at=("options", silent[0], "text"),
            message=f"{plural(len(silent), 'option')} of an approved item {'has' if len(silent) == 1 else 'have'} no "
            "feedback that says why",
            mend="write a line `> …` beneath each",
        )


RULE = Rule("KEY006", "rationale-missing", Severity.WARNING, over=AnyItem, check=check)
