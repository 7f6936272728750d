"""OPT020 filler-option: an option says nothing that anybody would choose.

Why: "I don't know" or a joke leaves one distractor fewer, and in some targets it counts as an answer.
Source: Haladyna, Downing & Rodriguez 2002, guidelines 28f and 29.

Bad:
    - [x] Ask for the budget
    - [ ] Wait
    - [ ] I don't know
Good:
    - [x] Ask for the budget
    - [ ] Wait
    - [ ] Send a quote
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The first distractor that is one as a whole."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.options.filler_words):
        return
    for option in words.options:
        if not option.is_key and pack.options.fillers.fullmatch(option.text.strip()):
            yield RULE.finding(
                at=("options", option.number, "text"),
                message=f"nobody who tries to answer chooses {quoted(option.text)}",
                mend="write a distractor that somebody without the knowledge would choose, or leave it out",
            )
            return


RULE = Rule("OPT020", "filler-option", Severity.INFO, over=Wording, check=check, needs_language=True, is_preview=True)
