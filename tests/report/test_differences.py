"""How a file would change, without its key: whichever it is, the lines are the same."""

import difflib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.building.test_candidate import permute_keys
from tests.small_bank import write_small_bank

from exambank.report.differences import differences, untold

ITEM = """\
---
id: a
suppress:
  - {code: OPT001, reason: Both}
---

Which? (60%)

> A quotation of the stem.

- [x] One (60%)
  > Because.
- [ ] Two
  goes on (-5 %)
1. [X] Three

```
- [x] code
```

## Answer

- 5

### More

nothing
"""
CHANGED = ITEM.replace("Which?", "Which? (Choose two.)").replace("- 5", "- 6").replace("[x] One", "[ ] One")
texts = st.lists(st.sampled_from(["a", "- [x] b (5%)", "  > c", "## d", "", "---"])).map("\n".join)


def test_what_tells_the_key_is_not_shown() -> None:
    assert untold(ITEM.splitlines()) == [
        "---", "id: a", "suppress:", "  - {code: OPT001, reason: Both}", "---", "", "Which? (60%)", "",
        "> A quotation of the stem.", "", "- […] One (…)", "…", "- […] Two", "  goes on (…)", "1. […] Three", "", "```",
        "- […] code", "```", "", "…", "…", "…", "…", "…", "…", "…",
    ]  # fmt: skip


def test_what_an_author_writes_in_a_gap_is_not_shown() -> None:
    lines = ["---", "---", "It is [the key](#gap-a) or [it](<#gap-b>), see [here](#other).", "", "## Gap a", "", "- it"]
    assert untold(lines)[2:] == ["It is […](#gap-a) or […](<#gap-b>), see [here](#other).", "", "…", "…", "…"]


def test_differences_are_those_of_a_unified_diff() -> None:
    assert list(differences("a.md", ITEM, CHANGED)) == [
        "--- a.md", "+++ a.md", "@@ -7 +7 @@", "-Which? (60%)", "+Which? (Choose two.) (60%)", "@@ -11 +11 @@",
        "-- […] One (…)", "+- […] One (…)", "@@ -23 +23 @@", "-…", "+…",
    ]  # fmt: skip


@given(texts, texts)
def test_headers_count_as_difflib_counts(before: str, after: str) -> None:
    def headers(lines: list[str]) -> list[str]:
        return [line.strip() for line in lines if line.startswith("@@")]

    wanted = difflib.unified_diff(before.splitlines(True), after.splitlines(True), n=0)
    assert headers(list(differences("a.md", before, after))) == headers(list(wanted))


def test_no_heading_in_a_fence_hides_what_follows() -> None:
    assert untold(["~~~~", "## no", "~~~", "```", "~~~~", "shown", "## yes", "hidden"])[5:] == ["shown", "…", "…"]


def test_permuting_all_keys_changes_no_line(tmp_path: Path) -> None:
    """Of an item of any interaction, wherever it changes: so a difference tells no key."""
    root = write_small_bank(tmp_path)
    before = {path: path.read_text("utf-8") for path in root.rglob("items/**/*.md")}
    assert permute_keys(root, 1) == 8
    for path, text in before.items():
        after = path.read_text("utf-8")
        assert text != after
        assert untold(text.splitlines()) == untold(after.splitlines()), path
