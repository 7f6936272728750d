"""What `exambank check` shows in a pull request's comment beside its findings."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from exambank.cli.paths import path_from_here
from exambank.finding import Finding
from exambank.report import Mended


def link() -> str:
    """The address of the repository's files at the commit that is checked, in a job of GitHub's; else none."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}" if server and repository and commit else ""


def coverages(banks: Iterable[Path]) -> str:
    """The coverage of each bank that has a blueprint, as Markdown."""
    from exambank.coverage.counts import NoBlueprint, coverage
    from exambank.coverage.tables import as_markdown

    texts = []
    for root in banks:
        try:
            texts.append(as_markdown(coverage(root), False))
        except NoBlueprint:  # which is a finding
            continue
    return "\n".join(texts)


def mended(banks: Mapping[Path, Sequence[Finding]], asked: Mapping[str, Any]) -> Iterator[Mended]:
    """What each option would make of the files; nothing is written."""
    from exambank.check.fix_files import fixed_files

    for root, findings in banks.items():
        safe = {file.path: file.fixed for file in fixed_files(root, findings, unsafe=False, asked=asked)}
        for file in fixed_files(root, findings, unsafe=True, asked=asked):
            safely = safe.get(file.path)
            count = len(safely.mended) if safely is not None else 0
            text = safely.text if safely is not None else file.before
            if file.is_changed or text != file.before:
                path = path_from_here(root / file.path)
                yield Mended(path, file.before, text, file.fixed.text, count, len(file.fixed.mended))
