"""The whole bank as its rules see it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from exambank.check.facts import Facts
from exambank.check.public_repository import is_public_repository
from exambank.check.today import today
from exambank.keys.lock import Lock
from exambank.keys.second_keys import SecondKeys
from exambank.model.bank import Bank
from exambank.model.blueprint import Blueprint
from exambank.model.form import Form
from exambank.source.pictures.metadata import Said
from exambank.syntax.positions import Places

if TYPE_CHECKING:
    from exambank.check.statistics_file import StatisticsFile


class BankView(Struct, frozen=True, dict=True):
    """Facts of all items and stimuli that parse, the settings, the blueprint, the lock, blind answers, other files.

    `bank` and `blueprint` are None where their files have findings of their own; `places` are by file name, as are
    `forms`, without those that could not be read. Dates are compared with `today`. `is_public` says that a CI service
    calls the repository public. `pictures` looks through the pictures and gives what each says.
    `translations` are neither items nor stimuli: most rules over the bank would count them twice.
    `statistics` are None where there is no such file.
    `unread` are the paths of items that could not be read, about which no rule may say that they are missing.
    """

    items: Sequence[Facts]
    stimuli: Sequence[Facts]
    bank: Bank | None
    blueprint: Blueprint | None
    lock: Lock
    files: frozenset[str]
    unread: frozenset[str] = frozenset()
    places: Mapping[str, Places] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    today: date = field(default_factory=today)
    is_public: bool = field(default_factory=is_public_repository)
    pictures: Callable[[], Mapping[str, Said]] = dict
    translations: Sequence[Facts] = ()
    statistics: "StatisticsFile | None" = None
    second_keys: SecondKeys = SecondKeys()

    @cached_property
    def by_id(self) -> Mapping[str, Sequence[Facts]]:
        """Items and stimuli by id."""
        found: dict[str, list[Facts]] = defaultdict(list)
        for facts in (*self.items, *self.stimuli):
            found[facts.id].append(facts)
        return found

    @cached_property
    def items_by_id(self) -> Mapping[str, Sequence[Facts]]:
        """Items by id, without stimuli."""
        found: dict[str, list[Facts]] = defaultdict(list)
        for facts in self.items:
            found[facts.id].append(facts)
        return found

    @property
    def keyed(self) -> Sequence[Facts]:
        """What has a key of its own in the lock: items, and translations of such."""
        return [*self.items, *(one for one in self.translations if one.key_digest)] if self.translations else self.items

    @cached_property
    def families(self) -> Mapping[str, str]:
        """Ids of items with variants → one of their family: whoever names one is a variant of all that it is one of."""
        above: dict[str, str] = {}

        def first(name: str) -> str:
            while above.setdefault(name, name) != name:
                above[name] = above[above[name]]
                name = above[name]
            return name

        for facts in self.items:
            for other in facts.variants:
                one, two = sorted((first(facts.id), first(other)))
                above[two] = one
        return {name: first(name) for name in list(above)}

    def are_variants(self, one: str, other: str) -> bool:
        """Whether two items are declared to ask the same in another way."""
        return one in self.families and self.families[one] == self.families.get(other)

    @property
    def has_second_keying(self) -> bool:
        """Whether the house keys items a second time: there is a record, or bank.yaml asks for one."""
        return self.second_keys.exists or (self.bank is not None and self.bank.second_keying)

    @property
    def live_forms(self) -> Iterator[tuple[str, Form]]:
        """Path and form of those that are not retired."""
        return ((path, form) for path, form in self.forms.items() if not form.is_retired)
