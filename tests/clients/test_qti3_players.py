"""Two players that nobody here wrote show our QTI 3 items and score them as the model does."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.clients.expected import expected

from exambank.formats.asi import stylesheet
from exambank.formats.contract import Audience, Unit
from exambank.formats.feature import project
from exambank.formats.qti30.capabilities import DENIED
from exambank.formats.qti30.writer import fragment
from exambank.model import from_syntax
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText
from exambank.source.read import read
from exambank.syntax import document

pytestmark = pytest.mark.clients
HERE = Path(__file__).parent
BANK = HERE.parents[1] / "bank"
PICTURES = {"../media/funnel.svg": "media/funnel.svg"}
SHOTS = os.environ.get("EXAMBANK_SHOTS")  # a folder for screenshots, to be looked at
CLOSE = Decimal("0.000001")
ROUNDED = Decimal("0.0005")  # qti-components 7.27 computes with three decimals
FIRST = 15  # characters by which a text with a formula is known; the formula is not among them


def _read(root: Path, path: str) -> AnyItem:
    item, bad = from_syntax.item(document.parse(read(root, path)), {"points": 1, "scoring": "all-or-nothing"})
    assert item is not None, (path, bad)
    return item


@cache
def _items() -> dict[str, AnyItem]:
    """Our own items that show everything, and the sample bank's."""
    own = [_read(HERE, f"items/{path.name}") for path in sorted((HERE / "items").glob("*.md"))]
    bank = [_read(BANK, path.relative_to(BANK).as_posix()) for path in sorted(BANK.glob("items/*/*.md"))]
    return {item.id: item for item in (*own, *bank)}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The items as QTI 3, with their pictures."""
    root = tmp_path_factory.mktemp("items")
    (root / "media").mkdir()
    (root / stylesheet.NAME).write_text(stylesheet.TEXT, "utf-8")
    for picture in (HERE / "media").iterdir():
        (root / "media" / picture.name).write_bytes(picture.read_bytes())
    for item in _items().values():
        unit = Unit(project(item, DENIED), None, PICTURES, item.objective)
        for name, data in fragment(unit, Audience.INSTRUCTOR).entries:
            (root / name).write_bytes(data)
    return root


def _jobs(player: str) -> Iterator[dict[str, Any]]:
    for item in _items().values():
        for number, (response, score) in enumerate(expected(item)):
            job: dict[str, Any] = {"item": f"item-{item.id}.xml", "response": response, "score": str(score)}
            if isinstance(item, ClozeItem):
                job["boxes"] = [gap.id for gap in item.text_gaps]
            if SHOTS and number == 0:
                job["shot"] = str(Path(SHOTS) / f"{player}-{item.id}.png")
            yield job


@pytest.mark.parametrize("player", ["citolab", "ampup"])
def test_players_score_as_the_model_does(player: str, shared: Path, folder: Path, tmp_path: Path) -> None:
    """The key gives every point; each distractor, part of the keys, and each number just out of bounds do not."""
    jobs = list(_jobs(player))
    order = tmp_path / "jobs.json"
    pages = shared / "clients" / "qti3-players"
    order.write_text(json.dumps({"pages": str(pages), "items": str(folder), "jobs": jobs}), "utf-8")
    chromium = os.environ.get("EXAMBANK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium is not None, "no Chromium found: name one in EXAMBANK_CHROMIUM"
    env = {**os.environ, "EXAMBANK_CHROMIUM": chromium}
    done = subprocess.run(
        ["node", str(HERE / "play_qti3.mjs"), player, str(order)], capture_output=True, text=True, check=False, env=env
    )
    played = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(played) == len(jobs), done.stderr
    faults = [fault for job, result in zip(jobs, played, strict=True) for fault in _faults(job, result)]
    assert faults == []


def _faults(job: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    what = f"{job['item']} {job['response']}"
    if result["errors"] or result["outside"]:
        yield f"{what}: {result['errors']} {result['outside']}"
        return
    score = result["outcomes"].get("SCORE")
    close = CLOSE if "boxes" not in job else ROUNDED
    if score is None or abs(Decimal(str(score)) - Decimal(job["score"])) > close:
        yield f"{what}: SCORE is {score}, not {job['score']}"
    yield from (f"{what}: {fault}" for fault in _feedback_faults(job, result))


def _feedback_faults(job: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    item = _items()[job["item"].removeprefix("item-").removesuffix(".xml")]
    shown = [" ".join(text.split()) for text in result["shown"]]
    if item.rationale is not None and not any(text.startswith(_known_by(item.rationale)) for text in shown):
        yield "the rationale is not shown"
    for option in item.options if isinstance(item, OptionItem) else ():
        if option.feedback is not None:
            is_shown = any(text.startswith(_known_by(option.feedback)) for text in shown)
            if is_shown != (option.id in job["response"]):
                yield f"feedback of {option.id} is{'' if is_shown else ' not'} shown"
    if isinstance(item, ClozeItem):
        yield from _gap_feedback_faults(item, job, shown)


def _gap_feedback_faults(item: ClozeItem, job: dict[str, Any], shown: list[str]) -> Iterator[str]:
    for gap in item.gaps:
        answer = job["response"].get(gap.id, "")
        told = [(option.id, option.feedback) for option in gap.options] or [
            (one.text, one.feedback) for one in gap.answers
        ]
        for name, feedback in told:
            is_meant = name == answer if item.case == "exact" else name.casefold() == answer.casefold()
            if feedback is not None and any(text.startswith(_known_by(feedback)) for text in shown) != is_meant:
                yield f"feedback of {name} in {gap.id} is{' not' if is_meant else ''} shown"


def _known_by(text: RichText) -> str:
    words = " ".join(text.plain.split())
    return words[:FIRST] if "$" in text.source else words
