"""The rules that see the whole bank, run over the facts of its items."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exambank.check.bank_files import BankFiles, read_bank_files
from exambank.check.bank_view import BankView
from exambank.check.edits import placed_fix
from exambank.check.examine import heard, load_rules
from exambank.check.facts import Facts
from exambank.check.plugins import rule_modules
from exambank.check.suppress import is_suppressed
from exambank.finding import Fault, Finding, Place
from exambank.source.discover import Stamp
from exambank.source.read import read
from exambank.syntax import document as syntax


def bank_findings(
    root: Path, stamps: Sequence[Stamp], rows: Mapping[str, Facts | None], asked: Mapping[str, Any] | None = None
) -> list[Finding]:
    """Findings of the bank's own files and of every rule over the bank."""
    files = read_bank_files(root, asked)
    view = bank_view(files, stamps, rows)
    by_path = {facts.path: facts for facts in (*view.items, *view.stimuli)}
    selection = files.selection
    findings = list(files.findings)
    for rule in load_rules(rule_modules()):
        if rule.over is BankView and selection.is_on(rule):
            findings += _placed(selection.check_of(rule)(view), view, by_path, root)
    return [
        heard(finding, selection)
        for finding in findings
        if not selection.is_ignored(finding.code, finding.name, finding.place.path)
    ]


def bank_view(files: BankFiles, stamps: Sequence[Stamp], rows: Mapping[str, Facts | None]) -> BankView:
    """The bank as its rules see it."""
    facts = [row for row in rows.values() if row is not None]
    return BankView(
        items=[one for one in facts if one.kind == "item"],
        stimuli=[one for one in facts if one.kind == "stimulus"],
        bank=files.bank,
        blueprint=files.blueprint,
        lock=files.lock,
        files=frozenset(stamp.path for stamp in stamps),
        unread=frozenset(path for path, row in rows.items() if row is None),
        places=files.places,
    )


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
            _place(fault, path, facts, view),
            placed_fix(fault.fix, syntax.parse(read(root, path))) if fault.fix is not None else None,
        )


def _place(fault: Fault, path: str, facts: Facts | None, view: BankView) -> Place:
    if facts is not None:
        return facts.place(str(fault.at[0])) if fault.at else Place(path)
    if path in view.places:
        return view.places[path].place(fault.at)
    if fault.at and isinstance(fault.at[0], int):  # a line of a file without fields, such as the lock
        return Place(path, fault.at[0], 1, fault.at[0], 2)
    return Place(path)
