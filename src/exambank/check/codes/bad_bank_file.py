"""BNK010 bad-bank-file: a file that the bank is made with cannot be read, or is not of its format.

Why: without its settings, its blueprint or its baseline a bank cannot be judged. It is told of `bank.yaml`,
`blueprint.yaml`, forms, the house schema, `lint-baseline.json`, `statistics.json`, and of `[tool.exambank]` in
`pyproject.toml`, also where a setting would do nothing. The rules over single items run all the same, with what could
be read.
Source: docs/format.md, docs/settings.md.

Bad:
    `version: 1.2` in bank.yaml, which has to be of three numbers
Good:
    `version: 1.2.0`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("BNK010", "bad-bank-file", Severity.ERROR)
