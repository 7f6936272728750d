"""A line a finding, whatever it says."""

from hypothesis import given
from tests.report.samples import FINDINGS, any_findings, golden, written

from exambank.finding import Finding
from exambank.report import concise


def test_the_samples(update: bool) -> None:
    text = written(concise, FINDINGS)
    assert text == golden("concise.txt", text, update=update)


def test_nothing_found() -> None:
    assert written(concise, []) == "✓ no findings in 5 items\n"


@given(any_findings)
def test_any_finding_is_one_line(found: list[Finding]) -> None:
    assert len(written(concise, found).splitlines()) == len(found) + 1
