"""LIF007 provenance: a generative model had a hand in an approved item, and no expert answers for it.

Why: a model writes what sounds right, and a key that sounds right is not looked at twice. Whoever answers for the item
is named in `ai: {use: …, expert: …}`. Looked at are items that are approved, pilot or operational.
Source: programmes' policies on generative models in item development; the field is a proposal.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: approved
    ai: {use: drafted the distractors}
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: approved
    ai: {use: drafted the distractors, expert: Bea}
    ---
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, quoted
from exambank.model.base import APPROVED
from exambank.model.item import AnyItem


def check(item: AnyItem) -> Iterator[Fault]:
    """What was declared, if nobody answers for it."""
    if item.status in APPROVED and item.ai is not None and not (item.ai.expert or "").strip():
        yield RULE.finding(
            at=("ai",),
            message=f"a model was used ({quoted(item.ai.use)}), and no expert answers for the item",
            mend="let an expert check it, and name him as `expert` in `ai`",
        )


RULE = Rule("LIF007", "provenance", Severity.WARNING, over=AnyItem, check=check)
