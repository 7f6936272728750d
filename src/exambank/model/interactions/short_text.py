"""Short text: one of several accepted texts is typed in."""

from typing import Annotated, Literal

from exambank.model.base import BaseItem, Frozen
from exambank.model.limits import Limits
from exambank.richtext.text import RichText


class TextAnswer(Frozen, frozen=True, kw_only=True):
    """An accepted text, or a pattern (a regular expression without look-around or back references)."""

    text: Annotated[str, Limits(min_length=1, max_length=500)]
    is_pattern: bool = False
    feedback: RichText | None = None


class ShortTextItem(BaseItem, frozen=True, kw_only=True):
    """A word or a few are typed in; `case` says whether capitals matter."""

    interaction: Literal["short-text"] = "short-text"
    answers: Annotated[tuple[TextAnswer, ...], Limits(min_length=1)]
    case: Literal["exact", "ignore"] = "ignore"


def read_answer(text: str) -> dict[str, object]:
    """The fields of a `TextAnswer` as written in a bullet: `/…/` or `/…/i` is a pattern."""
    if len(text) > 2 and text.startswith("/") and text.rstrip("i").endswith("/") and len(text.rstrip("i")) > 2:
        return {"text": text.rstrip("i")[1:-1], "is_pattern": True}
    return {"text": text, "is_pattern": False}


def write_answer(answer: TextAnswer) -> str:
    """The bullet's text that `read_answer` reads back."""
    return f"/{answer.text}/" if answer.is_pattern else answer.text
