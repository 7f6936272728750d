"""TXT003 missing-media: a picture that is not in the bank.

Why: the package would show a broken picture; a name that differs in capitals works on one system and fails on others.
Source: docs/format.md, media.

Bad:
    `![The funnel](../media/Funnel.png)` where the file is `funnel.png`
Good:
    `![The funnel](../media/funnel.png)`
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, nearest, quoted
from exambank.source.discover import inside_bank

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def check(bank: BankView) -> Iterator[Fault]:
    """Each picture of each item and stimulus."""
    for facts in (*bank.items, *bank.stimuli):
        for source in facts.pictures:
            fault = _fault(bank, facts, source)
            if fault is not None:
                yield fault


def _fault(bank: BankView, facts: Facts, source: str) -> Fault | None:
    path = inside_bank(facts.path, source)
    if path is None:
        message, mend = (
            f"the picture {quoted(source)} is outside the bank",
            "copy it into the bank's media/ folder",
        )
    elif path not in bank.files:
        close = nearest(path, [file for file in bank.files if file.lower().endswith(SUFFIXES)])
        message = f"there is no picture {path} in the bank"
        mend = f"there is {close}" if close else "add the file, or mend the path"
    elif not path.lower().endswith(SUFFIXES):
        message, mend = f"{path} is no picture that LMSs show", f"use {', '.join(SUFFIXES)}"
    else:
        return None
    return RULE.finding(at=("stem",), message=message, mend=mend, path=facts.path)


RULE = Rule("TXT003", "missing-media", Severity.ERROR, over=BankView, check=check)
