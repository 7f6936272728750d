"""A bank of one item for each interaction and each kind of content, for tests of what happens to whole banks."""

import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.run import bank_facts
from exambank.keys.accept import applied, changes
from exambank.keys.lock import LOCK_FILE, write_lock

BANK = """\
format: 1
id: small
title: A small bank
version: 1.2.3
language: en
"""

CHECK = (
    "check: {ignore: [{rule: KEY006, reason: Most of its items are here for their form},"
    " {rule: LIF005, reason: What they say is known to everybody}],"
    " limits: {BNK006: {depth: 1}}}\n"
)

BLUEPRINT = """\
title: A small exam
version: 1.0.0
form: {length: 5, minutes: 30, cut_score: 70}
domains:
  - id: water
    title: Water
    weight: 62.5
    objectives:
      - {id: water.states, title: Tell the states of water apart}
      - {id: water.measures, title: Measure water}
  - id: air
    title: Air
    weight: 37.5
    objectives:
      - {id: air.layers, title: Name the layers of the air}
"""

HEADER = """\
---
id: {id}
objective: {objective}
cognitive: apply
difficulty: 0.6
status: approved
{more}---

"""

CHOICE = """\
A kettle boils at **sea level**. What is the temperature of the water?

- [ ] 90 °C
  > That is the boiling point on a high mountain.
- [x] 100 °C
  > At sea level water boils at 100 °C.
- [ ] 110 °C
  > Only under pressure.

## Rationale

The boiling point falls as pressure falls.

## Hint

Think of the *pressure*.
"""

SEVERAL = """\
Which of these hold water as a solid? (Choose two.)

- [x] A glacier
- [ ] A cloud of `steam`
- [x] Hail & \\<sleet\\>
- [ ] Fog
"""

PER_OPTION = """\
Which layers lie below 50 km? (Choose two.)

| layer | from | to |
|:---|---:|:-:|
| troposphere | 0 km | 12 km |
| stratosphere | 12 km | 50 km |

- [x] Troposphere (60%)
  > The lowest.
- [x] Stratosphere (40%)
- [ ] Mesosphere (−30%)
"""

TRUE_FALSE = """\
Ice is denser than water: $\\rho_i > \\rho_w$.

- [ ] True
- [x] False
  > Ice floats.
"""

NUMERIC = """\
How many litres are in $2\\,\\mathrm{m}^3$?

- a list
  - within the stem

```python
litres = 2 * 1000  # <b>not HTML</b>
```

## Answer

- 2000 ± 5 litres
  > A cubic metre holds 1000 litres.
"""

SHORT_TEXT = """\
![A flask half filled with water](../../media/flask.png)

What is the liquid in the flask called?

## Answer

- water
- H2O
"""

BLANKS = """\
Water boils at [____](#gap-degrees) °C at sea level. Then it turns into [(b)](#gap-gas).

## Gap degrees

- 100
- /1[0]{2}/

## Gap gas

- steam
  > Or water vapour.
- vapour
"""

DROPDOWNS = """\
| layer | height |
|---|---|
| troposphere | [____](#gap-first) |
| [____](#gap-second) | 50 km |

## Gap first

- [x] 12 km
- [ ] 50 km

## Gap second

- [ ] mesosphere
  > It begins there.
- [x] *stratosphere*
- [ ] troposphere
"""

ON_STIMULUS = """\
How warm is the bath in the log above?

- [ ] 20 °C
- [x] 40 °C
- [ ] 60 °C
"""

STIMULUS = """\
---
kind: stimulus
id: bath-log
status: approved
---

> 40 °C at noon,
> measured twice.

![The thermometer](../media/thermometer.png)
"""

ITEMS = (
    ("water-states-001", "water.states", "", CHOICE),
    ("water-states-002", "water.states", "", SEVERAL),
    ("air-layers-001", "air.layers", "scoring: per-option\npoints: 2.5\nshuffle: false\n", PER_OPTION),
    ("water-states-003", "water.states", "", TRUE_FALSE),
    ("water-measures-001", "water.measures", "interaction: numeric\n", NUMERIC),
    ("water-measures-002", "water.measures", "interaction: short-text\ntitle: The flask\n", SHORT_TEXT),
    ("water-measures-003", "water.measures", "stimulus: bath-log\nlang: en-GB\n", ON_STIMULUS),
    ("air-layers-002", "air.layers", "", CHOICE.replace("kettle", "pot").replace("100 °C\n", "101 °C\n")),
)

GAP_ITEMS = (  # beside the others where a test is of gaps, so that not every count of items is of these
    ("water-states-004", "water.states", "case: exact\n", BLANKS),
    ("air-layers-003", "air.layers", "scoring: per-gap\n", DROPDOWNS),
)


def write_small_bank(folder: Path) -> Path:
    """Writes the bank, its keys accepted, into `folder`/bank."""
    root = folder / "bank"
    _write(root / "bank.yaml", BANK + CHECK)
    _write(root / "blueprint.yaml", BLUEPRINT)
    write_items(root, ITEMS)
    _write(root / "stimuli" / "bath-log.md", STIMULUS)
    for shade, name in enumerate(("flask", "thermometer")):
        (root / "media").mkdir(exist_ok=True)
        (root / "media" / f"{name}.png").write_bytes(png(40 + 80 * shade))
    accept_all(root)
    return root


def write_items(root: Path, items: Iterable[tuple[str, str, str, str]]) -> None:
    """Writes items into the bank."""
    for item_id, objective, more, body in items:
        text = HEADER.format(id=item_id, objective=objective, more=more) + body
        _write(root / "items" / objective.partition(".")[0] / f"{item_id}.md", text)


def accept_all(root: Path) -> None:
    """Records the keys of all items as they are."""
    view = bank_view(read_bank_files(root), (), bank_facts(root, use_cache=False))
    made = changes({}, view.keyed, None, "for a test")
    _write(root / LOCK_FILE, write_lock(applied({}, made)))


def png(shade: int) -> bytes:
    """A picture of 2 × 2 grey pixels."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes([0, shade, shade, 0, shade, shade]))
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
        + part(b"IDAT", rows)
        + part(b"IEND", b"")
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
