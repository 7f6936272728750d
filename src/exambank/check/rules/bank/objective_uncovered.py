"""BNK007 objective-uncovered: objectives of a domain have no item that a form may use, or levels have the wrong share.

Why: the blueprint promises to ask for them. Told once a domain, and only where the bank holds approved items. Where the
blueprint gives shares of cognitive levels, the approved items have to keep to them within its tolerance, once there are
as many as a form needs.
Source: NCCA standard 15, precise direction by section.

Bad:
    a domain of four objectives, of which one has an approved item
Good:
    a domain of four objectives with an approved item each
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from exambank.check.bank_files import BLUEPRINT_FILE
from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, plural
from exambank.model.base import APPROVED
from exambank.model.blueprint import CognitiveMix

NAMED = 3  # objectives in a message


def check(bank: BankView) -> Iterator[Fault]:
    """Each domain."""
    usable = [facts for facts in bank.items if facts.status in APPROVED]
    used = {facts.objective for facts in usable}
    if bank.blueprint is None or bank.unread or not used:
        return
    for number, domain in enumerate(bank.blueprint.domains):
        bare = [objective.id for objective in domain.objectives if objective.id not in used]
        if bare:
            more = f" and {len(bare) - NAMED} more" if len(bare) > NAMED else ""
            yield RULE.finding(
                at=("domains", number, "id"),
                message=f"{plural(len(bare), 'objective')} of {len(domain.objectives)} in {domain.title} "
                f"{'has' if len(bare) == 1 else 'have'} no usable item: {', '.join(bare[:NAMED])}{more}",
                mend="`exambank new --objective …` begins one",
                path=BLUEPRINT_FILE,
            )
    if bank.blueprint.cognitive is not None and len(usable) >= bank.blueprint.form.scored_items:
        yield from _mix(bank.blueprint.cognitive, Counter(facts.cognitive for facts in usable))


def _mix(mix: CognitiveMix, counts: Counter[str]) -> Iterator[Fault]:
    """The levels whose share is outside the tolerance, in one finding."""
    total = counts.total()
    off = [
        f"{level} {100 * counts[level] / total:.0f}% (wanted {share.normalize():f})"
        for level, share in mix.shares.items()
        if abs(Decimal(100 * counts[level]) - share * total) > mix.tolerance * total
    ]
    if off:
        none = f"; {plural(counts[''], 'item')} without a level" if counts[""] else ""
        yield RULE.finding(
            at=("cognitive",),
            message=f"of {plural(total, 'usable item')} the levels are off by more than {mix.tolerance.normalize():f} "
            f"points: {', '.join(off)}{none}",
            mend="write items of the levels that are short, or mend the blueprint's shares",
            path=BLUEPRINT_FILE,
        )


RULE = Rule("BNK007", "objective-uncovered", Severity.WARNING, over=BankView, check=check)
