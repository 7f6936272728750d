"""Code actions: the fixes that findings bring along, and silencing a rule in an item."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from exambank.check.suppress import is_suppressed
from exambank.finding import Finding
from exambank.lsp.diagnostics import diagnostic
from exambank.lsp.open_file import OpenFile
from exambank.lsp.positions import overlaps
from exambank.lsp.suppression import suppression


def actions(file: OpenFile, findings: Iterable[Finding], wanted: types.Range, snippets: bool) -> list[types.CodeAction]:
    """What can be done about the findings in a range; `snippets` tells whether the client's edits may hold some."""
    here = [finding for finding in findings if overlaps(file.client.range(finding.place), wanted)]
    here.sort(key=lambda finding: finding.order)
    found = [action for finding in here for action in actions_of(finding, file)]
    codes = {finding.code: finding for finding in reversed(here)}
    return found + [action for finding in reversed(codes.values()) for action in _silencing(finding, file, snippets)]


def actions_of(finding: Finding, file: OpenFile) -> Iterator[types.CodeAction]:
    """The finding's own fix."""
    fix = finding.fix
    if fix is None:
        return
    edits = [types.TextEdit(file.client.range(edit.place), edit.text) for edit in fix.edits]
    yield types.CodeAction(
        title=fix.title if fix.is_safe else f"{fix.title} (look at the result)",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, file.client)],
        is_preferred=fix.is_safe,
        edit=types.WorkspaceEdit(changes={file.uri: edits}),
    )


def _silencing(finding: Finding, file: OpenFile, snippets: bool) -> Iterator[types.CodeAction]:
    if not is_suppressed(finding.code, finding.name, [finding.code]):
        return
    edit = suppression(file, finding.code)
    if edit is None:
        return
    yield types.CodeAction(
        title=f"Suppress {finding.code} {finding.name} in this item (write the reason)",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, file.client)],
        edit=edit.workspace_edit(file, snippets),
    )
