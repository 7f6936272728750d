"""OPT014 repeated-words: every option begins with the same words.

Why: candidates read them again and again; they belong in the stem. Options with code or formulae are left alone, as is
what somebody is to say or type, in quotation marks.
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

from collections.abc import Iterator, Mapping

from exambank.check.language.usage_words import usage_for
from exambank.check.rule import Rule
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, quoted

LEAST = 3  # options
QUOTES = frozenset("\"“„«‘'")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The words that all options begin with."""
    options = words.plain_options
    if len(options) < LEAST or options[0].text[:4] != options[1].text[:4] or any(CUT in one.text for one in options):
        return
    if all(one.option.text.source[:1] in QUOTES for one in options):
        return
    lists = [one.text.split() for one in options]
    count = 0
    for column in zip(*lists, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    if count >= limits["words"]:
        yield RULE.finding(
            at=("options", options[0].number, "text"),
            message=f"every option begins with {quoted(' '.join(lists[0][:count]))}",
            mend="end the stem with these words, and leave them out of the options",
            fix=_fix(words, " ".join(lists[0][:count])),
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
