"""`#Q stem`, `^ text of the key`, `A option` …: plain text, the key named by its text."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.bank_item import Parts, plain

ITEM = re.compile(r"^#Q(?P<stem>.*?)^\^(?P<key>.*?)$(?P<options>.*?)(?=^#Q|\Z)", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"^[A-H] (?P<text>.*?)(?=^[A-H] |\Z)", re.MULTILINE | re.DOTALL)
COUNT = 4  # options; items of two are true or false in disguise


def read(path: Path) -> Iterator[Parts]:
    """The items of four options whose key is among them."""
    for item in ITEM.finditer(text_of(path)):
        key = " ".join(item["key"].split())
        options = [" ".join(option["text"].split()) for option in OPTION.finditer(item["options"])]
        if len(options) == COUNT and key in options:
            yield Parts(plain(item["stem"]), tuple((plain(text), text == key) for text in options))


def text_of(path: Path) -> str:
    """The file's text, with LF line ends; what is not UTF-8 is read as Windows' own code page."""
    data = path.read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")
