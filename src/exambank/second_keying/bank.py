"""The bank as second keying sees it: its items as questions, and who answered them."""

from dataclasses import dataclass, field
from pathlib import Path

from exambank.check.bank_files import BankFiles, read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rules.key.second_key_missing import RULE as SECOND_KEY_MISSING
from exambank.check.run import bank_facts
from exambank.keys.second_keys import SecondKeys, standing
from exambank.model import from_syntax
from exambank.model.base import APPROVED
from exambank.model.item import AnyItem
from exambank.model.second_key import folded_name
from exambank.model.stimulus import Stimulus
from exambank.second_keying.question import Question, question
from exambank.source.read import read
from exambank.syntax import document

KEYED = APPROVED | {"review", "key-verified"}  # a draft still changes, and what is out of use needs no answer


@dataclass(slots=True)
class KeyedBank:
    """A bank's settings, facts and blind answers; `question` reads an item anew."""

    root: Path
    files: BankFiles
    view: BankView
    stimuli: dict[str, tuple[Stimulus, str] | None] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The bank's id; empty where bank.yaml cannot be read."""
        return self.files.bank.id if self.files.bank is not None else ""

    @property
    def record(self) -> SecondKeys:
        """The blind answers on record."""
        return self.view.second_keys

    @property
    def matches(self) -> float:
        """How many matches the house wants: KEY009's limit, or its own."""
        limits = self.files.selection.settings.limits
        own = limits.get("second-key-missing") or limits.get("KEY009") or {}
        return own.get("matches", SECOND_KEY_MISSING.limits["matches"])

    def question(self, item_id: str) -> Question | None:
        """What the item with this id asks; None where there is no such item, or several, or it cannot be read."""
        found = self.view.items_by_id.get(item_id, ())
        item = _item(self.root, found[0], self.files) if len(found) == 1 else None
        if item is None:
            return None
        stimulus, path = self._stimulus(item.stimulus) or (None, "")
        if item.stimulus is not None and stimulus is None:
            return None
        try:
            return question(self.root, item, found[0].path, stimulus, path)
        except RecursionError:
            return None

    def _stimulus(self, name: str | None) -> tuple[Stimulus, str] | None:
        if name is None:
            return None
        if name not in self.stimuli:
            facts = next((one for one in self.view.by_id.get(name, ()) if one.kind == "stimulus"), None)
            parsed = document.parse(read(self.root, facts.path)) if facts is not None else None
            found = from_syntax.stimulus(parsed)[0] if parsed is not None and parsed.body is not None else None
            self.stimuli[name] = (found, facts.path) if found is not None and facts is not None else None
        return self.stimuli[name]


def keyed_bank(root: Path) -> KeyedBank:
    """The bank at `root`."""
    files = read_bank_files(root)
    return KeyedBank(root, files, bank_view(files, (), bank_facts(root)))


def _item(root: Path, facts: Facts, files: BankFiles) -> AnyItem | None:
    parsed = document.parse(read(root, facts.path))
    if parsed.body is None or parsed.kind == "stimulus":
        return None
    return from_syntax.item(parsed, files.defaults)[0]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose questions make a sheet, and how many items are left out of it, by reason."""

    questions: tuple[Question, ...]
    left_out: dict[str, int]


def wanted(bank: KeyedBank, by: str) -> Wanted:
    """The items that a reviewer can help: in review or past it, not his own, nor known to him, and without a match."""
    found: list[Question] = []
    left_out: dict[str, int] = {}
    for facts in bank.view.items:
        if facts.status not in KEYED:
            continue
        one = bank.question(facts.id)
        reason = "cannot be shown, see `exambank check`" if one is None else _reason(bank, one, folded_name(by))
        if one is not None and not reason:
            found.append(one)
        else:
            left_out[reason] = left_out.get(reason, 0) + 1
    return Wanted(tuple(found), left_out)


def _reason(bank: KeyedBank, one: Question, who: str) -> str:
    """Why an item is not for this reviewer; empty where it is."""
    if one.author == who:
        return "written by the reviewer"
    entries = bank.record.by_item.get(one.name, ())
    if any(entry.reviewer == who and (entry.subject == one.subject or not entry.match) for entry in entries):
        return "answered by the reviewer before"
    return "matched already" if standing(entries, one.subject, one.author).suffices(bank.matches) else ""
