"""Findings for a reader: one output a module, this list of them, and what a writer may ask for beside the findings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import TextIO

from msgspec import Struct, field

from exambank.finding import Finding, Severity, Suppressed

WRITERS: dict[str, str] = {
    "text": "exambank.report.terminal",
    "concise": "exambank.report.concise",
    "grouped": "exambank.report.grouped",
    "json": "exambank.report.plain_json",
    "sarif": "exambank.report.sarif",
    "junit": "exambank.report.junit",
    "github": "exambank.report.github",
    "gitlab": "exambank.report.gitlab",
    "markdown": "exambank.report.markdown",
    "comment": "exambank.report.comment",
}


class RuleHelp(Struct, frozen=True):
    """A rule as a report explains it; `page` is Markdown."""

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    page: str


class Mended(Struct, frozen=True):
    """A file's text as it is, and as `--fix` and `--unsafe-fixes` would leave it, with how many findings each mends."""

    path: str
    before: str
    safely: str
    wholly: str
    safe: int
    all: int


class Settings(Struct, frozen=True):
    """What a writer may ask for: the severities that fail, the rules that ran, texts that are not on disk, by path.

    `link` is the address that paths are put behind to see the files. The rules, the coverage of the blueprint as
    Markdown and what could be mended are looked up only by a writer that shows them. `suppressed` are findings that
    count for nothing; None where they are not asked for.
    """

    failing: tuple[Severity, ...] = (Severity.ERROR, Severity.WARNING)
    rules: Callable[[], Iterable[RuleHelp]] = tuple
    texts: Mapping[str, str] = field(default_factory=dict)
    link: str = ""
    coverage: Callable[[], str] = str
    mended: Callable[[], Iterable[Mended]] = tuple
    suppressed: Sequence[Suppressed] | None = None


DEFAULTS = Settings()


def write_report(findings: list[Finding], files: int, format_: str, out: TextIO, settings: Settings = DEFAULTS) -> None:
    """Writes findings, of which so many files were looked at; only the writer that is asked for is imported."""
    import_module(WRITERS[format_]).write(findings, files, out, settings)
