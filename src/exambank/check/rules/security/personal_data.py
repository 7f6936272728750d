"""SEC005 personal-data: a text holds what looks like somebody's e-mail address or telephone number, or a token.

Why: a scenario copied from daily work brings a customer's address or a working password before thousands of readers.
Source: RFC 2606 and RFC 6761 (names for examples); numbers that ACMA, ARCEP, Bundesnetzagentur, NANPA and Ofcom keep
for fiction. Those are quiet, as are numbers that count up and tokens of few different characters.

Bad:
    - [x] Write to jane.doe@acme-corp.com
    - [ ] Wait
Good:
    - [x] Write to jane.doe@example.com
    - [ ] Wait
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from exambank.check.first_look import holds_any
from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields, whole_source
from exambank.finding import Fault, Severity
from exambank.model.item import AnyItem

EMAIL = re.compile(r"(?<![\w.+-])(?!git@)[\w.+-]+@(?P<domain>(?:[\w-]+\.)+[a-z]{2,24})(?![\w(\[@-])", re.IGNORECASE)
EXAMPLE_DOMAIN = re.compile(r"(?:.*\.)?(?:example\.(?:com|org|net)|example|test|invalid|localhost)", re.IGNORECASE)
NUMBER = re.compile(
    r"(?<![\w.+-])(?:"
    r"\+[1-9]\d{0,2}(?:[ \u00a0.()/-]{0,2}\d){6,13}"  # with the country's code
    r"|\([2-9]\d\d\) ?[2-9]\d\d-\d{4}|[2-9]\d\d-[2-9]\d\d-\d{4}"  # North America
    r"|(?:tel|telephone|phone|fax|mobile|call|whatsapp)\b(?:[.:]{1,2} ?| (?=[(0]))\(?\d(?:[ \u00a0.()/-]{0,2}\d){6,13}"
    r")(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d[\d \u00a0.()/-]{6}")  # stands in whatever NUMBER finds
ASCII_DIGITS = re.compile(r"[0-9][0-9 .()/-]{6}")  # the same in ASCII, three times as fast
SHORTEST = 10  # digits with the country's code; fewer, as in +100 000 000, may be an amount
RESERVED = re.compile(
    r"(?:1?[2-9]\d\d)?555\d{4}"
    r"|(?:440?|0)(?:1632\d{6}|1[1-9]\d4960\d{3}|207946\d{4}|2920180\d{3}|2896496\d{3}|1914980\d{3}|7700900\d{3}"
    r"|8081570\d{3}|9098790\d{3}|3069990\d{3})"  # Ofcom
    r"|(?:490?|0)(?:3023125|6990009|4066969|2214710|8999998)\d{0,4}"  # Bundesnetzagentur
    r"|(?:330?|0)(?:19900|26191|35301|46571|53649|63998)\d{4}"  # ARCEP
    r"|(?:610?|0)(?:[2378](?:5550|7010)\d{4}|491570\d{3})"  # ACMA
)
MADE_UP = re.compile(r"12345|23456|98765|(\d)\1{5}")
TOKEN = re.compile(
    r"(?<![\w-])(?:AKIA[0-9A-Z]{16}|AIza[\w-]{35}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,}|glpat-[\w-]{20,}"
    r"|npm_[A-Za-z0-9]{36}|xox[abprs]-[A-Za-z0-9-]{10,}|[sr]k_live_[A-Za-z0-9]{16,}|sk-(?=[\w-]*\d)[\w-]{32,}"
    r"|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})(?!\w)"
    r"|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"
)
TOKEN_SIGNS = ("_", "AKIA", "AIza", "glpat-", "xox", "sk-", "eyJ", "PRIVATE KEY")  # one is in whatever TOKEN finds
DIFFERENT = 10  # characters in a token; one that is filled up with x has fewer

Found = tuple[tuple[int, int], str, str]  # offsets, what it looks like, and the mend


class Way(NamedTuple):
    """What looks for something, and a quick look that passes over nothing that it finds."""

    may_find: Callable[[str], bool]
    found: Callable[[str], Iterator[Found]]


def check(item: AnyItem) -> Iterator[Fault]:
    """Each such piece of each text; it is not repeated in the message."""
    whole = whole_source(item)
    ways = [one for one in WAYS if one.may_find(whole)]
    for at, text in text_fields(item) if ways else ():
        for way in ways:
            for span, what, mend in way.found(text.source) if way.may_find(text.source) else ():
                yield RULE.finding(at=at, span=span, message=f"this looks like {what}", mend=mend)


def may_hold_address(source: str) -> bool:
    """Whether the sign stands in the text that every address has."""
    return "@" in source


def may_hold_token(source: str) -> bool:
    """Whether a sign stands in the text that every token has."""
    return holds_any(source, TOKEN_SIGNS)


def may_hold_number(source: str) -> bool:
    """Whether digits stand in the text as in every telephone number."""
    if source.isascii():
        return ASCII_DIGITS.search(source) is not None
    return any(digit in source for digit in "0123456789") and DIGITS.search(source) is not None


def addresses(source: str) -> Iterator[Found]:
    """E-mail addresses but for those of examples."""
    for match in EMAIL.finditer(source):
        if not EXAMPLE_DOMAIN.fullmatch(match["domain"]):
            yield match.span(), "somebody's e-mail address", "write one at example.com"


def numbers(source: str) -> Iterator[Found]:
    """Telephone numbers that may be in use."""
    for match in NUMBER.finditer(source):
        if _is_in_use(match[0]):
            yield match.span(), "somebody's telephone number", "take one kept for fiction, such as 202-555-0143"


def tokens(source: str) -> Iterator[Found]:
    """Tokens and private keys."""
    for match in TOKEN.finditer(source):
        if len(set(match[0])) >= DIFFERENT and not match[0].endswith("EXAMPLE"):
            yield match.span(), "a token or private key", "withdraw it where it is in use, and write a made-up one"


WAYS = (Way(may_hold_address, addresses), Way(may_hold_number, numbers), Way(may_hold_token, tokens))


def _is_in_use(number: str) -> bool:
    digits = "".join(filter(str.isdecimal, number))
    if number.startswith("+") and len(digits) < SHORTEST:
        return False
    return not RESERVED.fullmatch(digits) and not MADE_UP.search(digits)


RULE = Rule("SEC005", "personal-data", Severity.WARNING, over=AnyItem, check=check)
