"""Writes QTI 1.2 for Canvas: the assessment, the quiz's settings, pictures and the manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from exambank.formats.asi.numbers import number
from exambank.formats.contract import Fragment, Frame
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.item import fragment
from exambank.richtext.xhtml import attribute, escape

__all__ = ["fragment", "package"]

CHUNK = 500  # items joined to bytes at a time
MANIFEST = "imsmanifest.xml"
SETTINGS = "assessment_meta.xml"  # Canvas looks for it by this name, in a folder called like the assessment

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

META = """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz xmlns="http://canvas.instructure.com/xsd/cccv1p0" identifier="{id}">
<title>{title}</title>
<description>{description}</description>
<shuffle_answers>{shuffle}</shuffle_answers>
<scoring_policy>keep_highest</scoring_policy>
<quiz_type>assignment</quiz_type>
<points_possible>{points}</points_possible>
<show_correct_answers>false</show_correct_answers>
<allowed_attempts>1</allowed_attempts>
<available>false</available>
</quiz>
"""

# Content Packaging without a profile: Canvas takes it, and unlike the cartridge that Canvas itself writes it is valid.
PACKAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="bank-{id}">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="{id}" type="imsqti_xmlv1p2" href="{assessment}">
<file href="{assessment}"/>
{pictures}<dependency identifierref="settings-{id}"/>
</resource>
<resource identifier="settings-{id}" type="associatedcontent/imscc_xmlv1p1/learning-application-resource"\
 href="{settings}">
<file href="{settings}"/>
</resource>
</resources>
</manifest>
"""


@dataclass(slots=True)
class _Quiz:
    """What the items leave behind for the files that come after them."""

    points: Decimal = Decimal(0)
    shuffles: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)

    def add(self, parts: Fragment) -> str:
        made = parts.parts
        self.points += Decimal(made["points"])
        self.shuffles.add(made["shuffle"])
        if made["pictures"]:
            self.pictures.update(made["pictures"].split("\n"))
        return made["item"]


def package(frame: Frame, fragments: Iterable[Fragment]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The package's files in order; pictures that no item shows are left out."""
    quiz = _Quiz()
    identifier = frame.bank.id
    settings = f"{identifier}/{SETTINGS}"
    yield v.ASSESSMENT, _assessment(frame, fragments, quiz)
    yield settings, (_settings(frame, quiz),)
    listed: list[str] = []
    for path, data in frame.media:
        if path in quiz.pictures:
            listed.append(f'<file href="{attribute(path)}"/>\n')
            yield path, (data,)
    manifest = PACKAGE.format(id=identifier, assessment=v.ASSESSMENT, settings=settings, pictures="".join(listed))
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


def _settings(frame: Frame, quiz: _Quiz) -> bytes:
    bank = frame.bank
    return META.format(
        id=bank.id,
        title=escape(bank.title),
        description=escape(f"<p>{escape(bank.description)}</p>") if bank.description else "",
        shuffle="true" if "Yes" in quiz.shuffles and "No" not in quiz.shuffles else "false",
        points=number(quiz.points),
    ).encode()
