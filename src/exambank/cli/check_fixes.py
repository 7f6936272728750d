"""What `exambank check` mends, or would mend."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from exambank.cli.paths import path_from_here
from exambank.finding import Finding, plural

LEFT_OUT = "the fix of {} would change more than it says, and was left out"


def mend(
    root: Path, findings: Iterable[Finding], *, unsafe: bool, is_diff: bool, asked: Mapping[str, Any]
) -> Iterator[str]:
    """Mends files, or prints how they would change; yields what is to be said of it."""
    found = list(findings)
    counts: list[int] = []  # findings, by file
    yield from mend_texts(root, found, counts, unsafe=unsafe, is_diff=is_diff, asked=asked)
    yield from mend_pictures(root, found, counts, is_diff=is_diff)
    verb = "would be mended" if is_diff else "mended"
    yield f"{plural(sum(counts), 'finding')} {verb} in {plural(len(counts), 'file')}"


def mend_texts(
    root: Path, findings: Iterable[Finding], counts: list[int], *, unsafe: bool, is_diff: bool, asked: Mapping[str, Any]
) -> Iterator[str]:
    """Mends items and stimuli; yields what was left out."""
    from exambank.check.fix_files import fixed_files
    from exambank.cli.unified_diff import unified_diff
    from exambank.source.read import read
    from exambank.source.replace import replace_file

    for file in fixed_files(root, findings, unsafe=unsafe, asked=asked):
        where = root / file.path
        for finding in file.fixed.refused:
            yield f"{path_from_here(where)}: {LEFT_OUT.format(finding.code)}"
        if not file.is_changed or read(root, file.path).text != file.before:
            continue
        counts.append(len(file.fixed.mended))
        if is_diff:
            sys.stdout.writelines(unified_diff(path_from_here(where), file.before, file.fixed.text))
        else:
            replace_file(where, file.fixed.text.encode("utf-8", "surrogatepass"))


def mend_pictures(root: Path, findings: Iterable[Finding], counts: list[int], *, is_diff: bool) -> Iterator[str]:
    """Writes pictures without metadata; yields what was left out."""
    from exambank.check.fix_files import stripped_pictures
    from exambank.source.replace import replace_file

    for picture in stripped_pictures(root, findings):
        where = root / picture.path
        if picture.after is None:
            yield f"{path_from_here(where)}: {LEFT_OUT.format(picture.finding.code)}"
            continue
        counts.append(1)
        if is_diff:
            less = len(picture.before) - len(picture.after)
            title = picture.finding.fix.title if picture.finding.fix else ""
            sys.stdout.write(f"{path_from_here(where)}: {title}, {less} bytes less\n")
        else:
            replace_file(where, picture.after)
