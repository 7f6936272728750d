"""STM010 number-cue: the stem ends in "is" or "are", and only one option agrees with it in number.

Why: the grammar picks the option for whoever knows the language. Looked at are stems that end in a verb or in "this" or
"these", before a colon, dots or a gap, and options of up to 6 words; an option counts as plural by the last word before
"of", "for" and the like, or by an "and". Quiet where options hold code or formulae.
Source: Haladyna, Downing & Rodriguez (2002), guideline 28c. English only; the tests on single words are rough.

Bad:
    What a manager looks at first in the forecast are

    - [x] open deals
    - [ ] the quota
    - [ ] the price list
Good:
    What a manager looks at first in the forecast is

    - [x] the pipeline
    - [ ] the quota
    - [ ] the price list
"""

from collections.abc import Iterator, Mapping

from exambank.check.language.stem_words import StemWords
from exambank.check.rule import Rule
from exambank.check.wording import CUT, OptionWords, Wording
from exambank.finding import Fault, Severity, quoted


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The verb at the end, where one option alone agrees with it."""
    if words.stem[-1:] in "?!)" or words.pack is None or len(words.options) < limits["options"]:
        return
    stems = words.pack.stems
    match = stems.verb_at_end.search(words.stem) if stems.verb_at_end else None
    if match is None or any(CUT in option.text or len(option.words) > limits["words"] for option in words.options):
        return
    plurals = [is_plural(option, stems) for option in words.options]
    if plurals.count(match["many"] is not None) == 1:
        verb = match["many"] or match["one"]
        yield RULE.finding(
            at=("stem",),
            message=f"one option alone agrees in number with {quoted(verb)}, at the end of the stem",
            mend="give the options one number, or end the stem before the verb",
        )


def is_plural(option: OptionWords, stems: StemWords) -> bool:
    """Whether the option's first noun, as far as words can tell, is in the plural."""
    if stems.plural is None or stems.after_noun is None:
        return False
    head = stems.after_noun.split(option.text.strip(" .").lower(), maxsplit=1)[0]
    tokens = head.split()
    if not tokens or tokens[0] in stems.singular_articles:
        return False
    return stems.joining in tokens or stems.plural.fullmatch(tokens[-1]) is not None


RULE = Rule(
    "STM010",
    "number-cue",
    Severity.INFO,
    over=Wording,
    check=check,
    limits={"options": 3, "words": 6},  # with two options one agrees as a rule; long ones are sentences
    is_preview=True,
    needs_language=True,
)
