"""What is measured: exambank's commands as whole processes, and peers on the same single-choice items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.bench.peers import PEERS, Peer, run_peer
from tests.bench.processes import Usage
from tests.bench.setting import Setting

FOUR = "json,qti12,qti21,qti30"
FIVE = "json,qti12,qti21,qti22,qti30"
NO_PACKAGE = -1  # in place of an exit code
NOTED = "Noted. "  # what a stem begins with once it was changed
REFERENCE = "text2qti"  # the run that single-choice builds are compared with

Prepare = Callable[[Setting], None]
Action = Callable[[Setting, bool], Usage]


@dataclass(frozen=True, slots=True)
class Run:
    """A run, its budget, and the unit of both: R (a parse of the same files) or P (`python -c pass`)."""

    name: str
    title: str
    action: Action
    prepare: Prepare
    budget: float | None = None
    unit: str = "R"
    on_single_choice: bool = False

    def folder(self, made: Setting) -> Path:
        """The bank whose files are parsed for R."""
        return made.single_choice if self.on_single_choice else made.bank


def nothing(made: Setting) -> None:
    """No preparation."""


def emptied(made: Setting) -> None:
    """Cold: neither cache nor packages."""
    made.empty_cache()


def checked(made: Setting) -> None:
    """Warm: the bank has been checked."""
    made.run("check", str(made.bank))


def changed(made: Setting) -> None:
    """Warm but for one file, whose rationale grows by a word."""
    checked(made)
    item = min((made.bank / "items").rglob("*.md"))
    item.write_bytes(item.read_bytes().rstrip() + b" Noted.\n")


def changed_stem(made: Setting) -> None:
    """Warm but for one file, whose stem grows by a word: so the bank's rules run as well, and LIF003 finds it."""
    checked(made)
    item = last_item(made)
    head, body = item.read_text("utf-8").split("\n---\n\n", 1)
    item.write_text(f"{head}\n---\n\n{NOTED}{body}", "utf-8")


def last_item(made: Setting) -> Path:
    """The item whose stem is changed."""
    return max((made.bank / "items").rglob("*.md"))


def built(made: Setting) -> None:
    """Warm: the bank has been built."""
    build(FOUR, False, made, False)


def check(made: Setting, tree: bool) -> Usage:
    """`exambank check`."""
    return made.run("check", str(made.bank), tree=tree)


def check_preview(made: Setting, tree: bool) -> Usage:
    """`exambank check --preview`."""
    return made.run("check", "--preview", str(made.bank), tree=tree)


def check_changed_stem(made: Setting, tree: bool) -> Usage:
    """`exambank check`, and the stem as it was: a build of an approved item's new text would be refused."""
    usage = check(made, tree)
    item = last_item(made)
    item.write_text(item.read_text("utf-8").replace(NOTED, "", 1), "utf-8")
    return usage


def build(targets: str, single_choice: bool, made: Setting, tree: bool) -> Usage:
    """`exambank build` of one target or several, parted by commas."""
    bank = made.single_choice if single_choice else made.bank
    usage = made.run("build", str(bank), "--target", targets, "--out", str(made.packages), tree=tree)
    is_written = any(made.packages.iterdir())
    return usage if is_written or usage.code > 1 else replace(usage, code=NO_PACKAGE, error="no package was written")


def coverage(made: Setting, tree: bool) -> Usage:
    """`exambank coverage`."""
    return made.run("coverage", str(made.bank), tree=tree)


def version(made: Setting, tree: bool) -> Usage:
    """`exambank --version`."""
    return made.run("--version", tree=tree)


def of_peer(peer: Peer, made: Setting, tree: bool) -> Usage:
    """A peer's package of the single-choice items."""
    return run_peer(peer, made.quiz, tree=tree)


def single_target(target: str) -> Run:
    """One target of the single-choice bank, cold."""
    action = partial(build, target, True)
    return Run(f"build-{target}", f"build {target}, cold, single choice", action, emptied, on_single_choice=True)


# Budgets are those of docs/performance.md.
RUNS: Sequence[Run] = (
    Run("version", "--version", version, nothing, 3.0, "P"),
    Run("check-cold", "check, cold", check, emptied, 1.2),
    Run("check-preview", "check --preview, cold", check_preview, emptied),
    Run("check-unchanged", "check, nothing changed", check, checked, 0.05),
    Run("check-one-changed", "check, one file changed", check, changed, 0.08),
    Run("check-stem-changed", "check, one stem changed", check_changed_stem, changed_stem),
    Run("coverage", "coverage, after check", coverage, checked),
    Run("build-four", f"build {FOUR}, cold", partial(build, FOUR, False), emptied, 2.5),
    Run("build-five", f"build {FIVE}, cold", partial(build, FIVE, False), emptied),
    Run("build-unchanged", f"build {FOUR}, nothing changed", partial(build, FOUR, False), built, 0.06),
    *map(single_target, FIVE.split(",")),
    *(
        Run(peer.name, f"{peer.title}, single choice", partial(of_peer, peer), nothing, on_single_choice=True)
        for peer in PEERS
    ),
)
GROWING = ("check-cold", "build-four")  # the runs that are repeated on ten times as many items
GROWTH_BUDGET = 11.0  # times and memory at ten times the items; docs/performance.md
