"""The pages under docs/rules, from the rules' own docstrings."""

from collections.abc import Callable
from functools import partial

from exambank.check.bank_files import BAD_BANK_FILE
from exambank.check.page import index_page, markdown_page, rule_page
from exambank.check.rules import RULES
from exambank.check.suppress import FIRM_FAMILIES
from exambank.formatting import NOT_FORMATTED

BEHIND = """
A rule's page is its module's docstring; `exambank rule CODE` prints the same. A code is never used twice.

## Codes without a page

| code | name | when |
|---|---|---|
| {code} | {name} | `bank.yaml`, `blueprint.yaml` or the house schema is missing or not of its [format](../format.md) |
| {fmt_code} | {fmt_name} | `exambank fmt` leaves a file as it is, since its meaning would not stay the same |

What stops a build (`EXP…`) is in [building](../building.md#what-stops-a-build).

## Silencing a rule

For one item, in its front matter, with a reason:

```yaml
suppress: [{{code: TXT001, reason: "the tag itself is what is asked about"}}]
```

An entry without a reason has no effect. Findings of the families {families} cannot be silenced this way: a fault there
is never a matter of taste.

For a whole bank, in `bank.yaml`, by code or name. KEY001, KEY002, KEY010 and KEY011 guard the keys and stay on:

```yaml
check: {{ignore: [KEY004]}}
```
"""


def rule_pages() -> dict[str, Callable[[], str]]:
    """File name → what makes its text, for every rule of our own."""
    return {f"{code}.md": partial(_page, code) for code in RULES}


def _page(code: str) -> str:
    return markdown_page(rule_page(code))


def index() -> str:
    """docs/rules/README.md."""
    code, name = BAD_BANK_FILE
    fmt_code, fmt_name = NOT_FORMATTED
    table = index_page([rule_page(each) for each in RULES])
    families = ", ".join(FIRM_FAMILIES)
    return table + BEHIND.format(code=code, name=name, fmt_code=fmt_code, fmt_name=fmt_name, families=families)
