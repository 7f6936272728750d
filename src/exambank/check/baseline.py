"""The findings that an old bank is known to have: counted, not shown, until their text changes.

An entry is a rule, an item, and a digest of the text that the rule finds fault with, without line numbers: it stays
while the text stays, wherever it moves.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exambank.check.suppress import GUARDS
from exambank.finding import Finding, Place, Severity
from exambank.source.digest import digest
from exambank.source.discover import BASELINE_FILE
from exambank.source.read import read, read_if_there, record_of

ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
STALE = ("SUP004", "stale-baseline")

Key = tuple[str, str, str]  # code, item, digest


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings that the baseline does not know, how many it does, and entries that no finding answers any more."""

    new: tuple[Finding, ...]
    known: int
    stale: Counter[Key]


def counted(root: Path, findings: Iterable[Finding]) -> Counter[Key]:
    """The entries for these findings; those that guard the keys are never known."""
    texts: dict[str, str] = {}
    return Counter(key for one in findings if (key := _key(root, one, texts)) is not None)


def _key(root: Path, finding: Finding, texts: dict[str, str]) -> Key | None:
    if finding.code in GUARDS or finding.code == STALE[0]:
        return None
    path = finding.place.path
    if path not in texts:
        texts[path] = read(root, path).text
    lines = texts[path].split("\n")[finding.place.line - 1 : finding.place.end_line]
    item = ID.search(texts[path]) if path.endswith(".md") else None
    text = " ".join(" ".join(lines).split())
    return finding.code, item[1] if item else path, digest(text.encode("utf-8", "surrogatepass"))[:16]


def sift(
    root: Path,
    findings: Sequence[Finding],
    known: Counter[Key],
    buffers: Mapping[str, str] | None = None,
    off: Callable[[], Collection[str]] = tuple,
) -> Sifted:
    """The findings without those that are known; each entry answers for as many as it counts.

    `buffers` are texts by path that count in place of those on disk, `off` gives the codes of rules that did not run,
    whose entries are not stale; nor are those of an item whose structure is broken, since other rules wait for it.
    """
    left = known.copy()
    new: list[Finding] = []
    broken: set[str] = set()
    texts = dict(buffers or {})
    for finding in findings:
        key = _key(root, finding, texts)
        if key is not None and finding.code.startswith("STR") and finding.severity is Severity.ERROR:
            broken.add(key[1])
        if key is not None and left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    stale = +left
    silent = off() if stale else ()
    for key in [key for key in stale if key[0] in silent or key[1] in broken]:
        del stale[key]
    return Sifted(tuple(new), len(findings) - len(new), stale)


def stale_finding(stale: Counter[Key]) -> Finding:
    """One finding for all entries that nothing answers."""
    first = min(stale)
    count = stale.total()
    entries = "1 entry answers" if count == 1 else f"{count} entries answer"
    return Finding(
        *STALE,
        Severity.WARNING,
        f"{entries} to no finding any more, such as {first[0]} of {first[1]}",
        "run `exambank check --prune-baseline`",
        Place(BASELINE_FILE),
    )


def read_baseline(root: Path) -> Counter[Key] | Finding:
    """The entries; none where there is no file, and a finding where it cannot be read."""
    source = read_if_there(root, BASELINE_FILE)
    if source is None:
        return Counter()
    text, fault = record_of(source)
    if fault is not None:
        return _broken(*fault)
    try:
        entries: Any = json.loads(text)
        return Counter({_entry(one): int(one["count"]) for one in entries["known"]})
    except (ValueError, KeyError, TypeError, RecursionError):
        return _broken(1, "it is no baseline", "write it anew by `exambank check --write-baseline`")


def _broken(line: int, message: str, mend: str) -> Finding:
    return Finding("BNK010", "bad-bank-file", Severity.ERROR, message, mend, Place(BASELINE_FILE, line, 1, line, 2))


def _entry(one: dict[str, Any]) -> Key:
    return str(one["code"]), str(one["item"]), str(one["text"])


def baseline_text(known: Counter[Key]) -> str:
    """The file, an entry a line, in order: it merges well."""
    rows = [
        json.dumps({"code": code, "item": item, "text": text, "count": count}, ensure_ascii=False)
        for (code, item, text), count in sorted(known.items())
    ]
    inside = ",\n  ".join(rows)
    return '{\n "known": [\n  ' + inside + "\n ]\n}\n" if rows else '{\n "known": []\n}\n'
