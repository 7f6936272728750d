"""OPT008 absolute-term: a distractor allows no exception, and the key does.

Why: candidates rule out what says "always" or "never". Such a word in the stem or in every option is no cue, nor one
that is denied ("not always"), counts ("all three", "every two hours", "none"), tells of the whole of a thing ("copy all
the data") or of what once did not happen ("she never had one").
Source: Haladyna, Downing & Rodriguez 2002, guideline 28a; Tarrant 2006.

Bad:
    - [x] Ask for the budget
    - [ ] Never talk about money
    - [ ] Send a quote
Good:
    - [x] Ask for the budget
    - [ ] Leave money for later
    - [ ] Send a quote
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import ANNOUNCEMENT, APART, OptionWords, Wording
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The first such distractor."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.options.absolutes) or not words.options:
        return
    asked = pack.options.absolutes & set(ANNOUNCEMENT.sub("", words.lowered.strip()).translate(APART).split())
    found = {one.number: _absolutes(one, words) for one in words.plain_options}
    if asked or any(found[one.number] for one in words.plain_options if one.is_key):
        return
    distractors = [one for one in words.plain_options if not one.is_key and found[one.number]]
    if distractors and len(distractors) < len(words.plain_options):
        first = distractors[0]
        word = quoted(min(found[first.number]))
        yield RULE.finding(
            at=("options", first.number, "text"),
            message=f"{word} in option {first.number + 1} allows no exception; the key does",
            mend="say it without the word, or use such words in the key as well",
        )


def _absolutes(option: OptionWords, words: Wording) -> set[str]:
    terms = words.pack.options if words.pack else None
    if terms is None:
        return set()
    text = terms.not_absolute.sub(" ", option.lowered)
    return set(text.translate(APART).split()) & terms.absolutes


RULE = Rule("OPT008", "absolute-term", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
