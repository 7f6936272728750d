"""A table of XHTML into the tree."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from exambank.richtext.tree import Block, Inline, Paragraph, Table

Content = Callable[[_Element], tuple[Inline, ...]]
SIDES = ("left", "center", "right")
GROUPS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"th", "td"})


def table(element: _Element, content: Content, unknown: list[str]) -> Iterator[Block]:
    """The table after its caption; rows are filled up to the width of the widest, spans and captions are reported."""
    rows: list[tuple[bool, list[_Element]]] = []
    for group in element:
        name = _local(group)
        if name == "caption":
            unknown.append(name)
            yield Paragraph(content(group))
        elif name in GROUPS:
            rows += [(name == "thead", _cells(row)) for row in group if _local(row) == "tr"]
        elif name == "tr":
            rows.append((False, _cells(group)))
    rows = [row for row in rows if row[1]]
    if not rows:
        return
    cells = [cell for _, row in rows for cell in row]
    unknown += [name for cell in cells for name in ("rowspan", "colspan") if cell.get(name, "1") != "1"]
    has_header = rows[0][0] or all(_local(cell) == "th" for cell in rows[0][1])
    width = max(len(row) for _, row in rows)
    alignments = [_alignment(cell) for cell in rows[0][1]]
    texts = [tuple(map(content, row)) + ((),) * (width - len(row)) for _, row in rows]
    header = texts.pop(0) if has_header else ((),) * width
    yield Table(tuple(alignments + [""] * (width - len(alignments))), header, tuple(texts))


def _local(element: _Element) -> str:
    tag: object = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if _local(cell) in CELLS]


def _alignment(cell: _Element) -> str:
    for name in cell.get("class", "").split():
        side = name.removeprefix("qti-").removeprefix("align-")
        if name.endswith(f"align-{side}") and side in SIDES:
            return side
    style = cell.get("style", "").replace(" ", "")
    side = style.partition("text-align:")[2].partition(";")[0] or cell.get("align", "")
    return side if side in SIDES else ""
