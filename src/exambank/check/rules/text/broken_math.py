"""TXT002 broken-math: a formula that cannot be turned into MathML, or a `$` that opens or closes one without a partner.

Why: the candidate would see TeX source, or nothing. A `$` without a partner is money before a digit, behind one and in
"US$"; a word such as `$HOME` is none of TeX. What is in code counts for nothing.
Source: docs/format.md, math; conversion by latex2mathml.

Bad:
    - [x] The rate is $\\frac{1}{2$
    - [ ] There is none
Good:
    - [x] The rate is $\\frac{1}{2}$
    - [ ] There is none
"""

import re
from collections.abc import Iterator

from exambank.check.expression import expression
from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.mathml import TexError, is_plain, mathml
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import CodeBlock, HtmlBlock, InlineHtml, Link, Math, MathBlock, Text, Tree

CODE = expression(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
WORD = r"[A-Za-z_]\w+"  # of a shell or of PHP, where nothing behind it is TeX
TEX = r"(?=(?:[^\n]|\n(?!\n)){0,200}?(?:\\[a-zA-Z]|\^|_\{))"
SUM = r"\(\s*\w+\s*[-+−*/=<>]"
UNPAIRED = expression(
    rf"(?<![\\$\w])\$(?:(?!{WORD})(?=[a-zA-Z\\|]|[-+−][a-zA-Z]|{SUM})|{TEX}(?={WORD}|[({{]))"  # "$x + 1"
    r"|(?:(?<=[^a-zA-Z^][a-z])|(?<=[)}\]]))\$(?![\w$])"  # "x$ + 1"; "US$" is money, "name$" a name
    r"|^\$\$(?=\s*\n\s*\S|[a-zA-Z\\])",
    re.MULTILINE,
)


def check(item: AnyItem) -> Iterator[Fault]:
    """Each formula that does not convert."""
    for at, text in text_fields(item):
        if "$" not in text.source or (text.only_text and UNPAIRED.search(text.source) is None):
            continue  # a sentence without any markup holds no formula, whatever money it names
        yield from _unpaired(at, text)
        for tex in formulae(text.tree):
            if is_plain(tex):
                continue
            try:
                mathml(tex, False)
            except TexError as error:
                start = max(0, text.source.find(tex))
                yield RULE.finding(
                    at=at,
                    span=(start, start + len(tex)),
                    message=f"the formula {quoted(tex)} does not convert: {error}",
                    mend="mend the TeX; write a dollar sign that is money as `\\$`",
                )


def _unpaired(at: FieldPath, text: RichText) -> Iterator[Fault]:
    """The first `$` that has no partner and is not money."""
    if not any(isinstance(inline, Text) and "$" in inline.text for inline in inlines_of(text.tree)):
        return
    match = UNPAIRED.search(_without_code_and_formulae(text))
    if match is not None:
        start = match.start()
        yield RULE.finding(
            at=at,
            span=(start, match.end()),
            message=f"the `$` of {quoted(text.source[max(0, start - 10) : start + 20].strip())} has no partner",
            mend="write the other `$`, put code in backticks, or write a dollar sign as `\\$`",
        )


def _without_code_and_formulae(text: RichText) -> str:
    """The source, with blanks for what is code, a formula, HTML or an address."""
    source = CODE.sub(lambda match: " " * len(match[0]), text.source)
    for block in blocks_of(text.tree):
        if isinstance(block, CodeBlock | HtmlBlock):
            for line in filter(None, (block.text if isinstance(block, CodeBlock) else block.html).splitlines()):
                source = source.replace(line, " " * len(line))
    for tex in formulae(text.tree):
        for mark in ("$$", "$"):
            source = source.replace(f"{mark}{tex}{mark}", " " * (len(tex) + 2 * len(mark)))
    for inline in inlines_of(text.tree):
        hidden = inline.target if isinstance(inline, Link) else inline.html if isinstance(inline, InlineHtml) else ""
        source = source.replace(hidden, " " * len(hidden)) if "$" in hidden else source
    return source


def formulae(blocks: Tree) -> Iterator[str]:
    """The TeX of all formulae."""
    yield from (block.tex for block in blocks_of(blocks) if isinstance(block, MathBlock))
    yield from (inline.tex for inline in inlines_of(blocks) if isinstance(inline, Math))


RULE = Rule("TXT002", "broken-math", Severity.ERROR, over=AnyItem, check=check, signs=("$",))
