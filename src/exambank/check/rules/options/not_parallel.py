"""OPT015 not-parallel: one of four or more options has another form than all the others.

Why: what stands out is taken, or left, for its form. The form is told by the first word alone: an -ing form, or "to"
with a verb. In preview: of 23 hits on labelled items 11 were right.
Source: Haladyna, Downing & Rodriguez 2002, guideline 23; Tarrant 2006.

Bad:
    - [x] Asking for the budget
    - [ ] Wait for a call
    - [ ] Send a quote
    - [ ] Invite the board
Good:
    - [x] Ask for the budget
    - [ ] Wait for a call
    - [ ] Send a quote
    - [ ] Invite the board
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity

LEAST = 4  # options


def check(words: Wording) -> Iterator[Fault]:
    """The one option that begins in a form, or the one that does not."""
    if len(words.options) < LEAST or words.pack is None:
        return
    for pattern in (words.pack.options.progressive, words.pack.options.infinitive):
        if pattern is None:
            continue
        has = [pattern.match(one.text) is not None for one in words.options]
        for form in (True, False):
            if has.count(form) == 1:
                odd = words.options[has.index(form)]
                yield RULE.finding(
                    at=("options", odd.number, "text"),
                    message=f"option {odd.number + 1} begins in another form than all the others",
                    mend="begin all options in one form",
                )
                return


RULE = Rule("OPT015", "not-parallel", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
