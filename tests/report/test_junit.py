"""JUnit XML that any reader takes, with a case a file."""

from hypothesis import given
from lxml import etree
from tests.report.samples import FINDINGS, any_findings, golden, written

from exambank.finding import Finding, Severity
from exambank.report import Settings, junit


def suite(findings: list[Finding], settings: Settings) -> etree._Element:
    root = etree.fromstring(written(junit, findings, settings).encode())
    assert [one.tag for one in root] == ["testsuite"]
    return root[0]


def test_the_samples(update: bool) -> None:
    text = written(junit, FINDINGS)
    assert text == golden("junit.xml", text, update=update)


def test_nothing_found_is_one_case_that_passes() -> None:
    cases = suite([], Settings())
    assert [case.get("name") for case in cases] == ["✓ no findings in 5 items"]
    assert (cases.get("tests"), cases.get("failures")) == ("1", "0")


def test_the_fail_level_decides_what_fails() -> None:
    """Counted by files: a.md has a warning and errors, b.md a note, the odd one an error, c.md a warning."""
    failures = {
        level: suite(FINDINGS, Settings(tuple(Severity)[: number + 1])).get("failures")
        for number, level in enumerate(Severity)
    }
    assert failures == {Severity.ERROR: "2", Severity.WARNING: "3", Severity.INFO: "4"}


def test_what_is_below_the_fail_level_is_output() -> None:
    case = suite(FINDINGS, Settings((Severity.ERROR,)))[0]
    failure, output = case.findtext("failure"), case.findtext("system-out")
    assert failure is not None
    assert failure.count("two options are equal") == failure.count("mend:") == 2
    assert output is not None
    assert output.splitlines() == [
        'bank/items/a.md:3:7 warning OPT001 duplicate-option raw HTML: "<b>&amp;</b>", 50% ]]> of it',
        "  mend: change one",
    ]


@given(any_findings)
def test_any_finding_is_well_formed_and_counted(found: list[Finding]) -> None:
    cases = suite(found, Settings((Severity.ERROR,)))
    assert cases.get("tests") == str(len(cases))
    assert cases.get("failures") == str(len(cases.findall("testcase/failure")))
    texts = [text for case in cases for part in case for text in (part.text or "").split("\n") if "mend:" in text]
    assert len(texts) >= len(found)
