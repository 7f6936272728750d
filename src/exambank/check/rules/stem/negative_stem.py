"""STM002 negative-stem: the question asks for what is not so.

Why: knowing what is wrong does not show that a candidate knows what is right, and negative questions are harder to
read, most of all in a second language. The words are those of STM001, set off or not. Where the exception is what has
to be known, as with what must never be done for safety's sake, silence the rule in the item with that reason, or for
a folder by `check.per_path`.
Source: Haladyna, Downing & Rodriguez (2002), guideline 17; NBME item-writing guide.

Bad:
    Which of these is **NOT** a reason to hand a lead over?

    - [x] The quarter is about to end
    - [ ] The lead has a budget
    - [ ] The lead has a need
Good:
    Which of these is a reason to hand a lead over?

    - [ ] The quarter is about to end
    - [x] The lead has a budget
    - [ ] The lead has a blog
"""

from collections.abc import Iterator

from exambank.check.negation import negation
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The word that turns the question round."""
    found = negation(words)
    if found is not None:
        yield RULE.finding(
            at=("stem",),
            span=found.span,
            message=f"the question is turned round by {quoted(found.word)}",
            mend="ask for what is so",
        )


RULE = Rule("STM002", "negative-stem", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
