"""ACC006 no-language: bank.yaml does not say in which language the bank is.

Why: a screen reader pronounces by the language that a package declares, and rules on wording read by it. Without one,
items that name no `lang` of their own count as English, whatever they are in.
Source: WCAG 2.2, success criteria 3.1.1 and 3.1.2. Foreign passages within a text cannot be marked yet, so they are not
looked for.

Bad:
    a bank.yaml without `language`
Good:
    a bank.yaml with `language: en`
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.source.discover import BANK_FILE


def check(bank: BankView) -> Iterator[Fault]:
    """The bank's settings."""
    if bank.bank is not None and ("language",) not in bank.places[BANK_FILE].fields:
        yield RULE.finding(
            at=("language",),
            message=f"bank.yaml names no language, so it counts as {bank.bank.language}",
            mend="write `language:` with a tag such as en or pt-BR",
        )


RULE = Rule("ACC006", "no-language", Severity.WARNING, over=BankView, check=check)
