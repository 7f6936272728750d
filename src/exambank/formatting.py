"""The canonical form of an item's or a stimulus' file, and the proof that it means the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exambank.finding import Finding, Severity
from exambank.model.from_syntax import options_of
from exambank.richtext.from_tokens import has_markup, passage_tree
from exambank.richtext.markdown import markdown, reads_back
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.rewrite import rewritten
from exambank.richtext.tree import BulletList, HtmlBlock, InlineHtml, Tree
from exambank.source.read import SourceFile, canonical_text, decode
from exambank.syntax import document as syntax
from exambank.syntax import front_matter
from exambank.syntax.body import Body, Entry, Passage, Section
from exambank.syntax.document import Document
from exambank.syntax.plain_body import GAP

NOT_FORMATTED = ("FMT010", "not-formatted")
ORDER = (
    "kind", "id", "translates", "version", "title", "interaction", "objective", "cognitive", "difficulty", "status",
    "points", "scoring", "shuffle", "case", "lang", "stimulus", "order", "enemies", "variants", "references", "author",
    "reviews", "ai", "tags", "time", "suppress",
)  # fmt: skip
FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)")
PLAIN_START = re.compile(r"[A-Za-z]|\d+(?![.)\d])")


@dataclass(frozen=True, slots=True)
class Formatted:
    """The file's text in canonical form; or the text as it was, and why."""

    text: str
    finding: Finding | None = None


def formatted(path: str, data: bytes) -> Formatted:
    """Formats one file. What cannot be read, or would change its meaning, stays as it is, with a finding."""
    file = decode(path, data)
    document = syntax.parse(SourceFile(path, file.digest, canonical_text(file.text), _grave_fault(file)))
    found = formatted_document(document)
    return found if found.finding is None and document.body is not None else Formatted(file.text, found.finding)


def formatted_document(before: Document) -> Formatted:
    """The same of a file that was read already."""
    refusal = _refusal(before)
    if refusal is not None:
        return Formatted(before.text, refusal)
    body = before.body
    if body is None:
        return Formatted(before.text)
    try:
        text = _canonical_text(before, body)
        is_same = text == before.text or meaning(before) == meaning(_parsed(before.path, text))
    except RecursionError:
        return Formatted(before.text, _finding(before, "its marks are nested too deeply", "take most of them away"))
    if not is_same:
        mend = "format it by hand"
        return Formatted(before.text, _finding(before, "its canonical form would not mean the same", mend))
    return Formatted(text)


def _parsed(path: str, text: str) -> Document:
    return syntax.parse(decode(path, text.encode("utf-8", "surrogatepass")))


def _canonical_text(document: Document, body: Body) -> str:
    header, _, _ = front_matter.split(canonical_text(document.text))
    return f"---\n{canonical_header(header or '')}---\n\n" + "\n\n".join(_parts(body)) + "\n"


def _grave_fault(file: SourceFile) -> tuple[int, str, str] | None:
    """The fault that formatting cannot mend: line ends and byte order marks it can."""
    fault = file.fault
    return fault if fault is not None and not ("CR line ends" in fault[1] or "byte order mark" in fault[1]) else None


def _refusal(document: Document) -> Finding | None:
    """Why a file is left alone, if it is."""
    if document.encoding_fault is not None:
        return _finding(document, document.encoding_fault[1], document.encoding_fault[2])
    if document.yaml_fault is not None:
        return _finding(document, document.yaml_fault.message, document.yaml_fault.mend)
    body = document.body
    if body is None or not document.fields:
        return _finding(document, "the file has no front matter", "see `exambank check`")
    if len(body.option_lists) > 1 or body.after_options is not None:
        return _finding(document, "the options are not one list", "see `exambank check`")
    if any(not entry.is_option for entry in options_of(body)):
        return _finding(document, "an entry of the option list is no option", "see `exambank check`")
    if body.definitions:
        return _finding(document, "a link's target is defined apart from the link", "see `exambank check`")
    return None


def _finding(document: Document, message: str, mend: str) -> Finding:
    code, name = NOT_FORMATTED
    place = document.places.place(("file",))
    return Finding(code, name, Severity.ERROR, f"the file is left as it is: {message}", mend, place)


