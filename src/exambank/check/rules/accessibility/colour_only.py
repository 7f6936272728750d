"""ACC004 colour-only: the text points at something in a picture by its colour alone.

Why: about one man in twelve cannot tell red from green, a print may be grey, and a picture's description rarely says
colours. A second mark helps all: a letter, a pattern, a place.
Source: WCAG 2.2, success criterion 1.4.1. English words only; quiet where the item has no picture, or the thing has a
second mark: "the red line (A)", "the dashed red line", "the upper red line".

Bad:
    Which series does the red line show? ![Two lines, one rising and one falling](lines.png)

    - [x] Deals won
    - [ ] Deals lost
Good:
    Which series does the red line (A) show? ![Two lines, A rising and B falling](lines.png)

    - [x] Deals won
    - [ ] Deals lost
"""

import re
from collections.abc import Iterator

from exambank.check.expression import expression
from exambank.check.rule import Rule
from exambank.check.shown_texts import shown_texts
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.plain import inlines_of
from exambank.richtext.tree import Image

COLOUR = (
    r"(?:(?:dark|light|bright|pale)[ -])?"
    r"(?:red|green|blue|yellow|orange|purple|violet|pink|brown|gr[ae]y|black|white|cyan|magenta)"
)
SHAPE = (
    r"(?:lines?|curves?|bars?|arrows?|dots?|points?|areas?|regions?|circles?|squares?|box(?:es)?|segments?|slices?|parts?"
    r"|sections?|cells?|rows?|columns?|stars?|triangles?|rectangles?|markers?|blocks?|wedges?|bands?|zones?|nodes?|shapes?)"
)
SECOND_MARK = r"(?P<mark> ?\(\w| (?-i:[A-Z0-9])\b|,? (?:marked|labell?ed|named|on|at|above|below)\b)?"
POINTING = expression(
    rf"\b(?:the {COLOUR}(?: (?:and|or) (?:the )?{COLOUR})? {SHAPE}|the {SHAPE} in {COLOUR}"
    rf"|(?:shown|marked|drawn|highlighted|shaded|printed|circled|colou?red) in {COLOUR})\b{SECOND_MARK}",
    re.IGNORECASE,
)
COLOURS = expression(COLOUR, re.IGNORECASE)
NO_PROSE = expression(
    r"```.*?```|`[^`\n]*`|!\[[^\]]{0,500}\]\([^)]{0,500}\)|“[^”]{0,500}”|\"[^\"\n]{0,500}\"", re.DOTALL
)


def check(item: AnyItem) -> Iterator[Fault]:
    """The first such words of the item, where it shows a picture."""
    if not _is_english(item.lang):
        return
    texts = list(shown_texts(item))
    if not any("![" in text.source for _, text in texts):
        return
    shows = any(isinstance(i, Image) and i.title != "decorative" for _, text in texts for i in inlines_of(text.tree))
    for at, text in texts if shows else ():
        match = _pointing(text.source)
        if match is not None:
            yield RULE.finding(
                at=at,
                span=match.span(),
                message=f"{quoted(match[0])} points by colour alone",
                mend="give it a second mark, such as a letter in the picture, and name that",
            )
            return


def _pointing(source: str) -> re.Match[str] | None:
    if not COLOURS.search(source):
        return None
    prose = NO_PROSE.sub(lambda piece: " " * len(piece[0]), source)
    return next((match for match in POINTING.finditer(prose) if not match["mark"]), None)


def _is_english(language: str | None) -> bool:
    return language is None or language.partition("-")[0].lower() == "en"


RULE = Rule("ACC004", "colour-only", Severity.INFO, over=AnyItem, check=check, signs=("![",), is_preview=True)
