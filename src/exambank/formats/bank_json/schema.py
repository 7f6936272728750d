"""The package as a model, from which the published JSON Schema is made."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, create_model

from exambank.formats.feature import AUTHORS_OWN
from exambank.model.bank import Bank
from exambank.model.blueprint import Blueprint
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import GAP_ID, ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import INTERACTIONS
from exambank.model.limits import Limits
from exambank.model.stimulus import Stimulus
from exambank.model.validation import Form, fields_of
from exambank.richtext.text import RichText

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ID = "https://exambank.dev/schemas/package.schema.json"  # an identifier, not an address that is fetched
NAME: Literal["exambank-package"] = "exambank-package"
VERSION: Literal[1] = 1
DOCUMENT = "bank.json"

PRIVATE = AUTHORS_OWN | {"notes"}  # in no package
SECRET = PRIVATE | {"rationale", "difficulty", "scoring", "case", "answers"}  # in none for candidates


class MediaEntry(Form):
    """A picture: its path in the package, its digest, its length in bytes."""

    path: Annotated[str, Limits(pattern=r"^media/[^/\\]+$")]
    sha256: Annotated[str, Limits(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Limits(ge=0)]


class CandidateOption(Form):
    """What a candidate may choose."""

    id: str
    text: RichText


class CandidateGap(Form):
    """A gap to fill in; without options it is typed into."""

    id: Annotated[str, Limits(pattern=GAP_ID, max_length=64)]
    options: tuple[CandidateOption, ...] = ()


def _record(interaction: str, without: frozenset[str], prefix: str) -> Any:
    """An item's model less some fields; a candidate's has options without keys, and units in place of answers."""
    model = INTERACTIONS[interaction]
    fields: dict[str, Any] = {name: given for name, given in fields_of(model).items() if name not in without}
    if "answers" in without:
        if issubclass(model, OptionItem):
            fields["options"] = (Annotated[tuple[CandidateOption, ...], Limits(min_length=2)], ...)
        if issubclass(model, ClozeItem):
            fields["gaps"] = (Annotated[tuple[CandidateGap, ...], Limits(min_length=1)], ...)
        if issubclass(model, NumericItem):
            fields["units"] = (tuple[str, ...], ())
    return create_model(f"{prefix}{model.__name__}", __base__=Form, __doc__=model.__doc__, **fields)


# The bank's, for its authors alone.
OWN_SETTINGS = frozenset({"check", "glossary", "house_words", "second_keying", "security", "shares"})
_kept: dict[str, Any] = {name: given for name, given in fields_of(Bank).items() if name not in OWN_SETTINGS}
PackagedBank: Any = create_model(
    "PackagedBank",
    __base__=Form,
    __doc__="What a package says of its bank.",
    **_kept,
)
RECORDS: dict[str, Any] = {name: _record(name, PRIVATE, "Packaged") for name in INTERACTIONS}
CANDIDATE_RECORDS: dict[str, Any] = {name: _record(name, SECRET, "Candidate") for name in INTERACTIONS}


def _union(models: Iterable[Any], discriminator: str) -> Any:
    return Annotated[reduce(or_, models), Field(discriminator=discriminator)]


class Header(Form):
    """What a package says before its items."""

    format: Literal["exambank-package"]
    version: Literal[1]
    audience: Literal["instructor", "candidate"]
    bank: PackagedBank
    blueprint: Blueprint


def _package(name: str, audience: str, records: dict[str, Any]) -> Any:
    fields: dict[str, Any] = {
        "audience": (Literal[audience], ...),
        "items": (tuple[_union(records.values(), "interaction"), ...], ...),  # type: ignore[misc]
        "stimuli": (tuple[Stimulus, ...], ...),
        "media": (tuple[MediaEntry, ...], ...),
    }
    return create_model(name, __base__=Header, __doc__=f"A package for {audience}s.", **fields)


INSTRUCTOR_PACKAGE = _package("InstructorPackage", "instructor", RECORDS)
CANDIDATE_PACKAGE = _package("CandidatePackage", "candidate", CANDIDATE_RECORDS)


def package_schema() -> dict[str, Any]:
    """The schema of bank.json (draft 2020-12)."""
    made = TypeAdapter(_union((INSTRUCTOR_PACKAGE, CANDIDATE_PACKAGE), "audience")).json_schema()
    return {"$schema": DRAFT, "$id": ID, "title": "bank.json of an exambank package", **made}


def part_schema(shape: Any) -> dict[str, Any]:
    """The schema of one part: an item's record, a stimulus, the header."""
    return {"$schema": DRAFT, **TypeAdapter(shape).json_schema()}
