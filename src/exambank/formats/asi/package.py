"""A package: items, pictures, the test that arranges them by domain, and the manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exambank.formats.asi import stylesheet
from exambank.formats.asi.markup import Pieces, pieces
from exambank.formats.asi.vocabulary import Vocabulary
from exambank.formats.contract import Audience, Fragment, Frame
from exambank.formats.imscp.manifest import MANIFEST, manifest, resource
from exambank.richtext.xhtml import attribute

TEST = "assessment.xml"
OTHER = "other"  # the section of items whose objective is in no domain of the blueprint


@dataclass(slots=True)
class _Contents:
    """What the items leave behind for the files that come after them."""

    resources: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    references: dict[str, list[str]] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)
    has_style: bool = False

    def add(self, fragment: Fragment) -> None:
        parts = fragment.parts
        self.resources.append(parts["resource"])
        self.names.append(parts["name"])
        self.references.setdefault(parts["domain"], []).append(parts["reference"])
        self.has_style = self.has_style or bool(parts["style"])
        if parts["pictures"]:
            self.pictures.update(parts["pictures"].split("\n"))


def package(
    vocabulary: Vocabulary, frame: Frame, fragments: Iterable[Fragment]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The package's files in order; pictures that no item shows are left out."""
    contents = _Contents()
    for fragment in fragments:
        contents.add(fragment)
        for name, data in fragment.entries:
            yield name, (data,)
    for path, data in frame.media:
        if path in contents.pictures:
            yield path, (data,)
    if contents.has_style:
        yield stylesheet.NAME, (stylesheet.TEXT.encode(),)
    yield TEST, _test(frame, contents, pieces(vocabulary))
    flavour = vocabulary.manifest
    test = resource("test", flavour.test_type, [TEST], contents.names)
    yield MANIFEST, manifest(flavour, f"bank-{frame.bank.id}", (*contents.resources, test))


def _test(frame: Frame, contents: _Contents, named: Pieces) -> Iterator[bytes]:
    is_scored = frame.audience is Audience.INSTRUCTOR
    minutes = frame.blueprint.form.minutes
    yield named.test.format(
        id=frame.bank.id,
        title=attribute(frame.blueprint.title),
        outcome=named.test_score if is_scored else "",
        limits=named.limits.format(minutes * 60) if minutes else "",
    ).encode()
    domains = {domain.id: domain.title for domain in frame.blueprint.domains}
    for domain, title in domains.items():
        yield _section(f"section-{domain}", title, contents.references.get(domain, []), named)
    rest = [one for domain, found in contents.references.items() if domain not in domains for one in found]
    yield _section(OTHER, "Other", rest, named)
    end = named.part_end + (named.sum_scores if is_scored else "") + named.test_end
    yield end.encode()


def _section(identifier: str, title: str, references: list[str], named: Pieces) -> bytes:
    if not references:
        return b""
    inner = "".join(references)
    return (named.section.format(identifier, attribute(title)) + inner + named.section_end).encode()
