"""KEY014 answer-differs: a blind answer is not what the key has.

Why: the key is wrong, or the item can be read in two ways, or the reviewer slipped; which, is for author and reviewer
to find out. The disagreement is on record from then on. Whoever was told of it no longer answers this version blind: it
takes another person, or another version. The message says which item, and never what its key is.
Source: docs/keys.md, second keying.

Bad:
    an answer that the key does not accept
Good:
    the options that are keyed; an answer that is accepted
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("KEY014", "answer-differs", Severity.ERROR)
