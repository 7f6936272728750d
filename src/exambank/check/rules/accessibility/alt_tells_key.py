"""ACC003 alt-tells-key: what stands behind a picture of the stem or hint holds the key's text, and no distractor's.

Why: the alternative text is read out to those who cannot see the picture, the title shows under the mouse, and the
file's name stands wherever the Markdown is shown as it is: who reads them has the answer without working it out.
Source: NBME item-writing guide, cues; docs/security.md. Keys of fewer than 3 letters and digits are left aside, since
they stand in many a text by chance, as are yes, no, true and false.

Bad:
    Which shape is this? ![A sales funnel](shape.png)

    - [x] A sales funnel
    - [ ] A bow tie
Good:
    Which shape is this? ![Five bands, each narrower than the one above](shape.png)

    - [x] A sales funnel
    - [ ] A bow tie
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from exambank.check.pictures import file_name, pictures
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.interactions.choice import OptionItem
from exambank.richtext.tree import Image

LENGTH = 3  # letters and digits of a key; shorter ones stand in a text by chance
SPECIAL = frozenset({"yes", "no", "true", "false"})
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO")  # scripts: names of letters


def check(item: OptionItem) -> Iterator[Fault]:
    """Each picture of the stem and the hint: its words, its title, the name of its file."""
    for at, text in ((("stem",), item.stem), (("hint",), item.hint)):
        if text is None or "![" not in text.source:
            continue
        options = sorted(((spaced(o.text.plain), o.is_key) for o in item.options), key=lambda option: -len(option[0]))
        for image, span in pictures(text):
            part = next((name for name, words in _parts(image) if tells_key(words, options)), None)
            if part:
                yield RULE.finding(
                    at=at,
                    span=span,
                    message=f"the {part} of the picture holds the text of a key and of no distractor",
                    mend="describe what is to be seen, or name every option alike, and give the file a neutral name",
                )


def _parts(image: Image) -> Iterator[tuple[str, str]]:
    yield "alternative text", image.alternative
    yield "title", image.title
    yield "file name", file_name(image.source).rpartition(".")[0]


def tells_key(words: str, options: Iterable[tuple[str, bool]]) -> bool:
    """Whether the words hold the text of a key, and of no distractor.

    `options` are texts as `spaced` gives them, and whether each is a key, the longest first: a text that stands inside
    a longer one is not told.
    """
    rest = f" {spaced(words)} "
    told = False
    for text, is_key in options:
        if text and f" {text} " in rest:
            if not is_key:
                return False
            told = told or (len(text.replace(" ", "")) >= LENGTH and text not in SPECIAL)
            rest = rest.replace(f" {text} ", "  ")
    return told


def spaced(text: str) -> str:
    """The words of a text with one space between them; letters of scripts without spaces are words of their own."""
    return " ".join("".join(map(_spaced, unicodedata.normalize("NFC", text).casefold())).split())


@cache
def _spaced(character: str) -> str:
    if unicodedata.category(character)[0] not in "LMN":
        return " "
    return f" {character} " if unicodedata.name(character, "").startswith(UNSPACED) else character


RULE = Rule("ACC003", "alt-tells-key", Severity.WARNING, over=OptionItem, check=check, signs=("![",))
