r"""SEC001 key-in-name: the name of a picture or the target of a link tells the key.

Why: a target stands in every package as it is, and a file's name wherever the Markdown is shown or taken over by hand:
`correct.png` is the key, and so is the one option whose picture is not called like those of all distractors. Packages
of exambank give pictures neutral names, which is no reason to rely on it. A gap's name is in packages too, so it is not
what goes into the gap. Ids are looked at by STR005.
Source: leak paths of public banks, docs/security.md. "key" counts as a word part on its own, not in keyboard or
primary-key; a word that the name in every option has tells nothing.

Bad:
    - [x] ![Five bands](funnel-correct.png)
    - [ ] ![One band](tunnel.png)
Good:
    - [x] ![Five bands](funnel.png)
    - [ ] ![One band](tunnel.png)
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from exambank.check.expression import expression
from exambank.check.pictures import file_name, pictures
from exambank.check.rule import Rule
from exambank.check.shown_texts import shown_texts
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem, gap_span
from exambank.model.item import AnyItem
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import HtmlBlock, InlineHtml, Link

TELLING = frozenset({"correct", "incorrect", "answer", "answers", "key", "keys"})
SIGNS = expression(r"correct|answer|key|%", re.IGNORECASE)
WORD = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
OTHER_KEYS = expression(  # where a key is no right answer: in data, cryptography, music, selling, on a keyboard
    r"(?:primary|foreign|candidate|composite|surrogate|natural|partition|sort|public|private|secret|shared|session|api"
    r"|ssh|gpg|pgp|encryption|access|host|car|house|door|room|piano|minor|major|low|turn|arrow|enter|escape|shift"
    r"|control|delete|function|hot|short|pass)[-_ ]?keys?|keys?[-_ ]?(?:account|accounts|value|pair|frame|frames|pad"
    r"|note|word|words|signature|hole|stone|stroke|ring|board|exchange|vault|metric|metrics|figures|performance|message)",
    re.IGNORECASE,
)
ATTRIBUTE = expression(
    r"\b(?:id|class|name|for|value|src|href|alt|data-[\w-]{1,40})\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))",
    re.IGNORECASE,
)
COUNTER = expression(r"[-_ ]{0,3}(?:\d+|(?<![^\W\d_])[a-zA-Z])$")  # what tells pictures of one series apart


def check(item: AnyItem) -> Iterator[Fault]:
    """Telling words in names of stem, options and hint; gaps named for their key; then pictures of two series."""
    for at, text in shown_texts(item):
        for kind, name, span in _names(text) if "](" in text.source or "<" in text.source else ():
            told = telling_words(name)
            if told and isinstance(item, OptionItem) and at[0] == "options":
                told -= _words_in_all(item)
            if told:
                yield RULE.finding(
                    at=at,
                    span=span,
                    message=f"{kind} has the word {quoted(min(told))}, and candidates may see it",
                    mend="give it a name that says what it shows, or a number",
                )
    if isinstance(item, ClozeItem):
        yield from _telling_gaps(item)
    if isinstance(item, OptionItem) and all("![" in option.text.source for option in item.options):
        yield from _odd_name(item)


def _telling_gaps(item: ClozeItem) -> Iterator[Fault]:
    """Gaps whose name is what goes into them: packages have it."""
    for gap in item.gaps:
        name = gap.id.split("-")[1:]
        rights = [*(option.text.plain for option in gap.keys), *(one.text for one in gap.answers if not one.is_pattern)]
        told = next((text for text in rights if _slug(text) and _holds(name, _slug(text))), None)
        if told is not None:
            yield RULE.finding(
                at=("stem",),
                span=gap_span(item.stem, gap.id),
                message=f"the name of the gap `#{gap.id}` tells what goes into it, and candidates may see it",
                mend="give the gap a name that says where it stands, or a letter",
            )


def _slug(text: str) -> list[str]:
    """The words of a text as a name would have them."""
    return re.findall(r"[a-z0-9]+", text.lower())


def _holds(name: list[str], words: list[str]) -> bool:
    """Whether the words stand in a name; a letter or digit alone may number the gaps."""
    if len("".join(words)) < 2:
        return False
    return any(name[at : at + len(words)] == words for at in range(len(name)))


def telling_words(name: str) -> frozenset[str]:
    """The words of a name, lower-cased, that tell what is right."""
    if not SIGNS.search(name):
        return frozenset()
    return TELLING.intersection(word.lower() for word in WORD.findall(OTHER_KEYS.sub(" ", unquote(name))))


def _names(text: RichText) -> Iterator[tuple[str, str, tuple[int, int] | None]]:
    source = text.source
    if not SIGNS.search(source):
        return
    for image, span in pictures(text):
        yield "the name of the picture", file_name(image.source), span
    for inline in inlines_of(text.tree):
        if isinstance(inline, Link):
            yield "the target of the link", _within(inline.target), _span(source, inline.target)
        elif isinstance(inline, InlineHtml):
            yield "an attribute of the HTML tag", _attributes(inline.html), _span(source, inline.html)
    for block in blocks_of(text.tree):
        if isinstance(block, HtmlBlock):
            yield "an attribute of the HTML", _attributes(block.html), _span(source, block.html.strip())


def _within(target: str) -> str:
    """The target of a link less its host, and less the mere name of a parameter."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    return f"{parts.path} {re.sub(r'(^|&)key=', '', parts.query)} {parts.fragment}"


def _attributes(html: str) -> str:
    return " ".join("".join(values) for values in ATTRIBUTE.findall(html))


def _span(source: str, words: str) -> tuple[int, int] | None:
    at = source.find(words)
    return (at, at + len(words)) if at >= 0 else None


def _words_in_all(item: OptionItem) -> frozenset[str]:
    each = [
        frozenset[str]().union(*(telling_words(name) for _, name, _ in _names(option.text))) for option in item.options
    ]
    return frozenset.intersection(*each)


def _odd_name(item: OptionItem) -> Iterator[Fault]:
    """The keys, where the pictures of all distractors (two or more) are of one series, and no key's is."""
    series = {number: _series(option) for number, option in enumerate(item.options)}
    others = [series[number] for number, option in enumerate(item.options) if not option.is_key]
    if len(others) < 2 or len(set(others)) > 1:
        return
    keys = [number for number, option in enumerate(item.options) if option.is_key]
    if any(series[number] == others[0] for number in keys):
        return
    for number in keys:
        at: FieldPath = ("options", number, "text")
        yield RULE.finding(
            at=at,
            message="by their names the pictures of the other options are one series, and this one is not of it",
            mend="name the pictures of all options in one series",
        )


def _series(option: Option) -> tuple[str, ...]:
    return tuple(
        f"{image.source.rpartition('/')[0]}/{COUNTER.sub('', file_name(image.source).rpartition('.')[0])}"
        for image, _ in pictures(option.text)
    )


RULE = Rule("SEC001", "key-in-name", Severity.ERROR, over=AnyItem, check=check, signs=("](", "<"))
