"""What the writers of a check's report may ask for."""

import sys

from exambank.cli.check_options import Options, Outcome
from exambank.finding import Severity
from exambank.report import RuleHelp, Settings


def report_settings(outcome: Outcome, failing: tuple[Severity, ...], options: Options) -> Settings:
    """What writers may ask for; most of it is looked up by those alone that show it."""
    from exambank.cli import check_comment

    banks = outcome.by_bank
    return Settings(
        failing,
        rule_help,
        outcome.texts,
        check_comment.link(),
        lambda: check_comment.coverages(banks),
        lambda: check_comment.mended(banks, options.asked),
        outcome.suppressed if options.show_suppressed else None,
    )


def rule_help() -> list[RuleHelp]:
    """What a check tells of, explained; nothing under `python -OO`, which drops the pages."""
    from exambank.check.codes import OF_CHECK
    from exambank.check.page import markdown_page, rule_page
    from exambank.check.rules import RULES

    pages = [rule_page(code) for code in (*RULES, *OF_CHECK)] if sys.flags.optimize < 2 else []
    return [
        RuleHelp(page.code, page.name, Severity(page.severity), page.summary, page.why, markdown_page(page))
        for page in pages
    ]
