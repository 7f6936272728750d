"""STR019 house-schema: the front matter does not meet the bank's own schema.

Why: a programme asks more of its items than the format does, such as a reviewer's name or a list of allowed tags.
Source: the JSON Schema that bank.yaml names as `house_schema`.

Bad:
    an item without `x-reviewer` where the house schema requires it
Good:
    `x-reviewer: A. Editor`
"""

from collections.abc import Iterator

from exambank.check.house import HouseError
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity


def check(error: HouseError) -> Iterator[Fault]:
    """One error of the schema."""
    yield RULE.finding(at=error.at, message=error.message, mend="follow the bank's house schema")


RULE = Rule("STR019", "house-schema", Severity.ERROR, over=HouseError, check=check)
