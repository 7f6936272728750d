"""YAML in a small, safe form: values and the place of each, without tags, anchors or duplicate keys."""

import re
from bisect import bisect_left
from importlib import import_module
from typing import Any, NoReturn

import yaml

from exambank.finding import FieldPath, Place
from exambank.syntax import plain_header
from exambank.syntax.yaml_document import YamlDocument, YamlFault, plain_value

# without PyYAML's C part: slower, same events
Parser: Any = import_module("yaml.cyaml").CParser if yaml.__with_libyaml__ else yaml.Loader

FENCE = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
OTHER_ENDS = re.compile("[\\x85\\u2028\\u2029]")  # line ends to libyaml, and to nobody else
DEPTH = 20  # levels of nesting; no front matter of an item needs more


def split(text: str) -> tuple[str | None, str, int]:
    """The front matter between its fences (None where there is none), the body, and the body's first line."""
    end = text.find("\n---\n", 3)
    if end > 0 and text.startswith("---\n"):  # nearly all; an expression walks there letter by letter
        header = text[4 : end + 1]
        if text.find("\n---", 3) == end:
            return header, text[end + 5 :], header.count("\n") + 3
    match = FENCE.match(text)
    if match is None:
        return None, text, 1
    return match[1], text[match.end() :], text.count("\n", 0, match.end()) + 1


def parse(text: str, path: str, first_line: int = 1) -> YamlDocument:
    """Reads one YAML mapping; never raises, whatever the text."""
    plain = plain_header.read(text, path, first_line)
    if plain is not None:
        return plain
    document = YamlDocument()
    marks = _Marks(text, first_line)
    try:
        _Builder(Parser(text), document, path, marks).build()
    except _Refused as refused:
        return YamlDocument(fault=refused.fault)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = marks.place(mark) if mark else (first_line, 1)
        problem = error.problem or error.context or "not YAML"
        return YamlDocument(fault=YamlFault(f"YAML: {problem}", _yaml_mend(problem), line, column))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return YamlDocument(
            fault=YamlFault(f"YAML: {str(error).splitlines()[0]}", "write plain `name: value` lines", first_line, 1)
        )
    return document


def _yaml_mend(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put a value that holds `: ` in quotation marks"
    if "cannot start any token" in problem:
        return "put a value that starts with @, `, % or a tab in quotation marks"
    return "write `name: value` lines, indented with spaces"


class _Marks:
    """Lines and columns of YAML's marks, in the file."""

    def __init__(self, text: str, first_line: int) -> None:
        self.first_line = first_line
        self.ends: list[int] | None = None
        if OTHER_ENDS.search(text) is not None:
            self.ends = [match.start() for match in re.finditer("\n", text)]

    def place(self, mark: Any) -> tuple[int, int]:
        """Line and column from 1; counted anew where libyaml counts other line ends than everybody."""
        if self.ends is None:
            return mark.line + self.first_line, mark.column + 1
        line = bisect_left(self.ends, mark.index)
        return line + self.first_line, mark.index - (self.ends[line - 1] if line else -1)


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, fault: YamlFault) -> None:
        self.fault = fault


class _Builder:
    """Builds values from PyYAML's events, which tell of tags and aliases before anything is made of them."""

    def __init__(self, events: Any, document: YamlDocument, path: str, marks: _Marks) -> None:
        self.events = events
        self.document = document
        self.path = path
        self.marks = marks

    def build(self) -> None:
        self.events.get_event()  # stream start
        if self.events.check_event(yaml.StreamEndEvent):
            return
        self.events.get_event()  # document start
        event = self.events.get_event()
        if isinstance(event, yaml.ScalarEvent) and event.value == "":
            return
        if not isinstance(event, yaml.MappingStartEvent):
            self.refuse(event, "the top is not a mapping", "write `name: value` lines")
        self.document.values = self.mapping(event, ())
        self.events.get_event()  # document end
        if not self.events.check_event(yaml.StreamEndEvent):
            self.refuse(self.events.get_event(), "a second YAML document begins here", "keep one document")

    def refuse(self, event: Any, message: str, mend: str) -> NoReturn:
        raise _Refused(YamlFault(message, mend, *self.marks.place(event.start_mark)))

    def place(self, event: Any) -> Place:
        return Place(self.path, *self.marks.place(event.start_mark), *self.marks.place(event.end_mark))

    def value(self, at: FieldPath) -> Any:
        event = self.events.get_event()
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, f"alias `*{event.anchor}`", "write the value out")
        if len(at) > DEPTH:
            self.refuse(event, f"nested more than {DEPTH} levels deep", "make it flatter")
        self.document.places[at] = self.place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, at)
        return self.mapping(event, at)

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        self.check_plainness(event)
        text = event.value
        if not event.implicit[0]:  # quoted or a block scalar
            return text
        return plain_value(text)

    def sequence(self, event: yaml.Event, at: FieldPath) -> list[Any]:
        self.check_plainness(event)
        values: list[Any] = []
        while not self.events.check_event(yaml.SequenceEndEvent):
            values.append(self.value((*at, len(values))))
        self.events.get_event()
        return values

    def mapping(self, event: yaml.Event, at: FieldPath) -> dict[str, Any]:
        self.check_plainness(event)
        values: dict[str, Any] = {}
        while not self.events.check_event(yaml.MappingEndEvent):
            key = self.events.get_event()
            if not isinstance(key, yaml.ScalarEvent):
                self.refuse(key, "a key that is not a plain word", "write `name: value` lines")
            self.check_plainness(key)
            if key.value in values:
                first = self.document.keys[(*at, key.value)]
                self.refuse(key, f"`{key.value}` is set twice, first in line {first.line}", "keep one of the two")
            self.document.keys[(*at, key.value)] = self.place(key)
            values[key.value] = self.value((*at, key.value))
        self.events.get_event()
        return values

    def check_plainness(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse(event, f"anchor `&{event.anchor}`", "write the value out where it is needed")
        if event.tag is not None:
            self.refuse(event, f"tag `{event.tag}`", "write the value without a tag")