def canonical_header(header: str) -> str:
    """Front matter with its fields in order; each field keeps its own lines, and the comments above it."""
    fields: dict[str, list[str]] = {}
    pending: list[str] = []
    current: list[str] | None = None
    for line in header.split("\n"):
        match = FIELD.match(line)
        if match:
            current = fields.setdefault(match["name"], [])
            current += [*pending, line]
            pending = []
        elif line.startswith("#"):
            pending.append(line)
        elif not line.strip():
            if current is not None and not pending:
                current.append(line)
        elif current is None:
            return _ended(header)
        else:
            current += [*pending, line]
            pending = []
    known = [name for name in ORDER if name in fields]
    names = [*known, *(name for name in fields if name not in ORDER)]
    lines = [line for name in names for line in _without_blank_end(fields[name])] + pending
    text = "".join(line + "\n" for line in lines)
    return text if text == header or _values(text) == _values(header) else _ended(header)


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return [line.rstrip() for line in lines]


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _values(header: str) -> dict[str, Any] | None:
    found = front_matter.parse(header, "")
    return None if found.fault is not None else found.values


def _parts(body: Body) -> Iterator[str]:
    stem = canonical(body.stem)
    if stem:
        yield stem
    options = options_of(body)
    if options:
        yield entries(options)
    for section in body.sections:
        yield f"## {section.title}"
        text = _section(section)
        if text:
            yield text


def _section(section: Section) -> str:
    if is_list(section) if section.title.startswith(GAP) else section.title == "Answer" and section.entries:
        return entries(section.entries)
    return canonical(section.body)


def is_list(section: Section) -> bool:
    """Whether a section is one list and nothing else, so that its entries say all."""
    blocks = passage_tree(section.body)
    return len(blocks) == 1 and isinstance(blocks[0], BulletList)


def entries(found: tuple[Entry, ...]) -> str:
    """A list of options or answers, one below the other."""
    return "\n".join(map(_entry, found))


def _entry(entry: Entry) -> str:
    mark = f"[{entry.mark}] " if entry.mark else ""
    first, *rest = (entry.text.source if not entry.mark else canonical(entry.text)).split("\n")
    lines = [f"- {mark}{first}".rstrip(), *(f"  {line}" if line else "" for line in rest)]
    if entry.feedback is not None:
        if len(rest) and lines[-1]:
            lines.append("")
        quote = canonical(entry.feedback).split("\n")
        lines += [f"  > {line}".rstrip() for line in quote]
    return "\n".join(lines)


def canonical(passage: Passage) -> str:
    """A passage's canonical Markdown; its own where that would be read as something else."""
    if passage.paragraphs is not None and all(map(is_canonical, passage.paragraphs)):
        return "\n\n".join(passage.paragraphs)
    blocks = passage_tree(passage)
    text = markdown(blocks)
    return text if reads_back(text, blocks) else passage.source.strip("\n")


def is_canonical(paragraph: str) -> bool:
    """Whether a paragraph is plainly as the renderer writes it: one line that begins as none but a paragraph does."""
    return PLAIN_START.match(paragraph) is not None and not has_markup(paragraph)


def meaning(document: Document) -> object:
    """Everything in a file that has a meaning, so that two files can be compared."""
    body = document.body
    if body is None:
        return document.yaml_fault
    return (
        document.fields,
        _meant(body.stem),
        [[_entry_meaning(entry) for entry in found] for found in body.option_lists],
        [
            (section.title, _text_meaning(section), [_entry_meaning(e) for e in section.entries])
            for section in body.sections
        ],
    )


def _text_meaning(section: Section) -> object:
    """What a section's text means; nothing beside the entries of a gap, whose marks may be written in two ways."""
    return None if section.title.startswith(GAP) and is_list(section) else _meant(section.body)


def _entry_meaning(entry: Entry) -> tuple[object, ...]:
    feedback = _meant(entry.feedback) if entry.feedback is not None else None
    return entry.mark, _meant(entry.text), feedback


def _meant(passage: Passage) -> tuple[Tree, list[str]]:
    """The tree with white space as HTML shows it (code as it is), and the raw HTML, which that tree is without."""
    blocks = passage_tree(passage)
    html = [block.html for block in blocks_of(blocks) if isinstance(block, HtmlBlock)]
    html += [inline.html for inline in inlines_of(blocks) if isinstance(inline, InlineHtml)]
    return rewritten(blocks, str), html
