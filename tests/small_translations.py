"""German translations of items of the small bank, one of each interaction, and of its stimulus."""

from pathlib import Path

from tests.small_bank import accept_all, write_small_bank

KETTLE = "items/water/water-states-001.de.md"
ICE = "items/water/water-states-003.de.md"
LITRES = "items/water/water-measures-001.de.md"
FLASK = "items/water/water-measures-002.de.md"
BATH = "items/water/water-measures-003.de.md"
LAYERS = "items/air/air-layers-001.de.md"
LOG = "stimuli/bath-log.de.md"

BODIES = {
    KETTLE: """\
Ein Kessel siedet auf **Meereshöhe**. Welche Temperatur hat das Wasser?

- [ ] 90 °C
  > Das ist der Siedepunkt auf einem hohen Berg.
- [x] 100 °C
  > Auf Meereshöhe siedet Wasser bei 100 °C.
- [ ] 110 °C
  > Nur unter Druck.

## Rationale

Der Siedepunkt fällt mit dem Druck.

## Hint

Denke an den *Druck*.
""",
    ICE: """\
Eis ist dichter als Wasser: $\\rho_i > \\rho_w$.

- [ ] Wahr
- [x] Falsch
  > Eis schwimmt.
""",
    LITRES: """\
Wie viele Liter sind in $2\\,\\mathrm{m}^3$?

* eine Liste
  * in der Frage

```python
litres = 2 * 1000  # <b>not HTML</b>
```

## Answer

- 2000 ± 5 Liter
  > Ein Kubikmeter fasst 1000 Liter.
""",
    FLASK: """\
![Ein Kolben, halb voll Wasser](../../media/flask.png)

Wie heißt die Flüssigkeit im Kolben?

## Answer

- Wasser
- H2O
- reines Wasser
""",
    BATH: """\
Wie warm ist das Bad nach dem Protokoll oben?

- [ ] 20 °C
- [x] 40 °C
- [ ] 60 °C
""",
    LAYERS: """\
Welche Schichten liegen unter 50 km? (Wähle zwei.)

| Schicht | von | bis |
|:---|---:|:-:|
| Troposphäre | 0 km | 12 km |
| Stratosphäre | 12 km | 50 km |

- [x] Troposphäre (60%)
  > Die unterste.
- [x] Stratosphäre (40%)
- [ ] Mesosphäre (−30%)
""",
    LOG: """\
> 40 °C am Mittag,
> zweimal gemessen.

![Das Thermometer](../media/thermometer.png)
""",
}


def source_id(path: str) -> str:
    """The id of what a path translates."""
    return path.rpartition("/")[2].removesuffix(".de.md")


def translation(path: str, *more: str, status: str = "approved", version: int = 1) -> str:
    """The whole file, with lines of front matter more."""
    fields = "".join(f"{line}\n" for line in more)
    return f"---\ntranslates: {source_id(path)}@{version}\nstatus: {status}\n{fields}---\n\n{BODIES[path]}"


def write_translations(root: Path, *paths: str) -> None:
    """Writes these translations, or all, into the small bank, their keys accepted."""
    for path in paths or BODIES:
        (root / path).write_text(translation(path), "utf-8", newline="\n")
    accept_all(root)


def write_translated_bank(folder: Path) -> Path:
    """The small bank with all translations."""
    root = write_small_bank(folder)
    write_translations(root)
    return root
