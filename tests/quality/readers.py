"""The way of an item to its labels: sheets out, answers in, disputes out, verdicts in."""

from pathlib import Path

from tests.quality.answers import read_answers, settled
from tests.quality.examined import ExaminedItem, examined_banks
from tests.quality.labels import Labelled, read_labels, write_labels
from tests.quality.sample import drawn, read_sample, write_sample
from tests.quality.settle import write_settle
from tests.quality.sheets import ID, write_sheets

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def sampled_items() -> dict[str, ExaminedItem]:
    """Digest → item, of all that were drawn."""
    sample = read_sample()
    return {item.digest: item for item in examined_banks(CORPUS) if item.digest in sample}


def write_new_sheets(folder: Path) -> int:
    """Draws what was not drawn yet, records it and writes its sheets; gives the number of parts there are now."""
    items = {item.digest: item for item in examined_banks(CORPUS)}
    before = read_sample()
    new = drawn(list(items.values()), before)
    first = 1 + len(list(folder.glob("part-*.md")))
    last = write_sheets(folder, [items[digest] for digest in new], first)
    write_sample({**before, **new})
    return last


def take_answers(folder: Path) -> None:
    """Turns the answers of `reader-a` and `reader-b` into labels; verdicts on what is disputed still stay.

    Raises:
        AnswerError: the answers are not what was asked for.
    """
    items, known = sampled_items(), read_labels()
    ids = {digest[:ID]: digest for digest in items}
    a, b = (read_answers(folder / name, ids) for name in ("reader-a", "reader-b"))
    found = []
    for one, digest in ids.items():
        before = known[digest].settled if digest in known else {}
        kept = {label: verdict for label, verdict in before.items() if label in a[one] ^ b[one]}
        found.append(Labelled(digest, items[digest].bank, a[one], b[one], kept))
    write_labels(found)


def ask_third(path: Path) -> int:
    """Writes the sheet of what is disputed and not settled; gives how many labels that are."""
    labels = read_labels()
    return write_settle(path, [(item, labels[digest]) for digest, item in sampled_items().items() if digest in labels])


def take_settled(path: Path) -> None:
    """Adds a third reader's verdicts to the labels.

    Raises:
        AnswerError: a line is no verdict on something disputed.
    """
    write_labels(settled(read_labels(), path.read_text("utf-8")))
