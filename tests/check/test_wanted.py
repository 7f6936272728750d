"""What a run does not import, it would not have run."""

from hypothesis import given
from hypothesis import strategies as st

from exambank.check.bank_rules import OVER_BANK as SUBJECTS
from exambank.check.changes import BankChanges
from exambank.check.rules import OVER_BANK, OVER_CHANGES, PREVIEW, RULES
from exambank.check.selection import CODES, FAMILIES, Selection
from exambank.check.setting import load_rules
from exambank.check.wanted import modules_over_bank, modules_over_files, wanted_words
from exambank.model.check_settings import CheckSettings

ALL = load_rules(RULES.values())
selectors = st.sampled_from(["ALL", "", "STM0", *FAMILIES, *RULES, *CODES.values()])
several = st.lists(selectors, max_size=4)


def test_the_tables_are_what_the_rules_say() -> None:
    """A rule that is added in preview, or over the bank, stands in the table beside the list."""
    assert {rule.code for rule in ALL if rule.is_preview} == PREVIEW
    assert {rule.code for rule in ALL if rule.over in SUBJECTS} == OVER_BANK
    assert {rule.code for rule in ALL if rule.over is BankChanges} == OVER_CHANGES
    assert {rule.code: rule.name for rule in ALL} == CODES


@given(several, several, several, st.booleans())
def test_every_rule_that_is_on_is_imported(select: list[str], extend: list[str], ignore: list[str], all_: bool) -> None:
    settings = CheckSettings.model_validate(
        {"select": select, "extend_select": extend, "ignore": ignore, "preview": all_}
    )
    selection = Selection(settings)
    modules = {*modules_over_files(selection), *modules_over_bank(selection)}
    on = {rule.code for rule in ALL if selection.is_on(rule)}
    assert {RULES[code] for code in on - OVER_CHANGES} <= modules
    assert set(wanted_words(selection).values()) == on
    assert set(modules_over_files(selection)).isdisjoint(RULES[code] for code in OVER_BANK)
