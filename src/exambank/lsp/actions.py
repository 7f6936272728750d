"""Code actions: the fixes that findings bring along, one or all, and silencing a rule in an item."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from exambank.check.fix import edited, fixed, is_kept
from exambank.check.setting import Setting
from exambank.finding import Finding
from exambank.lsp.diagnostics import diagnostic
from exambank.lsp.open_file import OpenFile, source_file
from exambank.lsp.positions import overlaps
from exambank.lsp.suppression import may_be_suppressed, suppression
from exambank.lsp.text_edits import line_edits

FIX_ALL = "source.fixAll.exambank"


def actions(file: OpenFile, findings: Iterable[Finding], wanted: types.Range, snippets: bool) -> list[types.CodeAction]:
    """What can be done about the findings in a range; `snippets` tells whether the client's edits may hold some."""
    here = [finding for finding in findings if overlaps(file.client.range(finding.place), wanted)]
    here.sort(key=lambda finding: finding.order)
    found = [action for finding in here for action in actions_of(finding, file)]
    codes = {finding.code: finding for finding in reversed(here)}
    return found + [action for finding in reversed(codes.values()) for action in _silencing(finding, file, snippets)]


def actions_of(finding: Finding, file: OpenFile) -> Iterator[types.CodeAction]:
    """The finding's own fix, if it changes what it says and nothing else: `check --fix` asks for the same proof."""
    fix, source = finding.fix, source_file(file.path, file.text)
    lines = file.text.count("\n") + 1
    if fix is None or source.text != file.text or any(edit.place.end_line > lines for edit in fix.edits):
        return
    text = edited(file.text, fix.edits)
    if text == file.text or not is_kept(source, text, [fix]):
        return
    yield types.CodeAction(
        title=fix.title if fix.is_safe else f"{fix.title} (look at the result)",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, file.client)],
        is_preferred=fix.is_safe,
        edit=types.WorkspaceEdit(changes={file.uri: line_edits(file.client, text)}),
    )


def fix_all(file: OpenFile, setting: Setting) -> list[types.CodeAction]:
    """One action for all that can be mended safely, for editors that run it when a file is saved."""
    source = source_file(file.path, file.text)
    if file.examined is None or source.text != file.text:
        return []
    text = fixed(source, setting, lambda finding: finding.fix is not None and finding.fix.is_safe).text
    if text == file.text:
        return []
    edit = types.WorkspaceEdit(changes={file.uri: line_edits(file.client, text)})
    return [types.CodeAction("Mend all that can be mended safely", kind=FIX_ALL, edit=edit)]


def is_asked_for(kind: str, only: Iterable[str] | None) -> bool:
    """Whether the client wants actions of this kind: any, those named, or those of a kind above."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") or one == "" for one in only)


def _silencing(finding: Finding, file: OpenFile, snippets: bool) -> Iterator[types.CodeAction]:
    if not may_be_suppressed(finding.code, finding.name):
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
