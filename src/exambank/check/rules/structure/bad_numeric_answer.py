"""STR013 bad-numeric-answer: an accepted answer is no number, or no answer could match it.

Why: a range written the wrong way round scores everybody as wrong; a unit that stands in place of a number is read as
none.
Source: docs/format.md, numeric.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    interaction: numeric
    ---

    How many opportunities does the team need?

    ## Answer

    - [6, 5] leads
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    interaction: numeric
    ---

    How many opportunities does the team need?

    ## Answer

    - [5, 6] leads
"""

from collections.abc import Iterator
from decimal import Decimal

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, quoted
from exambank.model.from_syntax import ANSWER_SECTION, answer_text, section
from exambank.model.interactions.numeric import read_answer
from exambank.syntax.document import Document

FORMS = "write `5000`, `5000 ± 5 leads`, `0.31 ± 2%`, `[4.9, 5.1] s` or `3.0e8 (3 sf)`"


def check(document: Document) -> Iterator[Fault]:
    """Each answer of a numeric item."""
    if document.body is None or document.fields.get("interaction") != "numeric":
        return
    answers = section(document.body, ANSWER_SECTION)
    for number, entry in enumerate(answers.entries if answers else ()):
        text = answer_text(entry)
        answer = read_answer(text)
        if answer is None:
            yield RULE.finding(at=("answers", number), message=f"{quoted(text)} is no number or range", mend=FORMS)
        elif isinstance(tolerance := answer.get("tolerance"), Decimal) and tolerance < 0:
            yield RULE.finding(
                at=("answers", number),
                message=f"the tolerance {tolerance} is negative",
                mend="write it without a sign",
            )
        elif is_reversed(answer.get("low"), answer.get("high")):
            yield RULE.finding(
                at=("answers", number),
                message=f"the range {quoted(text)} holds no number",
                mend="write the lower end first",
            )


def is_reversed(low: object, high: object) -> bool:
    """Whether a range begins above its end."""
    return isinstance(low, Decimal) and isinstance(high, Decimal) and low > high


RULE = Rule("STR013", "bad-numeric-answer", Severity.ERROR, over=Document, check=check)
