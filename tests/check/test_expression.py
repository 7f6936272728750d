"""An expression that is compiled late is right all the same, and does what the compiled one does."""

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import exambank.check
from exambank.check.expression import _Expression, expression


def test_every_expression_of_the_rules_compiles() -> None:
    for module in walk_packages(exambank.check.__path__, "exambank.check."):
        import_module(module.name)
    gc.unfreeze()  # what another test's check put aside
    found = [one for one in gc.get_objects() if type(one) is _Expression]
    assert len(found) > 50
    for one in found:
        assert re.compile(one._text, one._flags).pattern == one._text


def test_it_does_what_the_compiled_one_does() -> None:
    late, compiled = expression(r"(?P<a>b)c", re.IGNORECASE), re.compile(r"(?P<a>b)c", re.IGNORECASE)
    for _ in range(2):
        for name in ("search", "match", "fullmatch", "findall", "split"):
            assert repr(getattr(late, name)("xBC")) == repr(getattr(compiled, name)("xBC"))
        assert [match["a"] for match in late.finditer("bcBC")] == ["b", "B"]
        assert late.sub("-", "abcd") == "a-d"
        assert (late.pattern, late.groups) == (compiled.pattern, compiled.groups)


def test_it_has_no_more_than_the_compiled_one() -> None:
    with pytest.raises(AttributeError, match="serach"):
        expression("a").serach  # type: ignore[attr-defined]  # noqa: B018
