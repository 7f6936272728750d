"""STR018 bad-value: a field's value is not of the kind that the field holds.

Why: a value that cannot be read is as good as none, and a wrong kind of value may be read as something else.
Source: docs/format.md, front matter; schemas/item.schema.json.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: nearly done
    ---

    What comes first?

    - [x] Budget
    - [ ] Weather
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    ---

    What comes first?

    - [x] Budget
    - [ ] Weather
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.bad_value import BadValue

MEND = "see the field's row in docs/format.md"


def check(bad: BadValue) -> Iterator[Fault]:
    """One value that the model refused."""
    yield RULE.finding(at=bad.at, message=bad.message, mend=f"write `{bad.meant}`" if bad.meant else MEND)


RULE = Rule("STR018", "bad-value", Severity.ERROR, over=BadValue, check=check)
