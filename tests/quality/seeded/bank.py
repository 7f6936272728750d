"""Faults that only the whole bank shows, put into the small bank that all tests know."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.blind_answers import put_on_record
from tests.figures_of_candidates import write_figures
from tests.pictures import png_with
from tests.small_bank import accept_all

from exambank.check.run import bank_facts
from exambank.keys.lock import LOCK_FILE

BankMutator = Callable[[Path], None]

KETTLE = "items/water/water-states-001.md"
POT = "items/air/air-layers-002.md"
ICE = "items/water/water-states-003.md"
SERIES = (
    "---\nid: series-{number:02}\nobjective: water.states\nstatus: draft\n---\n\nWhat is said of case {number}?\n\n"
)
FORM = "format: 1\nid: one\ntitle: One\nbank: 1.2.3\nblueprint: 1.0.0\nitems:\n"
WORDS = ("Rain falls", "Snow falls", "Hail falls", "Fog lies")


@dataclass(frozen=True, slots=True)
class BankSeed:
    """What a rule must find in the changed bank, and what it must not."""

    code: str
    fault: BankMutator
    twin: BankMutator


def edit(path: str, old: str, new: str) -> BankMutator:
    """Another text in a file."""

    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text, f"{path} has no {old!r}"
        (root / path).write_text(text.replace(old, new), "utf-8", newline="\n")

    return change


def both(*changes: BankMutator) -> BankMutator:
    """One change after the other."""

    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def field(path: str, line: str) -> BankMutator:
    """A line of front matter more."""
    return edit(path, "status: approved\n", f"status: approved\n{line}\n")


def copy(path: str, new: str, old_id: str, new_id: str) -> BankMutator:
    """A second file with the same item under another id."""

    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8").replace(old_id, new_id)
        (root / new).write_text(text, "utf-8", newline="\n")

    return change


def remove(path: str) -> BankMutator:
    """A file less."""
    return lambda root: (root / path).unlink()


def house(most: int) -> BankMutator:
    """A house schema that allows titles of so many characters, and an item with one of nine."""

    def change(root: Path) -> None:
        schema = f'{{"properties": {{"title": {{"maxLength": {most}}}}}}}'
        (root / "house.json").write_text(schema, "utf-8")
        edit("bank.yaml", "language: en\n", "language: en\nhouse_schema: house.json\n")(root)

    return change


def series(place: Callable[[int], int], longest: Callable[[int], bool] = lambda number: number % 4 == 0) -> BankMutator:
    """Forty items of four options with the key at these places, and longer than the others in these items."""

    def change(root: Path) -> None:
        for number in range(40):
            texts = list(WORDS)
            key = place(number) % 4
            texts[key if longest(number) else (key + 1) % 4] += " on the hills"
            options = [f"- [{'x' if at == key else ' '}] {text}" for at, text in enumerate(texts)]
            text = SERIES.format(number=number) + "\n".join(options) + "\n"
            (root / "items" / f"series-{number:02}.md").write_text(text, "utf-8", newline="\n")

    return change


def mixed(number: int) -> int:
    """Places that come equally often, and never thrice running."""
    return (number + number // 4) % 4


def add(path: str) -> BankMutator:
    """A file that no item names."""

    def change(root: Path) -> None:
        (root / path).write_bytes(b"A picture.")

    return change


def form(*paths: str) -> BankMutator:
    """A form that pins these items as they are."""

    def change(root: Path) -> None:
        rows = bank_facts(root, use_cache=False)
        pins = "".join(
            f"  - {{id: {one.id}@{one.version}, digest: {one.text_digest}}}\n" for one in map(rows.get, paths) if one
        )
        (root / "forms").mkdir()
        (root / "forms" / "one.yaml").write_text(FORM + pins, "utf-8", newline="\n")

    return change


def status(name: str, path: str = KETTLE) -> BankMutator:
    """An approved item that becomes another."""
    return edit(path, "status: approved", f"status: {name}")


def answered(lines: str) -> BankMutator:
    """Blind answers to every item on record."""
    return lambda root: put_on_record(root, lines)


def picture(kind: bytes, content: bytes) -> BankMutator:
    """A chunk more in a picture."""

    def change(root: Path) -> None:
        (root / "media" / "flask.png").write_bytes(png_with((kind, content)))

    return change


def checked(day: str) -> BankMutator:
    """Every item with a reference that was looked at on a day, and nothing that the bank leaves out."""

    def change(root: Path) -> None:
        edit("bank.yaml", ", {rule: LIF005, reason: What they say is known to everybody}", "")(root)
        for path in (root / "items").rglob("*.md"):
            field(str(path.relative_to(root)), f"references: [{{source: The guide, checked: {day}}}]")(root)

    return change


NOTHING: BankMutator = both()
ACCEPTED: BankMutator = accept_all
LONGER = edit(
    KETTLE, "A kettle boils", "In a house by the harbour, where the air is dry and the fire is hot, a kettle boils"
)
LIKE = both(
    LONGER,
    copy(KETTLE, "items/kettle.md", "water-states-001", "water-states-009"),
    edit("items/kettle.md", "harbour", "station"),
)
TOLD = both(
    edit(KETTLE, "[x] 100 °C", "[x] Boiling water under steam"),
    edit("items/water/water-states-002.md", "Which of", "A pot holds boiling water under steam. Which of"),
)
MOODLE = edit("bank.yaml", "language: en\n", "language: en\nshares: moodle\n")
NEW_STEM = edit(KETTLE, "A kettle boils", "A kettle sings and boils")
SILENCED = 'suppress: [{{code: {code}, reason: "{reason}"}}]'

TRANSLATION = """\
---
translates: water-states-003@{version}
status: approved
---

