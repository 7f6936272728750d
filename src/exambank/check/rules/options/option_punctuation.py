"""OPT016 option-punctuation: some options end with a full stop, and others do not.

Why: what looks otherwise was often written at another time, as keys are. Names and code tell nothing, an
abbreviation at the end ("Jr.", "U.K.") has its full stop in any case, and one whole sentence among names follows its
own rule. In preview.
Source: Haladyna, Downing & Rodriguez 2002, guideline 12. On the open half of 772 labelled items 6 of 16 hits were right
before, 5 of 8 since abbreviations and all but lone sentences are left out.

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

ABBREVIATED = re.compile(r"(?:\b(?:Jr|Sr|Bros|Inc|Ltd|Co|Corp|St|Mr|Mrs|Dr|No|etc|usw|bzw)|\b[A-Z]|\.[A-Za-z])\.\s*\Z")
LEAST = 3  # words; a name or phrase of no more is no sentence


def check(words: Wording) -> Iterator[Fault]:
    """The first option that ends otherwise than the first; one word alone has no full stop to miss."""
    options = [one for one in words.plain_options if CUT not in one.text and " " in one.text.strip()]
    options = [one for one in options if not ABBREVIATED.search(one.text)]
    ends = [one.text.rstrip().endswith(".") for one in options]
    if len(set(ends)) > 1 and not _is_lone_sentence(options, ends):
        odd = options[ends.index(not ends[0])]
        yield RULE.finding(
            at=("options", odd.number, "text"),
            message=f"{ends.count(True)} of {len(ends)} options end with a full stop",
            mend="end all of them alike",
            fix=_fix(options, ends),
        )


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


def _is_lone_sentence(options: Sequence[OptionWords], ends: Sequence[bool]) -> bool:
    """Whether the one full stop is that of a sentence among names, each of whose words has a capital."""
    if ends.count(True) != 1:
        return False
    names = [one.text.split() for one, is_stopped in zip(options, ends, strict=True) if not is_stopped]
    sentence = options[ends.index(True)].text.split()
    return len(sentence) > LEAST and all(map(_is_name, names))


def _is_name(words: list[str]) -> bool:
    return sum(word[:1].isupper() for word in words) * 2 > len(words)


RULE = Rule("OPT016", "option-punctuation", Severity.INFO, over=Wording, check=check, is_preview=True)
