"""TeX into MathML, by latex2mathml, with the TeX kept beside it as `alttext`."""

import re
from functools import lru_cache
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
CHILDREN = {  # of elements that take a fixed number (MathML 3, 3.1.3.2); fewer is no valid MathML
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
}  # fmt: skip
_INNER = r"\{[+-]?[0-9A-Za-z][0-9A-Za-z .,+-]*\}"
PLAIN = re.compile(  # TeX that is sure to convert; tests/richtext/test_mathml.py holds it to that
    r"(?:[0-9A-Za-z][_^](?:[0-9A-Za-z]|" + _INNER + r")(?![_^])|[0-9A-Za-z .,+=()<>/*-]"
    r"|\\(?:times|cdot|div|le|ge|ne|approx|pi|pm)(?![A-Za-z])"
    r"|\\sqrt" + _INNER + r"|\\frac" + _INNER + _INNER + r")+"
)
UNKNOWN = re.compile(r"<m[io]>(\\[A-Za-z]+)</m[io]>")


class TexError(ValueError):
    """The TeX has no MathML; the message says why."""


def is_plain(tex: str) -> bool:
    """Whether the TeX is so simple that it converts: numbers, letters, arithmetic, fractions, roots, indices."""
    return not tex.isspace() and PLAIN.fullmatch(tex) is not None


@lru_cache(maxsize=4096)
def mathml(tex: str, block: bool) -> str:
    """The `<math>` element, without an annotation: a player showed that as text.

    Raises:
        TexError: the TeX is broken, or holds a command that latex2mathml does not know.
    """
    from latex2mathml.converter import convert

    bare = re.sub(r"\\.", "", tex)
    if bare.count("{") != bare.count("}"):
        raise TexError(f"{bare.count('{')} opening and {bare.count('}')} closing braces")
    try:
        element = convert(tex, display="block" if block else "inline")
        tree = ElementTree.fromstring(element)  # noqa: S314 - our own converter's output, to be sure that it is XML
    except (Exception, RecursionError) as error:  # latex2mathml raises many kinds, some of them bare
        raise TexError(str(error) or type(error).__name__) from error
    for one in tree.iter():
        name = one.tag.rpartition("}")[2]
        if len(one) != CHILDREN.get(name, len(one)):
            raise TexError(f"an argument is missing: <{name}> has {len(one)} of {CHILDREN[name]} parts")
    unknown = UNKNOWN.search(element)
    if unknown is not None:
        raise TexError(f"unknown command {unknown[1]}")
    from exambank.richtext.xhtml import attribute

    start = element.index(">")
    return f'{element[:start]} alttext="{attribute(tex)}"{element[start:]}'
