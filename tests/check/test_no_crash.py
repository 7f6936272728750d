"""Whatever a file holds, `check` has findings about it and goes on."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.small_bank import BANK, BLUEPRINT
from tests.strategies.sources import PIECES, made, texts

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_findings
from exambank.check.examine import Examined, examine
from exambank.check.facts import Facts
from exambank.check.statistics_file import write_statistics
from exambank.check.workers import setting_of
from exambank.finding import Finding
from exambank.formatting import ORDER
from exambank.keys.lock import write_lock
from exambank.model.statistics import ItemStatistics, OptionStatistics
from exambank.source.digest import digest
from exambank.source.read import decode

PATH = "items/a.md"
FIELDS = (
    "id", "version", "tags", "points", "difficulty", "references", "suppress", "lang", "enemies", "x-a", "shuffle",
    "time", "title",
)  # fmt: skip


Look = Callable[[bytes], None]


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Examines bytes with every rule, in a bank with defaults and a house schema."""
    root = tmp_path_factory.mktemp("bank")
    (root / "bank.yaml").write_text(BANK + "defaults: {scoring: per-option}\nhouse_schema: house.json\n", "utf-8")
    (root / "house.json").write_text('{"properties": {"tags": {"maxItems": 1}}}', "utf-8")
    files = read_bank_files(root)
    assert files.house_schema is not None
    setting = setting_of(files)

    def look(data: bytes) -> None:
        hold_outcome(data, examine(decode(PATH, data), setting))

    return look


def hold_outcome(data: bytes, found: Examined) -> None:
    """What every outcome promises."""
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in found.findings:
        hold(finding, PATH, len(lines))
    assert found.document.digest == digest(data)
    if found.facts is None:
        assert found.findings, "a file that gives nothing is told why"
    else:
        assert msgspec.json.decode(msgspec.json.encode(found.facts), type=Facts) == found.facts


def hold(finding: Finding, path: str, lines: int) -> None:
    """A finding has one line of words and a place within its file."""
    place = finding.place
    assert place.path == path
    assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column), finding
    assert place.end_line <= lines, finding
    for words in (finding.message, finding.mend):
        assert words.strip()
        assert len(words.splitlines()) == 1, words


@settings(max_examples=200)
@given(data=st.binary(max_size=300))
@example(data=b"")
@example(data=b"\xef\xbb\xbf---\n---\n")
def test_any_bytes(look: Look, data: bytes) -> None:
    look(data)


@settings(max_examples=200)
@given(text=texts)
@example(text="---\n0:\n---\n- [V\u2028]")
@example(text="---\nid: a\nobjective: b.c\nstatus: draft\ninteraction: numeric\n---\n\nq\n\n## Answer\n\n- e5\n")
def test_any_text(look: Look, text: str) -> None:
    look(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=100)
@given(body=made)
def test_any_body_below_sound_front_matter(look: Look, body: str) -> None:
    header = "---\nid: a\nobjective: water.states\nstatus: approved\n---\n\n"
    look((header + body).encode("utf-8", "surrogatepass"))


@settings(max_examples=100)
@given(value=st.lists(st.sampled_from(PIECES), max_size=8).map("".join), name=st.sampled_from(FIELDS))
def test_any_value_of_a_field(look: Look, name: str, value: str) -> None:
    fields = {"id": "a", "objective": "water.states", "status": "draft", name: value}
    header = "".join(f"{field}: {text}\n" for field, text in fields.items())
    look(f"---\n{header}---\n\nWhat?\n\n- [x] This\n- [ ] That\n".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "value", ["{a: b}", "[{a: [1]}]", "[[1], ~]", "1.5", "true", "~", "2026-11-26", ".nan", "&a [*a]"]
)
def test_a_value_of_any_kind_beside_faults_that_can_be_mended(look: Look, value: str) -> None:
    """What a mend may change depends on fields, which may hold anything."""
    for name in (*ORDER, "x-a"):
        fields = {"id": "a", "objective": "water.states", "status": "draft", name: value}
        header = "".join(f"{field}: {text}\n" for field, text in fields.items())
        look(f"---\n{header}---\n\nWhat <b>is</b> is it?\n\n- [x] This\n- [ ] That\n\n## Rational\n\nSo.\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5_000 + "a",
        "- " * 5_000 + "a",
        "[" * 20_000,
        "![" * 10_000,
        "*a **" * 5_000,
        "`" * 20_000 + "a",
        "$" * 20_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000,
        "<" * 20_000,
        "# " * 5_000,
        "- [x] a\n" * 3_000,
        "(Choose " * 5_000,
        "which " * 3_000 + "two",
    ],
    ids=lambda text: text[:8],
)
def test_long_and_deep_bodies(look: Look, text: str) -> None:
    header = "---\nid: a\nobjective: water.states\nstatus: draft\n---\n\n"
    look(f"{header}{text}\n\n- [x] This\n- [x] That\n- [ ] {text}\n".encode())


@pytest.mark.parametrize(
    "value",
    [
        "[" * 3_000,
        "{a: " * 3_000,
        "1" * 100_000,
        "1e999999999",
        "-" * 3_000,
        ".inf",
        ".nan",
        "0x1F",
        "1_000",
        "2026-02-30",
    ],
    ids=lambda value: value[:8],
)
def test_long_and_deep_front_matter(look: Look, value: str) -> None:
    for name in ("points", "version", "difficulty", "references", "x-a"):
        header = f"---\nid: a\nobjective: water.states\nstatus: draft\n{name}: {value}\n---\n\n"
        look(f"{header}What?\n\n- [x] This\n- [ ] That\n".encode())


FIGURES = ItemStatistics(
    key="0" * 64, text="f" * 64, n=240, facility=0.4, options={"o0123456789": OptionStatistics(share=0.4, r=0.3)}
)
OWN_FILES = {
    "bank.yaml": BANK,
    "blueprint.yaml": BLUEPRINT,
    "keys.lock": write_lock({}),
    "house.json": "{}",
    "statistics.json": write_statistics({"a@1": FIGURES, "b@1": FIGURES}),
}


@settings(max_examples=150)
@given(name=st.sampled_from(list(OWN_FILES)), data=st.data())
def test_any_file_of_the_bank_itself(name: str, data: st.DataObject) -> None:
    text = OWN_FILES[name]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    middle = data.draw(st.one_of(st.binary(max_size=20), made.map(lambda text: text.encode("utf-8", "surrogatepass"))))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for other, content in OWN_FILES.items():
            (root / other).write_text(content + "house_schema: house.json\n" * (other == "bank.yaml"), "utf-8")
        (root / name).write_bytes(text[:start].encode() + middle + text[end:].encode())
        for finding in bank_findings(root, (), {}):
            assert (root / finding.place.path).name == finding.place.path
            assert len(finding.message.splitlines()) == 1, finding
