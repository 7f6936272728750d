"""`pytest --exambank` over a bank: which tests there are, what fails, and what is shown."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from tests.figures_of_candidates import write_figures
from tests.small_bank import write_small_bank

from exambank.finding import Severity
from exambank.pytest_plugin import LEVELS

pytest_plugins = ("pytester",)

OWN_CHECK = """
def test_every_item_has_a_difficulty(exambank_items):
    assert len(exambank_items) == 8
    assert all(item.difficulty is not None for item in exambank_items.values())
"""
ITEM = "bank/items/water/water-states-001.md"


@pytest.fixture(autouse=True)
def installed() -> None:
    """Skips where the package was installed before it had the plugin."""
    if not any(point.name == "exambank" for point in entry_points(group="pytest11")):
        pytest.skip("the installed exambank has no entry point for pytest; install it anew")


@pytest.fixture
def bank(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """The small bank in pytester's folder, beside a programme's own check."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(pytester.path / ".cache"))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    write_small_bank(pytester.path)
    pytester.makepyfile(test_own=OWN_CHECK)
    return pytester


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider", *arguments)


def break_item(pytester: pytest.Pytester) -> None:
    """Raw HTML in an item that is a draft."""
    path = pytester.path / ITEM
    text = path.read_text("utf-8").replace("status: approved", "status: draft")
    path.write_text(text.replace("**sea level**", "<b>sea level</b>"), "utf-8")


def test_without_the_option_a_bank_has_no_tests(bank: pytest.Pytester) -> None:
    run(bank).assert_outcomes(passed=1)


def test_every_file_of_the_bank_is_a_test_beside_the_programmes_own(bank: pytest.Pytester) -> None:
    result = run(bank, "--exambank", "-v")
    result.assert_outcomes(passed=13)  # 8 items, a stimulus, three files of the bank's own, and the programme's check
    result.stdout.fnmatch_lines([f"{ITEM}::exambank PASSED*", "bank/keys.lock::exambank PASSED*"])


def test_a_finding_fails_its_file_and_is_shown_as_check_shows_it(bank: pytest.Pytester) -> None:
    break_item(bank)
    result = run(bank, "--exambank", "bank/items")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] >= 1
    result.stdout.fnmatch_lines([f"*{ITEM}:*warning TXT001 raw-html*", "*mend: *"])
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_statistics_fail_their_item_and_are_a_test_of_their_own(bank: pytest.Pytester) -> None:
    write_figures(bank.path / "bank", ITEM.removeprefix("bank/"), r=-0.2)
    result = run(bank, "--exambank", "-v")
    result.assert_outcomes(passed=13, failed=1)
    result.stdout.fnmatch_lines([f"{ITEM}::exambank FAILED*", "bank/statistics.json::exambank PASSED*"])
    result.stdout.fnmatch_lines([f"*{ITEM}:*error LIF006 statistics-flag*"])


def test_what_lies_below_the_fail_level_is_shown_and_passes(bank: pytest.Pytester) -> None:
    break_item(bank)
    result = run(bank, "--exambank", "--exambank-fail-level", "error", ITEM)
    result.stdout.fnmatch_lines(["*exambank: below the fail level*", "*TXT001 raw-html*"])
    assert "Traceback" not in result.stdout.str()


@pytest.mark.parametrize(("chosen", "passed"), [(["-k", "water-measures"], 3), (["-m", "exambank"], 12)])
def test_tests_are_chosen_as_others_are(bank: pytest.Pytester, chosen: list[str], passed: int) -> None:
    result = run(bank, "--exambank", *chosen)
    assert result.parseoutcomes()["passed"] == passed


def test_two_workers_of_xdist_say_the_same(bank: pytest.Pytester) -> None:
    run(bank, "--exambank", "-n", "2").assert_outcomes(passed=13)


def test_a_run_without_a_bank_says_so(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    pytester.makepyfile("def test_a(): pass")
    run(pytester, "--exambank").stdout.fnmatch_lines(["*no file of a bank was collected*"])


def test_levels_are_the_severities() -> None:
    assert tuple(map(str, Severity)) == LEVELS


def test_the_plugin_costs_a_run_without_it_no_import_of_ours() -> None:
    program = "import sys, exambank.pytest_plugin\nprint(*sorted(m for m in sys.modules if m.startswith('exambank')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["exambank", "exambank.pytest_plugin"]
