"""What a rich text keeps of its tree is what the tree says."""

from hypothesis import given
from tests.strategies.trees import short_trees, trees

from exambank.richtext.rewrite import rewritten
from exambank.richtext.text import RichText
from exambank.richtext.tree import Tree
from exambank.richtext.xhtml import PLAIN, xhtml


@given(short_trees)
def test_a_sentence_is_what_xhtml_writes(tree: Tree) -> None:
    text = RichText(None, tree)
    if text.sentence:
        assert xhtml(tree, PLAIN) == f"<p>{text.sentence}</p>"


def test_a_paragraph_without_markup_is_a_sentence() -> None:
    assert RichText("Fish & chips").sentence == "Fish &amp; chips"
    assert RichText("*Fish* and chips").sentence == ""
    assert RichText("Fish\n\nChips").sentence == ""
    assert RichText("").sentence == ""


@given(trees)
def test_canonical_words_are_those_of_the_folded_tree(tree: Tree) -> None:
    assert RichText(None, tree).canonical == repr(rewritten(tree, str))
