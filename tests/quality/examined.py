"""Items of banks as the linter sees them: the model, a content digest, and the codes of the rules that hit."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.quality.bank_item import BankItem
from tests.quality.banks import BANKS, Bank

from exambank.check.examine import examine
from exambank.check.rules import RULES
from exambank.check.selection import Selection
from exambank.check.setting import Setting, load_rules, setting_with
from exambank.finding import Finding
from exambank.model.check_settings import CheckSettings
from exambank.model.interactions.choice import OptionItem
from exambank.richtext.text import RichText
from exambank.source.digest import digest_of
from exambank.source.read import decode


@dataclass(frozen=True)
class ExaminedItem:
    """An item with options, and what the rules (those in preview too) say of it."""

    bank: str
    item: OptionItem
    findings: tuple[Finding, ...]

    @cached_property
    def digest(self) -> str:
        """What the item's labels are kept under: stem, options in order, and keys, white space folded."""
        options = [[normal(option.text), option.is_key] for option in self.item.options]
        return digest_of([normal(self.item.stem), options])

    @property
    def codes(self) -> frozenset[str]:
        """The rules that hit."""
        return frozenset(finding.code for finding in self.findings)


def normal(text: RichText) -> str:
    """The text in NFC, white space folded."""
    return " ".join(unicodedata.normalize("NFC", text.source).split())


@cache
def setting(language: str) -> Setting:
    """All rules on, preview too."""
    return setting_with(load_rules(RULES.values()), Selection(CheckSettings(preview=True)), language=language)


def examined(item: BankItem, language: str) -> ExaminedItem | None:
    """The item as the linter sees it; None where it is no item with options to it."""
    found = examine(decode(f"{item.bank}/{item.number}.md", item.file_text.encode()), setting(language))
    return ExaminedItem(item.bank, found.subject, found.findings) if isinstance(found.subject, OptionItem) else None


def examined_banks(corpus: Path, banks: Iterable[Bank] = BANKS.values()) -> Iterator[ExaminedItem]:
    """The items of banks in order, each content once."""
    seen: set[str] = set()
    for bank in banks:
        for item in bank.items(corpus):
            one = examined(item, bank.language)
            if one is not None and one.digest not in seen:
                seen.add(one.digest)
                yield one
