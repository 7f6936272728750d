"""Two lines a finding below its file, whatever it says."""

from hypothesis import given
from tests.report.samples import FINDINGS, any_findings, golden, written

from exambank.finding import Finding
from exambank.report import grouped


def test_the_samples(update: bool) -> None:
    text = written(grouped, FINDINGS)
    assert text == golden("grouped.txt", text, update=update)


def test_nothing_found() -> None:
    assert written(grouped, []) == "✓ no findings in 5 items\n"


@given(any_findings)
def test_any_finding_is_two_lines_below_its_file(found: list[Finding]) -> None:
    files = len({finding.place.path for finding in found})
    assert len(written(grouped, found).splitlines()) == 2 * len(found) + 2 * files + 1
