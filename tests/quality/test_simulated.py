"""Rules on the keys of a bank raise no more false alarms than they say."""

from math import sqrt

import pytest
from tests.quality.report import rule_of
from tests.quality.simulated import BANKS, alarms, clean_banks

STATED = {"warning": 0.05, "error": 0.01}  # of banks that chance has made, at most; an error is a warning as well


@pytest.mark.parametrize("items", [20, 60])
@pytest.mark.parametrize("code", ["BNK001", "BNK002", "BNK003", "BNK004"])
def test_false_alarms_are_as_rare_as_stated(code: str, items: int) -> None:
    found = alarms(rule_of(code), items)
    for severity, share in STATED.items():
        count = found["error"] + (found["warning"] if severity == "warning" else 0)
        assert count <= BANKS * share + 3 * sqrt(BANKS * share * (1 - share))
    assert found, "banks differ, and some must look as if they were not made by chance"


def test_the_banks_are_the_same_every_time() -> None:
    first, second = ([facts.keys for bank in clean_banks(20, 3) for facts in bank.items] for _ in range(2))
    assert first == second
