"""Writes QTI 1.2 for Canvas: the assessment, pictures and the manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exambank.formats.contract import Fragment, Frame
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.item import fragment
from exambank.richtext.xhtml import attribute

__all__ = ["fragment", "package"]

CHUNK = 500  # items joined to bytes at a time
MANIFEST = "imsmanifest.xml"

HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="{v.NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="{v.NAMESPACE} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd">
<assessment ident="{{id}}" title="{{title}}" xml:lang="{{lang}}">
<qtimetadata>
<qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel><fieldentry>1</fieldentry></qtimetadatafield>
<qtimetadatafield><fieldlabel>{v.AUDIENCE}</fieldlabel><fieldentry>{{audience}}</fieldentry></qtimetadatafield>
</qtimetadata>
<section ident="root_section">
"""
END = "</section>\n</assessment>\n</questestinterop>\n"

# Content Packaging without a profile: Canvas takes it, and unlike the cartridge that Canvas itself writes it is valid.
PACKAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="bank-{id}">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="{id}" type="imsqti_xmlv1p2" href="{assessment}">
<file href="{assessment}"/>
{pictures}</resource>
</resources>
</manifest>
"""


@dataclass(slots=True)
class _Quiz:
    """What the items leave behind for the files that come after them."""

    pictures: set[str] = field(default_factory=set)

    def add(self, parts: Fragment) -> str:
        made = parts.parts
        if made["pictures"]:
            self.pictures.update(made["pictures"].split("\n"))
        return made["item"]


def package(frame: Frame, fragments: Iterable[Fragment]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The package's files in order; pictures that no item shows are left out."""
    quiz = _Quiz()
    identifier = frame.bank.id
    yield v.ASSESSMENT, _assessment(frame, fragments, quiz)
    listed: list[str] = []
    for path, data in frame.media:
        if path in quiz.pictures:
            listed.append(f'<file href="{attribute(path)}"/>\n')
            yield path, (data,)
    manifest = PACKAGE.format(id=identifier, assessment=v.ASSESSMENT, pictures="".join(listed))
    yield MANIFEST, (manifest.encode(),)


def _assessment(frame: Frame, fragments: Iterable[Fragment], quiz: _Quiz) -> Iterator[bytes]:
    bank = frame.bank
    yield HEAD.format(
        id=bank.id, title=attribute(bank.title), lang=attribute(bank.language), audience=frame.audience
    ).encode()
    waiting: list[str] = []
    for one in fragments:
        waiting.append(quiz.add(one))
        if len(waiting) == CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
    yield ("".join(waiting) + END).encode()
