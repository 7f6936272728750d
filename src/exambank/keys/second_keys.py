"""`second-keys.lock`: the blind answers on record, one line an answer so that a diff and a merge stay readable."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from exambank.finding import quoted
from exambank.keys.lock import CONFLICT
from exambank.model.checked import checked
from exambank.model.second_key import SecondKey
from exambank.source.read import SourceFile, record_of

SECOND_KEYS_FILE = "second-keys.lock"
BEGIN = '{"format": 1, "entries": ['
END = "]}"
FIRST = 2  # the line of the first entry
PLAIN = (
    r'\{"item": "(?P<item>[a-z][a-z0-9]*(?:-[a-z0-9]+)*@[1-9][0-9]{0,8})", "by": "(?P<by>[^"\\\x00-\x1f]{1,100})",'
    r' "on": "(?P<on>[12][0-9]{3}-[0-9]{2}-[0-9]{2})", "match": (?P<match>true|false), "key": "(?P<key>[0-9a-f]{64})",'
    r' "text": "(?P<text>[0-9a-f]{64})"(?:, "stimulus": "(?P<stimulus>[0-9a-f]{64})")?\}'
)
LONGEST = 80  # characters of an item's id and version
RESTORE = "restore the line from git; only `exambank keys answer` writes here"


class SecondKeys(Struct, frozen=True, dict=True):
    """The entries, in the file's order. Without a file `exists` is False; `fault` is (line, what is wrong, mend)."""

    entries: Sequence[SecondKey] = ()
    exists: bool = False
    fault: tuple[int, str, str] | None = None

    @cached_property
    def by_item(self) -> Mapping[str, Sequence[SecondKey]]:
        """The entries by `id@version`."""
        found: dict[str, list[SecondKey]] = defaultdict(list)
        for entry in self.entries:
            found[entry.item].append(entry)
        return found


def second_keys_of(file: SourceFile | None) -> SecondKeys:
    """The answers that a file holds; one that cannot be read to the last byte is a fault too."""
    if file is None:
        return SecondKeys()
    text, fault = record_of(file)
    return read_second_keys(text) if fault is None else SecondKeys(exists=True, fault=fault)


def read_second_keys(text: str | None) -> SecondKeys:
    """The answers that a file's text holds; None for no file. A broken one is a fault, never an empty record.

    The file is read by lines, and a line is taken only as it would be written: so nothing stands in it twice, and
    whatever is wrong has its place. The order of the lines is free, since merges bring another.
    """
    if text is None:
        return SecondKeys()
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith(CONFLICT):
            return _at_fault(number, "a merge conflict was left in the record", "take both sides' lines")
    if lines[0] != BEGIN:
        return _at_fault(1, f"the record does not begin with {BEGIN}", RESTORE)
    if lines[-2:] != [END, ""]:
        return _at_fault(len(lines), f"the record does not end with {END}", RESTORE)
    found: dict[SecondKey, None] = {}
    inner = lines[FIRST - 1 : -2]
    for number, line in enumerate(inner, FIRST):
        if line.endswith(",") != (number - FIRST < len(inner) - 1):
            return _at_fault(number, "every entry but the last ends with a comma, and only there", "mend the commas")
        entry = _entry(line.removesuffix(","))
        if isinstance(entry, str):
            return _at_fault(number, entry, RESTORE)
        if entry in found:
            return _at_fault(
                number, f"the entry for {entry.item} by {quoted(entry.by)} stands twice", "keep one of them"
            )
        found[entry] = None
    return SecondKeys(tuple(found), exists=True)


def _at_fault(line: int, message: str, mend: str) -> SecondKeys:
    return SecondKeys(exists=True, fault=(line, message, mend))


def _entry(line: str) -> SecondKey | str:
    """The entry in a line; or what is wrong with it."""
    if (plain := _plain_entry(line)) is not None:
        return plain
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return "the line is no entry in JSON"
    entry, refused = checked(SecondKey, values)
    if entry is None:
        return f"the line is no entry: {refused[0].message}"
    if line != _line(entry):
        return f"the entry for {entry.item} is not as it was written"
    return entry


@cache
def _plain_line() -> re.Pattern[str]:
    """The expression, compiled when a bank has such a file: most have none."""
    return re.compile(PLAIN)


def _plain_entry(line: str) -> SecondKey | None:
    """The entry in a line that is plainly right, in a tenth of the time; None where the other reader has to look."""
    match = _plain_line().fullmatch(line)
    if match is None or len(match["item"]) > LONGEST or match["by"] != match["by"].strip():
        return None
    try:
        on = date.fromisoformat(match["on"])
    except ValueError:
        return None
    item, by, _, told, key, text, stimulus = match.groups()
    return SecondKey(item=item, by=by, on=on, match=told == "true", key=key, text=text, stimulus=stimulus)


def _line(entry: SecondKey) -> str:
    values: dict[str, Any] = entry.model_dump(exclude_none=True) | {"on": entry.on.isoformat()}
    return json.dumps(values, ensure_ascii=False)


def write_second_keys(entries: Iterable[SecondKey]) -> str:
    """The file's text: each entry once, in order of item, name and day."""
    body = ",\n".join(_line(entry) for entry in sorted(set(entries), key=_order))
    return f"{BEGIN}\n{body}\n{END}\n" if body else f"{BEGIN}\n{END}\n"


def _order(entry: SecondKey) -> tuple[str, str, str, str]:
    return entry.item, entry.reviewer, entry.on.isoformat(), _line(entry)


class Standing(Struct, frozen=True):
    """What the answers to an item come to, as counts of persons.

    `agree` and `differ` answered the text as it is, compared with the key as it is. `again` agree, but had disagreed on
    this version before; `own` is the author; `void` answered another text or key.
    """

    agree: int = 0
    differ: int = 0
    again: int = 0
    own: int = 0
    void: int = 0

    def suffices(self, matches: float) -> bool:
        """Whether the key stands: so many agree, and those who differ are no more than those who agree."""
        return self.agree >= max(matches, self.differ)


def standing(entries: Iterable[SecondKey], subject: tuple[str, str, str, str | None], author: str) -> Standing:
    """What the answers to an item come to; `author` is the item's, folded as names are compared."""
    present: dict[bool, set[str]] = {True: set(), False: set()}
    void: set[str] = set()
    disagreed: set[str] = set()
    for entry in entries:
        who = entry.reviewer
        if not entry.match:
            disagreed.add(who)
        if entry.subject == subject:
            present[entry.match].add(who)
        else:
            void.add(who)
    own = {author} & (present[True] | present[False])
    agree, differ = present[True] - own, present[False] - own
    return Standing(
        agree=len(agree - disagreed),
        differ=len(differ),
        again=len(agree & disagreed - differ),
        own=len(own),
        void=len(void - present[True] - present[False] - {author}),
    )
