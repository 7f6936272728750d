"""One file into findings and facts: parse, structure rules, item, item rules."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from exambank.check.edits import placed_fix
from exambank.check.facts import Facts, item_facts, stimulus_facts
from exambank.check.first_look import holds_any
from exambank.check.rule import Rule
from exambank.check.selection import Selection
from exambank.check.setting import Setting
from exambank.check.suppress import is_suppressed
from exambank.check.targets import TargetedItem
from exambank.check.text_fields import whole_source
from exambank.check.wording import Wording, wording
from exambank.finding import Fault, Finding, Place, Severity
from exambank.model import from_syntax
from exambank.model.bad_value import BadValue
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.source.read import SourceFile
from exambank.syntax import document as syntax
from exambank.syntax.document import Document

PLACEHOLDER = "STR017"
UNKNOWN_NAMES = frozenset({"STR003", "STR016"})  # codes of faults that leave all other fields as they are


class Examined(Struct, frozen=True):
    """What one file gave: findings in order, facts where it parsed, and the item or stimulus itself."""

    findings: tuple[Finding, ...]
    facts: Facts | None
    subject: AnyItem | Stimulus | None
    document: Document


def examine(file: SourceFile, setting: Setting) -> Examined:
    """Findings and facts of a file; never raises on what an author can write."""
    document = syntax.parse(file)
    faults = _run(setting, document)
    if document.body is not None and setting.house is not None and not _grave(faults):
        for error in setting.house(document):
            faults += _run(setting, error)
    if document.body is None or _grave(faults):
        return _examined(document, [*faults, *_refused(document, faults, setting)], setting)
    if document.kind == "stimulus":
        return _stimulus(document, faults, setting)
    if document.kind == "translation":
        return _translation(document, faults, setting)
    return _item(document, faults, setting)


def _refused(document: Document, faults: Iterable[Fault], setting: Setting) -> Iterable[Fault]:
    """What the model refuses of an item's fields, where nothing is wrong but fields and sections of other names."""
    grave = {fault.code for fault in faults if fault.severity is Severity.ERROR}
    if document.kind != "item" or not grave <= UNKNOWN_NAMES:
        return ()
    _, bad = from_syntax.item(document, setting.defaults)
    return _bad(setting, [value for value in bad if value.at[0] in document.fields])


def _item(document: Document, faults: list[Fault], setting: Setting) -> Examined:
    item, bad = from_syntax.item(document, setting.defaults)
    if item is None:
        return _examined(document, [*faults, *_bad(setting, bad)], setting)
    return _judged(document, faults, setting, item)


def _judged(
    document: Document, faults: list[Fault], setting: Setting, item: AnyItem, of_source: frozenset[str] = frozenset()
) -> Examined:
    """What the rules over items find; nothing about fields that stand in another file, the translation's source."""
    faults += _run_over_item(setting, item)
    words = wording(item, setting.language, setting.words)
    is_broken = _is_broken(faults, setting, document.path)
    if not is_broken:
        faults += _run(setting, words) if words.pack else _speechless(setting, words)
    if setting.checks_over(TargetedItem):
        faults += _run(setting, TargetedItem(item, setting.targets, setting.shares))
    if of_source:
        faults = [fault for fault in faults if not _is_of_source(fault, of_source)]
    facts = item_facts(item, texts_of(item), document.places, words, gathers_answers=setting.gathers_answers)
    if is_broken and _is_unwritten(faults, setting, document.path):
        facts = msgspec.structs.replace(facts, twin="", sketch=b"")
    suppressed = frozenset(facts.suppressed)
    if suppressed:
        used = {word for fault in faults for word in (fault.code, fault.name)}
        if words.pack is None or is_broken:  # rules that did not run may be needed another time
            used |= {word for rule in setting.rules if _waits(rule, is_broken) for word in (rule.code, rule.name)}
        facts = msgspec.structs.replace(facts, silenced=tuple(one for one in facts.suppressed if one in used))
    return _examined(document, faults, setting, facts, item, suppressed)


def _translation(document: Document, faults: list[Fault], setting: Setting) -> Examined:
    """The translation against its source, and where it fits, the item that both make."""
    from exambank.check.translated import OF_SOURCE, translated, translation_facts, with_key
    from exambank.model.composed import with_own_ids

    found = translated(document, setting.beside, setting.defaults)
    if found.translation is None:
        return _examined(document, [*faults, *_bad(setting, found.bad)], setting)
    faults += _run(setting, found.pair) if found.pair is not None else []
    facts = translation_facts(document, found.translation)
    if found.item is None:
        return _examined(document, faults, setting, facts, None, frozenset(facts.suppressed))
    judged = _judged(document, faults, setting, with_own_ids(found.item), OF_SOURCE)
    known = with_key(facts, judged.facts) if judged.facts is not None else facts
    return Examined(judged.findings, known, None, document)


