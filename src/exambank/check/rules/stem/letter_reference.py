"""STM011 letter-reference: the stem or an option names options by letter or number.

Why: options have no letters until a form is printed or a page shown, and shuffling gives each candidate others: then
"B and C" is another answer than the author's, or none. Quiet where the letters are those of something the item shows:
a picture or stimulus, labels or letters in the stem ("points A and B"), options that are letters themselves; and on
vitamins, types, grades and the like.
Source: item-writing practice of programmes that shuffle; what shuffling LMSs do to keys.

Bad:
    Which of these come before the pitch?

    - [ ] Need
    - [ ] Budget
    - [x] Both A and B
Good:
    Which of these come before the pitch? (Choose two.)

    - [x] Need
    - [x] Budget
    - [ ] Price list
"""

import re
from collections.abc import Iterator

from exambank.check.language.pack import LanguagePack
from exambank.check.option_letters import are_of_options, labels_in, named_options
from exambank.check.rule import Rule
from exambank.check.wording import OptionWords, Wording, span_of, unquoted
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.richtext.text import RichText
from exambank.richtext.tree import OrderedList

Named = tuple[FieldPath, RichText, str]  # the field, its text, and what names options there
LONGEST = 30  # characters of an option that joins letters and says no more

ARTICLE = re.compile(r"(?<!\w)A(?= [a-z])")  # "A customer" holds no label


def check(words: Wording) -> Iterator[Fault]:
    """The first such name of the item."""
    pack = words.pack
    if pack is None or not words.options:
        return
    named = _named(words, pack) or _combined(words, pack)
    if named is None or _are_shown(words, pack, named):
        return
    at, text, said = named
    yield RULE.finding(
        at=at,
        span=span_of(text, said),
        message=f"{quoted(said)} names options by letter or number, which shuffling changes",
        mend="say what they say; to have several chosen, make each a key",
    )


def _may_combine(option: OptionWords) -> bool:
    text = option.text
    return (text[1:2] in {" ", ","} or text[-2:-1] == " ") and len(text) <= LONGEST


def _named(words: Wording, pack: LanguagePack) -> Named | None:
    """Options that the stem or an option calls so: "option B"."""
    if words.vocabulary.isdisjoint(pack.letter_words):
        return None
    if match := named_options(pack, unquoted(words.stem), len(words.options)):
        return ("stem",), words.item.stem, match[0]
    for option in words.options:
        if match := named_options(pack, unquoted(option.text), len(words.options)):
            return ("options", option.number, "text"), option.option.text, match[0]
    return None


def _combined(words: Wording, pack: LanguagePack) -> Named | None:
    """An option that joins letters of others, and says no more: "A and C only"."""
    for option in filter(_may_combine, words.options):
        text = option.text.strip()
        labels = labels_in(text) if pack.combined.fullmatch(text) else []
        if are_of_options(labels, len(words.options)) and all(map(str.isalpha, labels)):
            return ("options", option.number, "text"), option.option.text, text
    return None


def _are_shown(words: Wording, pack: LanguagePack, named: Named) -> bool:
    """Whether the labels are those of something else that the item shows."""
    item, stem = words.item, words.stem
    if item.stimulus is not None or "![" in item.stem.source or "|" in item.stem.source:
        return True
    if any(len(option.text.strip(" .")) == 1 for option in words.options):
        return True
    if any(isinstance(block, OrderedList) for block in item.stem.tree):
        return True
    if len(list(pack.letter_reference.finditer(stem))) > 1:
        return True
    at, _, said = named
    rest = stem.replace(said, "") if at == ("stem",) else stem
    return not set(labels_in(said)).isdisjoint(labels_in(ARTICLE.sub("", rest)))


RULE = Rule(
    "STM011", "letter-reference", Severity.INFO, over=Wording, check=check, needs_language=True, is_preview=True
)
