"""OPT003 all-of-the-above: an option stands for all the others.

Why: a candidate who knows two of them to be right, or one to be wrong, need not know the rest; where several may be
chosen nobody can tell what it adds. It is an error there. Shuffled options are not above anything.
Source: Haladyna, Downing & Rodriguez 2002, guideline 26; Tarrant 2006.

Bad:
    - [ ] Budget
    - [ ] Authority
    - [x] All of the above
Good:
    - [ ] Budget
    - [ ] Authority
    - [x] Both, asked in one call
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity
from exambank.model.interactions.choice import MultipleResponseItem


def check(words: Wording) -> Iterator[Fault]:
    """The first such option."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.options.all_words):
        return
    for option in words.options:
        if pack.all_of_above.fullmatch(option.text.strip()):
            is_several = isinstance(words.item, MultipleResponseItem)
            yield RULE.finding(
                at=("options", option.number, "text"),
                message=f"option {option.number + 1} stands for all the others",
                mend="let candidates choose several, with these words left out"
                if not is_several
                else "leave it out; candidates can choose all",
                severity=Severity.ERROR if is_several else None,
            )
            return


RULE = Rule("OPT003", "all-of-the-above", Severity.INFO, over=Wording, check=check, needs_language=True)
