"""Other tools on the same single-choice items, each writing its package in a fresh process.

text2qti (BSD-3-Clause) reads its own Markdown dialect: stem, options, the note of each, the rationale.
qti-package-maker (LGPL-3.0) reads no Markdown: it gets stem and options as escaped text, and no notes.
"""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.bench.compose import Draft
from tests.bench.generate import compose_item
from tests.bench.processes import Usage, measure

TEXT2QTI = "from text2qti.cmdline import main; main()"
NOT_INSTALLED = "not installed"


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool and a format it writes; `engine` is qti-package-maker's word for the format."""

    name: str
    title: str
    package: str
    engine: str = ""


PEERS = (
    Peer("text2qti", "text2qti, QTI 1.2", "text2qti"),
    Peer("qpm12", "qti-package-maker, QTI 1.2", "qti_package_maker", "canvas_qti_v1_2"),
    Peer("qpm21", "qti-package-maker, QTI 2.1", "qti_package_maker", "blackboard_qti_v2_1"),
)


def is_installed(peer: Peer) -> bool:
    """Whether the tool can be run here."""
    return find_spec(peer.package) is not None


def write_inputs(folder: Path, items: int, seed: int) -> None:
    """Writes the items as text2qti's quiz and as JSON for qti-package-maker."""
    drafts = [compose_item(number, seed, single_choice=True)[3] for number in range(items)]
    folder.mkdir(parents=True, exist_ok=True)
    questions = (quiz_question(number, made) for number, made in enumerate(drafts, 1))
    (folder / "quiz.txt").write_text("Quiz title: Benchmark\n\n" + "\n\n".join(questions) + "\n", "utf-8")
    (folder / "items.json").write_text(json.dumps([plain_question(made) for made in drafts]), "utf-8")


def quiz_question(number: int, made: Draft) -> str:
    """An item in text2qti's dialect; what belongs to the stem is indented as far as its first line."""
    start = f"{number}. "
    indent = "\n" + " " * len(start)
    stem = "\n\n".join(made.stem).replace("\n", indent).replace(indent + "\n", "\n\n")
    lines = [start + stem, f"... {made.rationale}"]
    for letter, option in zip("abcdef", made.options, strict=False):
        lines += [f"{'*' if option.is_key else ''}{letter}) {option.text}", f"... {option.note}"]
    return "\n".join(lines)


def plain_question(made: Draft) -> tuple[str, list[str], str]:
    """Stem, options and key as HTML text."""
    stem = "<br/>".join(escape(block) for block in made.stem)
    texts = [escape(option.text) for option in made.options]
    return stem, texts, next(escape(option.text) for option in made.options if option.is_key)


def run_peer(peer: Peer, folder: Path, *, tree: bool = False) -> Usage:
    """Lets the tool write its package from the inputs in `folder`; the package is removed afterwards."""
    if not is_installed(peer):
        return Usage(0.0, 1, error=NOT_INSTALLED)
    environment = {**home(folder)}
    if peer.engine:
        module = [sys.executable, "-m", "tests.bench.peers", peer.engine, str(folder / "items.json")]
        usage = measure([*module, str(folder / f"{peer.name}.zip")], environment, tree=tree)
    else:
        usage = measure([sys.executable, "-c", TEXT2QTI, str(folder / "quiz.txt")], environment, tree=tree)
    packages = list(folder.glob("*.zip"))
    for package in packages:
        package.unlink()
    if usage.code == 0 and not packages:
        return Usage(usage.seconds, 1, error=usage.error or "no package was written")
    return usage


def home(folder: Path) -> Mapping[str, str]:
    """A home folder of its own: text2qti writes its settings there."""
    return {"HOME": str(folder), "USERPROFILE": str(folder), "TMPDIR": os.environ.get("TMPDIR", str(folder))}


def package_items(engine: str, source: Path, target: Path) -> None:
    """Writes the package with qti-package-maker, in this process."""
    maker = import_module("qti_package_maker.package_interface").QTIPackageInterface("bench")
    for stem, texts, keyed in json.loads(source.read_text("utf-8")):
        maker.add_item("MC", (stem, texts, keyed))
    with contextlib.chdir(target.parent):  # it makes its working folder where it stands
        maker.save_package(engine, str(target))


if __name__ == "__main__":
    package_items(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
