"""What `exambank check` mends, or would mend."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from exambank.cli.paths import path_from_here
from exambank.finding import Finding, plural


def mend(
    root: Path, findings: Iterable[Finding], *, unsafe: bool, is_diff: bool, asked: Mapping[str, Any]
) -> Iterator[str]:
    """Mends files, or prints how they would change; yields what is to be said of it."""
    from exambank.check.fix_files import fixed_files
    from exambank.cli.fmt import difference
    from exambank.source.read import read
    from exambank.source.replace import replace_file

    mended = files = 0
    for file in fixed_files(root, findings, unsafe=unsafe, asked=asked):
        where = root / file.path
        for finding in file.fixed.refused:
            yield f"{path_from_here(where)}: the fix of {finding.code} would change more than it says, and was left out"
        if not file.is_changed or read(root, file.path).text != file.before:
            continue
        mended += len(file.fixed.mended)
        files += 1
        if is_diff:
            sys.stdout.writelines(difference(path_from_here(where), file.before, file.fixed.text))
        else:
            replace_file(where, file.fixed.text.encode("utf-8", "surrogatepass"))
    verb = "would be mended" if is_diff else "mended"
    yield f"{plural(mended, 'finding')} {verb} in {plural(files, 'file')}"
