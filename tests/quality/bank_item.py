"""An item of a wild or an original bank, and the exambank file that it becomes."""

import re
from dataclasses import dataclass

from exambank.richtext.markdown import markdown
from exambank.richtext.tree import Paragraph, Text

OPENING = re.compile(r"^(\s*)- ", re.MULTILINE)
FRONT_MATTER = "---\nid: {id}\nobjective: subject.matter\nstatus: draft\n---\n\n"


@dataclass(frozen=True, slots=True)
class BankItem:
    """Where an item comes from, and the body of its file."""

    bank: str
    number: int
    body: str

    @property
    def file_text(self) -> str:
        """The item's file, with a front matter that no rule finds fault with."""
        return FRONT_MATTER.format(id=f"{self.bank}-{self.number}") + self.body


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reader of a format finds: Markdown texts, and which options are keys."""

    stem: str
    options: tuple[tuple[str, bool], ...]
    rationale: str = ""

    @property
    def body(self) -> str:
        """The item's body in exambank's format; lists of the stem get `*`, so that they are not taken for options."""
        lines = [outside_code(self.stem.strip()), ""]
        for text, is_key in self.options:
            lines.append(f"- [{'x' if is_key else ' '}] " + text.strip().replace("\n", "\n  "))
        if self.rationale.strip():
            lines += ["", "## Rationale", "", self.rationale.strip()]
        return "\n".join(lines) + "\n"


def outside_code(text: str) -> str:
    """The text with `*` in place of `-` before entries of lists, fences left alone."""
    pieces = text.split("```")
    return "```".join(piece if at % 2 else OPENING.sub(r"\1* ", piece) for at, piece in enumerate(pieces))


def plain(text: str) -> str:
    """Plain text as Markdown that shows it as it is."""
    return markdown((Paragraph((Text(" ".join(text.split())),)),))
