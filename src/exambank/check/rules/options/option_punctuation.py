"""OPT016 option-punctuation: some options end with a full stop or begin with a capital, and others do not.

Why: what looks otherwise was often written at another time, as keys are. Names and code tell nothing, nor does the full
stop of an abbreviation ("Jr.", "U.K."), that of a whole sentence ("She never …") among words, or an option that joins
others. In capitals an option is odd that begins with a small letter where most begin with a capital, in languages that
write nouns small.
Source: Haladyna, Downing & Rodriguez 2002, guideline 12.

Bad:
    - [x] Ask for the budget.
    - [ ] Wait for a call
    - [ ] Send a quote
Good:
    - [x] Ask for the budget
    - [ ] Wait for a call
    - [ ] Send a quote
"""

import re
from collections.abc import Iterator, Sequence

from exambank.check.rule import Rule
from exambank.check.wording import CUT, OptionWords, Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity

DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}\Z")  # U.K., p.m.
WORDS = re.compile(r"[a-z]{2,}[ a-z',.-]*")  # no iPhone, no pH, no x = 2
CAPITAL = re.compile(r"[^\W\d_a-z][a-z']+\b|(?:A|I) ")  # no DNS, no F clef


def check(words: Wording) -> Iterator[Fault]:
    """The first option that ends otherwise than the first; one word alone has no full stop to miss."""
    if _are_plainly_alike(words.options):
        return
    options = [one for one in words.plain_options if CUT not in one.text and not _joins(one)]
    phrases = [one for one in options if " " in one.text.strip() and not _is_abbreviated(one)]
    ends = [one.text.rstrip().endswith(".") for one in phrases]
    if len(set(ends)) > 1 and not _are_sentences_among_words(phrases, ends):
        odd = phrases[ends.index(not ends[0])]
        yield RULE.finding(
            at=("options", odd.number, "text"),
            message=f"{ends.count(True)} of {len(ends)} options end with a full stop",
            mend="end all of them alike",
            fix=_fix(phrases, ends),
        )
    elif (small := _small_among_capitals(options)) and words.pack and not words.pack.options.are_nouns_capital:
        yield RULE.finding(
            at=("options", small[0].number, "text"),
            message=f"{len(small)} of {len(options)} options begin with a small letter",
            mend="begin all of them alike",
        )


def _are_plainly_alike(options: Sequence[OptionWords]) -> bool:
    """A first look: no full stop at an end, and no small letters at the beginning, or nothing else."""
    texts = [one.text.strip() for one in options]
    if "." in {text[-1:] for text in texts}:
        return False
    small = ["a" <= text[:1] <= "z" for text in texts]
    return all(small) or not any(small)


def _joins(option: OptionWords) -> bool:
    return option.pack is not None and option.pack.combined.fullmatch(option.text.strip()) is not None


def _is_abbreviated(option: OptionWords) -> bool:
    """Whether it ends with the full stop of an abbreviation, which tells nothing of the option's own."""
    text = option.text.rstrip()
    if not text.endswith("."):
        return False
    last = text[:-1].rpartition(" ")[2].lower()
    return bool(DOTTED.search(text)) or (option.pack is not None and last in option.pack.options.abbreviations)


def _are_sentences_among_words(options: Sequence[OptionWords], ends: Sequence[bool]) -> bool:
    """Whether all that have the full stop begin as sentences do, and no other option does."""
    return all(
        bool(one.tokens) and one.pack is not None and (one.tokens[0] in one.pack.options.subjects) is ends_so
        for one, ends_so in zip(options, ends, strict=True)
    )


def _small_among_capitals(options: Sequence[OptionWords]) -> list[OptionWords]:
    small = [one for one in options if WORDS.fullmatch(one.text.strip())]
    capital = [one for one in options if CAPITAL.match(one.text.strip())]
    return small if len(small) < len(capital) else []


def _fix(options: Sequence[OptionWords], ends: Sequence[bool]) -> FieldFix | None:
    """All as most of them are; where as many are one way as the other, without."""
    has_stop = ends.count(True) * 2 > len(ends)
    edits: list[FieldEdit] = []
    for one, ends_so in zip(options, ends, strict=True):
        source = one.option.text.source
        if ends_so is has_stop:
            continue
        if source[-1:].isalnum() if has_stop else source[-1:] == "." and source[-2:-1].isalnum():
            span = (len(source), len(source)) if has_stop else (len(source) - 1, len(source))
            edits.append(FieldEdit(("options", one.number, "text"), "." if has_stop else "", span))
        else:  # a mark or a bracket stands there
            return None
    title = f"end all options with{'' if has_stop else 'out'} a full stop"
    return FieldFix(title, False, ("options",), tuple(edits))


RULE = Rule("OPT016", "option-punctuation", Severity.INFO, over=Wording, check=check)
