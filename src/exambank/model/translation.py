"""A translation: an item's (or a stimulus') texts in another language. All else comes from its source."""

from typing import Annotated, Any

from msgspec import field

from exambank.model.base import AiUse, Exact, Frozen, Review, Status, Suppression
from exambank.model.limits import Limits
from exambank.richtext.text import RichText

TRANSLATES = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*@[1-9][0-9]{0,8}$"


class TranslatedOption(Frozen, frozen=True, kw_only=True):
    """What option *n* of the source is called. Mark and share repeat the source's, so that a slip shows."""

    text: RichText
    is_key: bool
    feedback: RichText | None = None
    share: Annotated[Exact, Limits(ge=-100, le=100)] | None = None


class TranslatedAnswer(Frozen, frozen=True, kw_only=True):
    """An accepted answer, as the bullet has it: what it is, the source's interaction tells."""

    text: Annotated[str, Limits(min_length=1, max_length=500)]
    feedback: RichText | None = None


class TranslatedGap(Frozen, frozen=True, kw_only=True):
    """A gap by the source's name for it: what its options are called, or what is accepted."""

    id: str
    options: tuple[TranslatedOption, ...] = ()
    answers: tuple[TranslatedAnswer, ...] = ()


class Translation(Frozen, frozen=True, kw_only=True):
    """Texts in another language, the version of the source that they say, and who stands for them."""

    translates: Annotated[str, Limits(pattern=TRANSLATES, max_length=80)]
    lang: Annotated[str, Limits(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    title: str | None = None
    status: Status = "draft"
    author: str | None = None
    reviews: tuple[Review, ...] = ()
    ai: AiUse | None = None
    suppress: tuple[Suppression, ...] = ()
    house: dict[str, Any] = field(default_factory=dict)
    stem: RichText
    options: tuple[TranslatedOption, ...] = ()
    answers: tuple[TranslatedAnswer, ...] = ()
    gaps: tuple[TranslatedGap, ...] = ()
    rationale: RichText | None = None
    hint: RichText | None = None
    notes: RichText | None = None

    @property
    def source_id(self) -> str:
        """The id of the item that it translates."""
        return self.translates.partition("@")[0]

    @property
    def source_version(self) -> int:
        """The version of the item that its texts say."""
        return int(self.translates.partition("@")[2])


FRONT_MATTER = frozenset({"translates", "lang", "title", "status", "author", "reviews", "ai", "suppress"})
