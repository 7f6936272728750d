"""LNG003 needless-person: the stem tells a person's age, sex, origin or faith, and the answer does not need it.

Why: what is told of a person is read as a hint, and a bank in which only some people are described so teaches something
about them. Found are an age, "female manager" and the like, and adjectives of origin and faith before a person; a
pronoun or a name tells nothing here. Quiet where the key or the rationale speaks of it, since then it matters, and
where there is no rationale to tell by. In medicine many findings will be wrong.
Source: guidelines for fair assessment of testing bodies.

Bad:
    A female manager asks for the forecast. What should she get?

    - [x] The deals that may close
    - [ ] The price list

    ## Rationale

    The forecast holds deals that may close.
Good:
    A manager asks for the forecast. What should she get?

    - [x] The deals that may close
    - [ ] The price list

    ## Rationale

    The forecast holds deals that may close.
"""

from collections.abc import Iterator

from exambank.check.language.usage_words import Trait, usage_for
from exambank.check.rule import Rule
from exambank.check.wording import Wording, span_of, unquoted
from exambank.finding import Fault, Severity, quoted


def check(words: Wording) -> Iterator[Fault]:
    """The first trait that nothing needs."""
    usage = usage_for(words.pack)
    if usage is None or words.item.rationale is None:
        return
    for trait in usage.traits:
        if words.vocabulary.isdisjoint(trait.words) and not any(part in words.stem for part in trait.parts):
            continue
        match = trait.found.search(unquoted(words.stem))
        if match is not None and not _matters(trait, match[0], _needed(words)):
            said = quoted(match[0])
            yield RULE.finding(
                at=("stem",),
                span=span_of(words.item.stem, match[0]),
                message=f"{said} tells the {trait.name} of a person, and neither key nor rationale needs it",
                mend="leave it out, or say in the rationale why it matters",
            )
            return


def _needed(words: Wording) -> str:
    keys = [option.option.text.source for option in words.options if option.is_key]
    rationale = words.item.rationale.source if words.item.rationale else ""
    return "\n".join([rationale, *keys])


def _matters(trait: Trait, said: str, needed: str) -> bool:
    return trait.matters.search(needed) is not None or said.lower() in needed.lower()


RULE = Rule("LNG003", "needless-person", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
