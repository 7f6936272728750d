"""LIF002 reviews-missing: an approved item has too few reviews by others than its author, or one of another text.

Why: whoever wrote an item reads what he meant. A review counts for what was looked at: where it has a `digest`, it
lapses when stem, options or key change. Names are compared whole, capitals aside, and each counts once. Looked at are
items that are approved, pilot or operational. In preview, since many banks keep their reviews elsewhere.
Source: NCCA standard 16, documented item processes; two reviewers are a proposal, and a house sets its own number.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: approved
    author: Ann
    reviews: [{by: Ann}, {by: Bea}]
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: approved
    author: Ann
    reviews: [{by: Bea}, {by: Carl}]
    ---
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, plural, quoted
from exambank.keys.digests import review_digest
from exambank.model.base import APPROVED
from exambank.model.item import AnyItem


def check(item: AnyItem, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The reviews of another digest, or else how many are missing."""
    if item.status not in APPROVED:
        return
    digest = review_digest(item)
    stale = [number for number, review in enumerate(item.reviews) if review.digest not in (None, digest)]
    for number in stale:
        review = item.reviews[number]
        yield RULE.finding(
            at=("reviews", number, "digest"),
            message=f"the review by {quoted(review.by)} is of {review.digest}, and the item is {digest}",
            mend=f"let {quoted(review.by)} look again, and write `digest: {digest}`",
        )
    author = (item.author or "").strip().casefold()
    reviewers = {review.by.strip().casefold() for review in item.reviews} - {author}
    if len(reviewers) < limits["reviewers"]:
        yield RULE.finding(
            at=("status",),
            message=f"the item is {item.status}, with {plural(len(reviewers), 'review')} by others than its author,"
            f" fewer than {limits['reviewers']:g}",
            mend=f"let another person look at it, and add `{{by: NAME, digest: {digest}}}` to `reviews`",
        )


RULE = Rule(
    "LIF002",
    "reviews-missing",
    Severity.ERROR,
    over=AnyItem,
    check=check,
    limits={"reviewers": 2},
    is_preview=True,
)