Eis ist dichter als Wasser.

- [ ] Wahr
- [x] Falsch
  > Eis schwimmt.
"""


def translation(name: str, version: int = 1) -> BankMutator:
    """A translation of the item on ice, by this name."""

    def change(root: Path) -> None:
        text = TRANSLATION.format(version=version)
        (root / "items/water" / name).write_text(text, "utf-8", newline="\n")

    return change


def statistics(discrimination: float) -> BankMutator:
    """An item that 240 candidates have answered."""
    return lambda root: write_figures(root, KETTLE, r=discrimination)


BANK_SEEDS = (
    BankSeed(
        "STR006",
        copy(KETTLE, "items/kettle.md", "kettle", "bowl"),
        copy(KETTLE, "items/kettle.md", "water-states-001", "water-states-009"),
    ),
    BankSeed("STR015", field(KETTLE, "enemies: [water-states-099]"), field(KETTLE, "enemies: [water-states-002]")),
    BankSeed("STR019", house(8), house(9)),
    BankSeed("STR022", translation("water-states-003.en.md"), translation("water-states-003.de.md")),
    BankSeed("TXT003", remove("media/flask.png"), edit(KETTLE, "A kettle", "A `![](none.png)` kettle")),
    BankSeed("KEY001", field(KETTLE, "version: 2"), both(field(KETTLE, "version: 2"), ACCEPTED)),
    BankSeed(
        "KEY002",
        both(edit(KETTLE, "[ ] 90", "[x] 90"), edit(KETTLE, "[x] 100", "[ ] 100")),
        both(edit(KETTLE, "[ ] 90", "[x] 90"), edit(KETTLE, "[x] 100", "[ ] 100"), ACCEPTED),
    ),
    BankSeed("KEY008", edit("bank.yaml", "language: en\n", "language: en\nshares: [100]\n"), MOODLE),
    BankSeed("KEY009", both(answered("agrees: Bea"), NEW_STEM), both(NEW_STEM, answered("agrees: Bea"))),
    BankSeed("KEY010", remove(LOCK_FILE), both(remove(LOCK_FILE), ACCEPTED)),
    BankSeed("KEY011", remove(ICE), edit(ICE, "status: approved", "status: retired")),
    BankSeed("BNK001", series(lambda _: 0), series(mixed)),
    BankSeed("BNK002", series(lambda number: number // 10), series(mixed)),
    BankSeed("BNK003", series(mixed, lambda _: True), series(mixed)),
    BankSeed("BNK004", series(mixed, lambda _: True), series(mixed)),
    BankSeed("BNK005", edit("blueprint.yaml", "weight: 37.5", "weight: 37"), NOTHING),
    BankSeed("BNK006", edit("blueprint.yaml", "length: 5", "length: 40"), NOTHING),
    BankSeed(
        "BNK007",
        edit("blueprint.yaml", "      - {id: air.layers", "      - {id: air.winds, title: W}\n      - {id: air.layers"),
        edit("blueprint.yaml", "title: Name the layers", "title: Say the layers"),
    ),
    BankSeed("BNK008", both(form(KETTLE, ICE), NEW_STEM), form(KETTLE, ICE)),
    BankSeed("BNK009", add("media/spare.png"), add("media/spare.txt")),
    BankSeed(
        "DUP001",
        copy(KETTLE, "items/kettle.md", "water-states-001", "water-states-009"),
        both(
            copy(KETTLE, "items/kettle.md", "water-states-001", "water-states-009"),
            edit("items/kettle.md", "status: approved", "status: retired"),
        ),
    ),
    BankSeed("DUP002", LIKE, both(LIKE, field(KETTLE, "enemies: [water-states-009]"))),
    BankSeed("DUP003", TOLD, both(TOLD, field(KETTLE, "enemies: [water-states-002]"))),
    BankSeed(
        "DUP004",
        both(field(KETTLE, "enemies: [water-states-003]"), form(KETTLE, ICE)),
        both(field(KETTLE, "enemies: [water-states-003]"), form(KETTLE)),
    ),
    BankSeed(
        "DUP005",
        both(field(ICE, "version: 2"), translation("water-states-003.de.md")),
        both(field(ICE, "version: 2"), translation("water-states-003.de.md", 2)),
    ),
    BankSeed("ACC006", edit("bank.yaml", "language: en\n", ""), NOTHING),
    BankSeed(
        "SEC004",
        both(edit(ICE, "status: approved", "status: suspended"), form(KETTLE, ICE)),
        both(edit(ICE, "status: approved", "status: suspended"), form(KETTLE)),
    ),
    BankSeed(
        "LNG006", edit("bank.yaml", "language: en", "language: nl"), edit("bank.yaml", "language: en", "language: de")
    ),
    BankSeed(
        "LNG007",
        both(edit(KETTLE, "A kettle", "A grey kettle"), edit(POT, "A pot", "A gray pot")),
        both(edit(KETTLE, "A kettle", "A grey kettle"), edit(POT, "A pot", "A grey pot")),
    ),
    BankSeed("SEC003", picture(b"tEXt", b"Author\0Me"), picture(b"pHYs", bytes(9))),
    BankSeed("LIF001", status("key-verified"), status("retired")),
    BankSeed("LIF004", both(remove(ICE), ACCEPTED), status("retired", ICE)),
    BankSeed("LIF003", NEW_STEM, both(NEW_STEM, edit(KETTLE, "status: approved", "status: draft"))),
    BankSeed("LIF005", checked("2024-11-25"), checked("2024-11-26")),
    BankSeed("LIF006", statistics(-0.08), statistics(0.31)),
    BankSeed(
        "SUP001",
        field(KETTLE, SILENCED.format(code="OPT003", reason="it is meant so here")),
        both(
            edit(KETTLE, "110 °C", "All of the above"),
            field(KETTLE, SILENCED.format(code="OPT003", reason="it is meant so here")),
        ),
    ),
    BankSeed(
        "SUP002",
        field(KETTLE, SILENCED.format(code="OPT003", reason="it is so")),
        field(KETTLE, SILENCED.format(code="OPT003", reason="it is meant so")),
    ),
    BankSeed(
        "SUP003",
        field(KETTLE, SILENCED.format(code="longest-keys", reason="it is meant so here")),
        field(KETTLE, SILENCED.format(code="longest-key", reason="it is meant so here")),
    ),
)
