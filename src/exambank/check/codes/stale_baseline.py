"""SUP004 stale-baseline: `lint-baseline.json` has entries that answer to no finding any more.

Why: what was mended stays mended: an entry that is left would hide the next fault of its kind in the same words. It
is told where the whole bank is checked with its own settings. Entries of rules that do not run, and of items whose
structure is broken, so that rules wait for it, are kept.
Source: ESLint's suppressions file; docs/settings.md, an old bank.

Bad:
    an entry for OPT009 in an item that was written anew
Good:
    the baseline after `exambank check --prune-baseline`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("SUP004", "stale-baseline", Severity.WARNING)
