"""What a build is asked for, and what it gives back."""

from dataclasses import dataclass, field
from pathlib import Path

from exambank.building.language import Untranslated
from exambank.check.state import CheckResult
from exambank.export.loss import Loss
from exambank.finding import Finding
from exambank.formats.contract import Audience
from exambank.model.base import APPROVED


@dataclass(frozen=True, slots=True)
class Order:
    """The bank, the folder for packages, the targets, and for whom; items of other statuses are left out.

    With `is_strict` a loss of content stops the build. `lang` asks for packages in that language: what is not there
    in it stops the build, or is left out where the order `leaves_out`. Without it no translation is built.
    """

    root: Path
    out: Path
    targets: tuple[str, ...]
    audience: Audience = Audience.INSTRUCTOR
    is_strict: bool = False
    statuses: frozenset[str] = APPROVED
    workers: int | None = None
    use_cache: bool = True
    lang: str | None = None
    leaves_out: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """A file that was built: its name, target, size in bytes, SHA-256, and the items it holds."""

    name: str
    target: str
    size: int
    sha256: str
    items: int


@dataclass(slots=True)
class Built:
    """What came of an order: packages (none if it was stopped), losses, findings that stopped it, items left out.

    `untranslated` are items that are not there in the language, `translations` count those of the bank by language.
    `check` is what the check before it found; an error there stops the build.
    """

    check: CheckResult | None = None
    packages: tuple[Package, ...] = ()
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
    items: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    untranslated: tuple[Untranslated, ...] = ()
    translations: dict[str, int] = field(default_factory=dict)
