"""What an author may silence, and what nobody may."""

import pytest

from exambank.check.suppress import is_suppressed


@pytest.mark.parametrize(
    ("code", "suppressed", "silent"),
    [
        ("TXT001", ["TXT001"], True),
        ("TXT001", ["raw-html"], True),
        ("TXT001", ["TXT002", "STR001"], False),
        ("TXT001", ["TXT"], False),
        ("TXT001", [], False),
        ("OPT001", ["OPT001"], True),
        *((code, [code, "raw-html"], False) for code in ("STR008", "SEC001", "KEY003", "LIF003")),
    ],
)
def test_a_finding_is_silenced_by_code_or_name_but_for_firm_families(
    code: str, suppressed: list[str], silent: bool
) -> None:
    assert is_suppressed(code, "raw-html", suppressed) is silent
