"""What a bank holds against what its blueprint wants: by domain, objective, cognitive level and status."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from exambank.check.bank_files import BankFiles, read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.bank_view import BankView
from exambank.check.run import bank_facts
from exambank.model.allocation import allocate
from exambank.model.base import RETIRED
from exambank.model.blueprint import Blueprint


@dataclass(frozen=True, slots=True)
class DomainCoverage:
    """A domain's weight in percent, the items a form wants of it, those present, and how many are to be written."""

    id: str
    title: str
    weight: Decimal
    wanted: int
    present: int
    gap: int


@dataclass(frozen=True, slots=True)
class ObjectiveCoverage:
    """How many items an objective has."""

    id: str
    domain: str
    title: str
    present: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A bank against its blueprint, for a form of `length` scored items. `outside` are items of no known objective."""

    title: str
    length: int
    domains: tuple[DomainCoverage, ...]
    objectives: tuple[ObjectiveCoverage, ...]
    cognitive: dict[str, int]
    statuses: dict[str, int]
    outside: int

    @property
    def gap(self) -> int:
        """Items to be written in all."""
        return sum(domain.gap for domain in self.domains)


class NoBlueprint(Exception):  # noqa: N818 - says what there is not
    """The bank has no blueprint that can be read; `files` holds the findings."""

    def __init__(self, files: BankFiles) -> None:
        super().__init__("the bank has no readable blueprint")
        self.files = files


def coverage(root: Path, length: int | None = None) -> Coverage:
    """The coverage of the bank at `root`, for its blueprint's form or one of another length.

    Raises:
        NoBlueprint: there is none to compare with.
    """
    files = read_bank_files(root)
    if files.blueprint is None:
        raise NoBlueprint(files)
    view = bank_view(files, (), bank_facts(root))
    return coverage_of(view, files.blueprint, files.blueprint.form.scored_items if length is None else length)


def coverage_of(view: BankView, blueprint: Blueprint, length: int) -> Coverage:
    """Counts items that are not retired, suspended or compromised."""
    items = [facts for facts in view.items if facts.status not in RETIRED]
    by_objective = Counter(facts.objective for facts in items)
    wanted = allocate([domain.weight for domain in blueprint.domains], length)
    domains = tuple(
        _domain(blueprint, number, by_objective, wanted[number]) for number in range(len(blueprint.domains))
    )
    objectives = tuple(
        ObjectiveCoverage(objective.id, domain.id, objective.title, by_objective[objective.id])
        for domain in blueprint.domains
        for objective in domain.objectives
    )
    levels = view.bank.cognitive_levels if view.bank else ()
    return Coverage(
        title=blueprint.title,
        length=length,
        domains=domains,
        objectives=objectives,
        cognitive=_in_order(levels, Counter(facts.cognitive for facts in items if facts.cognitive)),
        statuses=dict(sorted(Counter(facts.status for facts in view.items).items())),
        outside=len(items) - sum(domain.present for domain in domains),
    )


def _domain(blueprint: Blueprint, number: int, by_objective: Counter[str], wanted: int) -> DomainCoverage:
    domain = blueprint.domains[number]
    present = sum(by_objective[objective.id] for objective in domain.objectives)
    return DomainCoverage(domain.id, domain.title, domain.weight, wanted, present, max(0, wanted - present))


def _in_order(levels: Sequence[str], counts: Counter[str]) -> dict[str, int]:
    return {level: counts[level] for level in (*levels, *sorted(set(counts) - set(levels)))}
