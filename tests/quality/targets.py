"""What a rule has to reach for the severity that it has, and what its figures would allow."""

from tests.quality.figures import Counts

from exambank.check.rule import Rule
from exambank.finding import Severity

EXACT = frozenset({"KEY003", "KEY004", "OPT001", "OPT019", "STR009", "TXT005", "TXT007"})  # what they find is counted
ERROR = 0.98  # precision of an error that is read from text
WARNING, WARNING_BOUND, WARNING_HITS = 0.90, 0.80, 30  # precision, its lower bound, hits that must be labelled
INFO, INFO_HITS = 0.70, 10
KAPPA = 0.60  # below it readers do not agree on what the flaw is, and no rule can be right


def allowed(counts: Counts, kappa: float | None) -> str:
    """The highest severity that the figures allow: error, warning, info or preview."""
    precision = counts.precision
    if precision is None or counts.hits < INFO_HITS or precision < INFO or (kappa is not None and kappa < KAPPA):
        return "preview"
    bound = counts.precision_bounds[0]
    if precision >= WARNING and bound >= WARNING_BOUND and counts.hits >= WARNING_HITS:
        return "error" if precision >= ERROR else "warning"
    return "info"


def shortfall(rule: Rule, counts: Counts) -> str:
    """What a rule's figures lack for its own severity; nothing for preview rules and where all is well."""
    precision = counts.precision
    if rule.is_preview or precision is None:
        return ""
    if rule.code in EXACT:
        return "" if precision == 1 else "precision below 1.00"
    if rule.severity is Severity.INFO:
        lacks = [f"{counts.hits} hits of {INFO_HITS}"] if counts.hits < INFO_HITS else []
        return ", ".join([*lacks, *([f"precision below {INFO:.2f}"] if precision < INFO else [])])
    aim = ERROR if rule.severity is Severity.ERROR else WARNING
    lacks = [f"precision below {aim:.2f}"] if precision < aim else []
    lacks += [f"{counts.hits} hits of {WARNING_HITS}"] if counts.hits < WARNING_HITS else []
    lacks += [f"bound below {WARNING_BOUND:.2f}"] if counts.precision_bounds[0] < WARNING_BOUND else []
    return ", ".join(lacks)
