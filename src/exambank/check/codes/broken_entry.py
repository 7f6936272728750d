"""FMT001 broken-entry: a file of a package cannot be read.

Why: it is no XML, no JSON, not of the format's shape, or larger than what is read. The other files are read all the
same.
Source: docs/security.md, hostile input.

Bad:
    an `item.xml` that ends in the middle of an element
Good:
    the package exported again
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("FMT001", "broken-entry", Severity.ERROR)
