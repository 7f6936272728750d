"""Every rule is labelled by readers, or there is a reason why not."""

import tomllib
from pathlib import Path

from tests.quality.flaws import CODES, FLAWS

from exambank.check.rules import RULES

UNLABELLED = tomllib.loads(Path(__file__).with_name("unlabelled.toml").read_text("utf-8"))


def test_every_rule_is_labelled_or_named() -> None:
    assert [code for code in RULES if code not in CODES and not {code, code[:3]} & UNLABELLED.keys()] == []


def test_labels_are_of_rules_that_there_are() -> None:
    assert [flaw.label for flaw in FLAWS if flaw.code not in RULES] == []
    assert len(CODES) == len(FLAWS), "two labels stand for one rule"


def test_reasons_are_needed() -> None:
    assert [one for one in UNLABELLED if one in CODES or not any(code.startswith(one) for code in RULES)] == []
