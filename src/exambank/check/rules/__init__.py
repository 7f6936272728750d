"""The list of rules: code → module. A rule's module holds its page (the docstring) and `RULE`."""

RULES: dict[str, str] = {
    "STR001": "exambank.check.rules.structure.bad_encoding",
    "STR002": "exambank.check.rules.structure.bad_front_matter",
    "STR010": "exambank.check.rules.structure.no_key",
    "KEY001": "exambank.check.rules.key.key_not_recorded",
    "KEY002": "exambank.check.rules.key.key_changed",
    "KEY010": "exambank.check.rules.key.lock_missing",
    "KEY011": "exambank.check.rules.key.lock_orphan",
    "LIF003": "exambank.check.rules.lifecycle.version_not_bumped",
}
