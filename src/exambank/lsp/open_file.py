"""A file of a bank as the editor holds it: its text, what was found in it, and what stands where."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from exambank.check.examine import Examined, examine
from exambank.check.setting import Setting
from exambank.finding import FieldPath, Place
from exambank.lsp.positions import UTF16, ClientText, is_within
from exambank.source.discover import is_item_source
from exambank.source.read import SourceFile, canonical_text, decode
from exambank.syntax import document as syntax
from exambank.syntax import front_matter
from exambank.syntax.document import Document
from exambank.syntax.yaml_document import YamlDocument


@dataclass(frozen=True)
class OpenFile:
    """One version of a file; `path` is relative to the bank. `examined` is None for the bank's own files."""

    uri: str
    path: str
    text: str
    encoding: str = UTF16
    examined: Examined | None = None
    version: int | None = None  # the client's count of its changes

    @cached_property
    def client(self) -> ClientText:
        """The text as the client counts it."""
        return ClientText(self.text, self.encoding)

    @cached_property
    def yaml(self) -> YamlDocument:
        """The values and places of the front matter, or of the whole file where it is YAML."""
        if not is_item_source(self.path):
            return front_matter.parse(canonical_text(self.text), self.path)
        document = self.document
        places = {at: place for at, place in document.places.fields.items() if isinstance(place, Place)}
        return YamlDocument(document.fields, places, document.keys, document.yaml_fault)

    @cached_property
    def document(self) -> Document:
        """The file taken apart."""
        return self.examined.document if self.examined else syntax.parse(source_file(self.path, self.text))

    def key_at(self, line: int, column: int) -> FieldPath | None:
        """The field whose name stands at a line and a column."""
        return next((at for at, place in self.yaml.keys.items() if is_within(place, line, column)), None)

    def value_at(self, line: int, column: int) -> FieldPath | None:
        """The innermost field whose plain value stands at a line and a column."""
        found = [at for at, place in self.yaml.places.items() if is_within(place, line, column)]
        at = max(found, key=len, default=None)
        return None if at is None or isinstance(self.value(at), list | dict) else at

    def value(self, at: FieldPath) -> Any:
        """The value of a field; None where there is none."""
        value: Any = self.yaml.values
        for step in at:
            within = range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
            if step not in within:
                return None
            value = value[step]
        return value


def source_file(path: str, text: str) -> SourceFile:
    """A buffer as a file that was read: what an editor sends may hold what no UTF-8 file can."""
    return decode(path, text.encode("utf-8", "surrogatepass"))


def examined_file(file: OpenFile, setting: Setting) -> OpenFile:
    """The file, examined where it is an item or a stimulus."""
    if not is_item_source(file.path):
        return file
    return replace(file, examined=examine(source_file(file.path, file.text), setting))
