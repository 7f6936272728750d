"""A file into a translation: what its fields and its body hold, and what is refused."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from exambank.model.from_syntax import fields_of, item_fields
from exambank.model.from_translation import translation
from exambank.model.translation import FRONT_MATTER, Translation
from exambank.source.read import decode
from exambank.syntax.document import Document, as_passage, parse

NONE: Mapping[str, str] = {}
BODY = """\
Was?

- [x] Geld (60%)
  > Ja.
- [ ] Wetter

## Rationale

Darum.

## Hint

Sieh.

## Notes

Uns.
"""


def document(body: str, **fields: str) -> Document:
    header = "".join(f"{name}: {value}\n" for name, value in {"translates": "a-1@3", **fields}.items())
    return parse(decode("a.de.md", f"---\n{header}---\n\n{body}".encode()))


def read(body: str, *, has_shares: bool = False, fields: Mapping[str, str] = NONE) -> Translation:
    found, bad = translation(document(body, **fields), has_shares=has_shares)
    assert bad == []
    assert found is not None
    return found


def test_what_names_a_source_is_a_translation() -> None:
    found = document(BODY, kind="stimulus")
    assert found.kind == "translation"
    assert fields_of(found) == FRONT_MATTER
    assert FRONT_MATTER - {"translates"} <= item_fields()


def test_texts_options_and_fields() -> None:
    found = read(BODY, fields={"status": "approved", "author": "Bea", "x-vendor": "Us"})
    assert (found.source_id, found.source_version, found.status, found.author) == ("a-1", 3, "approved", "Bea")
    assert found.house == {"x-vendor": "Us"}
    texts = (found.stem, found.rationale, found.hint, found.notes)
    assert [text.plain if text else None for text in texts] == ["Was?", "Darum.", "Sieh.", "Uns."]
    assert [(one.text.plain, one.is_key, one.share) for one in found.options] == [
        ("Geld (60%)", True, None),
        ("Wetter", False, None),
    ]
    assert found.options[0].feedback is not None


def test_a_share_is_one_where_the_source_has_some() -> None:
    found = read(BODY, has_shares=True)
    assert [(one.text.plain, one.share) for one in found.options] == [("Geld", Decimal(60)), ("Wetter", None)]


def test_answers_are_kept_as_they_are_written() -> None:
    found = read("Wie viele?\n\n## Answer\n\n- 5000 ± 5 Anrufe\n  > Gut.\n- /ge?ld/\n")
    assert [(one.text, one.feedback is not None) for one in found.answers] == [
        ("5000 ± 5 Anrufe", True),
        ("/ge?ld/", False),
    ]


@pytest.mark.parametrize(
    "value", ["a-1", "a-1@", "a-1@0", "a-1@x", "A@1", "a-1@1.0", "'a-1 @1'", "3", "[a-1@1]", "a@1 b"]
)
def test_a_source_is_an_id_and_a_version(value: str) -> None:
    found, bad = translation(document(BODY, translates=value), has_shares=False)
    assert found is None
    assert [(one.at, "planning-quota-007@1" in one.message) for one in bad] == [(("translates",), True)]


@pytest.mark.parametrize(
    ("name", "value"), [("lang", "german!"), ("status", "done"), ("reviews", "Bea"), ("ai", "yes")]
)
def test_other_fields_are_as_in_an_item(name: str, value: str) -> None:
    found, bad = translation(document(BODY, **{name: value}), has_shares=False)
    assert found is None
    assert bad[0].at[0] == name


def test_a_task_list_in_a_passage_is_text() -> None:
    found = document("Plan:\n\n- [x] Geld\n- [ ] Wetter\n")
    assert ("options", 0) in found.places.fields
    as_passage(found)
    made, _ = translation(found, has_shares=False)
    assert made is not None
    assert made.options == ()
    assert "Wetter" in made.stem.plain
    assert ("options", 0) not in found.places.fields
    assert found.places.place(("stem",)).line == 5
