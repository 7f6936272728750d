"""Noise: what `exambank check` says of each bank as a whole, in findings per 100 items."""

import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.quality.bank_item import BankItem
from tests.quality.banks import Bank

from exambank.check.rules import RULES
from exambank.check.run import check_bank
from exambank.check.setting import load_rules
from exambank.finding import Finding

BANK = "format: 1\nid: {name}\ntitle: {name}\nversion: 1.0.0\nlanguage: {language}\n"
BLUEPRINT = """\
title: Noise
version: 1.0.0
form: {length: 1}
domains:
  - {id: subject, title: Subject, weight: 100, objectives: [{id: subject.matter, title: The matter}]}
"""
OWN_BANK = Path(__file__).parents[2] / "bank"
PREVIEW = frozenset(rule.code for rule in load_rules(RULES.values()) if rule.is_preview)
OURS = ("BNK006", "BNK007", "KEY001", "KEY010", "TXT003")  # of the frame: drafts, no lock, pictures left behind


@dataclass(frozen=True, slots=True)
class Noise:
    """A bank's items, and its findings by code and severity."""

    items: int
    findings: Counter[tuple[str, str]]

    def __add__(self, other: "Noise") -> "Noise":
        return Noise(self.items + other.items, self.findings + other.findings)

    def per_hundred(self, severity: str | None = None, *, is_preview: bool) -> float:
        """Findings per 100 items of this severity (or any), by rules in preview or by those that are on by default."""
        count = sum(
            count
            for (code, grade), count in self.findings.items()
            if severity in {None, grade} and (code in PREVIEW) is is_preview
        )
        return 100 * count / self.items if self.items else 0.0


def noise(bank: Bank, corpus: Path) -> Noise:
    """What a check with all rules, those in preview too, finds in the bank."""
    items = list(bank.items(corpus))
    with tempfile.TemporaryDirectory() as folder:
        write_bank(Path(folder), bank, items)
        found = check_bank(Path(folder), use_cache=False, workers=1, asked={"preview": True}).findings
    return Noise(len(items), counted(found, OURS))


def own_noise() -> Noise:
    """What the check finds in the bank of this repository, which has been reviewed."""
    found = check_bank(OWN_BANK, use_cache=False, workers=1, asked={"preview": True}).findings
    return Noise(len(list((OWN_BANK / "items").rglob("*.md"))), counted(found))


def counted(findings: Iterable[Finding], left_out: Iterable[str] = ()) -> Counter[tuple[str, str]]:
    """Findings by code and severity."""
    return Counter((one.code, str(one.severity)) for one in findings if one.code not in left_out)


def write_bank(root: Path, bank: Bank, items: Iterable[BankItem]) -> None:
    """The bank as exambank reads it."""
    (root / "items").mkdir()
    (root / "bank.yaml").write_text(BANK.format(name=bank.name, language=bank.language), "utf-8")
    (root / "blueprint.yaml").write_text(BLUEPRINT, "utf-8")
    for item in items:
        (root / "items" / f"{item.number:04}.md").write_text(item.file_text, "utf-8", newline="\n")
