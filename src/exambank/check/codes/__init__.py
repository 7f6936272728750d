"""Findings that no rule makes: code → module. A module holds the code's page (the docstring) and `CODE`."""

OTHER_CODES: dict[str, str] = {
    "BNK010": "exambank.check.codes.bad_bank_file",
    "EXP001": "exambank.check.codes.content_lost",
    "EXP003": "exambank.check.codes.package_differs",
    "EXP004": "exambank.check.codes.nothing_to_build",
    "EXP005": "exambank.check.codes.not_translated",
    "FMT001": "exambank.check.codes.broken_entry",
    "FMT002": "exambank.check.codes.unknown_interaction",
    "FMT003": "exambank.check.codes.element_lost",
    "FMT004": "exambank.check.codes.refused_value",
    "FMT010": "exambank.check.codes.not_formatted",
    "KEY012": "exambank.check.codes.unreadable_sheet",
    "KEY013": "exambank.check.codes.answer_not_compared",
    "KEY014": "exambank.check.codes.answer_differs",
    "SUP004": "exambank.check.codes.stale_baseline",
}
OF_CHECK = ("BNK010", "SUP004")  # those that `exambank check` tells of
