"""Coverage as JSON by its schema, as a table with straight columns, and as Markdown; goldens are in tests/cli."""

import json
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from pydantic import TypeAdapter

from exambank.coverage.counts import Coverage, DomainCoverage, ObjectiveCoverage
from exambank.coverage.tables import CoverageObject, as_json, as_markdown, as_table
from exambank.report.terminal import width

SCHEMA = Draft202012Validator(TypeAdapter(CoverageObject).json_schema())
titles = st.sampled_from(["Planning", "計画と目標", "a | b", "תכנון", "", "e\u0301", "x" * 40])
counts = st.integers(0, 2000)
weights = st.decimals(0, 100, places=2)
domains = st.builds(DomainCoverage, st.just("d"), titles, weights, counts, counts, counts)
objectives = st.builds(ObjectiveCoverage, st.just("d.o"), st.just("d"), titles, counts)
coverages = st.builds(
    Coverage, titles, counts, st.lists(domains, min_size=1, max_size=4).map(tuple), st.lists(objectives).map(tuple),
    st.dictionaries(st.sampled_from(["recall", "apply"]), counts), st.dictionaries(st.sampled_from(["draft"]), counts),
    counts,
)  # fmt: skip


@settings(max_examples=50)
@given(coverages)
def test_the_json_keeps_to_its_schema(coverage: Coverage) -> None:
    data = json.loads(as_json(coverage, False))
    SCHEMA.validate(data)
    assert [domain["present"] for domain in data["domains"]] == [domain.present for domain in coverage.domains]
    assert data["gap"] == sum(domain.gap for domain in coverage.domains)


@settings(max_examples=50)
@given(coverages)
def test_the_columns_of_the_table_are_straight(coverage: Coverage) -> None:
    lines = as_table(coverage, False).split("\n")[2:]
    table = lines[: lines.index("")]
    assert all(width(one) == width(other) for one, other in pairwise(table))
    assert len(table) == len(coverage.domains) + 4


@settings(max_examples=50)
@given(coverages)
def test_the_markdown_has_a_row_a_domain(coverage: Coverage) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(coverage, False))
    cells = [token.type for token in tokens].count("td_open")
    assert cells == 5 * (len(coverage.domains) + 1)


def test_a_title_calls_nobody_and_is_no_markup() -> None:
    title = "<b>@team</b> #1 *x*"
    domain = DomainCoverage("d", title, Decimal(100), 1, 1, 0)
    html = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(as_markdown(Coverage(title, 1, (domain,), (), {}, {}, 0), False))
    )
    assert html.count("&lt;b&gt;@\u200bteam&lt;/b&gt; #\u200b1 *x*") == 2


def test_what_is_short_is_bold_where_there_is_colour() -> None:
    short = DomainCoverage("a", "A", Decimal(50), 2, 1, 1)
    full = DomainCoverage("b", "B", Decimal(50), 1, 1, 0)
    table = as_table(Coverage("T", 3, (short, full), (), {}, {}, 0), True)
    assert "\033[1;33mA" in table
    assert "\033[1;33mB" not in table
    assert "\033" not in as_table(Coverage("T", 3, (short, full), (), {}, {}, 0), False)
