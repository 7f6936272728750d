"""OPT002 options-collide: two options differ only in what a target of the bank leaves out of its statistics.

Why: where a target's statistics name what was chosen by its text, without markup and pictures, nobody can tell how
often each of the two was chosen, and the item cannot be analysed. Options that are the same for candidates as well are
OPT001's. No target of today leaves out capitals.
Source: canvas-lms, app/models/quizzes/quiz.rb strip_html_answers: the student analysis holds texts, less all tags.

Bad:
    - [x] `total`
    - [ ] **total**
    - [ ] sum
Good:
    - [x] `total`
    - [ ] the word "total"
    - [ ] sum
"""

import re
from collections.abc import Iterator
from html import unescape

from exambank.check.rule import Rule
from exambank.check.targets import TargetedItem
from exambank.finding import Fault, Severity, quoted
from exambank.model.interactions.choice import OptionItem

MARKS = re.compile(r"[*_`!<\[\n]")  # an option without any of these is all text
TAG = re.compile(r"<[^>]*>")


def check(targeted: TargetedItem) -> Iterator[Fault]:
    """The first option whose text, less its tags, is that of an earlier one that looks otherwise."""
    item = targeted.item
    if not isinstance(item, OptionItem) or not any(MARKS.search(option.text.source) for option in item.options):
        return
    forms = [option.text.normal_form for option in item.options]
    seen: dict[str, int] = {}
    for number, form in enumerate(forms):
        text = " ".join(TAG.sub("", form).split())
        first = seen.setdefault(text, number)
        if forms[first].casefold() != form.casefold() and (targets := targeted.telling_by_text):
            both = quoted(unescape(text)) if text else "without text"
            yield RULE.finding(
                at=("options", number, "text"),
                message=f"options {first + 1} and {number + 1} are both {both} in statistics of {', '.join(targets)}",
                mend="give each words of its own",
            )
            return


RULE = Rule("OPT002", "options-collide", Severity.WARNING, over=TargetedItem, check=check)
