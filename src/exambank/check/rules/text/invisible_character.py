"""TXT005 invisible-character: a text holds a character that nobody sees, or a space that is none.

Why: it comes along when text is pasted. A search does not find the word that it splits, an accepted answer that holds
one is never typed, and marks of direction show a line in another order than it is read in.
Source: Unicode Standard, chapters 9 and 23; Unicode TR 36 on direction. Quiet are joiners where the script or an emoji
needs them, word breaks in scripts without spaces, marks of direction beside a script from right to left, ideographic
spaces, thin spaces in numbers and before French punctuation, the no-break space, and what is written as an entity.

Bad:
    - [x] Ask for the bud\u200bget
    - [ ] Wait
Good:
    - [x] Ask for the budget
    - [ ] Wait
"""

import unicodedata
from collections.abc import Iterator

from exambank.check.expression import expression
from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields, whole_source
from exambank.finding import Fault, FieldEdit, FieldFix, FieldPath, Severity, plural
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.model.item import AnyItem

INVISIBLE = expression(
    "[\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\u3164\ufeff\uffa0"
    "\U000e0001\U000e0020-\U000e007f]"
)
SPACES = frozenset("\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
JOINED = expression(
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1c4f\ua840-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
)
UNSPACED = expression("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf]")
MONGOLIAN = expression("[\u1800-\u18af]")
RIGHT_TO_LEFT = expression(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
EAST_ASIAN = expression("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff9f\uffa1-\uffef]")
EMOJI = expression("[\u2190-\u2bff\u00a9\u00ae\u3030\u303d\u3297\u3299\ufe0f\u20e3\U0001f000-\U0001faff]")
FLAG = expression("\U0001f3f4[\U000e0020-\U000e007f]{1,8}")  # of a region: a black flag with tags behind it
DIRECTION_MARKS = str.maketrans(dict.fromkeys("\u200e\u200f\u061c", " "))
DIRECTIONS = frozenset({"L", "R", "AL", "LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})
UNSAFE = frozenset({"options", "answers", "gaps"})  # their words are the key's identity
BEFORE_FRENCH = frozenset(";:!?»›")


def check(item: AnyItem) -> Iterator[Fault]:
    """The first such character of each text, and of each accepted answer."""
    for at, text in () if whole_source(item).isascii() else text_fields(item):
        if not text.source.isascii():
            yield from _faults(at, text.source)
    if isinstance(item, ShortTextItem | ClozeItem):
        for at, answer in _answers(item):
            yield from _faults(at, answer.text)


def _answers(item: ShortTextItem | ClozeItem) -> Iterator[tuple[FieldPath, TextAnswer]]:
    if isinstance(item, ShortTextItem):
        yield from ((("answers", number), answer) for number, answer in enumerate(item.answers))
        return
    for gap in item.gaps:
        yield from ((("gaps", gap.id, "answers", number), answer) for number, answer in enumerate(gap.answers))


def _faults(at: FieldPath, source: str) -> Iterator[Fault]:
    source = FLAG.sub(lambda flag: " " * len(flag[0]), source)
    if RIGHT_TO_LEFT.search(source):
        source = source.translate(DIRECTION_MARKS)
    found = [match.start() for match in INVISIBLE.finditer(source) if not is_needed(source, match.start())]
    if found:
        character = source[found[0]]
        name = f"U+{ord(character):04X} {unicodedata.name(character, 'of no name')}"
        is_space = character in SPACES
        what = "looks like a plain space and is none" if is_space else "stands where nobody sees it"
        yield RULE.finding(
            at=at,
            span=(found[0], found[0] + 1),
            message=f"{name} {what}" + (f", and {plural(len(found) - 1, 'more such character')}" if found[1:] else ""),
            mend="write a plain space" if is_space else "delete it",
            fix=_fix(at, source, found),
        )


def _fix(at: FieldPath, source: str, found: list[int]) -> FieldFix | None:
    """All of the text's such characters mended, unless one turns the direction, which a person has to look at."""
    if any(unicodedata.bidirectional(source[place]) in DIRECTIONS for place in found):
        return None
    edits = tuple(FieldEdit(at, " " if source[place] in SPACES else "", (place, place + 1)) for place in found)
    part = str(at[0] if at[0] == "gaps" or at[-1] == "text" or len(at) == 2 else at[-1])
    return FieldFix("write plain spaces and delete what nobody sees", part not in UNSAFE, (part,), edits)


def is_needed(source: str, at: int) -> bool:
    """Whether the character at an offset does its work there."""
    character = source[at]
    before, after = source[at - 1 : at] if at else "", source[at + 1 : at + 2]
    match character:
        case "\u200c" | "\u200d":
            joins = JOINED.match(before) or JOINED.match(after)
            return bool(joins or (character == "\u200d" and EMOJI.match(before) and EMOJI.match(after)))
        case "\u200b" | "\u2060":
            return bool(UNSPACED.match(before) and UNSPACED.match(after))
        case "\u180e":
            return MONGOLIAN.match(before) is not None
        case "\u202f":
            needed = _is_in_number(before, after) or after in BEFORE_FRENCH or before in ("«", "‹")
            return needed or MONGOLIAN.match(after) is not None
        case "\u2009":
            return _is_in_number(before, after)
        case "\u3000":
            return bool(EAST_ASIAN.match(before) or EAST_ASIAN.match(after))
    return False


def _is_in_number(before: str, after: str) -> bool:
    return before.isdecimal() and (after.isalnum() or after in ("%", "‰", "°", "€", "$", "£", "Ω"))


RULE = Rule("TXT005", "invisible-character", Severity.WARNING, over=AnyItem, check=check)
