"""An item with options as its words: what the rules of style look at, taken from the tree once for all of them."""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from exambank.check.house_words import NO_WORDS, HouseWords
from exambank.check.kept import kept
from exambank.check.language.pack import LanguagePack, pack_for
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText
from exambank.richtext.tree import (
    BulletList,
    Code,
    Emphasis,
    Heading,
    Image,
    Inline,
    Link,
    Math,
    OrderedList,
    Paragraph,
    Strong,
    Text,
    Tree,
)

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
SENTENCE = re.compile(r"(?<=[.?!:])[\"”’)]*\s+(?=\S)|\n+")
ANNOUNCEMENT = re.compile(r"\s*\([^()]*\)\s*\Z")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NUMBER = re.compile(
    r"\s*(?:about |ca\.? |≈ ?|~)?(?P<before>[$€£¥]|USD|EUR)?\s*(?P<number>[-+−–]?\d+(?:[ ,.’']\d{3})*(?:[.,]\d+)?)"
    r"\s*(?P<after>%|°[CF]?|[^\W\d_]{1,12}(?:[ /][^\W\d_]{1,10})?[²³]?|[$€£¥])?\s*\.?\s*"
)
DIGIT = re.compile(r"\d")
APART = str.maketrans(dict.fromkeys('!"#$%&()*+,./:;<=>?@[\\]^_`{|}~“”„«»…–—', " "))
JOINERS = "\u200d\ufe0e\ufe0f"  # between the parts of one emoji
LINES, LISTS = (Paragraph, Heading), (BulletList, OrderedList)  # made once: a union is made anew at each look
BETWEEN = "\0"  # of texts that are looked at together; in none of them
CUT = "\ufffc"  # stands for code, a formula or a picture


class OptionWords(Struct, frozen=True, dict=True):
    """An option: its place from 0, its plain text without code and formulae, and what kind of text that is.

    `lowered` is the text in small letters, `tokens` are its words as `parted` has them.
    """

    number: int
    option: Option
    text: str
    pack: LanguagePack | None
    lowered: str
    tokens: list[str]

    @property
    def is_key(self) -> bool:
        """Whether it is right."""
        return self.option.is_key

    @kept
    def words(self) -> list[str]:
        """Its words."""
        return WORD.findall(self.text)

    @kept
    def content_words(self) -> frozenset[str]:
        """Its telling words, without endings."""
        return content_words(self.words, self.pack)

    @kept
    def is_special(self) -> bool:
        """Whether it is all or none of the above, or true, false, yes or no."""
        text, pack = self.text.strip(), self.pack
        if pack is None:
            return False
        is_truth = text.rstrip(".!").lower() in pack.truth_words
        return is_truth or bool(pack.all_of_above.fullmatch(text) or pack.none_of_above.fullmatch(text))

    @kept
    def number_and_unit(self) -> tuple[float, str] | None:
        """The number and the unit of an option that is one number."""
        match = NUMBER.fullmatch(self.text)
        if match is None:
            return None
        mark = self.pack.options.decimal_mark if self.pack else "."
        digits = re.sub(r"[ ’']", "", match["number"]).replace("," if mark == "." else ".", "").replace(mark, ".")
        try:
            value = float(digits.replace("−", "-").replace("–", "-"))
        except ValueError:
            return None
        return value, f"{match['before'] or ''}{match['after'] or ''}".lower()

    @kept
    def length(self) -> int:
        """Its characters as a reader counts them: marks that are put upon another count with it."""
        text = self.text.strip()
        return len(text) if text.isascii() else sum(unicodedata.combining(c) == 0 and c not in JOINERS for c in text)

    @property
    def is_mostly_cut(self) -> bool:
        """Whether code, formulae or pictures are half of it or more."""
        return CUT in self.text and len(self.text) * 2 <= len(self.option.text.source)


