"""STM012 dangling-reference: the stem points at a figure, table, passage, code or recording, and the item shows none.

Why: what is not there cannot be read; it was lost on the way from another system, or stands in the item before. A
reference to what was said "above" is found where the stem is one sentence. Quiet where the item has a stimulus, or a
picture, since that may show a table or code too; and where the thing is in the options.
Source: import reports of item banks; docs/rules.

Bad:
    Which deal in the table below closes first?

    - [x] The second
    - [ ] The fourth
Good:
    Which deal in the table below closes first?

    | Deal | Days |
    |---|---|
    | Pump | 4 |
    | Valve | 2 |

    - [x] The second
    - [ ] The fourth
"""

from collections.abc import Iterable, Iterator

from exambank.check.rule import Rule
from exambank.check.wording import CUT, SENTENCE, Wording, span_of, unquoted
from exambank.finding import Fault, Severity, quoted
from exambank.richtext.tree import Block, CodeBlock, MathBlock, Paragraph, Quote, Table

SHOWS: dict[str, tuple[type[Block], ...]] = {
    "picture": (Table, CodeBlock, MathBlock, Quote),
    "table": (Table, CodeBlock),
    "passage": (Quote,),
    "code": (CodeBlock, Quote),
    "recording": (),
    "text above": (Table, CodeBlock, MathBlock, Quote),
}


def check(words: Wording) -> Iterator[Fault]:
    """The first thing that is pointed at and missing."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.stems.thing_words) or words.item.stimulus is not None:
        return
    if any("![" in source for source in _sources(words)):
        return
    stem = unquoted(words.stem)
    for kind, named, pattern in pack.stems.things:
        match = None if words.vocabulary.isdisjoint(named) else pattern.search(stem)
        if match is not None and not _shows(words, kind):
            said = match[0].strip(" .?!")
            yield RULE.finding(
                at=("stem",),
                span=span_of(words.item.stem, said),
                message=f"{quoted(said)} points at something that the item does not show",
                mend=f"put the {kind} into the stem, or say in words what matters",
            )
            return


def _sources(words: Wording) -> Iterable[str]:
    yield words.item.stem.source
    for option in words.options:
        yield option.option.text.source


def _shows(words: Wording, kind: str) -> bool:
    if kind == "recording":
        return "](" in words.item.stem.source or "<" in words.item.stem.source
    tree = words.item.stem.tree
    if any(isinstance(block, SHOWS[kind]) for block in tree):
        return True
    if kind == "code":
        return any(CUT in text for text in (words.stem, *(option.text for option in words.options)))
    if kind == "passage":
        return sum(isinstance(block, Paragraph) for block in tree) > 1 or words.stem != unquoted(words.stem)
    return kind == "text above" and (len(tree) > 1 or len(SENTENCE.findall(words.stem)) > 0)


RULE = Rule(
    "STM012", "dangling-reference", Severity.INFO, over=Wording, check=check, needs_language=True, is_preview=True
)
