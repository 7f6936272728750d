"""Cloze: gaps in a text, each typed into or chosen from a dropdown.

A gap is a link of the stem to its own section, so its name is the section's anchor on GitHub: `## Gap a`, `#gap-a`.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import Annotated, Any, Literal

import msgspec

from exambank.model.base import BaseItem, Frozen
from exambank.model.interactions.choice import Option
from exambank.model.interactions.short_text import TextAnswer
from exambank.model.limits import Checked, Limits
from exambank.richtext.plain import inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import (
    Block,
    BulletList,
    Emphasis,
    Heading,
    Inline,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Tree,
)
from exambank.syntax.document import anchor_of
from exambank.syntax.plain_body import GAP

ANCHOR = "#gap"  # how the target of a gap begins, small or capital
GAP_ID = r"^gap-[a-z0-9]+(-[a-z0-9]+)*$"
BLANK = "____"  # what stands in the text; the author's own words there are shown to nobody
PLACES = Decimal(1).scaleb(-12)  # of a share of the points that has no end, such as a third


class Gap(Frozen, frozen=True, kw_only=True):
    """A gap by its name: the options of a dropdown, or the texts that are accepted."""

    id: Annotated[str, Limits(pattern=GAP_ID, max_length=64)]
    options: tuple[Option, ...] = ()
    answers: tuple[TextAnswer, ...] = ()

    @property
    def is_dropdown(self) -> bool:
        """Whether one of several options is chosen."""
        return bool(self.options)

    @property
    def keys(self) -> tuple[Option, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.is_key)


def look_at_gaps(gaps: tuple[Gap, ...]) -> None:
    """Whether each gap is of one kind, complete, and of a name that no other has.

    Raises:
        ValueError: one is not.
    """
    if len({gap.id for gap in gaps}) != len(gaps):
        raise ValueError("two gaps have one name")
    for gap in gaps:
        if bool(gap.options) is bool(gap.answers):
            raise ValueError(f"{gap.id} has either options or answers")
        if gap.options and (len(gap.options) < 2 or len(gap.keys) != 1):
            raise ValueError(f"{gap.id} has two options or more, and one key")
        if any(option.share is not None for option in gap.options):
            raise ValueError(f"an option of {gap.id} has no share of the points")


class ClozeItem(BaseItem, frozen=True, kw_only=True):
    """Gaps in the order of the text; `case` says whether capitals matter in those that are typed into."""

    interaction: Literal["cloze"] = "cloze"
    gaps: Annotated[tuple[Gap, ...], Limits(min_length=1), Checked(look_at_gaps)]
    scoring: Literal["all-or-nothing", "per-gap"] = "all-or-nothing"
    shuffle: bool = True
    case: Literal["exact", "ignore"] = "ignore"

    @property
    def dropdowns(self) -> tuple[Gap, ...]:
        """The gaps to choose in."""
        return tuple(gap for gap in self.gaps if gap.is_dropdown)

    @property
    def text_gaps(self) -> tuple[Gap, ...]:
        """The gaps to type into; for candidates nothing else is known of them."""
        return tuple(gap for gap in self.gaps if not gap.is_dropdown)

    def points_by_gap(self) -> tuple[Decimal, ...]:
        """What each gap is worth where they are scored one by one: as much as the others, and together the points."""
        each = (self.points / len(self.gaps)).quantize(PLACES, rounding=ROUND_DOWN)
        return (*[each] * (len(self.gaps) - 1), self.points - each * (len(self.gaps) - 1))


def gap_id(title: str) -> str | None:
    """The anchor that GitHub gives a section of this title, if it is a gap's."""
    return anchor_of(title) if title.startswith(GAP) else None


def is_gap(inline: Inline) -> bool:
    """Whether an inline is meant for a gap: a link to an anchor that begins as those of gaps do."""
    return isinstance(inline, Link) and inline.target[: len(ANCHOR)].lower() == ANCHOR


def gap_targets(stem: RichText) -> Iterator[str]:
    """The anchors that the stem's gaps name, in reading order, without the `#`."""
    if ANCHOR not in stem.source.lower():
        return
    for inline in inlines_of(stem.tree):
        if isinstance(inline, Link) and is_gap(inline):
            yield inline.target[1:]


def gap_span(stem: RichText, target: str, number: int = 0) -> tuple[int, int] | None:
    """Where the link to an anchor stands in the stem's source, the `number`th from 0; None where that is not told."""
    found = re.compile(rf"\[[^\[\]\n]*\]\(\s*<?#{re.escape(target)}(?=[\s>)])[^()\n]*\)")
    return next((match.span() for at, match in enumerate(found.finditer(stem.source)) if at == number), None)


def with_blanks(stem: RichText) -> RichText:
    """The stem with `____` in every gap: what an author writes there may tell the key. The same where it is so."""
    gaps = [inline for inline in inlines_of(stem.tree) if isinstance(inline, Link) and is_gap(inline)]
    if all(gap == blank(gap.target) for gap in gaps):
        return stem
    return RichText(None, _blocks(stem.tree))


def blank(target: str) -> Link:
    """A gap as the canonical form has it."""
    return Link(target, "", (Text(BLANK),))


def _blocks(blocks: Tree) -> Tree:
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Paragraph(children) | Heading(_, children):
            return msgspec.structs.replace(block, children=_inlines(children))
        case Quote(children):
            return Quote(_blocks(children))
        case BulletList(items) | OrderedList(items):
            changed: dict[str, Any] = {"items": tuple(map(_blocks, items))}
            return msgspec.structs.replace(block, **changed)
        case Table(alignments, header, rows):
            return Table(alignments, _row(header), tuple(map(_row, rows)))
        case _:
            return block


def _row(cells: tuple[tuple[Inline, ...], ...]) -> tuple[tuple[Inline, ...], ...]:
    return tuple(map(_inlines, cells))


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(map(_inline, inlines))


def _inline(inline: Inline) -> Inline:
    match inline:
        case Link(target) if is_gap(inline):
            return blank(target)
        case Emphasis(children):
            return Emphasis(_inlines(children))
        case Strong(children):
            return Strong(_inlines(children))
        case _:
            return inline
