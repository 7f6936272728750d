"""STM003 double-negative: the question asks for what is not so, and an option says no as well.

Why: "which is not true: the customer does not …" takes two turns in the head, and what is tested is logic. Both are
needed for a finding: a lead-in that STM002 finds, emphasised or not, and an option with not, no, never, without or
the like. Options that are yes, no, or none of the above are left to other rules, as is what they quote.
Source: Haladyna, Downing & Rodriguez (2002), guidelines 17 and 27.

Bad:
    Which of these is **NOT** a reason to call?

    - [x] The customer does not answer mails
    - [ ] The contract ends soon
    - [ ] A new product is out
Good:
    Which of these is **NOT** a reason to call?

    - [x] The customer prefers mails
    - [ ] The contract ends soon
    - [ ] A new product is out
"""

from collections.abc import Iterator

from exambank.check.negation import negation
from exambank.check.rule import Rule
from exambank.check.wording import Wording, span_of, unquoted
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The first option that denies, under a question that does."""
    if words.pack is None or words.vocabulary.isdisjoint(words.pack.stems.denial_words):
        return
    found = negation(words) if words.options else None
    if found is None:
        return
    stems = words.pack.stems
    for option in words.options:
        match = None if option.is_special else stems.denials.search(unquoted(option.text))
        if match is not None:
            yield RULE.finding(
                at=("options", option.number, "text"),
                span=span_of(option.option.text, match[0]),
                message=f"the question has {quoted(found.word)}, and option {option.number + 1} {quoted(match[0])}",
                mend="ask for what is so, or say without a negative what the option says",
            )
            return


RULE = Rule("STM003", "double-negative", Severity.INFO, over=Wording, check=check, needs_language=True)
