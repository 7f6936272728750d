"""KEY013 answer-not-compared: an answer of a sheet is left out, since the item is not what the sheet shows.

Why: an answer is about the text that was read. Where the item, its passage or its pictures changed since the sheet was
made, or the item is gone or broken, it is neither match nor mismatch. The sheet's other answers count. So do they where
a pattern of the key cannot be tried, because it is none or takes over two seconds.
Source: docs/keys.md, second keying.

Bad:
    a sheet of last week, and a stem that was mended on Monday
Good:
    a new sheet for that item: `exambank keys sheet ID --by NAME`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("KEY013", "answer-not-compared", Severity.WARNING)
