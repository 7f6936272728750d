"""OPT017 vague-term: an option says how often in a word that everybody reads otherwise.

Why: whether "often" is right is a matter of taste. Where every option has such a word, or "always" or "never", they
are a scale; what stands in quotation marks is somebody's. In preview: of 19 hits on labelled items 5 were right.
Source: Tarrant 2006.

Bad:
    - [x] Ask for the budget
    - [ ] Customers often wait
    - [ ] Send a quote
Good:
    - [x] Ask for the budget
    - [ ] Wait for the customer
    - [ ] Send a quote
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import APART, OptionWords, Wording, unquoted
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The first such option."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.options.vague):
        return
    found = [sorted(pack.options.vague.intersection(_said(one))) for one in words.options]
    ends = pack.options.absolutes
    if all(vague or not ends.isdisjoint(one.tokens) for one, vague in zip(words.options, found, strict=True)):
        return
    for option, vague in zip(words.options, found, strict=True):
        if vague:
            yield RULE.finding(
                at=("options", option.number, "text"),
                message=f"{quoted(vague[0])} in option {option.number + 1} is read in many ways",
                mend="say how often, or leave the word out",
            )
            return


def _said(option: OptionWords) -> list[str]:
    """The words that the option says itself."""
    return unquoted(option.lowered).translate(APART).split()


RULE = Rule("OPT017", "vague-term", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
