"""LNG004 ambiguous-form: a date, a decimal sign or a spelling that reads one way here and another there.

Why: 03/04/2026 is in March to some candidates and in April to others; 2,5 beside 2.5 is two and a half, or a list. One
item found with both a British and an American spelling shows that nobody has settled which it is. Dates are found whose
day and month could change places; signs where both are used for decimals, pairs in brackets aside. Quiet on code,
formulae and quotations. What one item spells otherwise than the next is not compared.
Source: W3C internationalization, dates and numbers; docs/rules.

Bad:
    The offer of 03/04/2026 holds for a month. When does it end?

    - [x] In May
    - [ ] In June
Good:
    The offer of 3 April 2026 holds for a month. When does it end?

    - [x] In May
    - [ ] In June
"""

import re
from collections.abc import Iterator

from exambank.check.language.usage_words import usage_for
from exambank.check.rule import Rule
from exambank.check.wording import Wording, span_of, unquoted
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.richtext.text import RichText

DATE = re.compile(r"(?<![\w/.-])(?P<first>0?[1-9]|1[0-2])/(?P<second>0?[1-9]|1[0-2])/(?:\d{4}|\d{2})(?![\w/])")
SIGN = re.compile(r"[0-9][.,][0-9]")
DECIMAL = re.compile(r"(?<![\w.,(\[;/-])\d+(?P<sign>[.,])\d{1,2}(?![\w)\];/]|[.,]\d)")


def check(words: Wording) -> Iterator[Fault]:
    """The first form of each kind; a date before signs, signs before spellings."""
    whole = "\n".join([words.stem, *[option.text for option in words.options]])
    texts = list(_texts(words))
    found = _date(texts) if whole.count("/") > 1 else None
    if found is None and SIGN.search(whole):
        found = _signs(texts)
    found = found or _spellings(words, texts)
    if found is not None:
        at, text, said, message, mend = found
        yield RULE.finding(at=at, span=span_of(text, said), message=message, mend=mend)


Texts = list[tuple[FieldPath, RichText, str]]
Found = tuple[FieldPath, RichText, str, str, str] | None  # where, the field's text, the words there, message and mend


def _texts(words: Wording) -> Iterator[tuple[FieldPath, RichText, str]]:
    yield ("stem",), words.item.stem, words.stem
    for option in words.options:
        yield ("options", option.number, "text"), option.option.text, option.text


def _date(texts: Texts) -> Found:
    for at, text, said in texts:
        for match in DATE.finditer(unquoted(said)):
            if int(match["first"]) != int(match["second"]):
                message = f"{quoted(match[0])} is two dates, by which comes first, day or month"
                return at, text, match[0], message, "write the month's name, or the year first, as in 2026-04-03"
    return None


def _signs(texts: Texts) -> Found:
    first = None
    for at, text, said in texts:
        for match in DECIMAL.finditer(unquoted(said)):
            if first is None:
                first = match
            elif match["sign"] != first["sign"]:
                message = f"decimals have two signs: {quoted(first[0])} and {quoted(match[0])}"
                return at, text, match[0], message, "use one of them throughout"
    return None


def _spellings(words: Wording, texts: Texts) -> Found:
    usage = usage_for(words.pack)
    if usage is None or usage.spellings is None or words.vocabulary.isdisjoint(usage.spellings[0]):
        return None
    ours, theirs = (words.vocabulary & spelling for spelling in usage.spellings)
    if not ours or not theirs:
        return None
    pair = min(ours), min(theirs)
    for at, text, said in texts:
        for word in pair:
            if match := re.search(rf"(?<!\w){word}(?!\w)", said, re.IGNORECASE):
                message = f"{quoted(pair[0])} and {quoted(pair[1])} are spelt in two countries' ways"
                return at, text, match[0], message, "spell both in one way"
    return None


RULE = Rule("LNG004", "ambiguous-form", Severity.INFO, over=Wording, check=check, is_preview=True)
