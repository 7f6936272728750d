"""Items written for the yardstick: `## name`, then a four-backtick fence with the item's body."""

from collections.abc import Iterator
from pathlib import Path

from tests.case_files import read_cases

FOLDER = Path(__file__).parents[1] / "original"
SUBJECTS = (
    "astronomy",
    "bookkeeping",
    "first-aid",
    "food-hygiene",
    "geography",
    "music-theory",
    "networking",
    "road-traffic",
)


def bodies(path: Path) -> Iterator[str]:
    """The bodies of a subject's items; none where nobody has written it yet."""
    if path.is_file():
        for case in read_cases(path.read_text("utf-8")):
            yield case.fences[0].text
