"""TXT002 broken-math: a formula that cannot be turned into MathML.

Why: the candidate would see TeX source, or nothing.
Source: docs/format.md, math; conversion by latex2mathml.

Bad:
    - [x] The rate is $\\frac{1}{2$
    - [ ] There is none
Good:
    - [x] The rate is $\\frac{1}{2}$
    - [ ] There is none
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.mathml import TexError, is_plain, mathml
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.tree import Math, MathBlock, Tree


def check(item: AnyItem) -> Iterator[Fault]:
    """Each formula that does not convert."""
    for at, text in text_fields(item):
        if "$" not in text.source:
            continue
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


def formulae(blocks: Tree) -> Iterator[str]:
    """The TeX of all formulae."""
    yield from (block.tex for block in blocks_of(blocks) if isinstance(block, MathBlock))
    yield from (inline.tex for inline in inlines_of(blocks) if isinstance(inline, Math))


RULE = Rule("TXT002", "broken-math", Severity.ERROR, over=AnyItem, check=check, signs=("$",))
