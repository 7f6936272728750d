"""The word that turns a question round: "Which of these is not …", "all of these except"."""

from msgspec import Struct

from exambank.check.word_span import word_span
from exambank.check.wording import WORD, Wording, unquoted
from exambank.model.interactions.choice import TrueFalseItem
from exambank.richtext.plain import inlines_of, plain_inlines
from exambank.richtext.text import RichText
from exambank.richtext.tree import Emphasis, Strong

LONGEST_STRESS = 4  # words; a longer stressed passage stresses no word of its own


class Negation(Struct, frozen=True):
    """The word as it is written, its offsets into the stem's source where they are known, and whether it stands out."""

    word: str
    span: tuple[int, int] | None
    is_emphasised: bool


def negation(words: Wording) -> Negation | None:
    """What turns the lead-in round, where something does.

    Statements to be called true or false ask nothing, and what stands in quotation marks is another's.
    """
    if words.pack is None or words.vocabulary.isdisjoint(words.pack.stems.negative_words):
        return None
    lead_in = words.lead_in
    if words.pack.stems.negative_words.isdisjoint(WORD.findall(lead_in.lower())) or _is_statement(words):
        return None
    text = unquoted(lead_in)
    for pattern in words.pack.stems.negative_questions:
        if (match := pattern.search(text)) is not None:
            word, after = match["word"], lead_in[match.end("word") :]
            is_loud = word.isupper() or _is_stressed(words.item.stem, word)
            return Negation(word, word_span(words.item.stem, word, after), is_loud)
    return None


def _is_statement(words: Wording) -> bool:
    if isinstance(words.item, TrueFalseItem):
        return True
    return bool(words.options) and all(option.is_special for option in words.options)


def _is_stressed(stem: RichText, word: str) -> bool:
    if "*" not in stem.source and "_" not in stem.source:
        return False
    stressed = (inline.children for inline in inlines_of(stem.tree) if isinstance(inline, Emphasis | Strong))
    runs = (WORD.findall(plain_inlines(children).lower()) for children in stressed)
    return any(word.lower() in run and len(run) <= LONGEST_STRESS for run in runs)
