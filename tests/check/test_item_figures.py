"""An entry and its item: the same options, and figures that can both be true."""

from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies.sources import PIECES

from exambank.check.facts import Facts
from exambank.check.item_figures import clashes, figures_of, option_ids
from exambank.check.item_flags import OptionFigures
from exambank.model.identity import option_id
from exambank.model.statistics import ItemStatistics, OptionStatistics
from exambank.richtext.text import RichText
from exambank.source.digest import digest_of

ID = "planning-quota-001"
TEXTS = ("Budget", "Weather", "*Season*")
IDS = tuple(option_id(ID, RichText(text)) for text in TEXTS)
DIGEST = "0" * 64


def facts(interaction: str = "choice", keys: tuple[int, ...] = (0,), texts: tuple[str, ...] = TEXTS) -> Facts:
    """An item that is scored all or nothing."""
    key = digest_of([interaction, sorted(IDS[place] for place in keys)]) if texts else DIGEST
    return Facts(
        "a.md", "item", ID, 1, "operational", interaction=interaction, options=len(texts), keys=keys,
        key_digest=key, texts=("What?", *texts),
    )  # fmt: skip


def entry(
    *shares: float, facility: float | None = None, omitted: float = 0, tops: tuple[float | None, ...] = ()
) -> ItemStatistics:
    """An entry with these shares."""
    pairs = zip(shares, tops or [None] * len(shares), strict=True)
    options = {name: OptionStatistics(share=share, top=top) for name, (share, top) in zip(IDS, pairs, strict=False)}
    first = shares[0] if shares else 0.5
    return ItemStatistics(
        key=DIGEST, text=DIGEST, n=240, facility=first if facility is None else facility, options=options,
        omitted=omitted,
    )  # fmt: skip


def fields(item: Facts, given: ItemStatistics) -> list[str]:
    return [".".join(map(str, at)) for at, _, _ in clashes(item, option_ids(item), given)]


def test_ids_are_those_of_the_item() -> None:
    assert option_ids(facts()) == IDS


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join).map(str.strip) | st.text(min_size=1))
@example("Budget ")
@example("a  b")
@example("é & <b>")
@example("Größe\n\nund mehr")
def test_the_short_way_gives_the_same_ids(text: str) -> None:
    assert option_ids(facts(texts=(text,))) == (option_id(ID, RichText(text)),)


def test_figures_stand_in_the_order_of_the_item() -> None:
    given_entry = ItemStatistics(
        key=DIGEST, text=DIGEST, n=50, facility=0.6, discrimination=0.3,
        options={IDS[1]: OptionStatistics(share=0.4, r=-0.1, top=0.1), IDS[0]: OptionStatistics(share=0.6)},
    )  # fmt: skip
    found = figures_of(facts(), IDS, given_entry)
    assert (found.n, found.facility, found.discrimination) == (50, 0.6, 0.3)
    assert found.options == (OptionFigures(True, 0.6), OptionFigures(False, 0.4, -0.1, 0.1))


def test_chance_is_known_where_one_option_is_chosen() -> None:
    assert figures_of(facts(), IDS, entry()).chance == 1 / 3
    assert figures_of(facts("true-false"), IDS, entry()).chance == 1 / 3
    assert figures_of(facts("multiple-response"), IDS, entry()).chance is None
    assert figures_of(facts("numeric", (), ()), (), entry()).chance is None


def test_shares_sum_to_one() -> None:
    assert fields(facts(), entry(0.5, 0.3, 0.2)) == []
    assert fields(facts(), entry(0.5, 0.3, 0.18)) == [], "off by a rounded figure each"
    assert fields(facts(), entry(0.5, 0.3, 0.179)) == ["options"]
    assert fields(facts(), entry(0.5, 0.3, 0.22)) == []
    assert fields(facts(), entry(0.5, 0.3, 0.221)) == ["options"]
    assert fields(facts(), entry(0.5, 0.3, 0.1, omitted=0.1)) == []
    assert fields(facts("true-false"), entry(0.5, 0.3, 0.1)) == ["options"]
    assert fields(facts("multiple-response", (0, 1)), entry(0.9, 0.8, 0.7)) == []


def test_shares_of_the_top_sum_to_one_or_to_less_where_some_chose_nothing() -> None:
    assert fields(facts(), entry(0.5, 0.3, 0.2, tops=(0.8, 0.1, 0.1))) == []
    assert fields(facts(), entry(0.5, 0.3, 0.2, tops=(0.8, 0.1, None))) == []
    assert fields(facts(), entry(0.5, 0.3, 0.2, tops=(0.8, 0.1, 0.2))) == ["options"]
    assert fields(facts(), entry(0.5, 0.3, 0.2, tops=(0.8, 0.1, 0))) == ["options"]
    assert fields(facts(), entry(0.5, 0.3, 0.1, omitted=0.1, tops=(0.8, 0.1, 0))) == []
    assert fields(facts(), entry(0.5, 0.3, 0.1, omitted=0.1, tops=(0.8, 0.1, 0.2))) == ["options"]


def test_the_facility_is_the_share_of_the_key() -> None:
    assert fields(facts(), entry(0.5, 0.3, 0.2, facility=0.51)) == []
    assert fields(facts(), entry(0.5, 0.3, 0.2, facility=0.49)) == []
    assert fields(facts(), entry(0.5, 0.3, 0.2, facility=0.511)) == ["facility"]
    assert fields(facts("multiple-response", (0, 1)), entry(0.5, 0.3, 0.2, facility=0.9)) == []


def test_with_shares_of_points_it_is_not() -> None:
    per_option = Facts(
        "a.md", "item", ID, 1, "operational", interaction="choice", options=3, keys=(0,),
        key_digest=digest_of(["choice", [f"{IDS[0]}=100"]]), texts=("What?", *TEXTS),
    )  # fmt: skip
    assert fields(per_option, entry(0.5, 0.3, 0.2, facility=0.65)) == []


def test_other_options_than_the_items() -> None:
    given_entry = entry(0.5, 0.5)
    assert fields(facts(), given_entry) == ["options"]
    assert fields(facts(texts=TEXTS[:1]), given_entry) == [f"options.{IDS[1]}"]
    assert fields(facts("numeric", (), ()), given_entry) == [f"options.{IDS[0]}", f"options.{IDS[1]}"]
    assert fields(facts("numeric", (), ()), entry()) == []
