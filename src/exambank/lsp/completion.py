"""What may stand at the cursor in an item's front matter."""

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from exambank.check.rules import RULES
from exambank.check.selection import NAMES
from exambank.lsp.bank_index import BankIndex
from exambank.lsp.fields import MEANINGS
from exambank.lsp.front_matter_line import Writing, writing_at
from exambank.lsp.open_file import OpenFile
from exambank.lsp.suppression import may_be_suppressed
from exambank.model.base import STATUSES
from exambank.model.item import INTERACTIONS
from exambank.model.translation import FRONT_MATTER
from exambank.source.discover import is_item_source

MOST = 200  # proposals at a time; more come as more is typed
WORDS = {
    "kind": ("stimulus",),
    "status": STATUSES,
    "interaction": tuple(INTERACTIONS),
    "scoring": ("all-or-nothing", "per-option"),
    "case": ("exact", "ignore"),
    "shuffle": ("true", "false"),
}
PARTS = {
    "suppress": ("code", "reason"),
    "references": ("source", "at", "checked"),
    "reviews": ("by", "on", "digest"),
    "ai": ("use", "expert"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word, what it stands for, and what is inserted where that is more than the word."""

    label: str
    detail: str = ""
    insert: str | None = None
    kind: types.CompletionItemKind = types.CompletionItemKind.Value


def completion(bank: BankIndex, file: OpenFile, position: types.Position) -> types.CompletionList | None:
    """Proposals that hold what is typed, those that begin with it first."""
    if not is_item_source(file.path):
        return None
    row, before = min(position.line, len(file.client.lines) - 1), file.client.before(position)
    writing = writing_at(file, row + 1, before)
    if writing is None:
        return None
    typed = writing.typed.lower()
    fitting = [one for one in proposals(bank, file, writing) if typed in f"{one.label} {one.detail}".lower()]
    fitting.sort(key=lambda one: not one.label.lower().startswith(typed))
    start = types.Position(row, file.client.units(before[: len(before) - len(writing.typed)]))
    replaced = types.Range(start, types.Position(row, file.client.units(before)))
    shown = [_item(one, replaced, rank) for rank, one in enumerate(fitting[:MOST])]
    return types.CompletionList(is_incomplete=len(fitting) > MOST, items=shown)


def _item(one: Proposal, replaced: types.Range, rank: int) -> types.CompletionItem:
    return types.CompletionItem(
        label=one.label,
        kind=one.kind,
        detail=one.detail or None,
        sort_text=f"{rank:04d}",
        filter_text=f"{one.label} {one.detail}",
        text_edit=types.TextEdit(replaced, one.insert or one.label),
    )


def proposals(bank: BankIndex, file: OpenFile, writing: Writing) -> Iterator[Proposal]:
    """Everything that may stand there, whatever is typed already."""
    match writing.field, writing.part:
        case None, _:
            yield from _fields(file)
        case "objective", _:
            yield from _objectives(bank)
        case "cognitive", _:
            yield from map(Proposal, bank.snapshot.files.bank.cognitive_levels if bank.snapshot.files.bank else ())
        case "stimulus" | "translates", _:
            yield from _ids(bank, file, "stimulus") if writing.field == "stimulus" else _translated(bank)
        case "enemies" | "variants", _:
            yield from _ids(bank, file, "item")
        case field, None if field in PARTS:
            for part in PARTS[field]:
                yield Proposal(part, insert=f"{part}: ", kind=types.CompletionItemKind.Property)
        case "suppress", "code":
            yield from _rules()
        case "references", "source":
            yield from _sources(bank)
        case _:
            yield from map(Proposal, WORDS.get(str(writing.field), ()))


def _fields(file: OpenFile) -> Iterator[Proposal]:
    present = {str(at[0]) for at in file.yaml.keys if len(at) == 1}
    for name, (holds, _) in MEANINGS.items():
        if name not in present and (file.document.kind != "translation" or name in FRONT_MATTER):
            yield Proposal(name, holds, f"{name}: ", types.CompletionItemKind.Property)


def _objectives(bank: BankIndex) -> Iterator[Proposal]:
    blueprint = bank.snapshot.files.blueprint
    for domain in blueprint.domains if blueprint else ():
        for objective in domain.objectives:
            yield Proposal(objective.id, objective.title)


def _ids(bank: BankIndex, file: OpenFile, kind: str) -> Iterator[Proposal]:
    for facts in bank.facts:
        if facts.kind == kind and facts.path != file.path:
            yield Proposal(facts.id, facts.title or facts.objective, kind=types.CompletionItemKind.Reference)


def _translated(bank: BankIndex) -> Iterator[Proposal]:
    for facts in bank.facts:
        if facts.kind != "translation":
            yield Proposal(f"{facts.id}@{facts.version}", facts.title, kind=types.CompletionItemKind.Reference)


def _rules() -> Iterator[Proposal]:
    names = {code: name for name, code in NAMES.items()}
    for code in RULES:
        if may_be_suppressed(code, names[code]):
            yield Proposal(code, names[code])


def _sources(bank: BankIndex) -> Iterator[Proposal]:
    sources = {source: None for facts in bank.facts for source in facts.sources}
    for source in sorted(sources):
        yield Proposal(source, insert=_quoted(source))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
