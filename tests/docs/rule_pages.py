"""The pages under docs/rules, from the rules' own docstrings."""

from collections.abc import Callable
from functools import partial

from exambank.check.codes import OTHER_CODES
from exambank.check.page import PAGES, markdown_page, rule_page, table
from exambank.check.rules import RULES
from exambank.check.suppress import FIRM_FAMILIES

BEHIND = """
A rule's page is its module's docstring; `exambank rule CODE` prints the same. A code is never used twice.

## Findings that no rule makes

They can be neither left out nor silenced.

{others}
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
    """File name → what makes its text, for every rule of our own and every other code."""
    return {f"{code}.md": partial(_page, code) for code in PAGES}


def _page(code: str) -> str:
    return markdown_page(rule_page(code))


def index() -> str:
    """docs/rules/README.md."""
    head = "# Rules\n\n" + table([rule_page(each) for each in RULES])
    others = table([rule_page(each) for each in OTHER_CODES])
    return head + BEHIND.format(others=others, families=", ".join(FIRM_FAMILIES))
