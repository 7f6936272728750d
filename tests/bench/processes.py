"""Wall time and memory of a whole process, taken by a small launcher.

`ru_maxrss` of a child begins at the size of the process that started it, and that of all children never
shrinks: so every command gets a fresh launcher, whose size (some 10 MB) is the least that can be reported.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
INTERVAL = 0.02  # seconds between two looks at the process tree
MEGABYTE = 1_000_000
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # set in many containers; an installed program is compiled, and so is ours


@dataclass(frozen=True, slots=True)
class Usage:
    """What one command took: wall time, and peaks of memory in MB (0 where the system does not tell).

    `largest` is the resident memory of the largest process, `tree` the sum over all at one time, shared pages
    counted once; the latter only when asked for.
    """

    seconds: float
    code: int
    largest: float = 0.0
    tree: float = 0.0
    error: str = ""


def measure(command: Sequence[str], env: Mapping[str, str] | None = None, *, tree: bool = False) -> Usage:
    """Runs a command from the repository's root; to look at the tree costs a little time."""
    launcher = [sys.executable, "-m", "tests.bench.processes", str(int(tree)), *command]
    environment = {**os.environ, **source_path(), **(env or {})}
    environment.pop(NO_BYTECODE, None)
    done = subprocess.run(launcher, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return Usage(**json.loads(done.stdout))


def source_path() -> Mapping[str, str]:
    """Where exambank is found if it is not installed: the source tree."""
    if find_spec("exambank") is not None:
        return {}
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))}


def launch(command: Sequence[str], tree: bool) -> Usage:
    """Runs a command as a child of this process, which must have had no other child."""
    peak = Peak()
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    watcher = threading.Thread(target=peak.watch, args=(child.pid,), daemon=True)
    if tree:
        watcher.start()
    _, error = child.communicate()
    seconds = time.perf_counter() - start
    peak.ended.set()
    return Usage(seconds, child.returncode, largest_child(), peak.megabytes, error[-2000:])


def largest_child() -> float:
    """The peak of resident memory of the largest process below this one, in MB."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / MEGABYTE if sys.platform == "darwin" else peak * 1024 / MEGABYTE


class Peak:
    """The greatest sum of memory seen over a process tree (Linux only)."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self.ended = threading.Event()

    def watch(self, root: int) -> None:
        """Looks at the tree until `ended` is set."""
        while not self.ended.wait(INTERVAL):
            self.megabytes = max(self.megabytes, sum(map(proportional, tree_of(root))) / MEGABYTE)


def tree_of(root: int) -> Iterator[int]:
    """A process and all below it."""
    yield root
    for file in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = file.read_text().split()
        except OSError:
            continue  # it has ended since
        for child in children:
            yield from tree_of(int(child))


def proportional(process: int) -> int:
    """Bytes of a process, a shared page divided by those who share it; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    used = launch(sys.argv[2:], sys.argv[1] == "1")
    print(json.dumps({name: getattr(used, name) for name in Usage.__slots__}))
