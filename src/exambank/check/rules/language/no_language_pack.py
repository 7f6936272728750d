"""LNG006 no-language-pack: the bank's language has no word lists, so some rules do not run.

Why: a bank without findings may be one that was not looked at. Items in another language than the bank's are looked at
with the lists of their own, where there are some.
Source: docs/settings.md; the lists are in exambank.check.language.

Bad:
    `language: fr` in bank.yaml
Good:
    `language: de` in bank.yaml
"""

from collections.abc import Iterator
from importlib import import_module

from exambank.check.bank_view import BankView
from exambank.check.language.pack import PACKS, pack_for
from exambank.check.plugins import rule_modules
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity


def check(bank: BankView) -> Iterator[Fault]:
    """The language of bank.yaml, and the rules that are left out."""
    if bank.bank is None or pack_for(bank.bank.language) is not None:
        return
    rules = [import_module(name).RULE for name in rule_modules()]
    left_out = sorted(rule.code for rule in rules if rule.needs_language and not rule.is_preview)
    yield RULE.finding(
        at=("language",),
        message=f"there are no word lists for `{bank.bank.language}`, so {len(left_out)} rules do not run: "
        + ", ".join(left_out),
        mend=f"look for such faults by hand; there are lists for {' and '.join(sorted(PACKS))}",
    )


RULE = Rule("LNG006", "no-language-pack", Severity.INFO, over=BankView, check=check)
