"""docs/pictures/finding.svg: what `exambank check` prints in a terminal about the bank in `example/`, as a picture.

rich could export one, but its picture loads a font from elsewhere, and its bytes change with its version.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch
from xml.sax.saxutils import escape

from exambank.cli.group import run
from exambank.report.terminal import width

EXAMPLE = Path(__file__).parent / "example"
CELL, LINE, EDGE = 8.4, 20, 20  # pixels: a column, a line, the margin
SGR = re.compile("\033\\[([0-9;]*)m")
STYLES = {
    "1": 'font-weight="bold"',
    "2": 'fill="#8b949e"',
    "32": 'fill="#56d364"',
    "1;31": 'fill="#ff7b72" font-weight="bold"',
    "1;33": 'fill="#e3b341" font-weight="bold"',
    "1;36": 'fill="#76e3ea" font-weight="bold"',
}
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:g} {h:g}" width="{w:g}" height="{h:g}" role="img">\n'
    "<title>{title}</title>\n"
    '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n'
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="14" '
    'fill="#e6edf3" xml:space="preserve">\n'
)


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def finding_picture() -> str:
    """The picture's SVG."""
    return svg("What exambank check prints about a changed key and a miscounted stem", "$ exambank check\n" + printed())


def printed() -> str:
    """What the command prints where the example bank lies in `bank/`."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), redirect_stdout(Terminal()) as out:
        shutil.copytree(EXAMPLE, "bank")
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
        with patch.dict(os.environ, {**kept, "TERM": "xterm"}, clear=True):
            run(["check", "--no-cache"])
        return out.getvalue()


def svg(title: str, text: str) -> str:
    """A text with terminal colours as SVG; each run of characters has its place and its length, whatever the font."""
    lines = text.rstrip("\n").split("\n")
    columns = max(width(SGR.sub("", line)) for line in lines)
    head = HEAD.format(w=2 * EDGE + columns * CELL, h=2 * EDGE + len(lines) * LINE, title=escape(title))
    rows = (part for number, line in enumerate(lines) for part in _runs(line, EDGE + number * LINE + 15))
    return head + "".join(rows) + "</g>\n</svg>\n"


def _runs(line: str, y: int) -> Iterator[str]:
    column, style = 0, ""
    for number, part in enumerate(SGR.split(line)):
        if number % 2:
            style = STYLES.get(part, "")
            continue
        shown = part.strip()
        if shown:
            x = EDGE + (column + len(part) - len(part.lstrip())) * CELL
            place = f'x="{x:g}" y="{y}" textLength="{width(shown) * CELL:g}"'
            yield f"<text {' '.join(filter(None, (place, style)))}>{escape(shown)}</text>\n"
        column += width(part)
