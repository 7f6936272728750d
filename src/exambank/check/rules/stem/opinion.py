"""STM014 opinion: the stem asks what the candidate thinks or feels.

Why: every answer to that is right, and a candidate who says so has a case. What experts hold can be asked for as
theirs. Found are "do you think", "in your opinion", "your favourite" and the like; quiet on what stands in quotation
marks, since somebody in the scenario may say it.
Source: Haladyna, Downing & Rodriguez (2002), guideline 6.

Bad:
    In your opinion, what comes first in a sales call?

    - [x] The need
    - [ ] The price
    - [ ] The weather
Good:
    What comes first in a sales call, by the method of the course?

    - [x] The need
    - [ ] The price
    - [ ] The weather
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording, span_of, unquoted
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The first such words of the stem."""
    if words.pack is None or words.vocabulary.isdisjoint(words.pack.stems.opinion_words):
        return
    match = words.pack.stems.opinion.search(unquoted(words.stem))
    if match is not None:
        yield RULE.finding(
            at=("stem",),
            span=span_of(words.item.stem, match[0]),
            message=f"{quoted(match[0])} asks for an opinion, which no key can be right about",
            mend="ask for the fact, or for whose judgement it is",
        )


RULE = Rule("STM014", "opinion", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
