"""What a bank has silenced: findings that an item's own list, or the bank's settings, keep from being told.

A check does not keep them, so the bank is looked at once more, by rules that heed neither; for reports that show them.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_findings
from exambank.check.examine import examine
from exambank.check.selection import Selection, is_named
from exambank.check.state import BankState, FactRows
from exambank.check.suppress import is_suppressed
from exambank.check.workers import setting_of
from exambank.finding import Finding, Suppressed
from exambank.model.check_settings import Ignored
from exambank.source.read import read

Entries = Mapping[str, list[tuple[str, str]]]  # path → codes or names with their reasons


def silenced(
    root: Path, told: Collection[Finding], asked: Mapping[str, Any]
) -> tuple[list[Suppressed], frozenset[Finding]]:
    """Findings that are not among those told, each with why, in order; and which of them are of the bank as a whole.

    What the command line leaves out (`asked`) is not silenced: nobody gave a reason for it.
    """
    selection = read_bank_files(root, asked).selection
    findings, of_bank, entries = _all_findings(root, selection, asked)
    known = frozenset(told)
    found = [
        suppressed
        for finding in sorted(findings, key=lambda one: one.order)
        if finding not in known and (suppressed := _explained(finding, selection, entries, asked)) is not None
    ]
    return found, frozenset(one.finding for one in found if one.finding in of_bank)


def _all_findings(
    root: Path, selection: Selection, asked: Mapping[str, Any]
) -> tuple[list[Finding], frozenset[Finding], Entries]:
    """The findings of all rules that are not left out by the command line, those over the bank apart too."""
    per_path = {glob: one.model_copy(update={"ignore": ()}) for glob, one in selection.settings.per_path.items()}
    wide = {**asked, "ignore": asked.get("ignore", ()), "per_path": per_path}
    state = BankState(root, use_cache=False, asked=wide)
    setting = msgspec.structs.replace(setting_of(read_bank_files(root, wide)), hears_all=True)
    findings: list[Finding] = []
    rows: FactRows = {}
    entries: dict[str, list[tuple[str, str]]] = {}
    for stamp in state.sources:
        examined = examine(read(root, stamp.path), setting)
        findings += examined.findings
        facts = examined.facts
        rows[stamp.path] = None if facts is None else msgspec.structs.replace(facts, suppressed=())
        if facts is not None and facts.suppressed:
            entries[stamp.path] = [(one["code"], one["reason"]) for one in examined.document.fields["suppress"]]
    of_bank = bank_findings(root, state.stamps, rows, wide)
    return [*findings, *of_bank], frozenset(of_bank), entries


def _explained(finding: Finding, selection: Selection, entries: Entries, asked: Mapping[str, Any]) -> Suppressed | None:
    """Who silenced it, and why; None where it is another finding because others are heard."""
    words = (finding.code, finding.name)
    own = {word: reason for word, reason in entries.get(finding.place.path, ()) if reason.strip()}
    if is_suppressed(*words, own):
        return Suppressed(finding, True, next(own[word] for word in words if word in own))
    for one in () if "ignore" in asked else selection.settings.ignore:
        selector, reason = (one.rule, one.reason) if isinstance(one, Ignored) else (one, "")
        if is_named(*words, [selector]):
            return Suppressed(finding, False, reason)
    return Suppressed(finding, False, "") if selection.is_ignored(*words, finding.place.path) else None
