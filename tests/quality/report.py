"""The yardstick's tables, in text."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

from tests.quality.banks import Half
from tests.quality.figures import Counts, total
from tests.quality.flaws import FLAWS, Flaw
from tests.quality.measured import HALVES
from tests.quality.noise import Noise
from tests.quality.simulated import BANKS, alarms
from tests.quality.targets import allowed, shortfall

from exambank.check.rule import Rule
from exambank.check.rules import RULES

Measured = Mapping[tuple[str, Half], Counts]
HEAD = ("rule", "severity", "open P", "R", "held-out P", "R", "both P", "95 %", "R", "κ", "allows", "lacks")


def rule_of(code: str) -> Rule:
    """The rule itself."""
    rule: Rule = import_module(RULES[code]).RULE
    return rule


def by_rule(measured: Measured, kappas: Mapping[str, float | None], flaws: Iterable[Flaw] = FLAWS) -> str:
    """A row a rule, its halves apart and together."""
    rows: list[Sequence[str]] = [HEAD]
    for flaw in flaws:
        rule, halves = rule_of(flaw.code), [measured[flaw.code, half] for half in HALVES]
        both, kappa = total(halves), kappas[flaw.label]
        severity = "preview" if rule.is_preview else str(rule.severity)
        cells = [cell for half in halves for cell in (precision(half), recall(half))]
        ends = [share(kappa), allowed(both, kappa), shortfall(rule, both)]
        rows.append((f"{rule.code} {rule.name}", severity, *cells, precision(both), bounds(both), recall(both), *ends))
    return aligned(rows)


def by_family(measured: Measured) -> str:
    """A row a family and half; the rules that are on by default, and those in preview."""
    rows: list[Sequence[str]] = [("family", "rules", "open P", "R", "held-out P", "R", "both P", "95 %", "R")]
    families = sorted({flaw.code[:3] for flaw in FLAWS})
    for family in [*families, ""]:
        for is_preview in (False, True):
            codes = [
                flaw.code
                for flaw in FLAWS
                if flaw.code.startswith(family) and rule_of(flaw.code).is_preview is is_preview
            ]
            if codes:
                halves = [total(measured[code, half] for code in codes) for half in HALVES]
                both = total(halves)
                cells = [cell for half in halves for cell in (precision(half), recall(half))]
                kind = "preview" if is_preview else "default"
                rows.append((family or "all", kind, *cells, precision(both), bounds(both), recall(both)))
    return aligned(rows)


def by_bank(noises: Mapping[str, Noise]) -> str:
    """Findings per 100 items of each bank, by severity; rules in preview in a column of their own."""
    rows: list[Sequence[str]] = [("bank", "items", "errors", "warnings", "infos", "preview")]
    for name, noise in noises.items():
        grades = [f"{noise.per_hundred(grade, is_preview=False):.1f}" for grade in ("error", "warning", "info")]
        rows.append((name, str(noise.items), *grades, f"{noise.per_hundred(is_preview=True):.1f}"))
    return aligned(rows)


def noise_by_rule(noise: Noise) -> str:
    """Findings per 100 items of all banks, a row a rule and severity."""
    rows: list[Sequence[str]] = [("rule", "severity", "findings", "per 100 items")]
    for (code, severity), count in sorted(noise.findings.items()):
        name = f"{code} {rule_of(code).name}" if code in RULES else code
        kind = " (preview)" if code in RULES and rule_of(code).is_preview else ""
        rows.append((name, severity + kind, str(count), f"{100 * count / noise.items:.2f}"))
    return aligned(rows)


def false_alarms(items: int) -> str:
    """A row a rule: shares of banks that chance has made, and that it finds fault with."""
    rows: list[Sequence[str]] = [("rule", "warning or error", "error")]
    for code in ("BNK001", "BNK002", "BNK003", "BNK004"):
        rule = rule_of(code)
        found = alarms(rule, items)
        rows.append((f"{code} {rule.name}", f"{found.total() / BANKS:.4f}", f"{found['error'] / BANKS:.4f}"))
    return aligned(rows)


def precision(counts: Counts) -> str:
    """Right hits of all hits."""
    return f"{counts.true_hits}/{counts.hits}" if counts.hits else "–"


def recall(counts: Counts) -> str:
    """Flawed items found, of those that were not drawn for a hit's sake."""
    return f"{counts.found}/{counts.flawed}" if counts.flawed else "–"


def bounds(counts: Counts) -> str:
    """The precision and its bounds."""
    low, high = counts.precision_bounds
    return f"{share(counts.precision)} ({low:.2f}–{high:.2f})" if counts.hits else "–"


def share(value: float | None) -> str:
    """A share with two decimals."""
    return "–" if value is None else f"{value:.2f}"


def aligned(rows: Iterable[Sequence[str]]) -> str:
    """The rows as lines of columns of one width each."""
    table = list(rows)
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in table)
