"""LNG001 undefined-abbreviation: the item has an abbreviation that it does not expand.

Why: whoever knows the matter by its full name, or from another company, cannot answer. Looked for are 2 to 6 capitals
in stem and options. Quiet where the item expands them, in brackets or by words with these initials; where `glossary` in
bank.yaml has them; on what everybody knows (PDF, USA), roman numerals, and words in capitals for emphasis (NOT, MOST);
and where a whole option is the abbreviation, since then its name is what is asked about. Without a glossary it finds
the common words of a trade in every other item: on labelled items readers called next to no hit right, since they take
the names of products and protocols as known to candidates of the subject. It stays in preview, for banks that keep a
glossary.
Source: Haladyna, Downing & Rodriguez (2002), guideline 8.

Bad:
    What does an AE do first?

    - [x] Ask for the need
    - [ ] Send a price
Good:
    What does an account executive (AE) do first?

    - [x] Ask for the need
    - [ ] Send a price
"""

import re
from collections.abc import Iterator

from exambank.check.language.pack import LanguagePack
from exambank.check.language.usage_words import UsageWords, usage_for
from exambank.check.rule import Rule
from exambank.check.wording import WORD, Wording, span_of
from exambank.finding import Fault, FieldPath, Severity
from exambank.richtext.text import RichText

PAIR = re.compile(r"[A-ZÄÖÜ]{2}")
CAPITALS = re.compile(r"(?<![\w.&@#/-])(?P<short>[A-ZÄÖÜ]{2,6})(?=s?(?![\w&@-]))")
ROMAN = re.compile(r"[IVXLC]+")
SHOWN = 3  # abbreviations that a message lists
SHORTEST = 3  # letters from which initials are no chance


def check(words: Wording) -> Iterator[Fault]:
    """The abbreviations of the item, in one finding at the first."""
    usage = usage_for(words.pack)
    if usage is None or words.pack is None:
        return
    whole = "\n".join([words.stem, *[option.text for option in words.options]])
    found = dict.fromkeys(CAPITALS.findall(whole)) if PAIR.search(whole) else {}
    if not found:
        return
    names = {option.text.strip(" .") for option in words.options}
    unknown = [
        short
        for short in found
        if short not in names
        and short not in words.house.glossary
        and not _is_known(short, usage, words.pack)
        and not _is_expanded(short, whole)
    ]
    if unknown and not _is_shouted(whole):
        at, text = next((at, text) for at, text in _fields(words) if unknown[0] in text.source)
        yield RULE.finding(
            at=at,
            span=span_of(text, unknown[0]),
            message=f"the item does not say what {_list(unknown)} {'stand' if len(unknown) > 1 else 'stands'} for",
            mend="write the full name, with the abbreviation in brackets, or put it into the bank's `glossary`",
        )


def _fields(words: Wording) -> Iterator[tuple[FieldPath, RichText]]:
    yield ("stem",), words.item.stem
    for option in words.options:
        yield ("options", option.number, "text"), option.option.text


def _list(unknown: list[str]) -> str:
    more = len(unknown) - SHOWN
    return ", ".join(unknown[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _is_known(short: str, usage: UsageWords, pack: LanguagePack) -> bool:
    lowered = short.lower()
    is_word = lowered in usage.stressed or lowered in pack.stop_words or lowered in pack.stems.negative_words
    return is_word or lowered in usage.known_abbreviations or ROMAN.fullmatch(short) is not None


def _is_expanded(short: str, whole: str) -> bool:
    if re.search(rf"\({short}s?\)|{short}s? \(", whole):
        return True
    if len(short) < SHORTEST:
        return False
    words = WORD.findall(whole)
    telling = [word for word in words if len(word) > SHORTEST or word[0].isupper()]
    return any(short in "".join(word[0].upper() for word in some) for some in (words, telling))


def _is_shouted(whole: str) -> bool:
    """Whether most of the item is in capitals."""
    letters = [letter for letter in whole if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)


RULE = Rule(
    "LNG001",
    "undefined-abbreviation",
    Severity.INFO,
    over=Wording,
    check=check,
    is_preview=True,
    needs_language=True,
)
