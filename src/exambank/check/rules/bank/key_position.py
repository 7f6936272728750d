"""BNK001 key-position: the keys of a bank stand at one place more often than chance would put them there.

Why: in public banks up to nine keys in ten stand first, and who guesses that place passes. Shuffling mends the form
that is shown, not the file, a printed form, or a target that does not shuffle. Items whose options have an order of
their own (numbers; all or none of the above) are left out, as are counts of options with too few items.
Source: Haladyna, Downing & Rodriguez 2002, guideline 20; chi-square against equal shares, a warning at .05, an error
at .01.

Bad:
    60 items with four options of which 40 have the key first
Good:
    60 items with four options and 15 keys at each place
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.check.statistics import CHI_SQUARE, chi_square
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each count of options that enough items have."""
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for facts in bank.items:
        if facts.interaction == "choice" and not facts.is_fixed and facts.status not in RETIRED:
            places[facts.options][facts.keys[0]] += 1
    for options, counts in sorted(places.items()):
        if counts.total() < limits["items"] or options - 1 not in CHI_SQUARE:
            continue
        found = chi_square([counts[place] for place in range(options)])
        warning, error = CHI_SQUARE[options - 1]
        if found > warning:
            place, most = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            yield RULE.finding(
                at=("id",),
                message=f"of {counts.total()} items with {options} options, {most} have the key at place {place + 1}; "
                f"chance gives {counts.total() / options:.0f} (chi-square {found:.1f}, limit {warning})",
                mend="put the options of some items in another order",
                severity=Severity.ERROR if found > error else Severity.WARNING,
            )


RULE = Rule(
    "BNK001", "key-position", Severity.WARNING, over=BankView, check=check,
    limits={"items": 20},  # fewer, and the shares expected are too small for chi-square
)  # fmt: skip
