"""`exambank keys sheet` and `exambank keys answer`: blind second keying."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder
from exambank.cli.paths import path_from_here
from exambank.finding import plural

if TYPE_CHECKING:
    from exambank.second_keying.bank import KeyedBank
    from exambank.second_keying.question import Question
    from exambank.second_keying.record import Compared

LONGEST = 100  # characters of a name


@click.command("sheet")
@click.argument("ids", nargs=-1)
@click.option("--by", required=True, help="Who is to answer; the order of items and options depends on it.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the sheet here, its pictures beside it in media/.")
@click.option("--bank", type=click.Path(), help="The bank; by default the one here.")
def sheet(ids: tuple[str, ...], by: str, out: str | None, bank: str | None) -> int:
    """Write an answer sheet without keys, of these items or of all that this reviewer can help with.

    Those are items in review or past it that lack a blind match, that he has not written, and that he has not answered.
    """
    from exambank.second_keying.sheet import sheet as written

    root = bank_folder(bank)
    name = " ".join(by.split())
    if not name or not name.isprintable() or len(name) > LONGEST:
        raise click.UsageError(f"--by is a name of up to {LONGEST} characters")
    file = target(out, root)
    keyed = readable_bank(root)
    if keyed is None:
        return FINDINGS
    questions = asked_for(keyed, ids, name) if ids else lacking(keyed, name)
    if not questions:
        click.echo(
            f"no item in review or past it lacks an answer that {name} can give; name an id to ask for one", err=True
        )
        return CLEAN
    text = written(keyed.id, name, questions)
    if file is None:
        sys.stdout.write(text)
        if any(question.pictures for question in questions):
            click.echo("the items have pictures; --out writes them beside the sheet", err=True)
        return CLEAN
    put(root, file, text, questions)
    sys.stdout.write(f"{plural(len(questions), 'item')} in {path_from_here(file)}\n")
    return CLEAN


def target(out: str | None, root: Path) -> Path | None:
    """The file to write.

    Raises:
        click.UsageError: it exists, or lies in the bank, where every Markdown file is an item.
    """
    if out is None:
        return None
    file = Path(out)
    if file.resolve().is_relative_to(root.resolve()):
        raise click.UsageError(f"{out} lies in the bank, where a Markdown file is an item; write the sheet elsewhere")
    if file.exists():
        raise click.UsageError(f"{out} exists, and may hold answers; name another file, or remove it")
    return file


def readable_bank(root: Path) -> "KeyedBank | None":
    """The bank, if its settings and its record of answers can be read; it says so if not."""
    from exambank.keys.second_keys import SECOND_KEYS_FILE
    from exambank.second_keying.bank import keyed_bank

    keyed = keyed_bank(root)
    if keyed.record.fault is not None:
        line, message, mend = keyed.record.fault
        click.echo(f"{path_from_here(root / SECOND_KEYS_FILE)}:{line}: {message}. mend: {mend}", err=True)
        return None
    if not keyed.id:
        click.echo("bank.yaml cannot be read; run `exambank check` and mend that first", err=True)
        return None
    return keyed


def asked_for(keyed: "KeyedBank", ids: Iterable[str], by: str) -> "tuple[Question, ...]":
    """The questions of the items that are named.

    Raises:
        click.UsageError: there is no such item, or it is the reviewer's own.
    """
    from exambank.model.second_key import folded_name

    found = {item_id: keyed.question(item_id) for item_id in dict.fromkeys(ids)}
    if missing := [item_id for item_id, one in found.items() if one is None]:
        raise click.UsageError(f"no item that can be shown has the id {', '.join(missing)}")
    questions = tuple(one for one in found.values() if one is not None)
    if own := [one.item.id for one in questions if one.author == folded_name(by)]:
        raise click.UsageError(f"{by} wrote {', '.join(own)}; another person answers them")
    return questions


def lacking(keyed: "KeyedBank", by: str) -> "tuple[Question, ...]":
    """The questions that this reviewer can help with; what is left out is said."""
    from exambank.second_keying.bank import wanted

    found = wanted(keyed, by)
    for reason, count in sorted(found.left_out.items()):
        click.echo(f"{plural(count, 'item')} left out: {reason}", err=True)
    return found.questions


def put(root: Path, file: Path, text: str, questions: "Iterable[Question]") -> None:
    """Writes the pictures, which nobody may miss, then the sheet.

    Raises:
        click.UsageError: the folder cannot be written.
    """
    from exambank.source.replace import replace_file

    pictures = {name: path for question in questions for name, path in question.pictures.items()}
    try:
        for name, path in sorted(pictures.items()):
            (file.parent / name).parent.mkdir(parents=True, exist_ok=True)
            replace_file(file.parent / name, (root / path).read_bytes())
        replace_file(file, text.encode())
    except OSError as error:
        raise click.UsageError(f"{error.filename or file}: {error.strerror}") from error


@click.command("answer")
@click.argument("sheet", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", help="How findings are printed."
)
@click.option("--bank", type=click.Path(), help="The bank; by default the one here.")
def answer(sheet: str, format_: str, bank: str | None) -> int:
    """Compare a filled answer sheet with the keys, and record in second-keys.lock which answers agree.

    It says which answers differ, and never from what. Whoever has been told no longer answers that version blind.
    """
    from exambank.check.today import today
    from exambank.keys.second_keys import SECOND_KEYS_FILE
    from exambank.report import write_report
    from exambank.second_keying.record import compare, record

    root = bank_folder(bank)
    keyed = readable_bank(root)
    if keyed is None:
        return FINDINGS
    try:
        found = compare(keyed, path_from_here(Path(sheet)), Path(sheet).read_bytes(), today())
        new = record(keyed, found.entries)
    except OSError as error:
        raise click.UsageError(f"{error.filename or sheet}: {error.strerror}") from error
    if found.findings or format_ != "text":
        write_report(found.findings, found.asked, format_, sys.stdout)
    said = sys.stdout if format_ == "text" else sys.stderr
    said.writelines(f"{name} agrees, and does not count: {why}\n" for name, why in found.uncounted.items())
    result = f"{summary(found)}; {plural(len(new), 'answer')} new in {SECOND_KEYS_FILE}"
    said.write("nothing was compared or recorded\n" if found.is_refused else f"{result}\n")
    return FINDINGS if found.findings else CLEAN


def summary(found: "Compared") -> str:
    """How many answers agree and differ, and how many items have none."""
    agree = sum(entry.match for entry in found.entries)
    differ = len(found.entries) - agree
    said = f"{agree} {'agrees' if agree == 1 else 'agree'}, {differ} {'differs' if differ == 1 else 'differ'}"
    return f"{said}, {plural(found.unanswered, 'item')} without an answer" if found.unanswered else said
