"""The rules that see the whole bank, run over the facts of its items."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from exambank.check.bank_files import BankFiles, read_bank_files, read_forms
from exambank.check.bank_view import BankView
from exambank.check.examine import heard, place_fault
from exambank.check.facts import PLACED, Facts
from exambank.check.picture_files import pictures_said
from exambank.check.rule import Rule
from exambank.check.selection import Selection
from exambank.check.setting import load_rules
from exambank.check.suppress import FIRM_FAMILIES, is_suppressed
from exambank.check.suppression import UnusedSuppression
from exambank.check.today import today
from exambank.check.wanted import modules_over_bank, wanted_words
from exambank.finding import Fault, Finding, Fix, Place
from exambank.source.discover import STATISTICS_FILE, Stamp
from exambank.source.pictures.metadata import is_picture
from exambank.source.read import read
from exambank.syntax import document as syntax

if TYPE_CHECKING:
    from exambank.check.statistics_file import StatisticsFile

OVER_BANK = (BankView, UnusedSuppression)


def bank_findings(
    root: Path,
    stamps: Sequence[Stamp],
    rows: Mapping[str, Facts | None],
    asked: Mapping[str, Any] | None = None,
    cache: tuple[Path | None, str] = (None, ""),
    files: BankFiles | None = None,
) -> list[Finding]:
    """Findings of the bank's own files and of every rule over the bank.

    `cache` is the folder in which pictures may be known, and the mark of those that this exambank knows; `files`
    are the bank's own, where they have been read.
    """
    files = read_bank_files(root, asked) if files is None else files
    view = msgspec.structs.replace(
        bank_view(files, stamps, rows), pictures=partial(pictures_said, root, stamps, *cache)
    )
    by_path = {facts.path: facts for facts in (*view.items, *view.stimuli, *view.translations)}
    selection = files.selection
    findings = list(files.findings)
    rules = rules_over_bank(selection)
    faults = [fault for rule in rules if rule.over is BankView for fault in selection.check_of(rule)(view)]
    over_suppressions = [rule for rule in rules if rule.over is UnusedSuppression]
    for unused in unused_suppressions(view, codes_by_word(selection, rules), faults) if over_suppressions else ():
        faults += [fault for rule in over_suppressions for fault in rule.check(unused)]
    findings += _placed(faults, view, by_path, root)
    return [
        heard(finding, selection)
        for finding in findings
        if not selection.is_ignored(finding.code, finding.name, finding.place.path)
    ]


def rules_over_bank(selection: Selection) -> list[Rule]:
    """The rules over the bank that are on."""
    return [rule for rule in load_rules(modules_over_bank(selection)) if selection.is_on(rule)]


def codes_by_word(selection: Selection, rules: Iterable[Rule]) -> Mapping[str, str]:
    """Codes and names of all rules that are on, ours and these, each with the code."""
    found = wanted_words(selection)
    return found | {word: rule.code for rule in rules for word in (rule.code, rule.name)}


def unused_suppressions(view: BankView, ran: Mapping[str, str], faults: Iterable[Fault]) -> Iterator[UnusedSuppression]:
    """The entries that silenced nothing, though their rules ran, and those that no item may have."""
    silent = {(fault.path, word) for fault in faults for word in (fault.code, fault.name)}
    for facts in (*view.items, *view.translations):
        for number, one in enumerate(facts.suppressed):
            is_firm = ran.get(one, one).startswith(FIRM_FAMILIES)
            is_used = one in facts.silenced or (facts.path, one) in silent
            if one in ran and (is_firm or not is_used):
                yield UnusedSuppression(facts.path, number, len(facts.suppressed), one, is_firm)


def bank_view(files: BankFiles, stamps: Sequence[Stamp], rows: Mapping[str, Facts | None]) -> BankView:
    """The bank as its rules see it."""
    facts = [row for row in rows.values() if row is not None]
    return BankView(
        items=[one for one in facts if one.kind == "item"],
        stimuli=[one for one in facts if one.kind == "stimulus"],
        translations=[one for one in facts if one.kind == "translation"],
        bank=files.bank,
        blueprint=files.blueprint,
        lock=files.lock,
        files=frozenset(stamp.path for stamp in stamps),
        unread=frozenset(path for path, row in rows.items() if row is None),
        places=files.places,
        forms=read_forms(files, (stamp.path for stamp in stamps)),
        today=files.selection.settings.today or today(),
        statistics=_statistics(files),
        second_keys=files.second_keys,
    )


def _statistics(files: BankFiles) -> "StatisticsFile | None":
    """What candidates did; few banks have it, so that its reader is imported where there is a file."""
    if not os.path.lexists(files.root / STATISTICS_FILE):
        return None
    from exambank.check.statistics_file import read_statistics

    found = read_statistics(files.root)
    files.findings += found.findings
    return found


def _placed(faults: Iterable[Fault], view: BankView, by_path: Mapping[str, Facts], root: Path) -> Iterable[Finding]:
    for fault in faults:
        path = fault.path or "bank.yaml"
        facts = by_path.get(path)
        if facts is not None and is_suppressed(fault.code, fault.name, facts.suppressed):
            continue
        yield Finding(
            fault.code,
            fault.name,
            fault.severity,
            fault.message,
            fault.mend,
            *_place_and_fix(fault, path, facts, view, root),
        )


def _place_and_fix(
    fault: Fault, path: str, facts: Facts | None, view: BankView, root: Path
) -> tuple[Place, Fix | None]:
    """Where the fault is; the file is read again where there is more to say than the facts hold."""
    if facts is None and fault.fix is not None and is_picture(path):
        return Place(path), Fix(fault.fix.title, fault.fix.is_safe, fault.fix.changes, ())
    is_kept = fault.at[:1] == fault.at and (not fault.at or fault.at[0] in PLACED)
    if facts is None or (fault.fix is None and is_kept):
        return _place(fault, path, facts, view), None
    document = syntax.parse(read(root, path))
    placed = place_fault(fault, document)
    return (_place(fault, path, facts, view) if is_kept else placed.place), placed.fix


def _place(fault: Fault, path: str, facts: Facts | None, view: BankView) -> Place:
    if facts is not None:
        return facts.place(str(fault.at[0])) if fault.at else Place(path)
    if path in view.places:
        return view.places[path].place(fault.at)
    if path == STATISTICS_FILE and view.statistics is not None and fault.at:
        return view.statistics.places.place(fault.at)
    if fault.at and isinstance(fault.at[0], int):  # a line of a file without fields, such as the lock
        return Place(path, fault.at[0], 1, fault.at[0], 2)
    return Place(path)