class Wording(Struct, frozen=True, dict=True):
    """An item's stem and options in words; `pack` is None where the item's language has none, `house` the bank's words.

    Items without options (short text, numeric) have a stem and none. `lowered` is the stem in small letters, `tokens`
    are its words as `parted` has them.
    """

    item: AnyItem
    pack: LanguagePack | None
    stem: str
    lowered: str
    tokens: list[str]
    options: tuple[OptionWords, ...]
    house: HouseWords = NO_WORDS

    @kept
    def vocabulary(self) -> frozenset[str]:
        """All words of the stem and the options, in small letters: what rules ask before they look closer."""
        return frozenset().union(self.tokens, *[option.tokens for option in self.options])

    @kept
    def has_special(self) -> bool:
        """Whether an option may be special, by its words."""
        if self.pack is None:
            return False
        terms = self.pack.options
        special = (terms.all_words, terms.none_words, self.pack.truth_words)
        return not all(map(self.vocabulary.isdisjoint, special))

    @kept
    def plain_options(self) -> tuple[OptionWords, ...]:
        """The options that are not special."""
        return tuple(one for one in self.options if not one.is_special) if self.has_special else self.options

    @kept
    def notes(self) -> str:
        """The rationale and all feedback in small letters."""
        texts = [option.option.feedback.source for option in self.options if option.option.feedback is not None]
        if self.item.rationale is not None:
            texts.append(self.item.rationale.source)
        return "\n".join(texts).lower()

    @kept
    def lead_in(self) -> str:
        """The stem's last sentence, without "(Choose two.)": what is asked."""
        sentences = [part for part in SENTENCE.split(ANNOUNCEMENT.sub("", self.stem.strip())) if part.strip()]
        return sentences[-1].strip() if sentences else ""

    @kept
    def key(self) -> OptionWords | None:
        """The key, where there is but one."""
        keys = [option for option in self.options if option.is_key]
        return keys[0] if len(keys) == 1 else None

    @kept
    def distractors(self) -> list[OptionWords]:
        """The wrong options."""
        return [option for option in self.options if not option.is_key]

    @property
    def is_code_item(self) -> bool:
        """Whether the stem has code in it."""
        return "`" in self.item.stem.source


def wording(item: AnyItem, language: str | None, house: HouseWords = NO_WORDS) -> Wording:
    """The words of an item; `language` is the bank's, for items that name none."""
    pack = pack_for(item.lang or language)
    given = item.options if isinstance(item, OptionItem) else ()
    texts = [prose(item.stem), *[prose(option.text) for option in given]]
    lowered = [text.lower() for text in texts]
    tokens = parted(lowered)
    options = [
        OptionWords(number, option, texts[number + 1], pack, lowered[number + 1], tokens[number + 1])
        for number, option in enumerate(given)
    ]
    return Wording(item, pack, texts[0], lowered[0], tokens[0], tuple(options), house)


def parted(lowered: Sequence[str]) -> list[list[str]]:
    """What stands in each text between blanks and marks; words keep their hyphens and apostrophes.

    The texts are parted together, since the marks are looked up anew for each text.
    """
    together = BETWEEN.join(lowered).translate(APART).split(BETWEEN)
    if len(together) != len(lowered):
        together = [text.translate(APART) for text in lowered]
    return [text.split() for text in together]


def prose(text: RichText) -> str:
    """The plain text, a line a paragraph, without code, formulae, pictures, tables and quoted blocks."""
    return text.only_text.strip() or "\n".join(_lines(text.tree))


def _lines(blocks: Tree) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, LINES):
            found.append("".join(map(_words, block.children)))
        elif isinstance(block, LISTS):
            for entry in block.items:
                found += _lines(entry)
    return found


def _words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Emphasis(children) | Strong(children) | Link(_, _, children):
            return "".join(map(_words, children))
        case Code() | Math() | Image():
            return CUT
    return " "


def content_words(words: list[str], pack: LanguagePack | None) -> frozenset[str]:
    """Words of four letters or more that are no stop words, without endings."""
    if pack is None:
        return frozenset(word.lower() for word in words if len(word) >= 4)
    return frozenset(pack.stem_of(word) for word in words if len(word) >= 4 and word.lower() not in pack.stop_words)


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked out, so that offsets stay."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text) if any(mark in text for mark in "“\"«„‘'") else text


def span_of(text: RichText, words: str) -> tuple[int, int] | None:
    """Where words stand in the source, if they stand there as they are."""
    at = text.source.rfind(words)
    return (at, at + len(words)) if words and at >= 0 else None
