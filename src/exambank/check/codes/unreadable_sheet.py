"""KEY012 unreadable-sheet: a line of an answer sheet is not as the sheet had it, or holds no answer that could be one.

Why: a sheet whose options were moved would be misread as other answers. So each question is written anew and compared
line by line, marks and answers apart, and while there is a fault nothing is compared and nothing recorded.
Source: docs/keys.md, second keying.

Bad:
    two marks in an item that takes one; "about ten" where a number is asked for
Good:
    one mark; `Answer: 10`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("KEY012", "unreadable-sheet", Severity.ERROR)
