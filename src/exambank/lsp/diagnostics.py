"""Findings as a client shows them."""

from collections.abc import Iterable

from lsprotocol import types

from exambank.finding import Finding, Severity
from exambank.lsp.positions import ClientText

SOURCE = "exambank"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, text: ClientText) -> types.Diagnostic:
    """A finding at its place in the client's text; the second line says how to mend it."""
    return types.Diagnostic(
        range=text.range(finding.place),
        message=f"{finding.message}\nmend: {finding.mend}",
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
    )


def diagnostics(findings: Iterable[Finding], text: ClientText) -> list[types.Diagnostic]:
    """Findings of one file, in order."""
    return [diagnostic(finding, text) for finding in sorted(findings, key=lambda finding: finding.order)]
