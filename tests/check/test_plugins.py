"""Rules of other packages are found by their entry points."""

import sys
from pathlib import Path

import pytest

from exambank.check.plugins import rule_modules
from exambank.check.rules import RULES
from exambank.check.run import check_bank

MODULE = '''\
"""HSE001 shouting: a stem in capitals."""

from exambank.check.rule import Rule
from exambank.finding import Severity
from exambank.model.item import AnyItem


def check(item):
    if item.stem.plain.isupper():
        yield RULE.finding(at=("stem",), message="the stem shouts", mend="write it in small letters")


RULE = Rule("HSE001", "shouting", Severity.WARNING, over=AnyItem, check=check)
'''


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with one rule, as pip installs it."""
    folder = tmp_path / "site"
    (folder / "house_rules-1.0.dist-info").mkdir(parents=True)
    (folder / "shouting_rule.py").write_text(MODULE)
    (folder / "house_rules-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n"
    )
    (folder / "house_rules-1.0.dist-info" / "entry_points.txt").write_text("[exambank.rules]\nHSE001 = shouting_rule\n")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "shouting_rule", raising=False)
    return "shouting_rule"


def test_our_rules_come_first(distribution: str) -> None:
    assert rule_modules()[: len(RULES)] == tuple(RULES.values())
    assert distribution in rule_modules()[len(RULES) :]


def test_a_rule_of_another_package_is_run(bank: Path, distribution: str) -> None:
    path = bank / "items" / "air" / "air-layers-002.md"
    path.write_text(path.read_text("utf-8").replace("status: approved", "status: draft"), "utf-8")
    blueprint = bank / "blueprint.yaml"
    blueprint.write_text(blueprint.read_text("utf-8").replace("length: 5", "length: 2"), "utf-8")
    assert check_bank(bank, use_cache=False).findings == ()
    stem = "A pot boils at **sea level**. What is the temperature of the water?"
    path.write_text(path.read_text("utf-8").replace(stem, stem.upper()), "utf-8")
    found = [(f.code, f.name, f.place.path, f.place.line) for f in check_bank(bank, use_cache=False).findings]
    assert found == [("HSE001", "shouting", "items/air/air-layers-002.md", 9)]
    assert distribution in sys.modules
