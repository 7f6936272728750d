"""Whatever figures an item has, the rule says something of one line, at a place, that quotes no text of the item."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_bank import write_small_bank

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.item_figures import option_ids
from exambank.check.rules.lifecycle.statistics_flag import RULE
from exambank.check.run import bank_facts
from exambank.check.statistics_file import StatisticsFile, parse_statistics, write_statistics
from exambank.finding import Fault
from exambank.model.statistics import ItemStatistics, OptionStatistics
from exambank.source.discover import STATISTICS_FILE

shares = st.floats(0, 1) | st.sampled_from([0.0, 1.0, 0.5])
correlations = st.none() | st.floats(-1, 1)
options = st.builds(OptionStatistics, share=shares, r=correlations, top=st.none() | shares)
OTHER = "0" * 64


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> BankView:
    """The small bank, which has items of all interactions."""
    root = write_small_bank(tmp_path_factory.mktemp("bank"))
    return bank_view(read_bank_files(root), (), bank_facts(root, use_cache=False))


@st.composite
def entries(draw: st.DrawFn, items: Sequence[Facts]) -> dict[str, ItemStatistics]:
    """Figures of some items, most of them of their present text and key, with most of their options."""
    found: dict[str, ItemStatistics] = {}
    for facts in draw(st.lists(st.sampled_from(items), max_size=3, unique_by=lambda one: one.path)):
        ids = draw(st.lists(st.sampled_from([*option_ids(facts), "o0123456789"]), unique=True))
        found[f"{facts.id}@{draw(st.sampled_from([facts.version, facts.version, 9]))}"] = ItemStatistics(
            key=draw(st.sampled_from([facts.key_digest, facts.key_digest, OTHER])),
            text=draw(st.sampled_from([facts.text_digest, facts.text_digest, OTHER])),
            n=draw(st.sampled_from([1, 30, 100, 10**9])),
            facility=draw(shares),
            discrimination=draw(correlations),
            options={name: draw(options) for name in ids},
            omitted=draw(shares),
        )
    return found


def found(view: BankView, figures: dict[str, ItemStatistics]) -> list[Fault]:
    return list(RULE.check(msgspec.structs.replace(view, statistics=StatisticsFile(figures)), limits=RULE.limits))


@settings(max_examples=200)
@given(data=st.data())
def test_any_figures(view: BankView, data: st.DataObject) -> None:
    figures = data.draw(entries(view.items))
    places = parse_statistics(write_statistics(figures)).places
    paths = {facts.path: facts for facts in view.items}
    for fault in found(view, figures):
        assert fault.message.isprintable()
        assert fault.mend.isprintable()
        if fault.path == STATISTICS_FILE:
            assert fault.at == () or fault.at in places.fields
            continue
        facts = paths[fault.path or ""]
        assert fault.at == ("stem",) or (fault.at[0] == "options" and fault.at[1] not in facts.keys)
        for text in facts.texts:
            assert text not in fault.message


def test_an_item_that_is_sound_by_all_figures_is_left_alone(view: BankView) -> None:
    """Single choice with the key where the item has it: no other key would be found sound by these figures."""
    facts = next(one for one in view.items if one.interaction == "choice" and one.options == 3)
    for key, name in enumerate(option_ids(facts)):
        shared = {one: OptionStatistics(share=0.2, r=-0.2, top=0.1) for one in option_ids(facts)}
        figures = ItemStatistics(
            key=facts.key_digest,
            text=facts.text_digest,
            n=240,
            facility=0.6 if key in facts.keys else 0.2,
            discrimination=0.3,
            options={**shared, name: OptionStatistics(share=0.6, r=0.3, top=0.8)},
        )
        said = found(view, {f"{facts.id}@{facts.version}": figures})
        assert (said == []) == (key in facts.keys)
