"""A small bank with files open, as the server holds them."""

from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from tests.small_bank import write_small_bank

from exambank.lsp.bank_index import BankIndex, CacheFilling, read_bank, uri_of
from exambank.lsp.open_file import OpenFile, examined_file
from exambank.lsp.positions import LINE_END, UTF16, ClientText

STATES = "items/water/water-states-001.md"
MEASURES = "items/water/water-measures-001.md"
ON_STIMULUS = "items/water/water-measures-003.md"
STIMULUS = "stimuli/bath-log.md"


CHECKS = "check: {select: [STR, OPT001, ACC001, SUP, BNK, LIF003], limits: {BNK006: {depth: 1}}}\n"  # no new rules


@dataclass
class Desk:
    """The bank's index, and what a test does with it."""

    bank: BankIndex

    def open(self, path: str, text: str | None = None, encoding: str = UTF16) -> OpenFile:
        """Opens a file, with another text than on disk where one is given."""
        if text is None:
            text = (self.bank.root / path).read_text("utf-8")
        uri = uri_of(self.bank.root, path)
        file = self.bank.open[path] = examined_file(OpenFile(uri, path, text, encoding), self.bank.snapshot.setting)
        return file

    def change(self, path: str, old: str, new: str) -> OpenFile:
        """Opens a file with one stretch of its text replaced."""
        text = (self.bank.root / path).read_text("utf-8")
        assert old in text
        return self.open(path, text.replace(old, new, 1))

    def write(self, path: str, text: str) -> None:
        """Writes a file of the bank, and reads the bank anew."""
        (self.bank.root / path).write_text(text, "utf-8", newline="\n")
        self.bank.snapshot = read_bank(self.bank.root, CacheFilling())


def write_bank(folder: Path) -> Path:
    """Writes the small bank, which asks for some rules only."""
    root = write_small_bank(folder)
    settings = (root / "bank.yaml").read_text("utf-8").splitlines(keepends=True)
    others = [line for line in settings if not line.startswith("check:")]
    (root / "bank.yaml").write_text("".join([*others, CHECKS]), "utf-8", newline="\n")
    return root


def desk(folder: Path) -> Desk:
    """A desk with the small bank, nothing open."""
    return Desk(BankIndex(read_bank(write_bank(folder), CacheFilling())))


def at(file: OpenFile, words: str, offset: int = 0) -> types.Position:
    """The position `offset` characters into the first occurrence of some words."""
    index = file.text.index(words) + offset
    before = file.text[:index].split("\n")
    return types.Position(len(before) - 1, file.client.units(before[-1]))


def shown(text: ClientText, where: types.Range) -> str:
    """What stands in a range."""
    begin, end = (_offset(text, position) for position in (where.start, where.end))
    return text.text[begin:end]


def edited(text: ClientText, edits: list[types.TextEdit]) -> str:
    """The text after all edits, as a client applies them: by the old text's positions."""
    result = text.text
    for edit in sorted(edits, key=lambda edit: _offset(text, edit.range.start), reverse=True):
        result = result[: _offset(text, edit.range.start)] + edit.new_text + result[_offset(text, edit.range.end) :]
    return result


def _offset(text: ClientText, position: types.Position) -> int:
    starts = [0, *(match.end() for match in LINE_END.finditer(text.text))]
    return starts[position.line] + len(text.before(position))
