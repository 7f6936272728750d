"""What stands under the cursor, explained: rules, objectives, ids and front matter fields."""

import re
import sys

from lsprotocol import types

from exambank.check.page import PAGES, markdown_page, rule_page
from exambank.check.selection import NAMES
from exambank.finding import FieldPath
from exambank.lsp.bank_index import BankIndex
from exambank.lsp.fields import MEANINGS
from exambank.lsp.open_file import OpenFile
from exambank.source.discover import BANK_FILE, is_item_source
from exambank.syntax.front_matter import split

WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
SHOWN = 600  # characters of a text; more would cover what one writes


def hover(bank: BankIndex, file: OpenFile, position: types.Position) -> types.Hover | None:
    """The explanation as Markdown, if there is one."""
    line, column = file.client.place(position)
    text = _explained(bank, file, line, column)
    if text is None:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))


def _explained(bank: BankIndex, file: OpenFile, line: int, column: int) -> str | None:
    key, at = file.key_at(line, column), file.value_at(line, column)
    if file.path == BANK_FILE:
        where = at or key or ()
        return rule_text(word_at(file, line, column)) if where[:1] == ("check",) else None
    if not is_item_source(file.path):
        return objective_text(bank, str(file.value(at))) if at else None
    if key is not None and len(key) == 1:
        return field_text(str(key[0]))
    return _value_text(bank, file, at) if at else None


def _value_text(bank: BankIndex, file: OpenFile, at: FieldPath) -> str | None:
    value = str(file.value(at))
    match at:
        case ("objective",):
            return objective_text(bank, value)
        case ("translates",):
            source_id = value.partition("@")[0]
            return id_text(bank, source_id, "item") or id_text(bank, source_id, "stimulus")
        case ("stimulus",):
            return id_text(bank, value, "stimulus")
        case ("enemies" | "variants", _):
            return id_text(bank, value, "item")
        case ("suppress", _, "code"):
            return rule_text(value)
    return None


def word_at(file: OpenFile, line: int, column: int) -> str:
    """The word at a line and a column of the file."""
    text = file.client.lines[line - 1]
    return next((match[0] for match in WORD.finditer(text) if match.start() < column <= match.end() + 1), "")


def rule_text(word: str) -> str | None:
    """The page of the rule with this code or name; without pages under `python -OO` there is none."""
    code = NAMES.get(word, word)
    return markdown_page(rule_page(code)) if code in PAGES and sys.flags.optimize < 2 else None


def field_text(name: str) -> str | None:
    """What a front matter field holds."""
    if name not in MEANINGS:
        return "A field of the house, checked by its house schema." if name.startswith("x-") else None
    holds, absent = MEANINGS[name]
    return f"**{name}**: {holds}\n\nIf absent: {absent}"


def objective_text(bank: BankIndex, wanted: str) -> str | None:
    """An objective's title, its domain with the weight, and how many items the bank has for it."""
    blueprint = bank.snapshot.files.blueprint
    for domain in blueprint.domains if blueprint else ():
        for objective in domain.objectives:
            if objective.id == wanted:
                count = bank.objective_counts()[wanted]
                items = "1 item" if count == 1 else f"{count} items"
                return f"**{objective.title}**\n\n{domain.title}, {domain.weight} % of the exam. The bank has {items}."
    return None


def id_text(bank: BankIndex, wanted: str, kind: str) -> str | None:
    """The title and the beginning of the stimulus or item with this id."""
    found = next((facts for facts in bank.with_id(wanted) if facts.kind == kind), None)
    if found is None:
        return None
    _, body, _ = split(bank.file(found.path).text)
    text = body.strip()
    shown = text if len(text) <= SHOWN else text[:SHOWN].rsplit(None, 1)[0] + " …"
    return f"**{found.title or wanted}** ({found.status})\n\n{shown}"
