"""STM015 reading-load: the stem and options are long, or one of their sentences is.

Why: time spent reading is not spent on the subject, and long sentences are hardest on those who read in a second
language. Counted are words, without code, formulae, tables, quoted blocks and the stimulus: more than 150 in stem and
options, or more than 35 in a sentence. Scripts that set no spaces between words are not measured.
Source: Haladyna, Downing & Rodriguez (2002), guidelines 8 and 13. Both limits are proposals.

Bad:
    When a rep who has just taken over a region from a colleague that left for another team finds that the list of leads
    which she was given holds names of people who have moved on to other firms since then, what should she do first?

    - [x] Check the list
    - [ ] Call them all
    - [ ] Wait
Good:
    A rep takes over a region. Her list holds people who have moved on. What should she do first?

    - [x] Check the list
    - [ ] Call them all
    - [ ] Wait
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import SENTENCE, Wording, span_of
from exambank.finding import Fault, Severity


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The whole, or else the longest sentence."""
    if words.stem.count(" ") >= limits["sentence"] and _longest(words.stem) >= limits["sentence"]:
        longest = max(SENTENCE.split(words.stem), key=number_of_words)
        if (count := number_of_words(longest)) > limits["sentence"]:
            yield RULE.finding(
                at=("stem",),
                span=span_of(words.item.stem, longest),
                message=f"a sentence has {count} words, more than {limits['sentence']:g}",
                mend="make two of it",
            )
            return
    texts = [words.stem, *[option.text for option in words.options]]
    if sum(text.count(" ") for text in texts) + len(texts) > limits["words"]:
        count = sum(map(number_of_words, texts))
        if count > limits["words"]:
            yield RULE.finding(
                at=("stem",),
                message=f"stem and options have {count} words, more than {limits['words']:g}",
                mend="leave out what the answer does not need, or put what several items share into a stimulus",
            )


def _longest(stem: str) -> int:
    """The most spaces that a sentence can have; a first look, since to find sentences takes ten times as long."""
    for end in ("? ", "! ", ": ", "\n"):
        stem = stem.replace(end, ". ")
    return max(part.count(" ") for part in stem.split(". "))


def number_of_words(text: str) -> int:
    """Words and numbers; marks that stand alone are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


RULE = Rule(
    "STM015",
    "reading-load",
    Severity.INFO,
    over=Wording,
    check=check,
    limits={"words": 150, "sentence": 35},
    is_preview=True,
)
