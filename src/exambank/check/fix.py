"""Fixes applied to a file's text, each proved: what a fix does not name is as it was, and no key mark moves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from exambank.check.examine import examine
from exambank.check.setting import Setting
from exambank.finding import Edit, Finding, Fix
from exambank.keys.digests import key_digest
from exambank.model import from_syntax
from exambank.source.digest import digest
from exambank.source.read import SourceFile, canonical_text, decode
from exambank.syntax import document as syntax
from exambank.syntax.body import Entry
from exambank.syntax.document import Document
from exambank.syntax.plain_body import GAP
from exambank.syntax.positions import line_starts

ANSWERS = "answers"
ROUNDS = 10  # a mend may show another fault; more rounds than this would be two mends undoing each other


@dataclass(frozen=True, slots=True)
class Fixed:
    """The new text, the findings that were mended, and those whose fix would have changed more than it says."""

    text: str
    mended: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()


def fixed(
    file: SourceFile, setting: Setting, is_wanted: Callable[[Finding], bool], of_bank: Iterable[Finding] = ()
) -> Fixed:
    """Mends what is wanted, round by round until nothing is left; `of_bank` are this file's findings by bank rules."""
    mended: list[Finding] = []
    refused: list[Finding] = []
    extra = list(of_bank)
    for _ in range(ROUNDS):
        seen = {_name(finding) for finding in refused}
        found = [*examine(file, setting).findings, *extra]
        extra = []
        todo = [one for one in found if one.fix is not None and is_wanted(one) and _name(one) not in seen]
        text, done, left = _applied(file, _apart(todo))
        if not done and not left:
            break
        refused = left if done else [*refused, *left]  # in a text that has changed, what was refused may hold
        mended += done
        file = decode(file.path, text.encode("utf-8", "surrogatepass"))
    return Fixed(file.text, tuple(mended), tuple(refused))


def _name(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Findings whose edits do not touch each other; the others wait for the next round."""
    taken: list[tuple[tuple[int, int], tuple[int, int]]] = []
    chosen: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.order):
        ranges = [_range(edit) for edit in (finding.fix.edits if finding.fix else ())]
        if all(end < start or stop < begin for begin, end in ranges for start, stop in taken):
            taken += ranges
            chosen.append(finding)
    return chosen


def _range(edit: Edit) -> tuple[tuple[int, int], tuple[int, int]]:
    place = edit.place
    return (place.line, place.column), (place.end_line, place.end_column)


def _applied(file: SourceFile, findings: Sequence[Finding]) -> tuple[str, list[Finding], list[Finding]]:
    """The text with all fixes that hold; they are tried together, and one by one where that fails."""
    fixes = [finding.fix for finding in findings if finding.fix is not None]
    text = edited(file.text, [edit for fix in fixes for edit in fix.edits])
    if fixes and is_kept(file, text, fixes):
        return text, list(findings), []
    done: list[Finding] = []
    left: list[Finding] = []
    for finding, fix in reversed(list(zip(findings, fixes, strict=True))):  # from the end, so that places stay true
        text = edited(file.text, fix.edits)
        if text != file.text and is_kept(file, text, [fix]):
            file = decode(file.path, text.encode("utf-8", "surrogatepass"))
            done.insert(0, finding)
        else:
            left.insert(0, finding)
    return file.text, done, left


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with each edit's range replaced."""
    starts = line_starts(text)
    for edit in sorted(edits, key=_range, reverse=True):
        place = edit.place
        start = starts[place.line - 1] + place.column - 1
        end = starts[place.end_line - 1] + place.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


def is_kept(file: SourceFile, text: str, fixes: Sequence[Fix]) -> bool:
    """Whether all that the fixes do not name is as it was, as are the key's digest and, in any case, every mark."""
    changes = {name for fix in fixes for name in fix.changes}
    before, after = _parsed(file.path, file.text), _parsed(file.path, text)
    if (before.body is None) is not (after.body is None):
        return False
    if _gap_marks(before) != _gap_marks(after) or not _same_options(before, after, "options" in changes):
        return False
    old, new = dict(parts(before)), dict(parts(after))
    if {name: part for name, part in old.items() if name not in changes} != {
        name: part for name, part in new.items() if name not in changes
    }:
        return False
    return not all(fix.is_safe for fix in fixes) or _key_of(before) in {None, _key_of(after)}


def _parsed(path: str, text: str) -> Document:
    """The text, read as if its line ends and normal form were right, which are not the fixes' meaning."""
    canonical = canonical_text(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    return syntax.parse(SourceFile(path, digest(canonical.encode("utf-8", "surrogatepass")), canonical))


def parts(document: Document) -> Iterator[tuple[str, object]]:
    """The parts of a file by the names that fixes give them: fields, texts and sections; options stand apart."""
    yield from document.fields.items()
    if document.body is None:
        return
    yield "stem", document.body.stem.source
    yield "feedback", [entry.feedback.source if entry.feedback else None for entry in _entries(document)]
    yield "gaps", [gap.body.source for gap in from_syntax.gap_sections(document.body).values()]
    for section in document.body.sections:
        if section.title.startswith(GAP):
            continue
        yield ANSWERS if section.title == "Answer" else section.title.lower(), section.body.source


def _gap_marks(document: Document) -> list[list[str]]:
    return [[entry.mark for entry in gap.entries] for gap in from_syntax.gap_sections(document.body).values()]


def _same_options(before: Document, after: Document, may_change: bool) -> bool:
    """Whether the options are the same; where a fix may change them, in another order or with the same marks."""
    old = [(entry.mark, entry.text.source) for entry in _entries(before)]
    new = [(entry.mark, entry.text.source) for entry in _entries(after)]
    if old == new or not may_change:
        return old == new
    return sorted(old) == sorted(new) or [mark for mark, _ in old] == [mark for mark, _ in new]


def _entries(document: Document) -> list[Entry]:
    lists = document.body.option_lists if document.body is not None else ()
    return [entry for entries in lists for entry in entries]


def _key_of(document: Document) -> str | None:
    """The digest of the item's key, or of what a translation calls it, where there is one."""
    if document.body is None:
        return None
    if document.kind == "translation":
        from exambank.check.translated import own_key

        return own_key(document)
    item, _ = from_syntax.item(document, {})
    return key_digest(item) if item is not None else None
