"""The worked example of docs/statistics.md is true: digests, ids, the finding, and the tables of limits."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator
from tests.check.rules.conftest import STANDARD_FILES
from tests.check.rules.conftest import line as shown
from tests.docs.generate import ROOT

from exambank.check.flag_limits import LIMITS
from exambank.check.run import check_bank
from exambank.check.statistics_file import parse_statistics, write_statistics
from exambank.source.discover import STATISTICS_FILE

PAGE = (ROOT / "docs" / "statistics.md").read_text("utf-8")


def fence(kind: str) -> str:
    """The text of the page's first fence of a kind."""
    found = re.search(rf"^(`{{3,}}){kind}\n(.*?)^\1$", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[2]


def test_the_file_is_written_as_exambank_writes_it() -> None:
    found = parse_statistics(fence("json"))
    assert found.findings == ()
    assert write_statistics(found.entries) == fence("json")


def test_the_published_schema_takes_it() -> None:
    schema = json.loads((ROOT / "schemas" / "statistics.schema.json").read_text("utf-8"))
    is_valid = Draft202012Validator(schema).is_valid
    assert is_valid(json.loads(fence("json")))
    assert not is_valid(json.loads(fence("json").replace('"n": 120', '"n": 0')))
    assert not is_valid(json.loads(fence("json").replace('"share"', '"part"')))


def test_the_example_is_found_at_its_item(tmp_path: Path) -> None:
    for name, text in STANDARD_FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "planning-quota-007.md").write_text(fence("markdown"), "utf-8")
    (tmp_path / STATISTICS_FILE).write_text(fence("json"), "utf-8")
    found = check_bank(tmp_path, use_cache=False).findings
    assert [shown(one) for one in found if one.code == "LIF006"] == [fence("text").strip()]


def test_the_listing_gives_the_digests_and_ids(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    (bank / "items").mkdir(parents=True)
    for name, text in STANDARD_FILES.items():
        (bank / name).write_text(text, "utf-8")
    (bank / "items" / "planning-quota-007.md").write_text(fence("markdown"), "utf-8")
    script = fence("python").replace('Path("bank")', f"Path({str(bank)!r})")
    printed: list[str] = []
    exec(script, {"print": lambda *words: printed.append(" ".join(words))})
    (entry,) = parse_statistics(fence("json")).entries.items()
    (words,) = [row.split() for row in printed]
    assert words[:3] == [entry[0], entry[1].key, entry[1].text]
    assert sorted(words[3:]) == sorted(entry[1].options)


def test_the_tables_have_every_limit() -> None:
    table = PAGE.partition("| limit | is | default |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (`[a-z_`, ]+) \|.*\| ([0-9., ]+) \|$", table, re.MULTILINE)
    told = {
        name: float(value)
        for names, values in rows
        for name, value in zip(re.findall(r"[a-z_]+", names), values.split(", "), strict=True)
    }
    assert told == dict(LIMITS)
