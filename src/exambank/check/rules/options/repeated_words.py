"""OPT014 repeated-words: every option begins, or ends, with the same words.

Why: candidates read them again and again; they belong in the stem. Options with code or formulae are left alone, as is
what somebody is to say or type, in quotation marks, and titles that end alike.
Source: Tarrant 2006; Haladyna, Downing & Rodriguez 2002, on what belongs in the stem.

Bad:
    - [x] The rep should first ask for the budget
    - [ ] The rep should first send a quote
    - [ ] The rep should first wait
Good:
    - [x] Ask for the budget
    - [ ] Send a quote
    - [ ] Wait
"""

from collections.abc import Iterator, Mapping, Sequence

from exambank.check.language.usage_words import usage_for
from exambank.check.rule import Rule
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, quoted

LEAST = 3  # options
TELLING = 4  # letters
QUOTES = frozenset("\"“„«‘'")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The words that all options begin with, or else end with."""
    options = words.plain_options
    if len(options) < LEAST:
        return
    one, other = options[0].text, options[1].text
    if (one[:4] != other[:4] and one[-4:] != other[-4:]) or any(CUT in option.text for option in options):
        return
    if all(option.option.text.source[:1] in QUOTES for option in options):
        return
    lists = [option.text.split() for option in options]
    first = lists[0]
    if (count := _shared(lists)) >= limits["words"]:
        yield RULE.finding(
            at=("options", options[0].number, "text"),
            message=f"every option begins with {quoted(' '.join(first[:count]))}",
            mend="end the stem with these words, and leave them out of the options",
            fix=_fix(words, " ".join(first[:count])),
        )
    elif (count := _shared([found[::-1] for found in lists])) >= limits["words"] and _is_prose(words, first[-count:]):
        yield RULE.finding(
            at=("options", options[0].number, "text"),
            message=f"every option ends with {quoted(' '.join(first[-count:]))}",
            mend="say these words in the stem, and leave them out of the options",
        )


def _shared(lists: Sequence[Sequence[str]]) -> int:
    """How many words all lists begin with."""
    count = 0
    for column in zip(*lists, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    return count


def _is_prose(words: Wording, ending: Sequence[str]) -> bool:
    """Whether the options are neither numbers with a unit of several words nor titles, with capitals throughout."""
    small = words.pack.stop_words if words.pack else frozenset()
    has_number = any(map(str.isdigit, "".join(ending)))
    return not has_number and any(
        word.islower() and len(word) >= TELLING and word not in small
        for option in words.plain_options
        for word in option.words
    )


def _fix(words: Wording, repeated: str) -> FieldFix | None:
    """The words behind a stem that is to be completed; a question has no place for them."""
    stem = words.item.stem.source
    last = stem.rpartition("\n\n")[2]
    kept = stem.rstrip(" :.…")
    options = [(one.number, one.option.text.source) for one in words.plain_options]
    if stem[-1:] in "?!)" or "\n" in last or not last[:1].isalnum() or not kept[-1:].isalnum():
        return None
    if not all(text.startswith(f"{repeated} ") and text[len(repeated) + 1 :].strip() for _, text in options):
        return None
    usage = usage_for(words.pack)
    is_name = usage is None or repeated.partition(" ")[0].lower() not in usage.stressed  # words that are no names
    added = repeated if is_name else repeated[0].lower() + repeated[1:]
    edits = [FieldEdit(("stem",), f" {added}", (len(kept), len(stem)))]
    edits += [FieldEdit(("options", number, "text"), "", (0, len(repeated) + 1)) for number, _ in options]
    return FieldFix("end the stem with these words", False, ("stem", "options"), tuple(edits))


RULE = Rule("OPT014", "repeated-words", Severity.INFO, over=Wording, check=check, limits={"words": 3})
