"""XHTML back into the tree: the inverse of our own writer, and what other writers' HTML becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.strategies.trees import trees

from exambank.richtext.from_html import from_html, from_html_inlines
from exambank.richtext.mathml import mathml
from exambank.richtext.rewrite import rewritten
from exambank.richtext.tree import (
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    HardBreak,
    Image,
    Math,
    MathBlock,
    OrderedList,
    Paragraph,
    SoftBreak,
    Strong,
    Table,
    Text,
    Tree,
)
from exambank.richtext.xhtml import PLAIN, Dialect, xhtml

MATHML = Dialect(math=mathml, picture=lambda source: source)


QTI_2_1 = Dialect(
    math=mathml,
    picture=lambda source: source,
    align="qti-align-",
    title="label",
    counts_from_one=True,
    code_in_pre=False,
)


def read(html: str, **options: bool) -> tuple[Tree, tuple[str, ...]]:
    return from_html(etree.fromstring(f"<div>{html}</div>"), **options)


@given(trees, st.sampled_from((MATHML, QTI_2_1)))
def test_what_was_written_comes_back(tree: Tree, dialect: Dialect) -> None:
    assert read(xhtml(tree, dialect)) == (rewritten(tree, str), ())


def test_where_lists_count_from_one_the_numbers_are_in_the_text() -> None:
    html = xhtml((OrderedList(((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)),)), True, 7),), QTI_2_1)
    assert '<li><span class="number">8. </span>b</li>' in html


@pytest.mark.parametrize(
    "tree",
    [
        (Paragraph((Text("a "), Math("x^2"))),),
        (Paragraph((Text("a"),)), MathBlock("x\n+ y"), Paragraph((Text("b"),))),
        (BulletList(((Paragraph((Text("a"),)), MathBlock("x")),), True),),
    ],
)
def test_tex_in_text_comes_back(tree: Tree) -> None:
    assert read(xhtml(tree, PLAIN), tex_in_text=True) == (tree, ())


def test_tex_in_text_stays_text_unless_asked_for() -> None:
    assert read(r"<p>\(x\)</p>")[0] == (Paragraph((Text(r"\(x\)"),)),)


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ("\n  <p>\n  a\n  b </p>\n", (Paragraph((Text("a"), SoftBreak(), Text("b"))),)),
        ("bare <b>text</b>", (Paragraph((Text("bare "), Strong((Text("text"),)))),)),
        ("<p>a<br/>\n b</p>", (Paragraph((Text("a"), HardBreak(), Text("b"))),)),
        ("<div><p>a</p><span><i>b</i></span></div>", (Paragraph((Text("a"),)), Paragraph((Emphasis((Text("b"),)),)))),
        ("<pre>  a\n\n b</pre>", (CodeBlock("  a\n\n b", ""),)),
        ("<p><tt> x </tt></p>", (Paragraph((Code(" x "),)),)),
        ("<ul>\n <li>a</li>\n <li><p>b</p></li>\n</ul>",
         (BulletList(((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)),)), False),)),
        ("<!-- no --><p>a<?no no?>b</p>", (Paragraph((Text("ab"),)),)),
        ('<p><img src="a.png"/></p>', (Paragraph((Image("a.png", "", ""),)),)),
    ],
)  # fmt: skip
def test_others_html(html: str, tree: Tree) -> None:
    assert read(html) == (tree, ())


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>H<sub>2</sub>O</p>", ("sub",)),
        ("<p><u>a</u><u>b</u></p>", ("u",)),
        ('<video src="x"/>', ("video",)),
        ("<p>a<script>alert(1)</script></p>", ("script",)),
        ('<table><tr><td colspan="2">a</td></tr></table>', ("colspan",)),
        ("<p><math><mi>x</mi></math></p>", ("math",)),
    ],
)
def test_what_has_no_form_is_named(html: str, names: tuple[str, ...]) -> None:
    assert read(html)[1] == names


def test_text_of_unknown_elements_is_kept_and_scripts_are_not() -> None:
    assert read("<p>H<sub>2</sub>O<script>x</script></p>")[0] == (Paragraph((Text("H2O"),)),)


@pytest.mark.parametrize(
    ("html", "table"),
    [
        ("<tr><th>a</th></tr><tr><td>b</td></tr>", Table(("",), ((Text("a"),),), (((Text("b"),),),))),
        ("<tr><td>b</td></tr>", Table(("",), ((),), (((Text("b"),),),))),
        ('<tr><th style="text-align: right">a</th><th class="qti-align-center">b</th></tr>',
         Table(("right", "center"), ((Text("a"),), (Text("b"),)), ())),
        ("<tr><td>a</td><td>b</td></tr><tr><td><p>c</p><p>d</p></td></tr>",
         Table(("", ""), ((), ()), (((Text("a"),), (Text("b"),)), ((Text("c"), HardBreak(), Text("d")), ())))),
    ],
)  # fmt: skip
def test_others_tables(html: str, table: Table) -> None:
    assert read(f"<table>{html}</table>")[0] == (table,)


def test_names_are_found_in_any_namespace() -> None:
    html = '<p xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1">a <strong>b</strong></p>'
    assert read(html)[0] == (Paragraph((Text("a "), Strong((Text("b"),)))),)


def test_blocks_among_inlines_are_parted_by_breaks() -> None:
    inlines, unknown = from_html_inlines(etree.fromstring("<prompt><p>a</p><p>b</p></prompt>"))
    assert (inlines, unknown) == ((Text("a"), HardBreak(), Text("b")), ())
