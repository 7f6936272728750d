"""The flaws that readers label, in the words of handbooks, and the rules that look for them (`flaws.toml`)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("flaws.toml")


@dataclass(frozen=True, slots=True)
class Flaw:
    """A label: what it means, what counts, what does not, and the code of the rule that it is the truth of."""

    label: str
    code: str
    meaning: str
    counts: str
    spared: str


def read_flaws() -> tuple[Flaw, ...]:
    """The flaws of the file, in its order."""
    tables = tomllib.loads(FILE.read_text("utf-8"))
    return tuple(
        Flaw(label, table["code"], table["meaning"], table["counts"], table["not"]) for label, table in tables.items()
    )


FLAWS = read_flaws()
CODES = {flaw.code: flaw.label for flaw in FLAWS}
