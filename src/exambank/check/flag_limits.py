"""Thresholds of what statistics say of an item; apart, so that a bank without statistics imports no more than these."""

from collections.abc import Mapping

LIMITS: Mapping[str, float] = {
    "easy": 0.96,  # facility, from which on an item tells nothing (Prometric)
    "hard": 0.19,  # facility, up to which few know or the key is wrong (Prometric)
    "discrimination": 0.20,  # r_ir is to be over it (Prometric; Ebel & Frisbie 1991)
    "distractor": 0.05,  # share of candidates from which on a distractor functions (Tarrant et al. 2009)
    "scaled": 0.50,  # facility over which that share falls with 1 - p (Raymond et al. 2019; this point is ours)
    "rival": 0.05,  # r over which a distractor may be a key, where `distractor` of candidates chose it
    "n_facility": 30,  # candidates below which nothing is said of a facility
    "n_discrimination": 100,  # the same for correlations, for distractors and for the top 27 %
}
BANDS = ((0.40, "very good"), (0.30, "good"), (0.20, "marginal"), (0.0, "poor"))  # Ebel & Frisbie 1991, from r_ir
OPTIMAL = (0.30, 0.89)  # facilities (Prometric)
KEY_CHECK = "key-check"  # the kind of flag that is an error
