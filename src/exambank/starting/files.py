"""The files that a bank's repository begins with, as texts."""

import json
import re
from dataclasses import dataclass

MARKUP = re.compile(r"[\\`*_\[\]<>#&$~|]")
OBJECTIVE = "writing.distractors"  # what the first item is about
ITEM_PATH = "items/writing/writing-distractors-001.md"  # in the bank
REQUIREMENT = "REQUIREMENT"  # stands in the texts for what is installed


@dataclass(frozen=True, slots=True)
class Names:
    """What the files call the bank: its title on one line, its id, and the tag of its language.

    `ci` is whose jobs check it, and `requirement` what pip installs there.
    """

    title: str
    id: str
    language: str
    ci: str = "github"
    requirement: str = "exambank"


def bank_files(names: Names) -> dict[str, str]:
    """Path in the repository → text, of the settings and the blueprint."""
    title = json.dumps(names.title, ensure_ascii=False)  # a string of JSON is one of YAML
    return {
        "bank/bank.yaml": BANK.format(id=names.id, title=title, language=names.language),
        "bank/blueprint.yaml": BLUEPRINT.format(title=title),
    }


def repository_files(names: Names) -> dict[str, str]:
    """Path in the repository → text, of what stands beside the bank."""
    title = MARKUP.sub(lambda mark: f"\\{mark[0]}", names.title)
    path, jobs, kind = CI[names.ci]
    return {
        "README.md": README.format(title=title, kind=kind, jobs=path),
        ".gitignore": GITIGNORE,
        path: jobs.replace(REQUIREMENT, names.requirement),
        ".pre-commit-config.yaml": PRE_COMMIT,
        "noxfile.py": NOXFILE.replace(REQUIREMENT, names.requirement),
    }


def first_item(language: str) -> str:
    """The first item; it is in English, and says so in a bank of another language."""
    lang = "" if language.partition("-")[0].lower() == "en" else "lang: en\n"
    return ITEM.format(lang=lang)


BANK = """\
format: 1
id: {id}
title: {title}
version: 0.1.0
language: {language}
"""

BLUEPRINT = """\
# Two domains as an example; put your own in their place. All weights sum to 100.
title: {title}
version: 0.1.0
form: {{length: 20, minutes: 30, cut_score: 70}}
domains:
  - id: writing
    title: Writing items
    weight: 60
    objectives:
      - id: writing.stems
        title: Write a stem that can be answered before the options are read
      - id: writing.distractors
        title: Write distractors that candidates choose for a reason
  - id: reviewing
    title: Reviewing items
    weight: 40
    objectives:
      - id: reviewing.cues
        title: Find what gives an item away to those who do not know
      - id: reviewing.readers
        title: Have a second reader answer an item without seeing its key
"""

ITEM = """\
---
id: writing-distractors-001
objective: writing.distractors
cognitive: apply
difficulty: 0.7
status: draft
{lang}references:
  - source: "Haladyna, Downing & Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines, 2002"
    at: "guideline 30"
---

An author needs distractors for a question on first aid. Where should the author look?

- [ ] In a list of rare diseases
  > Nobody has a reason to choose what they have never heard of.
- [x] In the errors that trainees make
  > Whoever makes the error chooses the distractor.
- [ ] In the glossary of a textbook
  > A term that fits the subject may still fit no way of thinking.

## Rationale

A distractor tells apart those who know from those who do not if it is what the latter think.
"""

README = """\
# {title}

A bank of exam items for exambank: one Markdown file an item in `bank/items`, the settings in `bank/bank.yaml`, and in
`bank/blueprint.yaml` what an exam holds. The first item and the blueprint's two domains are examples.

What to do next:

```sh
exambank new
exambank check
exambank keys accept --all --reason "read and answered by a second person"
```

`new` writes the skeleton of an item for the objective that lacks most. `check` finds what is wrong with it, its
placeholders first. `keys accept` records the keys in `bank/keys.lock`; from then on a key that changes is an error.
Once items are `status: approved`, `exambank build` writes packages for learning management systems to `dist/`. They
hold the keys, so git leaves them out.

The same runs as `nox -s check`, `nox -s fmt`, `nox -s coverage` and `nox -s build`, before each commit after
`pre-commit install`, and in each {kind} request by `{jobs}`.
"""

GITIGNORE = """\
# packages, which hold the keys
dist/

# environments of nox
.nox/
__pycache__/
"""

WORKFLOW = """\
name: exambank

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  bank:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install --quiet "REQUIREMENT"
      - run: exambank check --format comment --exit-zero >> "$GITHUB_STEP_SUMMARY"
      - run: exambank check
      # every item that is not retired, into every target; the packages, which hold the keys, are thrown away
      - run: >-
          exambank build --status draft --status review --status key-verified --status approved --status pilot
          --status operational
"""

GITLAB = """\
exam:
  image: python:3.13
  timeout: 10 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - python -m pip install --quiet "REQUIREMENT"
    - exambank check --format gitlab --exit-zero > gl-code-quality-report.json
    - exambank check --format junit --exit-zero > junit.xml
    - exambank coverage
    - exambank check
    # every item that is not retired, into every target; the packages, which hold the keys, are thrown away
    - >-
      exambank build --status draft --status review --status key-verified --status approved --status pilot
      --status operational
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: junit.xml
"""

# By whose jobs they are: the file, its text, and what a request to merge is called.
CI = {
    "github": (".github/workflows/exambank.yml", WORKFLOW, "pull"),
    "gitlab": (".gitlab-ci.yml", GITLAB, "merge"),
}

PRE_COMMIT = """\
# Runs the exambank that is installed where you commit.
repos:
  - repo: local
    hooks:
      - id: exambank-fmt
        name: exambank fmt
        entry: exambank fmt
        language: system
        types: [markdown]
        files: ^bank/(items|stimuli)/
        require_serial: true
      - id: exambank-check
        name: exambank check
        entry: exambank check
        language: system
        files: ^bank/
        pass_filenames: false
"""

NOXFILE = '''\
"""What is run on the bank; `nox --list` shows the sessions, and what follows `--` goes to exambank.

It is the exambank that is installed where nox runs; where there is none, each session installs its own.
"""

import shutil

import nox

IS_INSTALLED = shutil.which("exambank") is not None

nox.options.sessions = ["check"]
nox.options.default_venv_backend = "none" if IS_INSTALLED else "uv|virtualenv"


@nox.session
def check(session: nox.Session) -> None:
    """What is wrong with items, the blueprint and the keys."""
    exambank(session, "check")


@nox.session
def fmt(session: nox.Session) -> None:
    """Items in their canonical form."""
    exambank(session, "fmt")


@nox.session
def coverage(session: nox.Session) -> None:
    """The bank against its blueprint: what is to be written."""
    exambank(session, "coverage")


@nox.session
def build(session: nox.Session) -> None:
    """Packages for learning management systems, in dist/."""
    exambank(session, "build")


def exambank(session: nox.Session, command: str) -> None:
    """Runs one command on the bank here."""
    if not IS_INSTALLED:
        session.install("REQUIREMENT")
    session.run("exambank", command, *session.posargs, external=IS_INSTALLED)
'''
