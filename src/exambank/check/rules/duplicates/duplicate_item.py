"""DUP001 duplicate-item: two items have the same stem and the same options.

Why: a form that holds both asks one thing twice; and where their keys differ, one of the two is wrong. Order, capitals
and white space do not count, save the capitals of code. Retired items are left alone, as are items of which a part is
yet to be written (STR017).
Source: counts over public banks, where stems come back word for word.

Bad:
    two items that ask "What comes first?" with the options Budget and Weather
Good:
    one of them, retired or removed
"""

from collections import defaultdict
from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED


def check(bank: BankView) -> Iterator[Fault]:
    """Each later item of every group of equal ones, in order of path."""
    groups: dict[str, list[Facts]] = defaultdict(list)
    for facts in bank.items:
        if facts.twin and facts.status not in RETIRED:
            groups[facts.twin].append(facts)
    for twins in groups.values():
        first = twins[0]
        for other in twins[1:]:
            if other.id == first.id:
                continue  # STR006 tells
            differ = sorted(map(str.casefold, other.keyed)) != sorted(map(str.casefold, first.keyed))
            yield RULE.finding(
                at=("stem",),
                message=("the keys differ, and " if differ else "") + f"{first.id} asks the same with the same options",
                mend="see which key is right, then retire one of the two" if differ else "retire one of the two",
                path=other.path,
            )


RULE = Rule("DUP001", "duplicate-item", Severity.ERROR, over=BankView, check=check)
