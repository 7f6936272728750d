"""What readers write, into labels: `id: label, label` or `id: none` of two, `id label yes` of the third."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tests.quality.labels import LABELS, Labelled
from tests.quality.sheets import ID

DIGITS = rf"(?P<id>[0-9a-f]{{{ID}}})"
ANSWER = re.compile(rf"{DIGITS}\s*:\s*(?P<labels>.*)")
SETTLED = re.compile(rf"{DIGITS}\s+(?P<label>[a-z-]+)\s+(?P<verdict>yes|no)\b.*")


class AnswerError(ValueError):
    """Answers that are not what was asked for; the message has a line a fault."""


def read_answers(folder: Path, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Id → labels, from a reader's files.

    Raises:
        AnswerError: a line, an id or a label is unknown, an id stands twice with different labels, or one is missing.
    """
    known, found, faults = set(ids), dict[str, frozenset[str]](), list[str]()
    for path in sorted(folder.glob("part-*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            where = f"{path.parent.name}/{path.name}:{number}"
            match = ANSWER.fullmatch(line.strip())
            if match is None or match["id"] not in known:
                faults += [f"{where}: {line.strip()}"] if line.strip() else []
                continue
            labels = frozenset(filter(None, (label.strip() for label in match["labels"].split(",")))) - {"none"}
            faults += [f"{where}: unknown label {label}" for label in sorted(labels - LABELS)]
            faults += [f"{where}: stands twice"] if found.setdefault(match["id"], labels) != labels else []
    faults += [f"{folder.name}: no answer for {one}" for one in sorted(known - found.keys())]
    if faults:
        raise AnswerError("\n".join(faults))
    return found


def settled(labels: Mapping[str, Labelled], text: str) -> list[Labelled]:
    """The labels with the third reader's verdicts on what was disputed.

    Raises:
        AnswerError: a line is no verdict on something disputed.
    """
    by_id = {digest[:ID]: one for digest, one in labels.items()}
    faults: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        match = SETTLED.fullmatch(line)
        one = by_id.get(match["id"]) if match else None
        if match is None or one is None or match["label"] not in one.disputed:
            faults.append(line)
        else:
            by_id[match["id"]] = replace(one, settled={**one.settled, match["label"]: match["verdict"] == "yes"})
    if faults:
        raise AnswerError("no verdict on something disputed:\n" + "\n".join(faults))
    return list(by_id.values())
