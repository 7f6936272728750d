"""Regular expressions that are compiled when they are first used: a check of one item uses few of its rules' many."""

import re
from typing import Any, cast


class _Expression:
    """Stands for the compiled expression, whose methods it takes over as they are asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._text, self._flags), name)
        self.__dict__[name] = found
        return found


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """The expression; that it can be compiled is for tests/check/test_expression.py to say."""
    return cast("re.Pattern[str]", _Expression(text, flags))
