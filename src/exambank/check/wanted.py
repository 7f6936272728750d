"""Which rules a run imports: those over files or those over the bank, and of those in preview what is asked for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exambank.check.plugins import foreign_modules, own_modules
from exambank.check.rules import OVER_BANK, OVER_CHANGES, PREVIEW, RULES
from exambank.check.selection import CODES, Selection


def modules_over_files(selection: Selection) -> tuple[str, ...]:
    """The modules of rules that look at one file, its item or its words; all of other packages'."""
    return (*own_modules(RULES.keys() - OVER_BANK - OVER_CHANGES - unasked(selection)), *foreign_modules())


def modules_over_bank(selection: Selection) -> tuple[str, ...]:
    """The modules of rules that look at the whole bank; all of other packages'."""
    return (*own_modules(OVER_BANK - unasked(selection)), *foreign_modules())


def wants_answers(selection: Selection) -> bool:
    """Whether the rule is on that looks for the words of keys in other items."""
    return "DUP003" not in unasked(selection)


def unasked(selection: Selection) -> frozenset[str]:
    """The rules in preview that nobody asks for."""
    return frozenset(code for code in PREVIEW if not selection.is_wanted(code, CODES[code], is_preview=True))


def wanted_words(selection: Selection) -> dict[str, str]:
    """The codes and names of our rules that are on, each with the code."""
    on = [code for code in RULES if selection.is_wanted(code, CODES[code], is_preview=code in PREVIEW)]
    return {word: code for code in on for word in (code, CODES[code])}


def codes_off(root: Path, asked: Mapping[str, Any] | None = None) -> frozenset[str]:
    """The codes of our rules that do not run in the bank at `root`, with these settings for one run alone."""
    from exambank.check.bank_files import read_bank_files

    return frozenset(RULES.keys() - wanted_words(read_bank_files(root, asked).selection).keys())
