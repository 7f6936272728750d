"""manifest.json: what was built, from what, by what."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import NotRequired, cast

from typing_extensions import TypedDict

from exambank.building.order import Built, Order
from exambank.model.bank import Bank
from exambank.version import VERSION


class BankName(TypedDict):
    """Which bank, of which version."""

    id: str
    version: str
    title: str


class ToolName(TypedDict):
    """What built it."""

    name: str
    version: str


class PackageEntry(TypedDict):
    """A package: its file, target, size in bytes, SHA-256, and how many items it holds."""

    file: str
    target: str
    size: int
    sha256: str
    items: int


class LossEntry(TypedDict):
    """What a target does not hold, what becomes of it, and of how many items."""

    target: str
    feature: str
    outcome: str
    is_content: bool
    items: int


class UntranslatedEntry(TypedDict):
    """An item that is not there in the language, and why."""

    item: str
    reason: str


class Manifest(TypedDict):
    """The whole file. `source_commit` is null outside git, or where changes are not committed.

    `lang` is the language that was asked for, and `untranslated` are items left out since they are not there in it;
    without it `translations` count what went into no package, by language.
    """

    format: int
    bank: BankName
    tool: ToolName
    source_commit: str | None
    audience: str
    statuses: list[str]
    items: int
    left_out: dict[str, int]
    lang: NotRequired[str]
    untranslated: NotRequired[list[UntranslatedEntry]]
    translations: NotRequired[dict[str, int]]
    packages: list[PackageEntry]
    losses: list[LossEntry]


def manifest_text(bank: Bank, order: Order, built: Built) -> str:
    """manifest.json: what was built, from what, by what. No date and no path, so that the same input gives it again."""
    lost: Counter[tuple[str, str, str, bool]] = Counter()
    for loss in built.losses:
        lost[loss.target, loss.feature, loss.outcome, loss.is_content] += loss.items
    data: Manifest = {
        "format": 1,
        "bank": {"id": bank.id, "version": bank.version, "title": bank.title},
        "tool": {"name": "exambank", "version": VERSION},
        "source_commit": source_commit(order.root),
        "audience": str(order.audience),
        "statuses": sorted(order.statuses),
        "items": built.items,
        "left_out": built.left_out,
        **_of_languages(order, built),
        "packages": [
            {"file": p.name, "target": p.target, "size": p.size, "sha256": p.sha256, "items": p.items}
            for p in built.packages
        ],
        "losses": [
            {
                "target": target,
                "feature": feature,
                "outcome": outcome,
                "is_content": is_content,
                "items": count,
            }
            for (target, feature, outcome, is_content), count in lost.items()
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _of_languages(order: Order, built: Built) -> Manifest:
    """What only banks with translations, and builds in another language, have to say."""
    found: dict[str, object] = {}
    if order.lang is not None:
        found["lang"] = order.lang
        left = sorted(built.untranslated, key=lambda one: one.path)
        found["untranslated"] = [{"item": one.item_id, "reason": one.reason} for one in left]
    elif built.translations:
        found["translations"] = built.translations
    return cast("Manifest", found)


def source_commit(root: Path) -> str | None:
    """The commit that the bank's files are exactly of; None outside git, or with changes that are not committed."""
    git = shutil.which("git")
    if git is None:
        return None

    def ask(*arguments: str) -> str | None:
        done = subprocess.run(  # noqa: S603 - git itself, with arguments of our own
            [git, "-C", str(root), *arguments], capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else None

    commit = ask("rev-parse", "HEAD")
    return commit if commit and ask("status", "--porcelain", "--", ".") == "" else None
