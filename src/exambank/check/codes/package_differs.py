"""EXP003 package-differs: a package that was read back does not say what the bank says.

Why: the build puts nothing in place then. It is a fault of exambank, or of a disk, and no author can cause it: it is
to be reported, with the item that it names.
Source: docs/building.md, verification.

Bad:
    a text that comes back with other words than it went in with
Good:
    a package that reads back as the bank, less the announced losses
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("EXP003", "package-differs", Severity.ERROR)
