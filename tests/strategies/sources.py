"""Texts of items: made of the pieces that the format knows, and real ones with something cut, doubled or put in."""

from hypothesis import strategies as st
from tests.small_bank import GAP_ITEMS, HEADER, ITEMS, STIMULUS

PIECES = (
    "---\n", "---", "id: a\n", "objective: water.states\n", "status: approved\n", "kind: stimulus\n", "interaction: ",
    "numeric\n", "short-text\n", "scoring: per-option\n", "tags: [", "]\n", "&a ", "*a ", "!!x ", "? ", ": ", "{", "}",
    "- [x] ", "- [ ] ", "- [X ]", "* [ ] ", "1. [x] ", "- ", "  > ", "> ", "    ", "\t", "\n", "\n\n", "  \n", "\r\n",
    "## Answer\n", "## Gap a\n", "[____](#gap-a)", "[b](#gap-b)", "per-gap",
    "## Rationale\n", "## \n", "### x\n", "# x\n", "===\n", "$", "$$\n", "\\", "\\$", "`", "```\n",
    "~~~\n", "| a | b |\n", "|---|---|\n",
    "![](", "[a](b)", "[1]: x\n", "<b>", "</b>", "<!--", "-->", "&nbsp;", "&#0;", "**",
    "_", "5 ± 1", "[5, 4] s", "3e8 (3 sf)", "/a(b/", "(50%)", "(−9%)", "(Choose two.)", "True", "False", "TODO",
    "\ufeff", "\0", "\u2028", "\x85", "\ud7ff", "é", "e\u0301", "עברית", "日本語", "🧪", "𝟙", "٣", "\u200b",
)  # fmt: skip
REAL = (
    STIMULUS,
    *(
        HEADER.format(id=item_id, objective=objective, more=more) + body
        for item_id, objective, more, body in (*ITEMS, *GAP_ITEMS)
    ),
)

made = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real item after one to five cuts, doublings and insertions."""
    text = draw(st.sampled_from(REAL))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        put_in = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), st.sampled_from(PIECES)))
        text = text[:start] + put_in + text[end:]
    return text


texts = st.one_of(made, mutated(), st.text(max_size=200))
