"""BNK009 orphan-file: a picture or a stimulus that no item uses.

Why: what nobody uses is kept, translated and looked at for nothing; or an item lost it by a slip of the pen. Pictures
are looked at in folders called `media`, and in those that hold a picture of an item. Retired items use what they name.
Nothing is said while some file cannot be read, nor of retired stimuli.
Source: docs/format.md, media and stimuli.

Bad:
    media/funnel-old.png, which no item shows
Good:
    media/funnel.png, which one does
"""

import posixpath
import unicodedata
from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.pictures import SUFFIXES
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED
from exambank.source.discover import inside_bank

FOLDER = "media"


def check(bank: BankView) -> Iterator[Fault]:
    """Each picture, then each stimulus."""
    if bank.unread:
        return
    showing = (*bank.items, *bank.stimuli, *bank.translations)
    used = {path for facts in showing for path in pictures(facts.path, facts.pictures)}
    folders = {posixpath.dirname(path) for path in used}
    names = {folded(path) for path in used}
    for path in sorted(file for file in bank.files if file.lower().endswith(SUFFIXES)):
        folder = posixpath.dirname(path)
        if folded(path) not in names and (folder in folders or FOLDER in folder.split("/")):
            yield orphan(path, "picture", "remove it, or show it in an item")
    stood_on = {facts.stimulus for facts in bank.items}
    for facts in bank.stimuli:
        if facts.id not in stood_on and facts.status not in RETIRED:
            yield orphan(facts.path, "stimulus", "remove or retire it, or name it in an item's `stimulus`")


def pictures(path: str, sources: tuple[str, ...]) -> Iterator[str]:
    """The paths of pictures that a file names."""
    return (found for source in sources if (found := inside_bank(path, source)) is not None)


def folded(path: str) -> str:
    """A path but for capitals and normal form, of which TXT003 tells."""
    return unicodedata.normalize("NFC", path).casefold()


def orphan(path: str, kind: str, mend: str) -> Fault:
    """The finding."""
    return RULE.finding(at=(), message=f"no item uses this {kind}", mend=mend, path=path)


RULE = Rule("BNK009", "orphan-file", Severity.INFO, over=BankView, check=check)
