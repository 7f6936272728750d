"""Items that a rule gets wrong, in words, for whoever tunes it: the open half only."""

from collections.abc import Iterable, Sequence

from tests.quality.flaws import Flaw
from tests.quality.measured import Judged
from tests.quality.sheets import entry

HIDDEN = "{count} more in the held-out half, which are not shown"


def shown(items: Iterable[Judged], flaw: Flaw) -> str:
    """False hits and misses of the flaw's rule."""
    pieces, hidden = [], 0
    for title, is_wanted in (("False hits", False), ("Misses", True)):
        wrong = [
            one
            for one in items
            if one.labels.has(flaw.label) is is_wanted and (flaw.code in one.item.codes) is not is_wanted
        ]
        pieces += [f"\n# {title}\n", *(text_of(one, flaw.code) for one in wrong if one.half == "open")]
        hidden += sum(one.half != "open" for one in wrong)
    return "\n".join([*pieces, HIDDEN.format(count=hidden)])


def text_of(one: Judged, code: str) -> str:
    """The item, and what the rule says of it."""
    said = "".join(f"\n{code}: {finding.message}" for finding in one.item.findings if finding.code == code)
    return entry(one.item) + said


def shown_moves(moves: Sequence[tuple[Judged, str, bool]]) -> str:
    """What moved: a count a code, and the items of the open half."""
    lines = []
    for code in sorted({code for _, code, _ in moves}):
        of_code = [(one, is_hit) for one, moved, is_hit in moves if moved == code]
        new = sum(is_hit for _, is_hit in of_code)
        lines.append(f"{code}: {new} new hits, {len(of_code) - new} gone")
        lines += [f"{'+' if is_hit else '-'} {text_of(one, code)}" for one, is_hit in of_code if one.half == "open"]
    return "\n".join(lines) or "nothing has moved"
