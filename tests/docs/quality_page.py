"""docs/quality.md: the method in words, the figures from what was measured last."""

from typing import Any

from exambank.check.measured import figures, wilson
from exambank.check.page import rule_page

HALVES = ("open", "held-out")

PAGE = """\
# How good the findings are

A rule of style is worth as much as its findings are right. `nox -s quality` measures that on items which readers have
labelled, and prints precision, recall, their bounds, the readers' agreement, and noise. The figures below, and the line
*Measured* on each [rule's page](rules/README.md), come from there: {items} items, {date}.

## Items

- **Wild**, {corpora}.
  They are test data beside the repository, with their licences; nothing of them is in it but digests. Drawn were 140
  at random over all banks, the larger a bank the more, and for each rule up to 15 hits in either half (25 of
  `longest-key`), so that precision can be told for rules that seldom hit.
- **Original**, eight subjects of 40 items (`tests/quality/original/`), written for this purpose by language models, in
  the manner of several authors, from trained writers to beginners; all of them are labelled.

Each bank belongs to one half as a whole. Rules are tuned on the **open** half, whose false hits and misses
`nox -s quality -- --rule OPT006 --show` prints. Items of the **held-out** half are never printed: its figures say what
to expect of banks that nobody tuned for.

## Readers

Two readers labelled every item by a guide in the words of the handbooks (`tests/quality/flaws.toml`: Haladyna, Downing
& Rodriguez 2002; Tarrant 2006; NBME), without seeing the linter's findings, its rules, or one another's answers. A
third settled each label on which the two differed, without knowing who had given it. **All three were language
models**, sessions of one model that knew nothing of one another, and not trained item writers. They agree more than
people would, and where they share a blind spot, so do the figures. κ is Cohen's, of the two before anything was
settled: below .60 they do not agree on what the flaw is, and no rule can be right. Where neither ever gave a label
there is no κ. Three of 775 items were taken out after labelling, since our reader of their format had run two into one.

## Figures

Precision: findings that are right, of all findings on labelled items. Recall: flawed items that are found, of all
flawed ones among items that were drawn whatever the rules say of them. Bounds are Wilson's, at 95 %.

{table}

What a rule's severity asks of these figures: an error from text .98; a warning .90, a lower bound of .80 and 30 hits;
an info .70 and 10 hits; κ of .60. What falls short is to be in preview, off unless asked for.

Rules that no reader labels are named, with the reason, in `tests/quality/unlabelled.toml`.

## Seeded faults

For every rule a fault is put into clean items, and twins that come as near as what the rule exempts
(`tests/quality/seeded/`). Every fault must be found and no twin, in the ordinary test run.

## Noise

In all {noise_items} items of the banks that are read, rules that are on by default found per 100 items {error} errors,
{warning} warnings and {info} infos, and rules in preview {preview} findings; few of these banks were ever reviewed.

Rules on the keys of a whole bank (BNK001 to BNK004) are tried on 10,000 simulated banks of 20 and of 60 original items
whose keys dice threw: a warning in 5 of 100 at most, an error in 1, but for chance.

## When a rule changes

```sh
nox -s quality -- --save before.json      # before the change
nox -s quality -- --against before.json   # after it: what moved, items of the open half in words
nox -s quality -- --write                 # the figures on these pages
```

A label is kept by the digest of stem, options and keys, so an item that changes loses its labels. New items and new
labels go the same way: `--sheets FOLDER` draws and writes sheets, `--answers FOLDER` takes what two readers wrote and
writes `settle.md` for the third, `--settled FILE` takes the verdicts.
"""
CORPORA = "eleven banks in six formats: courses, certificates, quizzes, one of them in German"
HEAD = "| rule | severity | open | held-out | both | bounds | recall | κ |\n|---|---|--:|--:|--:|--:|--:|--:|\n"


def quality_page() -> str:
    """The page's text."""
    data = figures()
    noise = data["noise"]
    return PAGE.format(
        items=sum(data["items"].values()), date=data["date"], corpora=CORPORA, table=table(data["rules"]),
        noise_items=noise["items"], **{name: noise[name] for name in ("error", "warning", "info", "preview")},
    )  # fmt: skip


def table(rules: dict[str, dict[str, Any]]) -> str:
    """A row a rule."""
    return HEAD + "\n".join(line(code, row) for code, row in rules.items())


def line(code: str, row: dict[str, Any]) -> str:
    """Right findings of all, in either half and both; bounds of both; flawed items found of all; agreement."""
    page = rule_page(code)
    halves = [(row[half][0], row[half][0] + row[half][1]) for half in HALVES]
    right, hits = (sum(pair[at] for pair in halves) for at in (0, 1))
    found, flawed = (sum(row[half][at] for half in HALVES) for at in (2, 3))
    low, high = wilson(right, hits)
    cells = [
        f"[{code}](rules/{code}.md) {page.name}",
        "preview" if page.is_preview else page.severity,
        *(of(*pair) for pair in halves),
        of(right, hits),
        f"{low:.2f}–{high:.2f}" if hits else "",
        of(found, flawed),
        "" if row["kappa"] is None else f"{row['kappa']:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def of(part: int, whole: int) -> str:
    """A share as the two numbers that it is made of."""
    return f"{part}/{whole}" if whole else ""
