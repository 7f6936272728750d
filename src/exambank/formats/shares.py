"""Shares of the points, in percent, that learning management systems take for an option; 0 and negative ones apart."""

from collections.abc import Mapping
from decimal import Decimal

# Moodle 4.5, question_bank::fraction_options_full: what is off the list refuses the whole file.
MOODLE = tuple(
    map(
        Decimal,
        (
            "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20",
            "16.66667", "14.28571", "12.5", "11.11111", "10", "5",
        ),
    )
)  # fmt: skip
NAMED: Mapping[str, tuple[Decimal, ...]] = {"moodle": MOODLE}
