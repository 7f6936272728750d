"""A clean item, and what can be done to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from exambank.model.interactions.choice import OptionItem

HEAD = ("id: seeded-1", "objective: subject.matter", "status: draft")


@dataclass(frozen=True, slots=True)
class Clean:
    """An item's parts as they are written; every method gives another item."""

    stem: str
    options: tuple[str, ...]  # the key is the first
    rationale: str = "The rules of the matter say so."
    head: tuple[str, ...] = HEAD
    keys: int = 1
    tail: str = ""

    @property
    def text(self) -> str:
        """Its file."""
        marks = ["x" if at < self.keys else " " for at in range(len(self.options))]
        options = [f"- [{mark}] {text}" for mark, text in zip(marks, self.options, strict=True)]
        body = [self.stem, "\n".join(options), "## Rationale", self.rationale, *filter(None, [self.tail])]
        return "\n".join(["---", *self.head, "---", "", ""]) + "\n\n".join(body) + "\n"

    def with_stem(self, stem: str) -> "Clean":
        """Another stem."""
        return replace(self, stem=stem)

    def asking(self, lead_in: str) -> "Clean":
        """A paragraph more at the end of the stem."""
        return replace(self, stem=f"{self.stem}\n\n{lead_in}")

    def after(self, text: str) -> "Clean":
        """A paragraph before the stem."""
        return replace(self, stem=f"{text}\n\n{self.stem}")

    def with_key(self, text: str) -> "Clean":
        """Another key."""
        return replace(self, options=(text, *self.options[1:]))

    def with_distractor(self, text: str) -> "Clean":
        """Another text for the last distractor."""
        return replace(self, options=(*self.options[:-1], text))

    def with_options(self, *texts: str, keys: int = 1) -> "Clean":
        """Other options, of which the first are keys."""
        return replace(self, options=texts, keys=keys)

    def with_keys(self, keys: int) -> "Clean":
        """So many keys."""
        return replace(self, keys=keys)

    def because(self, rationale: str) -> "Clean":
        """Another rationale."""
        return replace(self, rationale=rationale)

    def with_field(self, line: str) -> "Clean":
        """A line of front matter more, or in place of the one for the same field."""
        name = line.partition(":")[0]
        kept = [other for other in self.head if other.partition(":")[0] != name]
        return replace(self, head=(*kept, line))

    def without_field(self, name: str) -> "Clean":
        """A field of the front matter less."""
        return replace(self, head=tuple(line for line in self.head if line.partition(":")[0] != name))

    def ending(self, section: str) -> "Clean":
        """A section after the rationale."""
        return replace(self, tail=section)


def clean(item: OptionItem) -> Clean:
    """A read item's parts, its key first."""
    keys, others = item.keys, item.distractors
    return Clean(item.stem.source, tuple(option.text.source for option in (*keys, *others)), keys=len(keys))


Mutator = Callable[[Clean], Clean | str | bytes]


@dataclass(frozen=True, slots=True)
class Seed:
    """What a rule must find, and what it must not."""

    code: str
    fault: Mutator
    twins: tuple[Mutator, ...]


def seed(code: str, fault: Mutator, *twins: Mutator) -> Seed:
    """A seed; every rule has a twin at least."""
    assert twins, f"{code} has no twin"
    return Seed(code, fault, twins)


def data_of(made: Clean | str | bytes) -> bytes:
    """The bytes of the file."""
    if isinstance(made, Clean):
        made = made.text
    return made.encode() if isinstance(made, str) else made
