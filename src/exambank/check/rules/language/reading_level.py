"""LNG005 reading-level: the stem takes more years of school than the house allows.

Why: an item is to be hard for its matter, not for its sentences. Measured are stems of 30 words or more, since shorter
ones give no figure that can be trusted: in English by the grade of Kincaid, in German by the first Wiener
Sachtextformel. Houses set their own limit; the one that stands here, 16, is a degree's, and only the worst pass it.
Source: Kincaid et al. (1975); Bamberger & Vanecek (1984); Haladyna, Downing & Rodriguez (2002), guideline 8.

Bad:
    Notwithstanding considerable organisational heterogeneity, representatives' prioritisation of opportunities
    necessitates systematic qualification methodologies, particularly where geographically distributed stakeholders
    simultaneously demand individualised communication regarding contractual obligations, implementation timelines and
    anticipated profitability. Which methodology predominates?

    - [x] Qualification
    - [ ] Quotation
Good:
    Firms are not alike. Reps still have to choose which deals to work on, and many people want to hear from them at
    the same time about terms, dates and gain. Which way to choose do most of them follow?

    - [x] Qualification
    - [ ] Quotation
"""

from collections.abc import Iterator, Mapping

from exambank.check.language.usage_words import usage_for
from exambank.check.rule import Rule
from exambank.check.wording import SENTENCE, WORD, Wording
from exambank.finding import Fault, Severity


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The stem's grade, where it is long enough for one."""
    if words.stem.count(" ") + 1 < limits["words"]:
        return
    usage = usage_for(words.pack)
    read = WORD.findall(words.stem)
    if usage is None or len(read) < limits["words"]:
        return
    grade = usage.grade(read, sum(bool(part.strip()) for part in SENTENCE.split(words.stem)))
    if grade > limits["grade"]:
        yield RULE.finding(
            at=("stem",),
            message=f"the stem's reading grade is {grade:.1f}, more than {limits['grade']:g}",
            mend="make the sentences shorter, and take common words where they say the same",
        )


RULE = Rule(
    "LNG005",
    "reading-level",
    Severity.INFO,
    over=Wording,
    check=check,
    limits={"grade": 16, "words": 30},
    is_preview=True,
    needs_language=True,
)
