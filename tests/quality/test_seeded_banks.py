"""Every rule over banks finds the fault of its kind, and keeps quiet on the twin."""

from pathlib import Path

import pytest
from tests.quality.seeded import SEEDS
from tests.quality.seeded.bank import BANK_SEEDS, BankMutator, BankSeed
from tests.repository import commit
from tests.small_bank import write_small_bank

from exambank.check.changes import change_findings
from exambank.check.rules import RULES
from exambank.check.run import check_bank


def codes(folder: Path, mutate: BankMutator) -> set[str]:
    """What is found in the small bank once it is changed."""
    root = write_small_bank(folder)
    commit(root)
    mutate(root)
    found = check_bank(root, use_cache=False, workers=1, asked={"preview": True}).findings
    return {finding.code for finding in (*found, *change_findings(root, "HEAD"))}


@pytest.mark.parametrize("seed", BANK_SEEDS, ids=lambda seed: seed.code)
def test_the_fault_is_found(seed: BankSeed, tmp_path: Path) -> None:
    assert seed.code in codes(tmp_path, seed.fault)


@pytest.mark.parametrize("seed", BANK_SEEDS, ids=lambda seed: seed.code)
def test_the_twin_is_quiet(seed: BankSeed, tmp_path: Path) -> None:
    found = codes(tmp_path, seed.twin)
    assert seed.code not in found
    assert not {code for code in found if code.startswith("STR")}, "the rule was not asked"


def test_every_rule_has_a_seeded_fault() -> None:
    """Once; a new rule comes with its own."""
    assert sorted([*(seed.code for seed in SEEDS), *(seed.code for seed in BANK_SEEDS)]) == sorted(RULES)
