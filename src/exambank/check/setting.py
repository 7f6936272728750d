"""What a file is examined with: the rules that are on, and what the bank says."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from importlib import import_module
from typing import Any

from msgspec import Struct, field

from exambank.check.house import HouseError
from exambank.check.house_words import NO_WORDS, HouseWords
from exambank.check.rule import Rule
from exambank.check.selection import Selection
from exambank.check.wording import Wording
from exambank.finding import Fault
from exambank.model.bad_value import BadValue
from exambank.source.read import SourceFile
from exambank.syntax.document import Document

Check = Callable[[Any], Iterable[Fault]]
HouseCheck = Callable[[Document], Iterable[HouseError]]


def _nothing(path: str) -> None:  # noqa: ARG001 -- the least that a bank can have at a path
    return None


class Setting(Struct, frozen=True):
    """What a file is examined with: what the bank says, the rules, and the house schema's check.

    `beside` gives another file of the bank, which a translation asks for. With `hears_all` what an item silences is
    told all the same. `gathers_answers` says that a rule looks for keys in other items. `off` are the codes of rules
    that run, since what they find grave keeps others from running, but are not heard.
    """

    defaults: Mapping[str, Any] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    selection: Selection = field(default_factory=Selection)
    house: HouseCheck | None = None
    language: str | None = None
    words: HouseWords = NO_WORDS
    hears_all: bool = False
    targets: tuple[str, ...] = ()
    shares: str | tuple[Decimal, ...] = ()
    beside: Callable[[str], SourceFile | None] = _nothing
    by_subject: dict[type[Any], tuple[Check, ...]] = field(default_factory=dict)
    by_signs: dict[type[Any], dict[tuple[str, ...], list[Check]]] = field(default_factory=dict)
    without_language: list[Check] = field(default_factory=list)
    off: frozenset[str] = frozenset()
    gathers_answers: bool = True

    def checks_by_signs(self, subject: type[Any]) -> dict[tuple[str, ...], list[Check]]:
        """The checks of the rules over items of this class, by what must stand in the item's texts."""
        if subject not in self.by_signs:
            found = self.by_signs[subject] = {}
            for rule in self.rules:
                if rule.is_over(subject):
                    found.setdefault(rule.signs, []).append(self.selection.check_of(rule))
        return self.by_signs[subject]

    def checks_over(self, subject: type[Any]) -> tuple[Check, ...]:
        """The checks of the rules that look at subjects of this class."""
        if subject not in self.by_subject:
            over = [rule for rule in self.rules if rule.is_over(subject)]
            self.by_subject[subject] = tuple(map(self.selection.check_of, over))
            if subject is Wording:
                self.without_language.extend(self.selection.check_of(rule) for rule in over if not rule.needs_language)
        return self.by_subject[subject]


def load_rules(names: Iterable[str]) -> tuple[Rule, ...]:
    """The rules in these modules."""
    return tuple(import_module(name).RULE for name in names)


def setting_with(rules: Iterable[Rule], selection: Selection, **others: Any) -> Setting:
    """A setting with the rules that are on, and those that must run all the same."""
    asked = [(rule, selection.is_on(rule)) for rule in rules]
    off = frozenset(rule.code for rule, is_on in asked if not is_on)
    kept = tuple(rule for rule, is_on in asked if is_on or _must_run(rule))
    return Setting(rules=kept, selection=selection, off=off, **others)


def _must_run(rule: Rule) -> bool:
    return rule.over in {Document, BadValue, HouseError} and not rule.is_preview
