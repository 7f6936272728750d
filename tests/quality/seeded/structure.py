"""Faults of structure."""

from tests.quality.seeded.clean import Clean, seed

NUMERIC = "---\nid: seeded-1\nobjective: subject.matter\nstatus: draft\ninteraction: numeric\n---\n\n"


def numeric(item: Clean, answer: str) -> str:
    """The item as one whose answer is a number."""
    return f"{NUMERIC}{item.stem}\n\n## Answer\n\n- {answer}\n"


def cloze(item: Clean, title: str) -> str:
    """The item's stem with a gap behind it, and a section of this title."""
    head = NUMERIC.replace("interaction: numeric\n", "")
    return f"{head}{item.stem}\n\nIt is [____](#gap-a).\n\n## {title}\n\n- this\n- that\n"


STRUCTURE = (
    seed("STR001", lambda item: b"\xef\xbb\xbf" + item.text.encode(), lambda item: item.asking("Què diu, naïve Zoë?")),
    seed(
        "STR002",
        lambda item: item.text.replace("status:", "id: again\nstatus:"),
        lambda item: item.with_field("title: 'a: b'"),
    ),
    seed("STR003", lambda item: item.with_field("difficult: 0.5"), lambda item: item.with_field("x-difficult: 0.5")),
    seed(
        "STR004", lambda item: item.without_field("objective"), lambda item: item.with_field("objective: subject.other")
    ),
    seed(
        "STR005", lambda item: item.with_field("id: piano-key-1"), lambda item: item.with_field("id: piano-keyboard-1")
    ),
    seed("STR007", lambda item: item.with_distractor(""), lambda item: item.with_distractor("`;`")),
    seed(
        "STR008",
        lambda item: item.text.replace("- [x]", "- [*]"),
        lambda item: item.text.replace("- [x]", "* a point of the stem\n\n- [x]"),
    ),
    seed("STR009", lambda item: item.with_options("Red", "Green"), lambda item: item.with_options("Yes", "No")),
    seed("STR010", lambda item: item.with_keys(0), lambda item: item.with_keys(2)),
    seed("STR011", lambda item: item.with_keys(4), lambda item: item.with_keys(3)),
    seed("STR012", lambda item: item.with_field("difficulty: 0.2"), lambda item: item.with_field("difficulty: 0.25")),
    seed("STR013", lambda item: numeric(item, "[5, 1]"), lambda item: numeric(item, "[1, 5]")),
    seed(
        "STR014",
        lambda item: cloze(item, "Gap b"),
        lambda item: cloze(item, "Gap a"),
    ),
    seed(
        "STR016",
        lambda item: item.ending("## Rationales\n\nMore."),
        lambda item: item.ending("### Rationales\n\nMore."),
    ),
    seed(
        "STR017",
        lambda item: item.with_distractor("TODO"),
        lambda item: item.with_distractor("`TODO`"),
        lambda item: item.with_distractor("A to-do list"),
    ),
    seed("STR018", lambda item: item.with_field("points: many"), lambda item: item.with_field("points: 2.5")),
    seed(
        "STR020",
        lambda item: item.asking("See [the rules][1].\n\n[1]: https://example.com"),
        lambda item: item.asking("See [the rules](https://example.com)."),
    ),
)
