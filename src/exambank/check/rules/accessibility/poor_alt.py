"""ACC002 poor-alt: a picture's alternative text says nothing of what the picture shows, or far too much.

Why: who cannot see the picture hears the name of a file, or the word "image", and cannot answer. A text of over 250
characters is read out in one go, and cannot be paused or gone through again word by word.
Source: WCAG 2.2, success criterion 1.1.1 and its failure F30; the limit is this project's own.

Bad:
    - [x] ![funnel.png](funnel.png)
    - [ ] None of them
Good:
    - [x] ![A funnel of five stages](funnel.png)
    - [ ] None of them
"""

import re
from collections.abc import Iterator

from exambank.check.pictures import file_name, pictures
from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.tree import Image

LENGTH = 250  # characters; more belongs into the text beside the picture
EMPTY_WORDS = re.compile(
    r"(?:an? |the |this )?(?:alt(?:ernative)?(?: text)?|chart|diagram|drawing|figure|fig\.?|graph|graphic|icon|image"
    r"|img|illustration|photo|photograph|pic|picture|screen ?shot|screen capture)(?: of)?(?:[ _-]?\d{1,4})?[.:]?",
    re.IGNORECASE,
)
FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)|(?:img|dsc[nf]?|pxl|scan)[_-]?\d{3,}\S*", re.IGNORECASE
)
NAME_MARKS = re.compile(r"\S*_\S*|\S*-\S*-\S*")  # a word that no author writes for a reader


def check(item: AnyItem) -> Iterator[Fault]:
    """Each picture whose words are a file's name, the name of a kind of picture, or too many."""
    for at, text in text_fields(item):
        for image, span in pictures(text) if "![" in text.source else ():
            fault = "" if image.title == "decorative" else _fault(image)
            if fault:
                yield RULE.finding(
                    at=at,
                    span=span,
                    message=f"the alternative text {fault}",
                    mend="say in a sentence what the picture shows that the question needs",
                )


def _fault(image: Image) -> str:
    words = image.alternative.strip()
    if len(words) > LENGTH:
        return f"has {len(words)} characters, more than {LENGTH}"
    if EMPTY_WORDS.fullmatch(words):
        return f"{quoted(words)} names a kind of picture, not what this one shows"
    if FILE_NAME.fullmatch(words) or words == file_name(image.source) or _is_stem_of(words, image.source):
        return f"{quoted(words)} is the name of a file"
    return ""


def _is_stem_of(words: str, path: str) -> bool:
    return words == file_name(path).rpartition(".")[0] and NAME_MARKS.fullmatch(words) is not None


RULE = Rule("ACC002", "poor-alt", Severity.WARNING, over=AnyItem, check=check, signs=("![",))
