"""STM001 negative-not-emphasised: the question asks for what is not so, and its "not" is easy to read over.

Why: a candidate who reads over the word picks the first right statement, and loses the point though he knows the
matter. Found are words that turn the last sentence of the stem round: not, never, cannot, except, false, incorrect,
"least likely". Quiet where the word is in capitals, bold or italics; where it belongs to another clause ("if it does
not", "a rep who cannot"), to an idiom ("not only", "at least", "least squares", "false positive", "why not") or a
quotation; and on statements to be called true or false.
Source: Haladyna, Downing & Rodriguez (2002), guideline 17; Tarrant et al. (2006).

Bad:
    Which of these is not a reason to hand a lead over?

    - [x] The quarter is about to end
    - [ ] The lead has a budget
    - [ ] The lead has a need
Good:
    Which of these is **NOT** a reason to hand a lead over?

    - [x] The quarter is about to end
    - [ ] The lead has a budget
    - [ ] The lead has a need
"""

from collections.abc import Iterator

from exambank.check.negation import Negation, negation
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The word, where nothing sets it off."""
    found = negation(words)
    if found is None or found.is_emphasised:
        return
    loud = _loud(words, found)
    yield RULE.finding(
        at=("stem",),
        span=found.span,
        message=f"the question is turned round by {quoted(found.word)}, which nothing sets off",
        mend=f"ask for what is so, or write {loud}",
        fix=_fix(found, loud),
    )


def _loud(words: Wording, found: Negation) -> str:
    """The word in capitals, and in bold where no other emphasis is near."""
    is_plain = "*" not in words.item.stem.source
    return f"**{found.word.upper()}**" if is_plain else found.word.upper()


def _fix(found: Negation, loud: str) -> FieldFix | None:
    if found.span is None:
        return None
    return FieldFix(f"write {loud}", False, ("stem",), (FieldEdit(("stem",), loud, found.span),))


RULE = Rule("STM001", "negative-not-emphasised", Severity.WARNING, over=Wording, check=check, needs_language=True)
