"""One file into findings and facts: parse, structure rules, item, item rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from exambank.check.facts import Facts, item_facts, stimulus_facts
from exambank.check.house import HouseError
from exambank.check.rule import Rule
from exambank.check.suppress import is_suppressed
from exambank.finding import Fault, Finding, Place, Severity
from exambank.model import from_syntax
from exambank.model.from_syntax import BadValue
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.source.read import SourceFile
from exambank.syntax import document as syntax
from exambank.syntax.document import Document

HouseCheck = Callable[[Document], Iterable[HouseError]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a file is examined with: the bank's defaults, the rules by subject, and the house schema's check."""

    defaults: Mapping[str, Any] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    ignored: frozenset[str] = frozenset()
    house: HouseCheck | None = None
    by_subject: dict[type[Any], tuple[Rule, ...]] = field(default_factory=dict)

    def rules_over(self, subject: type[Any]) -> tuple[Rule, ...]:
        """The rules that look at subjects of this class."""
        if subject not in self.by_subject:
            self.by_subject[subject] = tuple(rule for rule in self.rules if rule.is_over(subject))
        return self.by_subject[subject]


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file gave: findings in order, facts where it parsed, and the item or stimulus itself."""

    findings: tuple[Finding, ...]
    facts: Facts | None
    subject: AnyItem | Stimulus | None
    document: Document


def load_rules(names: Iterable[str]) -> tuple[Rule, ...]:
    """The rules in these modules."""
    return tuple(import_module(name).RULE for name in names)


def examine(file: SourceFile, setting: Setting) -> Examined:
    """Findings and facts of a file; never raises on what an author can write."""
    document = syntax.parse(file)
    faults = _run(setting, document)
    if document.body is not None and setting.house is not None and not _grave(faults):
        for error in setting.house(document):
            faults += _run(setting, error)
    if document.body is None or _grave(faults):
        return _examined(document, faults, setting)
    if document.kind == "stimulus":
        return _stimulus(document, faults, setting)
    return _item(document, faults, setting)


def _item(document: Document, faults: list[Fault], setting: Setting) -> Examined:
    item, bad = from_syntax.item(document, setting.defaults)
    if item is None:
        return _examined(document, [*faults, *_bad(setting, bad)], setting)
    faults += _run(setting, item)
    facts = item_facts(item, texts_of(item), document.places)
    suppressed = frozenset(facts.suppressed)
    return _examined(document, faults, setting, facts, item, suppressed)


def _stimulus(document: Document, faults: list[Fault], setting: Setting) -> Examined:
    stimulus, bad = from_syntax.stimulus(document)
    if stimulus is None:
        return _examined(document, [*faults, *_bad(setting, bad)], setting)
    faults += _run(setting, stimulus)
    return _examined(document, faults, setting, stimulus_facts(stimulus, document.places), stimulus)


def _run(setting: Setting, subject: object) -> list[Fault]:
    faults: list[Fault] = []
    for rule in setting.rules_over(type(subject)):
        faults.extend(rule.check(subject))
    return faults


def _bad(setting: Setting, values: Iterable[BadValue]) -> Iterator[Fault]:
    for value in values:
        yield from _run(setting, value)


def _grave(faults: Iterable[Fault]) -> bool:
    return any(fault.severity is Severity.ERROR for fault in faults)


def _examined(
    document: Document,
    faults: Iterable[Fault],
    setting: Setting,
    facts: Facts | None = None,
    subject: AnyItem | Stimulus | None = None,
    suppressed: frozenset[str] = frozenset(),
) -> Examined:
    findings = [
        place_fault(fault, document)
        for fault in faults
        if fault.code not in setting.ignored and not is_suppressed(fault.code, fault.name, suppressed)
    ]
    findings.sort(key=lambda finding: finding.order)
    return Examined(tuple(findings), facts, subject, document)


def place_fault(fault: Fault, document: Document) -> Finding:
    """The finding that a fault becomes once its place is looked up; a key of the front matter is pointed at itself."""
    place = document.places.place(fault.at, fault.span)
    if fault.at[:1] == ("keys",):
        place = document.keys.get(fault.at[1:], place)
    elif len(fault.at) == 2 and fault.at[0] == "line":
        place = Place(document.path, int(fault.at[1]), 1, int(fault.at[1]), 2)
    elif fault.at and fault.at not in document.places.fields and fault.at in document.keys:
        place = document.keys[fault.at]
    return Finding(fault.code, fault.name, fault.severity, fault.message, fault.mend, place)
