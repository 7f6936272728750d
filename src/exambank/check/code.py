"""A code that is no rule's: what its page is made with."""

from collections.abc import Mapping

from msgspec import Struct, field

from exambank.finding import Severity


class Code(Struct, frozen=True):
    """Code, name and severity of a finding that no rule makes; it can be neither left out nor silenced."""

    code: str
    name: str
    severity: Severity
    limits: Mapping[str, float] = field(default_factory=dict)
    is_preview: bool = False
    needs_language: bool = False
