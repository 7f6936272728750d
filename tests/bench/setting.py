"""The folders of one benchmark: banks, caches, packages, and what the peers read."""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import write_bank
from tests.bench.peers import write_inputs
from tests.bench.processes import Usage, measure

SETTLED = 2.5  # seconds until the times of what was written are trusted (decision 0005)
EXAMBANK = (sys.executable, "-m", "exambank")


class SetupError(Exception):
    """The bank could not be made ready."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A bank of mixed items, one of as many single-choice items (for peers), and folders for the rest."""

    root: Path
    items: int
    seed: int

    @property
    def bank(self) -> Path:
        """The mixed bank."""
        return self.root / "bank"

    @property
    def single_choice(self) -> Path:
        """The bank that peers can write as well."""
        return self.root / "single-choice"

    @property
    def quiz(self) -> Path:
        """The single-choice items as peers read them."""
        return self.root / "peers"

    @property
    def packages(self) -> Path:
        """Where builds go."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """exambank's cache."""
        return self.root / "cache"

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that keep exambank inside these folders."""
        return {"EXAMBANK_CACHE_DIR": str(self.cache)}

    def run(self, *arguments: str, tree: bool = False) -> Usage:
        """Runs exambank as a process of its own."""
        return measure([*EXAMBANK, *arguments], self.environment, tree=tree)

    def empty_cache(self) -> None:
        """Makes the next run a cold one."""
        shutil.rmtree(self.cache, ignore_errors=True)
        shutil.rmtree(self.packages, ignore_errors=True)
        self.cache.mkdir()
        self.packages.mkdir()


@contextmanager
def setting(items: int, seed: int, *, peers: bool) -> Iterator[Setting]:
    """Folders with a fresh bank whose keys are recorded, and the peers' inputs if asked for."""
    with tempfile.TemporaryDirectory(prefix="exambank-bench-") as folder:
        made = Setting(Path(folder), items, seed)
        made.empty_cache()
        make_bank(made, made.bank, single_choice=False)
        if peers:
            make_bank(made, made.single_choice, single_choice=True)
            write_inputs(made.quiz, items, seed)
        time.sleep(SETTLED)
        yield made


def make_bank(made: Setting, folder: Path, *, single_choice: bool) -> None:
    """Writes a bank and records its keys.

    Raises:
        SetupError: exambank did not record the keys.
    """
    write_bank(folder, made.items, made.seed, single_choice=single_choice)
    usage = made.run("keys", "accept", "--all", "--reason", "bench", "--bank", str(folder))
    if usage.code != 0:
        raise SetupError(f"exambank keys accept: exit {usage.code}: {usage.error.strip()}")
