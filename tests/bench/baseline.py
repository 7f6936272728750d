"""The two units of the benchmark.

R: seconds that markdown-it-py (CommonMark with front matter) takes to parse a bank's files on one core. The
files are read and the parser is made before the clock starts; each tree is dropped before the next file.
P: seconds that `python -c pass` takes as a whole process.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import mean

from tests.bench.processes import ROOT, measure


def parse_seconds(folder: Path) -> float:
    """R for the Markdown files below `folder`, measured in a process of its own."""
    return _parses(folder, 1)[0]


def shared_parse_seconds(folder: Path) -> float:
    """The same in as many processes at once as there are cores: more than R where these are not whole cores."""
    return mean(_parses(folder, os.cpu_count() or 1))


def _parses(folder: Path, count: int) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.baseline", str(folder)]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    outputs = [process.communicate()[0] for process in running]
    for process in running:
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return list(map(float, outputs))


def start_seconds() -> float:
    """P, one start of the interpreter."""
    return measure([sys.executable, "-c", "pass"]).seconds


def parse(folder: Path) -> float:
    """R, measured in this process."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
    parser = MarkdownIt("commonmark").use(front_matter_plugin)
    start = time.perf_counter()
    for text in texts:
        parser.parse(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(parse(Path(sys.argv[1])))
