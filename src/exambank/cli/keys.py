"""`exambank keys`: the lock of answer keys, and the record of blind answers."""

import sys
from pathlib import Path

import click

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.bank_view import BankView
from exambank.check.run import bank_facts
from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder
from exambank.cli.paths import path_from_here
from exambank.cli.second_keys import answer, sheet
from exambank.finding import plural
from exambank.keys.accept import Change, applied, changes
from exambank.keys.lock import LOCK_FILE, entry_name, write_lock
from exambank.keys.second_keys import SECOND_KEYS_FILE, write_second_keys
from exambank.source.replace import replace_file

MIN_REASON = 3  # characters; "-" is none


@click.group("keys")
def command() -> None:
    """Show and accept answer keys (keys.lock); ask for blind answers and record them (second-keys.lock)."""


command.add_command(sheet)
command.add_command(answer)


@command.command("accept")
@click.argument("ids", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Every item whose key or text differs from the lock.")
@click.option("--reason", required=True, help="Why; it is kept in the lock.")
@click.option("--bank", type=click.Path(), help="The bank; by default the one here.")
def accept(ids: tuple[str, ...], all_: bool, reason: str, bank: str | None) -> int:
    """Record the keys of these items as they are now, saying what changes."""
    if bool(ids) == all_:
        raise click.UsageError("name items, or give --all")
    if len(reason.strip()) < MIN_REASON:
        raise click.UsageError("--reason says why, in words")
    root = bank_folder(bank)
    view = view_of(root)
    if view.lock.fault is not None:
        return refused(root, view.lock.fault)
    present = {facts.id for facts in view.keyed}
    recorded = {entry.item.partition("@")[0] for entry in view.second_keys.entries}
    known = present | {name.partition("@")[0] for name in view.lock.entries} | recorded
    if unknown := [item_id for item_id in ids if item_id not in known]:
        raise click.UsageError(f"no item or lock entry has the id {', '.join(unknown)}")
    if view.unread and (all_ or not present.issuperset(ids)):  # a file that cannot be read is no item that is gone
        click.echo(
            f"{plural(len(view.unread), 'file')} cannot be read; run `exambank check` and mend that first", err=True
        )
        return FINDINGS
    wanted = None if all_ else frozenset(ids)
    made = changes(view.lock.entries, view.keyed, wanted, " ".join(reason.split()), translated_ids(view))
    replace_file(root / LOCK_FILE, write_lock(applied(view.lock.entries, made)).encode())
    for change in made:
        sys.stdout.write(told(change) + "\n")
    sys.stdout.write(f"{len(made)} {'entry' if len(made) == 1 else 'entries'} changed in {LOCK_FILE}\n")
    gone = (recorded if all_ else recorded.intersection(ids)) - present
    if gone:
        forget(root, view, gone)
    return CLEAN


def forget(root: Path, view: BankView, gone: set[str]) -> None:
    """Takes the blind answers to items that are gone out of their record; git keeps them."""
    kept = [entry for entry in view.second_keys.entries if entry.item.partition("@")[0] not in gone]
    replace_file(root / SECOND_KEYS_FILE, write_second_keys(kept).encode())
    count = len(view.second_keys.entries) - len(kept)
    sys.stdout.write(f"{plural(count, 'answer')} removed from {SECOND_KEYS_FILE}: {', '.join(sorted(gone))}\n")


@command.command("list")
@click.option("--bank", type=click.Path(), help="The bank; by default the one here.")
def show(bank: str | None) -> int:
    """List items whose key is new or differs from the lock, one a line."""
    root = bank_folder(bank)
    view = view_of(root)
    if view.lock.fault is not None:
        return refused(root, view.lock.fault)
    differing = 0
    for change in changes(view.lock.entries, view.keyed, None, "", translated_ids(view)):
        differing += 1
        sys.stdout.write(told(change) + "\n")
    same = len({entry_name(facts.id, facts.version) for facts in view.keyed}) - differing
    sys.stdout.write(f"{differing} to accept, {max(0, same)} as recorded\n")
    return FINDINGS if differing else CLEAN


def refused(root: Path, fault: tuple[int, str, str]) -> int:
    """Says why the lock cannot be read; nothing is told or written on the strength of a broken one."""
    line, message, mend = fault
    click.echo(f"{path_from_here(root / LOCK_FILE)}:{line}: {message}. mend: {mend}", err=True)
    return FINDINGS


def view_of(root: Path) -> BankView:
    """The bank as its rules see it."""
    return bank_view(read_bank_files(root), (), bank_facts(root))


def translated_ids(view: BankView) -> set[str]:
    """The names of all translations, of those too that have a fault, and so no key at the moment."""
    return {facts.id for facts in view.translations}


def told(change: Change) -> str:
    """A change in words: what was keyed, what is."""
    before = words(change.before.keyed) if change.before else "nothing"
    if change.after is None:
        return f"{change.name}: removed, was {before}"
    after = words(change.after.keyed)
    if change.before is not None and change.before.key == change.after.key:
        return f"{change.name}: key unchanged ({after}), text changed"
    return f"{change.name}: {before} → {after}"


def words(keyed: tuple[str, ...]) -> str:
    """Keys in quotation marks."""
    return ", ".join(f'"{word}"' for word in keyed)
