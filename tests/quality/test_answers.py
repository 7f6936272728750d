"""Readers' answers into labels."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.quality.answers import AnswerError, read_answers, settled
from tests.quality.labels import Labelled

DIGEST = "3fa9c1" + "0" * 58


def labelled(a: Sequence[str], b: Sequence[str], **verdicts: bool) -> Labelled:
    return Labelled(
        DIGEST, "cloud", frozenset(a), frozenset(b), {name.replace("_", "-"): v for name, v in verdicts.items()}
    )


def test_a_line_an_item(tmp_path: Path) -> None:
    (tmp_path / "part-01.txt").write_text("3fa9c1: clang, longest-key\n\n77b0e2: none\n")
    assert read_answers(tmp_path, ["3fa9c1", "77b0e2"]) == {
        "3fa9c1": {"clang", "longest-key"},
        "77b0e2": frozenset(),
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("3fa9c1: clangs", "unknown label clangs"),
        ("", "no answer for 3fa9c1"),
        ("3fa9c1: none\nffffff: none", "part-01.txt:2: ffffff: none"),
        ("3fa9c1: none\n3fa9c1: clang", "part-01.txt:2: stands twice"),
        ("3fa9c1 clang", "part-01.txt:1: 3fa9c1 clang"),
    ],
)
def test_what_is_wrong_with_answers_is_said(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "part-01.txt").write_text(text)
    with pytest.raises(AnswerError, match=fault):
        read_answers(tmp_path, ["3fa9c1"])


def test_agreed_labels_are_true_and_disputed_ones_wait() -> None:
    one = labelled(["clang", "opinion"], ["clang"])
    assert [one.has(label) for label in ("clang", "opinion", "placeholder")] == [True, None, False]


def test_a_third_reader_settles() -> None:
    (one,) = settled({DIGEST: labelled(["opinion"], ["clang"])}, "3fa9c1 opinion yes\n3fa9c1 clang no\n")
    assert [one.has(label) for label in ("opinion", "clang")] == [True, False]


@pytest.mark.parametrize("line", ["3fa9c1 clang yes", "3fa9c1 opinion perhaps", "77b0e2 opinion no"])
def test_only_what_is_disputed_can_be_settled(line: str) -> None:
    with pytest.raises(AnswerError, match=line):
        settled({DIGEST: labelled(["clang", "opinion"], ["clang"])}, line)
