"""What a rule is: a code, a name, a severity, and a pure function from a subject to faults."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import UnionType
from typing import Any

from msgspec import Struct, field

from exambank.finding import Fault, FieldFix, FieldPath, Severity


class Rule(Struct, frozen=True):
    """A rule over documents, items of some class, the wording of items, stimuli, or the bank (`over` says which).

    `limits` are its thresholds by name, which a bank may set otherwise; a rule that has some is called with them beside
    its subject. A preview rule runs only where it is asked for. A rule that needs a language runs on items whose
    language has a pack. `signs` are for rules over items: where none of them stands in any text of the item, the rule
    is not called, since it could find nothing. Its page is the docstring of its module; see docs/rules.
    """

    code: str
    name: str
    severity: Severity
    over: type[Any] | UnionType
    check: Callable[..., Iterable[Fault]]
    limits: Mapping[str, float] = field(default_factory=dict)
    is_preview: bool = False
    needs_language: bool = False
    signs: tuple[str, ...] = ()

    def with_limits(self, limits: Mapping[str, float]) -> Callable[[Any], Iterable[Fault]]:
        """Its check as a function of the subject alone, with the bank's limits in place of its own."""
        return partial(self.check, limits={**self.limits, **limits}) if self.limits else self.check

    def is_over(self, subject: type[Any]) -> bool:
        """Whether the rule looks at subjects of this class."""
        return issubclass(subject, self.over)

    def finding(  # noqa: PLR0913 -- all but three are rare, and named
        self,
        at: FieldPath,
        message: str,
        mend: str,
        *,
        span: tuple[int, int] | None = None,
        path: str | None = None,
        severity: Severity | None = None,
        fix: FieldFix | None = None,
    ) -> Fault:
        """A fault of this rule at a field; `path` names the file where the rule sees the whole bank.

        Words of the author's within the message may hold line separators of any kind; the message has one line.
        """
        if not message.isprintable():
            message = " ".join(message.split())
        return Fault(self.code, self.name, severity or self.severity, message, mend, at, span, path, fix)
