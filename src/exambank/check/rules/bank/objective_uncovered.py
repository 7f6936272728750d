"""BNK007 objective-uncovered: objectives of a domain have no item that a form may use.

Why: the blueprint promises to ask for them. Told once a domain, and only where the bank holds approved items.
Source: NCCA standard 15, precise direction by section.

Bad:
    a domain of four objectives, of which one has an approved item
Good:
    a domain of four objectives with an approved item each
"""

from collections.abc import Iterator

from exambank.check.bank_files import BLUEPRINT_FILE
from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, plural
from exambank.model.base import APPROVED

NAMED = 3  # objectives in a message


def check(bank: BankView) -> Iterator[Fault]:
    """Each domain."""
    used = {facts.objective for facts in bank.items if facts.status in APPROVED}
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


RULE = Rule("BNK007", "objective-uncovered", Severity.WARNING, over=BankView, check=check)
