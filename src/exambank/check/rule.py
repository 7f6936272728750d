"""What a rule is: a code, a name, a severity, and a pure function from a subject to faults."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any

from exambank.finding import Fault, FieldPath, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over documents, items of some class, stimuli, or the bank (`over` says which).

    Its page is the docstring of its module; see docs/rules.
    """

    code: str
    name: str
    severity: Severity
    over: type[Any] | UnionType
    check: Callable[[Any], Iterator[Fault]]

    def is_over(self, subject: type[Any]) -> bool:
        """Whether the rule looks at subjects of this class."""
        return issubclass(subject, self.over)

    def finding(
        self,
        at: FieldPath,
        message: str,
        mend: str,
        *,
        span: tuple[int, int] | None = None,
        path: str | None = None,
        severity: Severity | None = None,
    ) -> Fault:
        """A fault of this rule at a field; `path` names the file where the rule sees the whole bank.

        Words of the author's within the message may hold line separators of any kind; the message has one line.
        """
        if not message.isprintable():
            message = " ".join(message.split())
        return Fault(self.code, self.name, severity or self.severity, message, mend, at, span, path)
