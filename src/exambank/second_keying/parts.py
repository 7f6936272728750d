"""What a reviewer is asked of an item: options to mark, or a line to write on; and nothing that tells the key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exambank.model.interactions.choice import MultipleResponseItem, Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import AnyItem
from exambank.richtext.markdown import markdown
from exambank.richtext.rewrite import rewritten
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph

Rename = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A rich text as the sheet has it; `is_inline` where it may begin behind a mark on the same line."""

    text: str
    is_inline: bool = True


@dataclass(frozen=True, slots=True)
class OptionPart:
    """Options by id. Those of a free order stand in order of their ids; the sheet puts them in one of its own.

    `gap` names the gap that they are for, where the item has gaps.
    """

    options: tuple[tuple[str, Shown], ...]
    takes_one: bool
    is_free: bool
    gap: str = ""

    @property
    def texts(self) -> list[str]:
        """The texts that are shown."""
        return [one.text for _, one in self.options]

    @property
    def content(self) -> list[object]:
        """The part as plain data."""
        return [self.gap, self.takes_one, self.is_free, *([name, one.text] for name, one in self.options)]


@dataclass(frozen=True, slots=True)
class LinePart:
    """A line to write on, with the units that a number may be given in, or the gap that it is for."""

    units: tuple[str, ...] = ()
    gap: str = ""

    @property
    def texts(self) -> list[str]:
        """The texts that are shown."""
        return list(self.units)

    @property
    def content(self) -> list[object]:
        """The part as plain data."""
        return [self.gap, *self.units]


Part = OptionPart | LinePart
Answer = frozenset[str] | str  # ids of the marked options, or what was written


def parts_of(view: AnyItem, picture: Rename) -> tuple[Part, ...]:
    """The parts of an item as candidates may know it (`candidate_view`)."""
    if isinstance(view, OptionItem):
        takes_one = not isinstance(view, MultipleResponseItem)
        return (OptionPart(_shown(view.options, picture), takes_one, view.shuffle),)
    if isinstance(view, NumericItem):
        return (LinePart(tuple(answer.unit for answer in view.answers if answer.unit)),)
    if isinstance(view, ClozeItem):
        return tuple(
            OptionPart(_shown(gap.options, picture), True, view.shuffle, gap.id)
            if gap.options
            else LinePart((), gap.id)
            for gap in view.gaps
        )
    return (LinePart(),)


def _shown(options: Iterable[Option], picture: Rename) -> tuple[tuple[str, Shown], ...]:
    return tuple((option.id, shown(option.text, picture)) for option in options)


def shown(text: RichText, picture: Rename) -> Shown:
    """A text written anew from its tree, so that nothing goes along that no candidate sees: comments, definitions."""
    tree = rewritten(text.tree, picture)
    return Shown(markdown(tree), not tree or isinstance(tree[0], Paragraph))
