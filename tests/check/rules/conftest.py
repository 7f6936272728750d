"""Collects the case files of rules: `<family>/<rule_name>.md` holds the cases of the rule in the module of that name.

A case is a bank of a few files (four-backtick fences) and a fence `findings` with what the rule says of them, a line a
finding. A fence without `file=` is `items/case.md`; bank.yaml and blueprint.yaml are the ones below unless a case
brings its own. What is marked `accepted` is the file as it was when the keys were accepted, `deleted` takes it away
since, `base` is the file as a branch found it, `blind` are answers that were recorded to the accepted items (with
`now`, to the items as they are), `bytes` reads `\\xHH` as a byte, and `unended` leaves out the last LF. A
fence marked `fixed`, below the findings, is the item (or the picture) after its fixes.
Only findings of the rule are shown; where it is silent, the errors of others are, since they may be why (that the bank
has no lock apart). Rules in preview run.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.blind_answers import put_on_record
from tests.case_files import CaseFile, CaseTest, Fence
from tests.repository import commit
from tests.small_bank import accept_all

from exambank.check.changes import change_findings
from exambank.check.fix_files import fixed_files, stripped_pictures
from exambank.check.page import rule_page
from exambank.check.rules import PREVIEW as IN_PREVIEW
from exambank.check.rules import RULES
from exambank.check.run import check_bank
from exambank.finding import Finding, Severity

ITEM = "items/case.md"
NOT_SHOWN = {"KEY010", *IN_PREVIEW}
PREVIEW = {"preview": True}
STANDARD_FILES = {
    "bank.yaml": "format: 1\nid: cases\ntitle: Cases\nversion: 1.0.0\nlanguage: en\n",
    "blueprint.yaml": """\
title: Cases
version: 1.0.0
form: {length: 2}
domains:
  - id: planning
    title: Planning
    weight: 60
    objectives:
      - {id: planning.quota, title: Set a quota}
  - id: closing
    title: Closing
    weight: 40
    objectives:
      - {id: closing.handover, title: Hand a customer over}
""",
}


class RuleCase(CaseTest):
    """A bank, and what one rule says of it."""

    def found(self, folder: Path) -> list[tuple[Fence, str]]:
        """The findings' fence with the rule's findings."""
        fixed = [fence for fence in self.case.fences if "fixed" in fence.info]
        blind = [fence for fence in self.case.fences if "blind" in fence.info]
        *files, last = (fence for fence in self.case.fences if fence not in (*fixed, *blind))
        assert last.kind == "findings", "the last fence of a case is its findings"
        for path, text in STANDARD_FILES.items():
            put(folder / path, text.encode())
        if accepted := [fence for fence in files if "accepted" in fence.info]:
            for fence in accepted:
                put(folder / (fence.path or ITEM), fence.data)
            accept_all(folder)
        answer(folder, (fence for fence in blind if "now" not in fence.info))
        base = [fence for fence in files if "base" in fence.info]
        for fence in base:
            put(folder / (fence.path or ITEM), fence.data)
        if base:
            commit(folder)
        for fence in files:
            if "deleted" in fence.info:
                (folder / (fence.path or ITEM)).unlink()
            elif fence not in (*accepted, *base):
                put(folder / (fence.path or ITEM), fence.data)
        answer(folder, (fence for fence in blind if "now" in fence.info))
        result = check_bank(folder, use_cache=False, workers=1, asked=PREVIEW)
        changes = change_findings(folder, "HEAD", PREVIEW) if base else ()
        shown = shown_findings((*result.findings, *changes), self.path.stem.replace("_", "-"))
        found = [(last, "".join(line(finding) + "\n" for finding in shown))]
        return found + mended(folder, shown, fixed)


class RuleCases(CaseFile):
    """The case file of a rule."""

    case_test = RuleCase


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleCases | None:
    """Takes Markdown files."""
    return RuleCases.from_parent(parent, path=file_path) if file_path.suffix == ".md" else None


def answer(folder: Path, fences: Iterable[Fence]) -> None:
    """Puts the blind answers of these fences on record."""
    for fence in fences:
        put_on_record(folder, fence.text)


def put(path: Path, data: bytes) -> None:
    """Writes a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def shown_findings(findings: tuple[Finding, ...], name: str) -> list[Finding]:
    """The rule's findings, or else others' errors."""
    own = [finding for finding in findings if finding.name == name]
    return own or [f for f in findings if f.severity is Severity.ERROR and f.code not in NOT_SHOWN]


def mended(folder: Path, findings: list[Finding], fences: list[Fence]) -> list[tuple[Fence, str]]:
    """The fences that show the item after its fixes; every fix holds what it promises, and once is enough."""
    text = None
    for file in fixed_files(folder, findings, unsafe=True, asked=PREVIEW):
        assert not file.fixed.refused, "the fix would change more than it says"
        assert file.is_changed
        text = file.fixed.text
        put(folder / file.path, text.encode())
        again = [one for one in check_bank(folder, use_cache=False, workers=1, asked=PREVIEW).findings if one.fix]
        assert not {one.code for one in again if one.place.path == file.path} & {one.code for one in findings}
    for picture in stripped_pictures(folder, findings):
        assert picture.after is not None, "the fix would change more than it says"
        text = picture.after.decode("utf-8", "backslashreplace")
        put(folder / picture.path, picture.after)
        left = check_bank(folder, use_cache=False, workers=1, asked=PREVIEW).findings
        assert not {one.code for one in left if one.place.path == picture.path} & {one.code for one in findings}
    assert text is not None or not fences, "nothing was mended"
    return [(fence, text or "") for fence in fences]


def line(finding: Finding) -> str:
    """Place, code, message and mend; the severity where it is not the rule's own."""
    place = finding.place
    own = rule_page(finding.code).severity if finding.code in RULES else finding.severity
    severity = "" if finding.severity == own else f" ({finding.severity})"
    head = f"{place.path}:{place.line}:{place.column} {finding.code}{severity}"
    fix = "" if finding.fix is None else f"\n  {'fix' if finding.fix.is_safe else 'unsafe fix'}: {finding.fix.title}"
    return f"{head} {finding.message} mend: {finding.mend}{fix}"
