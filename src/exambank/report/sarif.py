"""Findings as SARIF 2.1.0, for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from exambank.finding import Finding, Fix, Place, Severity, Suppressed
from exambank.report import DEFAULTS, RuleHelp, Settings
from exambank.report.encodable import encodable
from exambank.report.fingerprint import fingerprints
from exambank.report.terminal import shown
from exambank.version import VERSION

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# A name of our own: the action that uploads to GitHub warns where `primaryLocationLineHash` is not its own hash.
FINGERPRINT = "exambankFinding/v1"


def write(findings: Sequence[Finding], _files: int, out: TextIO, settings: Settings = DEFAULTS) -> None:
    """Writes one log with one run; findings that are suppressed stand behind the others."""
    silenced = settings.suppressed or ()
    shown_findings = [*findings, *(one.finding for one in silenced)]
    rules = rules_of(shown_findings, settings.rules())
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    results = [
        result(finding, indexes[shown(finding.code)], mark)
        for finding, mark in zip(shown_findings, fingerprints(shown_findings), strict=True)
    ]
    if settings.suppressed is not None:  # SARIF 2.1.0, 3.27.23: in all results of a run, or in none
        marks: list[list[dict[str, str]]] = [[] for _ in findings] + [suppressions(one) for one in silenced]
        results = [{**one, "suppressions": mark} for one, mark in zip(results, marks, strict=True)]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "exambank", "version": VERSION, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    out.write(json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def suppressions(one: Suppressed) -> list[dict[str, str]]:
    """Who suppressed a finding, and why where a reason was given; without a status it is accepted (3.35.3)."""
    kind = "inSource" if one.is_in_source else "external"
    reason = encodable(one.reason)
    return [{"kind": kind, **({"justification": reason} if reason else {})}]


def rules_of(findings: Iterable[Finding], known: Iterable[RuleHelp]) -> list[dict[str, Any]]:
    """Every rule that ran and has a page, then the codes that have none, as those of other packages."""
    rules = {rule.code: explained(rule) for rule in known}
    for finding in sorted(findings, key=lambda one: (one.code, one.name)):
        code, name = shown(finding.code), shown(finding.name)
        rules.setdefault(code, {"id": code, "name": name, "shortDescription": {"text": name or code}})
    return list(rules.values())


def explained(rule: RuleHelp) -> dict[str, Any]:
    """A rule with what its page says."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def result(finding: Finding, rule: int, mark: str) -> dict[str, Any]:
    """One finding; `rule` is its rule's index."""
    place = finding.place
    file = {"uri": uri(place.path)}
    fixes = [fix_of(finding.fix, file)] if finding.fix is not None and finding.fix.edits else []
    return {
        "ruleId": shown(finding.code),
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{shown(finding.message)}\nmend: {shown(finding.mend)}"},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region(place)}}],
        "partialFingerprints": {FINGERPRINT: mark},
        **({"fixes": fixes} if fixes else {}),
    }


def fix_of(fix: Fix, file: dict[str, str]) -> dict[str, Any]:
    """A fix as changes to the file."""
    replacements = [
        {"deletedRegion": region(edit.place), "insertedContent": {"text": encodable(edit.text)}} for edit in fix.edits
    ]
    return {
        "description": {"text": encodable(fix.title)},
        "artifactChanges": [{"artifactLocation": file, "replacements": replacements}],
    }


def region(place: Place) -> dict[str, int]:
    """A range of a file."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def uri(path: str) -> str:
    """The path as a relative URI, or as one of a file where the bank lies outside the current folder.

    A name that is no UTF-8 gets question marks, since a reader may refuse the whole log for bytes that are none.
    """
    if PurePath(path).is_absolute():
        return "file:///" + quote(path.lstrip("/"), safe="/:", errors="replace")
    return quote(path, errors="replace")
