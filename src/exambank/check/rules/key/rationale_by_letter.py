"""KEY007 rationale-by-letter: the rationale or feedback names options by their letters or numbers.

Why: options have no letters until a form is printed or a page shown, and shuffling gives each candidate others. Letters
that are not an option's (vitamin B, plan A) are left alone, as are letters beyond the item's options. A letter alone
counts where a sentence begins with it and calls it right or wrong ("B is wrong"), and the stem has none such.
Source: item-writing practice of programmes that shuffle.

Bad:
    - [x] Ask for the budget
    - [ ] Wait

    ## Rationale

    Option A comes first, since money decides.
Good:
    - [x] Ask for the budget
    - [ ] Wait

    ## Rationale

    The budget comes first, since money decides.
"""

import re
from collections.abc import Iterator

from exambank.check.first_look import holds_any
from exambank.check.language.pack import LanguagePack
from exambank.check.rule import Rule
from exambank.check.wording import OptionWords, Wording
from exambank.finding import Fault, FieldEdit, FieldFix, FieldPath, Severity, quoted
from exambank.richtext.text import RichText

LABEL = re.compile(r"(?<!\w)(?:[A-Z]|[1-9])(?!\w)")
ONE = re.compile(r"(?:[^\W\d_]+ )?(?P<label>[A-Z]|[1-9])")
LONGEST = 60  # characters of an option's text that a sentence can quote
MARKS = re.compile(r"[`*_$\[\]<\n\"“”]")


def check(words: Wording) -> Iterator[Fault]:
    """The first such name in each text."""
    pack = words.pack
    if pack is None or not words.options or not holds_any(words.notes, (*pack.option_words, *pack.verdict_words)):
        return
    for at, text in _texts(words):
        match = _first_name(text.source, words, pack)
        if match is None or not _are_options(match[0], len(words.options)) or _is_idiom(pack, text.source, match):
            continue
        yield RULE.finding(
            at=at,
            span=match.span(),
            message=f"{quoted(match[0])} names options by letter or number, which shuffling changes",
            mend="quote the option's words",
            fix=_fix(at, match, words.options),
        )


def _first_name(source: str, words: Wording, pack: LanguagePack) -> re.Match[str] | None:
    """The first words that name options so, or letters that are called right or wrong where nothing else has them."""
    lowered = source.lower()
    match = pack.letter_reference.search(source) if holds_any(lowered, pack.option_words) else None
    if match is None and holds_any(lowered, pack.verdict_words):
        verdict = pack.letter_verdict.search(source)
        is_shown = "![" in words.item.stem.source or any(len(one.text.strip(" .")) == 1 for one in words.options)
        if verdict is not None and not is_shown and LABEL.search(words.stem) is None:
            return verdict
    return match


def _texts(words: Wording) -> Iterator[tuple[FieldPath, RichText]]:
    for option in words.options:
        if option.option.feedback is not None:
            yield ("options", option.number, "feedback"), option.option.feedback
    if words.item.rationale is not None:
        yield ("rationale",), words.item.rationale


def _are_options(named: str, count: int) -> bool:
    """Whether all letters and numbers are those of options."""
    labels = LABEL.findall(named)
    return bool(labels) and all(_place(label) < count for label in labels)


def _place(label: str) -> int:
    return int(label) - 1 if label.isdigit() else ord(label) - ord("A")


def _is_idiom(pack: LanguagePack, text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rsplit(None, 1)[-1:]
    return bool(before) and pack.letter_idioms.fullmatch(before[0]) is not None


def _fix(at: FieldPath, match: re.Match[str], options: tuple[OptionWords, ...]) -> FieldFix | None:
    """The option's own words in place of the letter, where there is one letter and the words can be quoted."""
    one = ONE.fullmatch(match[0])
    if one is None:
        return None
    text = options[_place(one["label"])].option.text.source.rstrip(".")
    if len(text) > LONGEST or MARKS.search(text) is not None:
        return None
    part = str(at[-1])
    return FieldFix("quote the option", False, (part,), (FieldEdit(at, f"“{text}”", match.span()),))


RULE = Rule("KEY007", "rationale-by-letter", Severity.INFO, over=Wording, check=check, needs_language=True)
