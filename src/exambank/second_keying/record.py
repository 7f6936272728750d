"""A filled sheet against the keys: which answers agree, and what goes on record."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from exambank.finding import Finding, Place, Severity, quoted
from exambank.keys.second_keys import SECOND_KEYS_FILE, write_second_keys
from exambank.model.checked import checked
from exambank.model.second_key import SecondKey
from exambank.second_keying.agreement import UnreadableAnswerError, UntriedPatternError, agrees
from exambank.second_keying.bank import KeyedBank
from exambank.second_keying.filled import Answered, Asked, Fault, Sheet, answers_of, read_sheet
from exambank.second_keying.question import Question
from exambank.source.replace import replace_file

UNREADABLE = ("KEY012", "unreadable-sheet", Severity.ERROR)
SKIPPED = ("KEY013", "answer-not-compared", Severity.WARNING)
DIFFERS = ("KEY014", "answer-differs", Severity.ERROR)


@dataclass(slots=True)
class Compared:
    """What came of a sheet: how many items it asks, entries to record, why some do not count, and findings.

    Findings tell faults of the sheet, answers that are left out, and those that differ; none says what a key is. Where
    the sheet has a fault, nothing is compared: nobody learns of some of his answers before all of them stand.
    """

    asked: int = 0
    entries: list[SecondKey] = field(default_factory=list)
    uncounted: dict[str, str] = field(default_factory=dict)
    unanswered: int = 0
    findings: list[Finding] = field(default_factory=list)
    is_refused: bool = False


def compare(bank: KeyedBank, path: str, data: bytes, on: date) -> Compared:
    """Compares the sheet in a file with the bank, and records nothing; `path` is for the findings."""
    sheet = read_sheet(data)
    comparison = _Comparison(bank, sheet, path, on, [*sheet.faults, *_of_another(bank, sheet)])
    for asked in sheet.asked:
        comparison.look_at(asked)
    result = comparison.result
    if comparison.faults:
        result = Compared(findings=comparison.refusals(), is_refused=True)
    result.asked = len(sheet.asked)
    result.findings.sort(key=lambda one: one.order)
    return result


@dataclass(slots=True)
class _Comparison:
    """A sheet under comparison."""

    bank: KeyedBank
    sheet: Sheet
    path: str
    on: date
    faults: list[Fault]
    result: Compared = field(default_factory=Compared)

    def look_at(self, asked: Asked) -> None:
        """Takes one question of the sheet."""
        question = self.bank.question(asked.name.partition("@")[0])
        if question is None or (question.name, question.mark) != (asked.name, asked.mark):
            self._tell(SKIPPED, asked.line, _why(self.bank, asked, question), "make a new sheet for it")
            return
        found = answers_of(asked, question, self.sheet.by)
        if isinstance(found, Fault):
            self.faults.append(found)
        elif found is None:
            self.result.unanswered += 1
        else:
            self._compare(asked, question, found)

    def _compare(self, asked: Asked, question: Question, found: Answered) -> None:
        try:
            is_match = agrees(question.item, found.answers)
        except UnreadableAnswerError as error:
            self.faults.append(Fault(found.lines[error.part], error.message, error.mend))
            return
        except UntriedPatternError:
            self._tell(SKIPPED, asked.line, f"a pattern of {asked.name} cannot be tried", "let its author look at it")
            return
        name, key, text, stimulus = question.subject
        values = {"item": name, "by": self.sheet.by, "on": self.on, "match": is_match, "key": key, "text": text}
        entry, refused = checked(SecondKey, values | ({"stimulus": stimulus} if stimulus else {}))
        if entry is None:
            self.faults.append(Fault(4, f"the name is refused: {refused[0].message}", "write another behind `by:`"))
            return
        self.result.entries.append(entry)
        if not is_match:
            message = f"the answer to {name} differs from its key"
            self._tell(
                DIFFERS, asked.line, message, "let its author look at key and stem, and another person answer it"
            )
        elif reason := _not_counted(self.bank, question, entry):
            self.result.uncounted[name] = reason

    def _tell(self, code: tuple[str, str, Severity], line: int, message: str, mend: str) -> None:
        self.result.findings.append(_finding(code, self.path, line, message, mend))

    def refusals(self) -> list[Finding]:
        """The faults as findings."""
        return [_finding(UNREADABLE, self.path, fault.line, fault.message, fault.mend) for fault in self.faults]


def _finding(code: tuple[str, str, Severity], path: str, line: int, message: str, mend: str) -> Finding:
    return Finding(*code, " ".join(message.split()), mend, Place(path, line, 1, line, 2))


def _of_another(bank: KeyedBank, sheet: Sheet) -> list[Fault]:
    if not sheet.bank or sheet.bank == bank.id:
        return []
    message = f"the sheet is of the bank {quoted(sheet.bank)}, and this is {quoted(bank.id)}"
    return [Fault(3, message, "name its bank with --bank")]


def _why(bank: KeyedBank, asked: Asked, question: Question | None) -> str:
    """Why an answer is left out."""
    item_id = asked.name.partition("@")[0]
    if item_id not in bank.view.items_by_id:
        return f"no item that can be read has the id {item_id}"
    if question is None:
        return f"{item_id} cannot be shown, see `exambank check`"
    if question.name != asked.name:
        return f"the sheet asks {asked.name}, and the item is {question.name}"
    return f"{asked.name} changed since the sheet was made"


def _not_counted(bank: KeyedBank, question: Question, entry: SecondKey) -> str:
    """Why an answer that agrees is no blind match; empty where it is one."""
    if entry.reviewer == question.author:
        return f"{entry.by} wrote the item"
    before = (one for one in bank.record.by_item.get(entry.item, ()) if one.reviewer == entry.reviewer)
    return f"{entry.by} disagreed before" if any(not one.match for one in before) else ""


def record(bank: KeyedBank, entries: Iterable[SecondKey]) -> list[SecondKey]:
    """Adds entries to the bank's record, and returns those that are new.

    The same answer of the same person to the same text stays as it was first given. Nothing is ever taken away.

    Raises:
        ValueError: the record is broken.
        OSError: it cannot be written.
    """
    if bank.record.fault is not None:
        raise ValueError(bank.record.fault[1])
    known = {(entry.reviewer, entry.subject, entry.match) for entry in bank.record.entries}
    new = [entry for entry in entries if (entry.reviewer, entry.subject, entry.match) not in known]
    if new:
        text = write_second_keys([*bank.record.entries, *new])
        replace_file(bank.root / SECOND_KEYS_FILE, text.encode())
    return new
