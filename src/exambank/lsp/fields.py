"""What each front matter field means, for those who hover over it (docs/format.md has the same, tested)."""

MEANINGS: dict[str, tuple[str, str]] = {  # field → what it holds, and what goes without it
    "kind": ("`stimulus` for a shared passage", "an item"),
    "id": ("`[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 64 characters, never reused", "required"),
    "version": ("whole number; grows when the meaning changes", "1"),
    "title": ("one line, shown in lists of an LMS", "a neutral one"),
    "interaction": ("the kind of response; must agree with the body", "told from the body"),
    "objective": ("an objective's id in blueprint.yaml", "required"),
    "cognitive": ("a level of bank.yaml's `cognitive_levels`", "none"),
    "difficulty": ("expected facility, 0 to 1", "none"),
    "status": (
        "`draft review key-verified approved pilot operational retired suspended compromised`",
        "required",
    ),
    "points": ("more than 0, decimals allowed", "bank.yaml, else 1"),
    "scoring": ("`all-or-nothing` or `per-option`", "bank.yaml, else all-or-nothing"),
    "shuffle": ("whether options may be shuffled", "bank.yaml, else true"),
    "case": ("short text: `exact` or `ignore`", "ignore"),
    "lang": ("language tag, such as `en` or `pt-BR`", "bank.yaml's `language`"),
    "stimulus": ("a stimulus' id", "none"),
    "order": ("place within a testlet", "none"),
    "enemies": ("ids of items that must not meet on one form", "none"),
    "references": ("list of `source`, `at`, `checked` (a date)", "none"),
    "author": ("who wrote the item", "none"),
    "tags": ("list of words", "none"),
    "time": ("time to answer, such as `90s` or `2 min`", "none"),
    "suppress": ("list of `code` and `reason`", "none"),
}
