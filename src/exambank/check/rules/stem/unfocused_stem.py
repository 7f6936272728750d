"""STM004 unfocused-stem: the stem does not say what is asked, so that only the options do.

Why: a candidate who knows the matter can answer a good stem with the options covered. Found are stems of fewer than 7
words without a question mark or a gap, and lead-ins that ask no more than "which is true?" under a stem of 12 words or
fewer. Quiet on stems that begin as questions or tasks do ("Calculate …"), on clauses for the options to complete (they
have a verb, or end in an article, a preposition or the like: "404 means"; one word with "is" is still a topic), on
stems that show a picture, table, formula or code or belong to a stimulus, and on statements to be called true or false.
Source: Haladyna, Downing & Rodriguez (2002), guideline 15; Tarrant et al. (2006). The two limits are proposals of our
own.

Bad:
    Sales quotas

    - [x] They follow from the target
    - [ ] They never change
    - [ ] They are set by customers
Good:
    What do sales quotas follow from?

    - [x] The target
    - [ ] The weather
    - [ ] The customers
"""

from collections.abc import Iterator, Mapping

from exambank.check.language.stem_words import StemWords
from exambank.check.rule import Rule
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, Severity, plural
from exambank.model.interactions.choice import TrueFalseItem
from exambank.richtext.tree import BulletList, Heading, OrderedList, Paragraph

GAPS = ("__", "…", "...", "[")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """A stem that names a topic only, or nothing."""
    count = words.stem.count(" ") + words.stem.count("\n") + 1
    if count > max(limits["words"] - 1, limits["bare"]) or not words.options or words.pack is None:
        return
    said = None
    if count < limits["words"] and _asks_nothing(words, words.pack.stems):
        said = f"the stem has {plural(count, 'word')}, and neither a question mark nor a gap"
    elif count <= limits["bare"] and words.pack.stems.bare_lead_in.fullmatch(words.lead_in.rstrip("?.: ")):
        said = f"the stem asks only what is right, in {plural(count, 'word')}"
    if said and not _shows_more(words):
        yield RULE.finding(at=("stem",), message=said, mend="ask one question that can be answered without the options")


def _asks_nothing(words: Wording, terms: StemWords) -> bool:
    stem = words.stem
    if "?" in stem or any(gap in stem for gap in GAPS):
        return False
    is_opened = stem.partition(" ")[0].strip(",:").lower() in terms.openers
    return not is_opened and terms.completion.match(stem) is None


def _shows_more(words: Wording) -> bool:
    """Whether there is more to the item than these words, or they are a statement to judge."""
    item = words.item
    if item.stimulus is not None or isinstance(item, TrueFalseItem) or CUT in words.stem:
        return True
    if all(option.is_special for option in words.options):
        return True
    return not all(isinstance(block, Paragraph | Heading | BulletList | OrderedList) for block in item.stem.tree)


RULE = Rule(
    "STM004",
    "unfocused-stem",
    Severity.INFO,
    over=Wording,
    check=check,
    limits={"words": 7, "bare": 12},  # rules.md, measured variants: fewer than 7; 12 is a proposal
    is_preview=True,
    needs_language=True,
)