def _stimulus(document: Document, faults: list[Fault], setting: Setting) -> Examined:
    stimulus, bad = from_syntax.stimulus(document)
    if stimulus is None:
        return _examined(document, [*faults, *_bad(setting, bad)], setting)
    faults += _run(setting, stimulus)
    return _examined(document, faults, setting, stimulus_facts(stimulus, document.places), stimulus)


def _is_of_source(fault: Fault, of_source: frozenset[str]) -> bool:
    """Whether a fault is the source's: of a field that stands there alone, or of the options' order, which is its."""
    is_of_order = fault.fix is not None and fault.fix.order != ()
    return is_of_order or (fault.at != () and fault.at[0] in of_source)


def _run(setting: Setting, subject: object) -> list[Fault]:
    faults: list[Fault] = []
    for check in setting.checks_over(type(subject)):
        faults.extend(check(subject))
    return faults


def _run_over_item(setting: Setting, item: AnyItem) -> list[Fault]:
    """What the rules over items find; rules whose signs are missing from all texts are not called."""
    faults: list[Fault] = []
    whole = whole_source(item)
    for signs, checks in setting.checks_by_signs(type(item)).items():
        if not signs or holds_any(whole, signs):
            for check in checks:
                faults.extend(check(item))
    return faults


def _speechless(setting: Setting, words: Wording) -> list[Fault]:
    """What the rules find that need no language."""
    setting.checks_over(Wording)
    return [fault for check in setting.without_language for fault in check(words)]


def _bad(setting: Setting, values: Iterable[BadValue]) -> Iterator[Fault]:
    for value in values:
        yield from _run(setting, value)


def _is_broken(faults: Iterable[Fault], setting: Setting, path: str) -> bool:
    """Whether the item's structure has an error that is heard: what is said of style would be about other texts."""
    return any(
        fault.severity is Severity.ERROR
        and fault.code.startswith("STR")
        and fault.code not in setting.off
        and not setting.selection.is_ignored(fault.code, fault.name, path)
        for fault in faults
    )


def _is_unwritten(faults: Iterable[Fault], setting: Setting, path: str) -> bool:
    """Whether the stem or an option is still a placeholder: two of them are no duplicates."""
    return any(
        fault.code == PLACEHOLDER
        and fault.at[0] != "rationale"
        and not setting.selection.is_ignored(fault.code, fault.name, path)
        for fault in faults
    )


def _waits(rule: Rule, is_broken: bool) -> bool:
    """Whether a rule of style did not run on the item."""
    return rule.needs_language or (is_broken and rule.is_over(Wording))


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
        heard(place_fault(fault, document), setting.selection)
        for fault in faults
        if not is_suppressed(fault.code, fault.name, () if setting.hears_all else suppressed)
        and fault.code not in setting.off
        and not setting.selection.is_ignored(fault.code, fault.name, document.path)
    ]
    findings.sort(key=lambda finding: finding.order)
    return Examined(tuple(findings), facts, subject, document)


def heard(finding: Finding, selection: Selection) -> Finding:
    """The finding with the severity that the bank gives it."""
    severity = selection.severity(finding.code, finding.name, finding.place.path)
    return finding if severity is None else msgspec.structs.replace(finding, severity=severity)


def place_fault(fault: Fault, document: Document) -> Finding:
    """The finding that a fault becomes once its place is looked up; a key of the front matter is pointed at itself."""
    place = document.places.place(fault.at, fault.span)
    if fault.at[:1] == ("pictures",):
        from exambank.check.renamed_pictures import picture_place

        place = picture_place(document, str(fault.at[1]))
    elif fault.at[:1] == ("keys",):
        place = document.keys.get(fault.at[1:], place)
    elif len(fault.at) == 2 and fault.at[0] == "line":
        place = Place(document.path, int(fault.at[1]), 1, int(fault.at[1]), 2)
    elif fault.at and fault.at not in document.places.fields and fault.at in document.keys:
        place = document.keys[fault.at]
    fix = placed_fix(fault.fix, document) if fault.fix is not None else None
    return Finding(fault.code, fault.name, fault.severity, fault.message, fault.mend, place, fix)
