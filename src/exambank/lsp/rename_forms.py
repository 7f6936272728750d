"""What a new id asks of the forms that pin the item or stimulus: the new id in their pins, where no digest changes.

An item's digest holds the id of its stimulus, so that a form pins other digests once a stimulus is renamed; such a form
stays as it is, and is told of. Retired forms keep the ids that the bank had when they were made from it.
"""

from collections.abc import Collection, Iterable, Iterator

from lsprotocol import types

from exambank.check.bank_files import FORMS_FOLDER
from exambank.lsp.bank_index import BankIndex
from exambank.lsp.names import ITEM, Name
from exambank.lsp.open_file import OpenFile
from exambank.model.checked import checked
from exambank.model.form import Form


class UnreadFormError(Exception):
    """A form that holds the id and cannot be read; its path."""


def form_edits(
    bank: BankIndex, name: Name, new: str, changed: Collection[str]
) -> tuple[dict[str, list[types.TextEdit]], list[str]]:
    """Edits by address, and the paths of forms that are left, since they pin items whose digest is `changed`.

    Raises:
        UnreadFormError: a form may name the id.
    """
    edits: dict[str, list[types.TextEdit]] = {}
    left: list[str] = []
    for file, form in _live_forms(bank, name):
        field, pins = ("items", form.items) if name.kind == ITEM else ("stimuli", form.stimuli)
        if any(pin.name in changed for pin in form.items):
            left.append(file.path)
            continue
        found = [
            types.TextEdit(file.client.range(file.yaml.places[field, number, "id"]), f"{new}@{pin.version}")
            for number, pin in enumerate(pins)
            if pin.name == name.text
        ]
        if found:
            edits[file.uri] = found
    return edits, left


def left_note(left: Iterable[str]) -> str | None:
    """What is to be done about forms that are left as they are; None where there is none."""
    paths = sorted(left)
    if not paths:
        return None
    are, pin = ("is", "it pins") if len(paths) == 1 else ("are", "they pin")
    return (
        f"{', '.join(paths)} {are} left as before, since digests of items that {pin} change with the stimulus' id: "
        "assemble anew, or retire"
    )


def _live_forms(bank: BankIndex, name: Name) -> Iterator[tuple[OpenFile, Form]]:
    """The forms in use that hold the id's letters somewhere."""
    paths = {stamp.path for stamp in bank.snapshot.stamps} | bank.open.keys()
    for path in sorted(paths):
        folder, _, own = path.rpartition("/")
        if folder != FORMS_FOLDER or not own.endswith((".yaml", ".yml")):
            continue
        file = bank.file(path)
        if name.text not in file.text:
            continue
        form = checked(Form, file.yaml.values)[0] if file.yaml.fault is None and "\r" not in file.text else None
        if form is None:
            raise UnreadFormError(path)
        if not form.is_retired:
            yield file, form
