"""A JSON object read member by member, its long arrays element by element, from a file of any length."""

import codecs
import json
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

BLOCK = 1 << 16
LONGEST = 50_000_000  # characters of one value
NEAR_END = 32  # an error this near to the end of what was read may be an end that was not read yet
NUMBER = "+-.0123456789eE"  # what a number may go on with
SPACE = " \t\n\r"
START = -1  # the position at which an array is announced


class JsonFault(ValueError):  # noqa: N818 - the document is at fault, not the program
    """The bytes are not the JSON that is read; the message says what is wrong with them."""


def members(read: Callable[[int], bytes], arrays: frozenset[str]) -> Iterator[tuple[str, int | None, Any]]:
    """Name, position and value: a member as a whole without a position, those called `arrays` element by element.

    Such an array is announced by the position `START`, so that an empty one is seen as well.

    Raises:
        JsonFault: the document is no JSON object, or not UTF-8, or names a member twice.
    """
    source = _Source(read)
    source.expect("{")
    seen: set[str] = set()
    while True:
        if not seen and source.peek() == "}":
            break
        name = source.value()
        if not isinstance(name, str) or name in seen:
            raise JsonFault(f"the member {str(name)[:60]!r} is there twice" if name in seen else "a name is no string")
        seen.add(name)
        source.expect(":")
        if name in arrays and source.peek() == "[":
            yield name, START, None
            for position, value in enumerate(_elements(source)):
                yield name, position, value
        else:
            yield name, None, source.value()
        if source.peek() != ",":
            break
        source.expect(",")
    source.expect("}")
    if source.peek():
        raise JsonFault("something follows the object")


def _elements(source: "_Source") -> Iterator[Any]:
    source.expect("[")
    if source.peek() != "]":
        yield source.value()
        while source.peek() == ",":
            source.expect(",")
            yield source.value()
    source.expect("]")


class _Source:
    """Text that is decoded as it is asked for."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._decode = codecs.getincrementaldecoder("utf-8")("strict")
        self._text = ""
        self._at = 0
        self._is_whole = False
        self._json = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number)

    def _more(self, block: int = BLOCK) -> bool:
        if self._is_whole:
            return False
        data = self._read(block)
        self._is_whole = not data
        try:
            text = self._decode.decode(data, self._is_whole)
        except UnicodeDecodeError as error:
            raise JsonFault(f"not UTF-8: {error.reason}") from error
        self._text = self._text[self._at :] + text
        self._at = 0
        return True

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def expect(self, character: str) -> None:
        """Passes over a character.

        Raises:
            JsonFault: there is another.
        """
        if self.peek() != character:
            raise JsonFault(f"{character!r} is wanted, there is {self.peek()!r}")
        self._at += 1

    def value(self) -> Any:
        """The value that begins here.

        Raises:
            JsonFault: none does, or it is longer than may be read.
        """
        self.peek()
        block = BLOCK
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                is_open = error.msg.startswith("Unterminated") or error.pos > len(self._text) - NEAR_END
                if not is_open or self._is_whole:
                    raise JsonFault(f"not JSON: {error.msg}") from error
            except (ValueError, RecursionError) as error:
                raise JsonFault(f"not JSON that is read: {error}") from error
            else:
                if self._is_whole or (end < len(self._text) and self._text[end] not in NUMBER):
                    self._at = end
                    return value
            if len(self._text) - self._at > LONGEST:
                raise JsonFault(f"a value is longer than {LONGEST} characters")
            self._more(block)
            block *= 2


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise JsonFault("an object names a member twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise JsonFault(f"{name} is no number of JSON")
