"""One file through the rules."""

from exambank.check.examine import examine
from exambank.check.rules import RULES
from exambank.check.selection import Selection
from exambank.check.setting import load_rules, setting_with
from exambank.model.check_settings import CheckSettings
from exambank.source.read import decode

SILENCED = '\nsuppress: [{code: OPT003, reason: "the options are a closed list"}]'
ITEM = """\
---
id: planning-quota-001
objective: planning.quota
status: draft{field}
---

What comes first of these?

- [x] {key}
- [ ] Weather reports
- [ ] All of the above
"""


def found(text: str, *ignored: str) -> list[str]:
    """The codes that an item's file gives."""
    selection = Selection(CheckSettings(ignore=ignored)) if ignored else Selection()
    setting = setting_with(load_rules(RULES.values()), selection)
    return [finding.code for finding in examine(decode("items/case.md", text.encode()), setting).findings]


def test_a_broken_structure_is_told_before_style() -> None:
    """What would be said of style is about texts that are not written yet."""
    assert found(ITEM.format(field="", key="Budget and need")) == ["OPT003"]
    assert found(ITEM.format(field="", key="Correct answer")) == ["STR017"]


def test_style_is_looked_at_where_the_structure_is_not_asked_for() -> None:
    assert found(ITEM.format(field="", key="Correct answer"), "STR017") == ["OPT003"]


def test_a_reason_may_wait_until_the_structure_is_mended() -> None:
    """The silenced rule did not run, so nothing tells whether its reason is needed."""
    for key in ("Budget", "Correct answer"):
        setting = setting_with(load_rules(RULES.values()), Selection())
        facts = examine(decode("items/case.md", ITEM.format(field=SILENCED, key=key).encode()), setting).facts
        assert facts is not None
        assert facts.silenced == ("OPT003",)


def test_a_field_of_another_name_does_not_hide_a_value_that_is_refused() -> None:
    """Nor is anything said that follows from the name, such as that the right field is missing its value."""
    text = ITEM.format(field="\ndificulty: 0.6\ncognitive: 7", key="Budget and need") + "\n## Rational\n\nSo.\n"
    assert sorted(found(text)) == ["STR003", "STR016", "STR018"]
    assert found(ITEM.format(field="\ncognitive: 7", key="Correct answer")) == ["STR018"]
