"""The list of rules: code → module. A rule's module holds its page (the docstring) and `RULE`."""

RULES: dict[str, str] = {
    "STR001": "exambank.check.rules.structure.bad_encoding",
    "STR002": "exambank.check.rules.structure.bad_front_matter",
    "STR010": "exambank.check.rules.structure.no_key",
}
