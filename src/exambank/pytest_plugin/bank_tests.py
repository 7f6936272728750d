"""The tests that `pytest --exambank` collects, and what it says of them at the end."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from exambank.finding import Severity
from exambank.pytest_plugin.checked_bank import CheckedBank, findings_text
from exambank.source.discover import BANK_FILE

NAME = "exambank"
LESSER = "exambank: below the fail level"
NO_BANK = "exambank: no file of a bank was collected; name the folder, as in `pytest --exambank bank tests`"


class BankTests:
    """What the option adds to a session; each bank is checked once, by xdist's controller for all its workers."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.banks: dict[Path, CheckedBank] = {}
        self.roots: dict[Path, Path | None] = {}
        self.has_tests = False

    def bank_of(self, path: Path) -> CheckedBank | None:
        """The bank whose folder is the nearest above a path."""
        root = self._root(path.parent)
        return self.banks.setdefault(root, CheckedBank(root)) if root is not None else None

    def _root(self, folder: Path) -> Path | None:
        if folder not in self.roots:
            is_bank = (folder / BANK_FILE).is_file()
            above = self._root(folder.parent) if folder != folder.parent else None
            self.roots[folder] = folder if is_bank else above
        return self.roots[folder]

    @pytest.hookimpl(tryfirst=True)
    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Goes into folders of items whatever they are called: pytest passes over `build` and the like."""
        bank = self.bank_of(collection_path)
        if bank is None or self.config.getoption("ignore") or self.config.getoption("ignore_glob"):
            return None
        return False if collection_path.relative_to(bank.root).as_posix() in bank.folders else None

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """A file of a bank."""
        bank = self.bank_of(file_path)
        if bank is None or file_path.relative_to(bank.root).as_posix() not in bank.files:
            return None
        self.has_tests = True
        collector: BankFile = BankFile.from_parent(parent, path=file_path)
        collector.bank = bank
        return collector

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Checks the banks before workers begin, so that each finds all of it in the cache."""
        files = [self.config.rootpath / name.removesuffix(f"::{NAME}") for name in ids if name.endswith(f"::{NAME}")]
        self.has_tests = self.has_tests or bool(files)
        for bank in {bank.root: bank for file in files if (bank := self.bank_of(file)) is not None}.values():
            _ = bank.findings

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Adds what is found below the fail level."""
        report = yield
        if call.when == "call" and isinstance(item, BankFileTest) and item.lesser:
            report.sections.append((LESSER, item.lesser))
        return report

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Shows what is found in tests that pass; those that fail have shown it already."""
        reports: list[pytest.TestReport] = terminalreporter.getreports("passed")
        texts = [text for report in reports for name, text in report.sections if name == LESSER]
        if texts:
            terminalreporter.section(LESSER)
            terminalreporter.write("\n\n".join(texts) + "\n")
        if not self.has_tests:
            terminalreporter.write_line(NO_BANK, yellow=True)


class BankFile(pytest.File):
    """An item, a stimulus or one of the bank's own files."""

    bank: CheckedBank

    def collect(self) -> Iterator["BankFileTest"]:
        """Its one test."""
        test: BankFileTest = BankFileTest.from_parent(self, name=NAME)
        test.bank = self.bank
        yield test


class BankFileTest(pytest.Item):
    """Fails where the file has findings at or above the fail level."""

    bank: CheckedBank
    lesser = ""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.add_marker(NAME)

    def runtest(self) -> None:
        """Looks the file's findings up."""
        bank = self.bank
        start = self.config.invocation_params.dir
        found = bank.findings.get(self.path.relative_to(bank.root).as_posix(), [])
        severities = list(Severity)
        failing = severities[: severities.index(self.config.getoption("--exambank-fail-level")) + 1]
        self.lesser = findings_text([one for one in found if one.severity not in failing], bank.root, start)
        grave = [one for one in found if one.severity in failing]
        if grave:
            pytest.fail(findings_text(grave, bank.root, start), pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, and what its test is called."""
        return self.path, None, NAME
