"""A bank's items, parsed, for checks of a programme's own."""

from pathlib import Path

from exambank.check.bank_files import read_bank_files
from exambank.check.run import bank_facts
from exambank.model import from_syntax
from exambank.model.item import AnyItem
from exambank.source.read import read
from exambank.syntax import document


def read_items(root: Path) -> dict[str, AnyItem]:
    """Items by path, of any status; one with an error of structure is left out, as it is no item yet."""
    defaults = read_bank_files(root).defaults
    paths = [path for path, facts in bank_facts(root).items() if facts is not None and facts.kind == "item"]
    found = ((path, from_syntax.item(document.parse(read(root, path)), defaults)[0]) for path in paths)
    return {path: item for path, item in found if item is not None}
