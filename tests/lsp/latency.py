"""How long an author waits: `python -m tests.lsp.latency [ITEMS]` on a bank of that many items (10,000 if not said).

A client over stdio types a letter at a time into one item; a wait goes from its message to the diagnostics of that very
version. Cold is a server without cache, which reads the bank meanwhile; warm is one that finds the cache.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.generate import write_bank
from tests.lsp.editor import Editor, with_editor


def typed(root: Path, cache: Path, letters: int, pause: float) -> dict[str, float]:
    """Waits in milliseconds while somebody types, and seconds until the bank's own findings are there."""
    path = min(file for file in root.glob("items/*/*.md")).relative_to(root).as_posix()

    async def work(editor: Editor) -> dict[str, float]:
        start = time.perf_counter()
        text = editor.open(path)
        await editor.until(lambda: editor.uri(path) in editor.told)
        opened = time.perf_counter() - start
        waits = [await wait_for_one(editor, path, text + "x" * count, pause) for count in range(1, letters + 1)]
        editor.change(path, text.replace("objective: ", "objective: no."))
        begin = time.perf_counter()
        await editor.until(lambda: "STR015" in editor.codes(path))
        waits.sort()
        return {
            "first, ms": opened * 1000,
            "median, ms": statistics.median(waits) * 1000,
            "95 of 100, ms": waits[int(len(waits) * 0.95)] * 1000,
            "longest, ms": waits[-1] * 1000,
            "bank, s": time.perf_counter() - begin,
        }

    os.environ["EXAMBANK_CACHE_DIR"] = str(cache)
    return with_editor(root, work)[0]


async def wait_for_one(editor: Editor, path: str, text: str, pause: float) -> float:
    """Seconds from one change to its diagnostics, then a pause as between two keys."""
    start = time.perf_counter()
    editor.change(path, text)
    await editor.until(lambda: editor.told_versions.get(editor.uri(path)) == editor.versions[path])
    wait = time.perf_counter() - start
    await asyncio.sleep(pause)
    return wait


def main() -> None:
    """Prints a row for each way of starting."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "bank"
        write_bank(root, items, seed=1)
        for name, letters, pause in (("cold", 200, 0.02), ("warm", 200, 0.02), ("warm, while bank rules run", 40, 0.6)):
            found = typed(root, Path(folder) / "cache", letters, pause)
            row = [name, *(f"{what}: {value:.1f}" for what, value in found.items())]
            sys.stdout.write("  ".join(row) + "\n")


if __name__ == "__main__":
    main()
