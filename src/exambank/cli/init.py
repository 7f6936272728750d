"""`exambank init`: a bank's repository, ready for its first items."""

import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exambank.cli.exit_code import CLEAN
from exambank.cli.paths import path_from_here
from exambank.finding import plural
from exambank.source.discover import BANK_FILE

if TYPE_CHECKING:
    from exambank.starting.files import Names

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
CI = ("github", "gitlab")
ID_LENGTH = 64  # characters, as in bank.yaml
UNSEEN = ("Cc", "Cs")  # control characters, halves of surrogate pairs
NONCHARACTERS = "\ufffe\uffff\ufeff"


@click.command("init")
@click.argument("folder", required=False, type=click.Path(), default=".")
@click.option("--title", help="The bank's title; by default the folder's name.")
@click.option("--id", "id_", help="The bank's id, such as first-aid; by default from the folder's name.")
@click.option("--language", default="en", help="The language of the items, such as en or pt-BR; by default en.")
@click.option("--ci", type=click.Choice(CI), default=CI[0], help="Whose jobs check it: GitHub's or GitLab's.")
def command(folder: str, title: str | None, id_: str | None, language: str, ci: str) -> int:
    """Start a bank in a repository of its own: settings, blueprint, a first item, and what runs exambank in CI.

    A file that exists is left as it is and named on standard error.
    """
    from exambank.starting.files import Names
    from exambank.starting.repository import bank_around, default_id
    from exambank.starting.requirement import requirement

    root = Path(folder)
    try:
        if root.exists() and not root.is_dir():
            raise click.UsageError(f"{folder} is a file, not a folder")
        if around := bank_around(root):
            raise click.UsageError(
                f"{folder} belongs to the bank of {path_from_here(around / BANK_FILE)}; name another folder"
            )
        name = root.resolve().name
        id_ = id_ if id_ is not None else default_id(name)
        names = Names(title_of(title, name), id_, language, ci, requirement())
        if not ID.fullmatch(names.id) or len(names.id) > ID_LENGTH:
            raise click.UsageError(f"--id is up to {ID_LENGTH} letters a-z and digits, with hyphens between words")
        if not LANGUAGE.fullmatch(language):
            raise click.UsageError("--language is a tag such as en or pt-BR")
        write(root, names)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror}") from error
    return CLEAN


def write(root: Path, names: "Names") -> None:
    """Writes the files and tells of each what became of it."""
    from exambank.starting.repository import start

    written = left = 0
    for path, is_new in start(root, names):
        written, left = written + is_new, left + (not is_new)
        if is_new:
            sys.stdout.write(f"{path_from_here(path)} written\n")
        else:
            click.echo(f"{path_from_here(path)} exists and is left as it is", err=True)
    click.echo(f"{plural(written, 'file')} written, {left} left as found", err=True)


def title_of(given: str | None, name: str) -> str:
    """The title on one line: what was given, else the folder's name, as far as it can be written.

    Raises:
        click.UsageError: what was given is empty, or holds what cannot be written.
    """
    text = " ".join((given if given is not None else name).split())
    shown = "".join(c for c in text if unicodedata.category(c) not in UNSEEN and c not in NONCHARACTERS)
    if given is not None and (not shown or shown != text):
        raise click.UsageError("--title is empty or holds characters that cannot be shown")
    return shown or "Exam"
