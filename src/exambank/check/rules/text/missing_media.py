"""TXT003 missing-media: a picture that is not in the bank.

Why: the package would show a broken picture; a name that differs in capitals, or in how an accent is put together,
works on one system and fails on others. There the true name is written by `--fix`; in an option it counts as unsafe,
since an option's id follows from its text.
Source: docs/format.md, media.

Bad:
    `![The funnel](../media/Funnel.png)` where the file is `funnel.png`
Good:
    `![The funnel](../media/funnel.png)`
"""

import posixpath
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, unquote

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.pictures import SUFFIXES
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldFix, Severity, nearest, quoted
from exambank.source.discover import inside_bank


def check(bank: BankView) -> Iterator[Fault]:
    """Each picture of each item, stimulus and translation."""
    for facts in (*bank.items, *bank.stimuli, *bank.translations):
        for source in {unquote(one): one for one in facts.pictures}.values():
            fault = _fault(bank, facts, source)
            if fault is not None:
                yield fault


def _fault(bank: BankView, facts: Facts, source: str) -> Fault | None:
    path = inside_bank(facts.path, source)
    if path is None:
        message, mend = (
            f"the picture {quoted(source)} is outside the bank",
            "copy it into the bank's media/ folder",
        )
    elif path not in bank.files:
        true = _true_name(bank, path)
        if true is not None:
            return _renamed(facts.path, source, path, true)
        close = nearest(path, [file for file in bank.files if file.lower().endswith(SUFFIXES)])
        message = f"there is no picture {path} in the bank"
        mend = f"there is {close}" if close else "add the file, or mend the path"
    elif not path.lower().endswith(SUFFIXES):
        message, mend = f"{path} is no picture that LMSs show", f"use {', '.join(SUFFIXES)}"
    else:
        return None
    return RULE.finding(at=("pictures", source), message=message, mend=mend, path=facts.path)


def _true_name(bank: BankView, path: str) -> str | None:
    """The one file whose name differs but in capitals or in normal form."""
    wanted = _folded(path)
    found = [file for file in bank.files if len(file) < 4 * len(path) and _folded(file) == wanted]
    return found[0] if len(found) == 1 else None


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _renamed(item_path: str, source: str, path: str, true: str) -> Fault:
    """The picture by another name; characters that a text does not keep as they are are written as escapes."""
    there = posixpath.relpath(true, posixpath.dirname(item_path))
    written = "".join(map(_written, there)) if unicodedata.is_normalized("NFC", there) else quote(there)
    difference = "capitals" if path.casefold() == true.casefold() else "how its accents are put together"
    return RULE.finding(
        at=("pictures", source),
        message=f"the picture {path} is called {true}, which differs in {difference}",
        mend=f"write {quoted(written)}",
        path=item_path,
        fix=FieldFix(f"write {quoted(written)}", True, (), pictures=(source, written)),
    )


def _written(character: str) -> str:
    return character if character.isalnum() else quote(character)


RULE = Rule("TXT003", "missing-media", Severity.ERROR, over=BankView, check=check)
