"""LNG002 loaded-term: the item uses a word that sets some people apart, or one that the bank wants written otherwise.

Why: a candidate who stumbles over a word loses time that others have, and may read the item as not meant for him. The
list is short on purpose, and holds only words with an agreed replacement. A bank adds its own by `house_words` in
bank.yaml, in any language. A bank that needs one of them (law, history) silences the rule in the item. Quiet on
quotations, code and, for the rule's own list, names: capitals within a sentence.
Source: guidelines for fair assessment of testing bodies; style guides of publishers.

Bad:
    Who leads the meeting of the board?

    - [x] The chairman
    - [ ] The newest member
Good:
    Who leads the meeting of the board?

    - [x] The chair
    - [ ] The newest member
"""

import re
from collections.abc import Iterator

from exambank.check.language.usage_words import UsageWords, usage_for
from exambank.check.rule import Rule
from exambank.check.word_span import word_span
from exambank.check.wording import Wording, unquoted
from exambank.finding import Fault, FieldEdit, FieldFix, FieldPath, Severity, quoted
from exambank.richtext.text import RichText


def check(words: Wording) -> Iterator[Fault]:
    """The first such word of the stem and of each option."""
    usage = usage_for(words.pack)
    if not words.house.instead and (usage is None or not _may_hold(words, usage)):
        return
    for at, text, said in _texts(words):
        shown = unquoted(said)
        found = _house_word(words, shown) or (_loaded(usage, shown) if usage is not None else None)
        if found is None:
            continue
        match, plain, message = found
        span = word_span(text, match[0], said[match.end() :])
        edits = (FieldEdit(at, plain, span),)
        yield RULE.finding(
            at=at,
            span=span,
            message=message,
            mend=f"write {quoted(plain)}",
            fix=FieldFix(f"write {quoted(plain)}", False, (str(at[0]),), edits) if span else None,
        )


Found = tuple[re.Match[str], str, str] | None  # the word, what to write, the message


def _house_word(words: Wording, said: str) -> Found:
    """The first word that the bank wants written otherwise."""
    match, use = next(words.house.unwanted(said), (None, ""))
    return (match, use, f"{quoted(match[0])} is not the bank's word") if match is not None else None


def _loaded(usage: UsageWords, said: str) -> Found:
    """The first word of the language's own list."""
    match = usage.loaded_terms.search(said)
    if match is None or (usage.are_names_capital and _is_name(said, match)):
        return None
    plain = usage.loaded[match[0].lower()]
    plain = plain[0].upper() + plain[1:] if match[0][0].isupper() else plain
    return match, plain, f"{quoted(match[0])} sets people apart"


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether it has a capital that no sentence begins with."""
    return match[0][0].isupper() and text[: match.start()].rstrip(" “\"'(")[-1:] not in {"", ".", "?", "!", ":", "\n"}


def _may_hold(words: Wording, usage: UsageWords) -> bool:
    return not words.vocabulary.isdisjoint(usage.loaded_words)


def _texts(words: Wording) -> Iterator[tuple[FieldPath, RichText, str]]:
    yield ("stem",), words.item.stem, words.stem
    for option in words.options:
        yield ("options", option.number, "text"), option.option.text, option.text


RULE = Rule("LNG002", "loaded-term", Severity.INFO, over=Wording, check=check, is_preview=True)
