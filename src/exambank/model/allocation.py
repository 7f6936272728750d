"""How many items of a form each domain gets: the largest-remainder method over exact fractions."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def allocate(weights: Sequence[Decimal], seats: int) -> list[int]:
    """Whole numbers that sum to `seats`, as near to the weights' shares as can be (Hamilton, largest remainder).

    Equal remainders go to the heavier weight, then to the earlier one. Weights need not sum to 100; zeros give zeros.

    Raises:
        ValueError: a weight or `seats` is negative.
    """
    if seats < 0 or any(weight < 0 for weight in weights):
        raise ValueError("weights and seats are not negative")
    total = sum((Fraction(weight) for weight in weights), Fraction(0))
    if total == 0:
        return [0] * len(weights)
    quotas = [Fraction(weight) * seats / total for weight in weights]
    counts = [quota.numerator // quota.denominator for quota in quotas]
    order = sorted(range(len(weights)), key=lambda i: (counts[i] - quotas[i], -weights[i], i))
    for index in order[: seats - sum(counts)]:
        counts[index] += 1
    return counts
