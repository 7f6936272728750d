"""Standard input, as `exambank check -` looks at it: in the place of a file of a bank, for editors."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from exambank.check.bank_files import read_bank_files
from exambank.check.examine import examine
from exambank.check.workers import setting_of
from exambank.cli.group import bank_folder
from exambank.cli.paths import from_here, path_from_here
from exambank.finding import Finding
from exambank.source.read import decode


def refuse(paths: Sequence[str], options: Iterable[str]) -> None:
    """Standard input is looked at by itself, and there is no file to write to.

    Raises:
        click.UsageError: there are other paths, or options that need files.
    """
    if len(paths) > 1:
        raise click.UsageError("`-` is standard input, and is checked by itself: give no other path")
    for name in options:
        raise click.UsageError(f"--{name.replace('_', '-')} needs files, and `-` is standard input")


def examined_input(name: str | None, asked: Mapping[str, Any]) -> tuple[list[Finding], str, str]:
    """What is found in the text that comes in as if it were the file of that name in its bank; its path and text."""
    root = bank_folder(Path(name).parent if name is not None else None)
    path = Path(os.path.relpath(Path.cwd() / name, root)).as_posix() if name is not None else "standard-input.md"
    found = examine(decode(path, sys.stdin.buffer.read()), setting_of(read_bank_files(root, asked)))
    findings = [from_here(finding, root) for finding in found.findings]
    return findings, path_from_here(root / path), found.document.text
