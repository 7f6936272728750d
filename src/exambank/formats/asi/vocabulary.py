"""The names of a QTI version: those of 2.x, and those of 3.0, which are the same ones in kebab-case."""

import re
from dataclasses import dataclass
from functools import cache

from exambank.formats.imscp.flavour import Flavour

CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
TAG = re.compile(r"(</?)([a-z][A-Za-z]*)")
ATTRIBUTE = re.compile(r" ([a-z][A-Za-z]*)=")
HYPHEN = re.compile(r"-([a-z])")
PREFIX = "qti-"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A version: namespaces, where response processing templates are, and what its items may hold.

    With `has_rules_beside_template` an item may name a template and hold rules as well. QTI 2 says that the rules are
    then preferred; importers that know only templates still score. A QTI 3 player (qti-components 7.27) takes the
    template and so drops the rules that show feedback. `styles_math`: formulae come with a style sheet (`stylesheet`).
    """

    namespace: str
    schema_location: str
    templates: str
    manifest: Flavour
    is_kebab: bool
    is_html5: bool
    has_rules_beside_template: bool
    styles_math: bool

    def markup(self, two: str) -> str:
        """Markup of QTI 2 in this version's names."""
        if not self.is_kebab:
            return two
        named = TAG.sub(lambda match: match[1] + PREFIX + kebab(match[2]), two)
        return ATTRIBUTE.sub(lambda match: f" {kebab(match[1])}=", named)


@cache
def kebab(camel: str) -> str:
    """`simpleChoice` as `simple-choice`."""
    return CAPITAL.sub("-", camel).lower()


def camel(name: str) -> str:
    """A QTI 3 name (`qti-simple-choice`, `max-choices`) as QTI 2 has it; others stay."""
    return HYPHEN.sub(lambda match: match[1].upper(), name.removeprefix(PREFIX))
