"""Trees of rich text, as Markdown can say them, with text in many scripts and with characters that XML minds."""

from hypothesis import strategies as st
from msgspec.structs import replace

from exambank.richtext.tree import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    HardBreak,
    Heading,
    Image,
    Inline,
    Link,
    Math,
    MathBlock,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    SoftBreak,
    Strong,
    Table,
    Text,
    Tree,
)

TELLING = (
    "a < b && c > \"d\" 'e'", "]]>", "<b>not a tag</b>", "&amp; &lt;", "שלום עולם", "مرحبا (٣)", "日本語の問題",
    "naïve Zürich", "🧪 e\u0301", "x\u00a0y", "{~=#:}", "\\(x\\) and \\[y\\]", "two  spaces", "$5 and 10%", "* - + 1.",
    "_a_ `b`", "|",
)  # fmt: skip
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff")
FORMULAE = (
    r"x^2",
    r"\frac{1}{2}",
    r"a < b",
    r"\sqrt{2} \cdot \pi",
    r"\sum_{i=1}^{n} i",
    "E = mc^2",
    r"\alpha \& \beta",
)

words = st.one_of(st.sampled_from(TELLING), st.text(LETTERS, min_size=1, max_size=8).map(lambda text: f"x{text}y"))
lines = words.map(lambda text: " ".join(text.split()))
code = st.one_of(st.sampled_from(("if a < b: c &= d", "  x", "\\frac")), st.text(LETTERS, min_size=1, max_size=8))
tex = st.sampled_from(FORMULAE)
leaves: st.SearchStrategy[Inline] = st.one_of(
    lines.map(Text),
    code.map(Code),
    tex.map(Math),
    st.builds(Image, st.sampled_from(("a.png", "sub/b%20c.svg")), lines, st.sampled_from(("", "a title"))),
    st.just(SoftBreak()),
    st.just(HardBreak()),
)


def _spans(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = st.lists(inner, min_size=1, max_size=3).map(tuple)
    plain = st.lists(lines.map(Text), min_size=1, max_size=2).map(tuple)
    targets = st.sampled_from(("https://example.org/?a=1&b=2", "#x"))
    return st.one_of(
        st.builds(Emphasis, children),
        st.builds(Strong, children),
        st.builds(Link, targets, st.sampled_from(("", "a title")), plain),
    )


def _on_one_line(found: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without line breaks, which Markdown has no way to write in a heading."""
    return tuple(
        replace(inline, children=_on_one_line(inline.children) or (Text("x"),))
        if isinstance(inline, Emphasis | Strong | Link)
        else inline
        for inline in found
        if not isinstance(inline, SoftBreak | HardBreak)
    )


inlines = st.recursive(leaves, _spans, max_leaves=4)
contents = st.tuples(lines.map(Text), st.lists(inlines, max_size=3)).map(lambda pair: (pair[0], *pair[1]))
paragraphs = contents.map(Paragraph)
headings = st.builds(Heading, st.integers(3, 6), contents.map(_on_one_line))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of one to three columns, with rows or without."""
    width = draw(st.integers(1, 3))
    cell = st.lists(st.one_of(lines.map(Text), code.map(Code), tex.map(Math)), max_size=2).map(tuple)
    row = st.tuples(*[cell] * width)
    sides = st.tuples(*[st.sampled_from(("", "left", "center", "right"))] * width)
    return Table(draw(sides), draw(row), tuple(draw(st.lists(row, max_size=2))))


def _not_paragraph(block: Block) -> Block:
    return Quote((block,)) if isinstance(block, Paragraph) else block


def _lists(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    others = st.lists(inner.map(_not_paragraph), max_size=1)  # a tight entry has no paragraph but its first block
    entry = st.tuples(inner, others).map(lambda pair: (pair[0], *pair[1]))
    loose = st.lists(st.tuples(paragraphs, inner), min_size=1, max_size=2).map(tuple)
    tight = st.lists(entry, min_size=1, max_size=3).map(tuple)
    start = st.sampled_from((1, 1, 0, 7))
    return st.one_of(
        st.builds(BulletList, tight, st.just(True)),
        st.builds(BulletList, loose, st.just(False)),
        st.builds(OrderedList, tight, st.just(True), start),
        st.builds(OrderedList, loose, st.just(False), start),
        st.builds(Quote, entry),
    )


simple_blocks: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    paragraphs,
    headings,
    st.builds(
        CodeBlock,
        st.lists(code, max_size=3).map("\n".join).map(lambda t: t + "\n"),
        st.sampled_from(("", "python", "c++")),
    ),
    tex.map(MathBlock),
    tables(),
    st.just(Rule()),
)
blocks = st.recursive(simple_blocks, _lists, max_leaves=4)
trees: st.SearchStrategy[Tree] = st.lists(blocks, min_size=1, max_size=4).map(tuple)
short_trees: st.SearchStrategy[Tree] = st.one_of(paragraphs.map(lambda p: (p,)), trees)
