"""STR017 placeholder-text: a text that somebody meant to write later.

Why: what is left from a template reaches candidates, since nothing else is wrong with it. Found are marks such as TODO
and ???, and options that read "Option B", "Distractor 2", or call themselves what they are: "Correct answer" where the
option is the key, "Wrong answer" and "Another incorrect" where it is not. Quiet in code, and on "Correct" or
"Incorrect" alone, unless other options are such texts.
Source: docs/rules, structure; marks that authors and editors use. On the open half of 772 labelled items a key that
reads "Correct Answer", and quizzes of "correct" and "another incorrect", were the whole of what readers found.

Bad:
    - [x] Ask for the budget
    - [ ] TODO
Good:
    - [x] Ask for the budget
    - [ ] Wait for the budget
"""

import re
from collections.abc import Iterator, Sequence

from exambank.check.first_look import holds_any
from exambank.check.rule import Rule
from exambank.check.text_fields import whole_source
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText

MARKS = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem [Ii]psum\b|\?\?\?")
NUMBER = r"(?: ?[a-h1-8])?"
OTHER = r"(?:the |an? |another |first |second |third |(?:die|eine|andere) )"
RIGHT, WRONG = "correct|right|richtige|korrekte", "incorrect|wrong|false|falsche"
NOUN = "(?:answer|option|choice|response|antwort)"
BARE = re.compile(
    rf"(?:(?:option|answer|choice|distractor|antwort|distraktor)|{OTHER}?(?P<verdict>{RIGHT}|{WRONG}) {NOUN}"
    rf"|another (?P<other>(?:in)?correct|right|wrong)){NUMBER}\.?",
    re.IGNORECASE,
)
WRONG_VERDICT = re.compile(WRONG, re.IGNORECASE)
ALONE = re.compile(rf"(?P<verdict>(?:in)?correct){NUMBER}\.?", re.IGNORECASE)
SIGNS = ("TODO", "TBD", "FIXME", "XXX", "orem", "???")  # one of these stands in whatever MARKS finds
BARE_SIGNS = ("option", "answer", "choice", "response", "distra", "antwort", "another")  # one is in what BARE matches
BARE_LENGTH = 30  # characters, white space around it included; nothing longer matches BARE or ALONE
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def check(item: AnyItem) -> Iterator[Fault]:
    """The stem, the options and the rationale, code left aside."""
    whole = whole_source(item)
    holds_marks = holds_any(whole, SIGNS)
    if holds_marks:
        yield from _marks(("stem",), item.stem)
        if item.rationale is not None:
            yield from _marks(("rationale",), item.rationale)
    if isinstance(item, OptionItem):
        yield from _options((), item.options, holds_marks=holds_marks)
    elif isinstance(item, ClozeItem):
        for gap in item.dropdowns:
            yield from _options(("gaps", gap.id), gap.options, holds_marks=holds_marks)


def _options(within: FieldPath, options: Sequence[Option], *, holds_marks: bool) -> Iterator[Fault]:
    bare = bare_options(options)
    for number, option in enumerate(options):
        at = (*within, "options", number, "text")
        if number in bare:
            yield RULE.finding(at=at, message=f"the option reads {quoted(option.text.source)}", mend="write its text")
        elif holds_marks:
            yield from _marks(at, option.text)


def bare_options(options: Sequence[Option]) -> set[int]:
    """The numbers of options that only say that they are one, or whether they are right."""
    short = [(number, one) for number, one in enumerate(options) if len(one.text.source) <= BARE_LENGTH]
    together = "\n".join([one.text.source for _, one in short]).lower()
    if not holds_any(together, BARE_SIGNS):
        return set()
    found = {number for number, one in short if _reads(BARE, one)}
    if any("orrect" in one.text.source for number, one in short if number in found):
        found |= {number for number, one in short if _reads(ALONE, one)}
    return found


def _reads(pattern: re.Pattern[str], option: Option) -> bool:
    """Whether the option reads so; what calls itself right and is wrong may be what is asked about."""
    match = pattern.fullmatch(option.text.source.strip())
    if match is None:
        return False
    verdict = next((word for word in match.groups() if word), None)
    return verdict is None or (WRONG_VERDICT.fullmatch(verdict) is None) is option.is_key


def _marks(at: FieldPath, text: RichText) -> Iterator[Fault]:
    if not any(sign in text.source for sign in SIGNS):
        return
    match = MARKS.search(CODE.sub(lambda code: " " * len(code[0]), text.source))
    if match:
        yield RULE.finding(
            at=at,
            message=f"{quoted(match[0])} stands for a text to come",
            mend="write the text",
            span=match.span(),
        )


RULE = Rule("STR017", "placeholder-text", Severity.ERROR, over=AnyItem, check=check)
