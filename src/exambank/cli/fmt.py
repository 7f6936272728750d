"""`exambank fmt`: items in their canonical form."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder, shown_path
from exambank.cli.paths import from_here
from exambank.cli.unified_diff import unified_diff
from exambank.finding import Finding
from exambank.report import write_report
from exambank.source.discover import is_item_source, walk
from exambank.source.replace import replace_file


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def command(paths: tuple[str, ...], only_check: bool, diff: bool) -> int:
    """Write items and stimuli in their canonical form, which means the same and is proved to."""
    from exambank.formatting import formatted

    changed = files = 0
    findings: list[Finding] = []
    for root, path in targets(paths):
        files += 1
        data = (root / path).read_bytes()
        result = formatted(path, data)
        if result.finding is not None:
            findings.append(from_here(result.finding, root))
            continue
        new = result.text.encode("utf-8", "surrogatepass")
        if new == data:
            continue
        changed += 1
        shown = shown_path(root / path).as_posix()
        if diff:
            sys.stdout.writelines(unified_diff(shown, data.decode("utf-8", "replace"), result.text))
        elif only_check:
            sys.stdout.write(f"{shown} is not in canonical form\n")
        else:
            replace_file(root / path, new)
            sys.stdout.write(f"{shown} rewritten\n")
    if findings:
        write_report(findings, files, "text", sys.stderr)
    verb = "would change" if only_check or diff else "rewritten"
    click.echo(f"{changed} of {files} files {verb}", err=True)
    return FINDINGS if findings or (only_check and changed) else CLEAN


def targets(paths: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Each file that the paths mean, as its bank and its path there, once."""
    seen: set[Path] = set()
    for given in paths or (None,):
        root = bank_folder(given)
        wanted = Path(given).absolute() if given is not None else root
        for stamp in walk(root):
            file = root / stamp.path
            is_wanted = wanted.resolve() in (file, *file.parents) or wanted.resolve() in root.parents
            if is_item_source(stamp.path) and is_wanted and file not in seen:
                seen.add(file)
                yield root, stamp.path
