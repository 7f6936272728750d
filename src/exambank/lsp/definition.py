"""Go to definition, and all references of an id or an objective."""

from collections.abc import Iterable

from lsprotocol import types

from exambank.finding import Place
from exambank.lsp.bank_index import BankIndex
from exambank.lsp.gaps import other_end
from exambank.lsp.names import definitions, meant, name_at, references
from exambank.lsp.open_file import OpenFile
from exambank.source.discover import is_item_source


def definition(bank: BankIndex, file: OpenFile, position: types.Position) -> list[types.Location]:
    """Where the id under the cursor is given; of a gap its section, of a gap's section the gap."""
    end = other_end(file, *file.client.place(position)) if is_item_source(file.path) else None
    if end is not None:
        return _locations([(file, end)])
    name = name_at(file, *file.client.place(position))
    return _locations(definitions(bank, meant(bank, name))) if name else []


def all_references(
    bank: BankIndex, file: OpenFile, position: types.Position, with_definition: bool
) -> list[types.Location]:
    """Every place that names the id under the cursor."""
    name = name_at(file, *file.client.place(position))
    if name is None:
        return []
    name = meant(bank, name)
    own = _locations(definitions(bank, name)) if with_definition else []
    return own + _locations(references(bank, name))


def _locations(found: Iterable[tuple[OpenFile, Place]]) -> list[types.Location]:
    return [types.Location(file.uri, file.client.range(place)) for file, place in found]
