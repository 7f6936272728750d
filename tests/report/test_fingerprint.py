"""A finding keeps its fingerprint while lines move, and shares it with no other."""

from hypothesis import given
from msgspec.structs import replace
from tests.report.samples import EQUAL, FINDINGS, any_findings

from exambank.finding import Finding, Place
from exambank.report.fingerprint import fingerprints


@given(any_findings)
def test_all_differ(found: list[Finding]) -> None:
    assert len(set(fingerprints([*found, *found]))) == 2 * len(found)


def test_lines_do_not_count() -> None:
    moved = [replace(finding, place=Place(finding.place.path, 70, 8, 70, 9)) for finding in FINDINGS]
    assert list(fingerprints(moved)) == list(fingerprints(FINDINGS))


def test_code_path_and_message_count() -> None:
    finding = EQUAL[0]
    others = [
        finding,
        replace(finding, code="OPT002"),
        replace(finding, message="another"),
        replace(finding, place=finding.place._replace(path="bank/b.md")),
    ]
    assert len({next(fingerprints([one])) for one in others}) == len(others)


def test_a_finding_elsewhere_changes_no_other() -> None:
    """Else one new finding would show all others of its bank as new."""
    assert list(fingerprints(FINDINGS))[1:] == list(fingerprints(FINDINGS[1:]))


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    """A changed one closes and opens every alert of every bank: it takes a new name in SARIF, and a changelog line."""
    assert next(fingerprints(EQUAL)) == "974d26f8c3b71a13b8b6e37f567707c946c81c456772694dae0e84f553465cd2"
