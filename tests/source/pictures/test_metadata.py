"""What is said beside a picture is found and taken out, and every other byte stays."""

import re
import tracemalloc
import zlib
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.pictures import gif_with, jpeg_with, png_with, tiff, webp_with
from tests.small_bank import png

from exambank.source.pictures import exif
from exambank.source.pictures.metadata import MOST_BYTES, PARSERS, is_picture, said, stripped
from exambank.source.pictures.part import BrokenPictureError, counted
from exambank.source.pictures.png import chunk

PLACE = (0x8825, 90)
TURNED = (0x0112, 6)
XMP_SEGMENT = b"http://ns.adobe.com/xap/1.0/\0<x/>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><title>A funnel</title><path d="M0 0"/></svg>'
SAID: list[tuple[str, bytes, tuple[str, ...], bytes]] = [
    ("a.png", png_with((b"tEXt", b"Author\0Me")), ("text",), png(40)),
    ("a.png", png_with((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"), (b"tIME", bytes(7))), ("XMP", "a time"), png(40)),
    ("a.PNG", png_with((b"eXIf", tiff(PLACE))), ("EXIF with a place (GPS)",), png(40)),
    ("a.png", png_with((b"eXIf", tiff(TURNED))), ("EXIF",), png_with((b"eXIf", exif.oriented(6)))),
    ("a.jpg", jpeg_with((0xFE, b"the key is B")), ("a comment",), jpeg_with()),
    ("a.jpeg", jpeg_with((0xE1, XMP_SEGMENT), (0xED, b"Photoshop 3.0\0x")), ("XMP", "IPTC"), jpeg_with()),
    (
        "a.jpg",
        jpeg_with((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0" + tiff(TURNED, PLACE)), (0xEE, b"Adobe")),
        ("EXIF with a place (GPS)",),
        jpeg_with((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0" + exif.oriented(6)), (0xEE, b"Adobe")),
    ),
    ("a.jpg", jpeg_with((0xE1, b"Exif\0\0" + tiff((0x0112, 1)))), ("EXIF",), jpeg_with()),
    ("a.gif", gif_with((0xFE, b"by Me")), ("a comment",), gif_with()),
    (
        "a.gif",
        gif_with((0xFF, b"NETSCAPE2.0"), (0xFF, b"XMP DataXMP")),
        ("XMP",),
        gif_with((0xFF, b"NETSCAPE2.0")),
    ),
    (
        "a.webp",
        webp_with((b"XMP ", b"<x/>"), (b"EXIF", tiff(PLACE))),
        ("XMP", "EXIF with a place (GPS)"),
        webp_with(flags=0),
    ),
    (
        "a.webp",
        webp_with((b"EXIF", b"Exif\0\0" + tiff(TURNED)), flags=0x18),
        ("EXIF",),
        webp_with((b"EXIF", exif.oriented(6)), flags=0x18),
    ),
    ("a.svg", SVG.replace(b"<path", b"<!-- by Me --><path"), ("a comment",), SVG),
    ("a.svg", SVG.replace(b"<path", b"<metadata>by Me</metadata><path"), ("metadata",), SVG),
    ("a.svg", SVG.replace(b"<path", b'<path sodipodi:docname="a<b"'.replace(b"<b", b"b")), ("a file's name",), b""),
]
SILENT = [
    ("a.png", png(40)),
    ("a.png", png_with((b"iCCP", b"profile"), (b"pHYs", bytes(9)), (b"eXIf", exif.oriented(3)))),
    ("a.jpg", jpeg_with((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"), behind=b"\0\0")),
    ("a.gif", gif_with((0xF9, b"\0\0\0\0"))),
    ("a.gif", gif_with()[:-1]),
    ("a.webp", webp_with(flags=0)),
    ("a.svg", SVG),
    (
        "a.svg",
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "<b>">]>\n<svg><metadata> </metadata></svg>',
    ),
    ("a.svg", b"<svg><style><![CDATA[ <!-- a > b --> ]]></style><metadata/></svg>"),
]
BROKEN = [
    ("a.png", b"a picture"),
    ("a.png", png(40)[:-5]),
    ("a.png", png(40)[:33] + b"\x7f\xff\xff\xffIDAT"),
    ("a.jpg", b"\xff\xd8\xff\xe1\xff\xff"),
    ("a.jpg", jpeg_with()[:-2]),
    ("a.jpg", b"\xff\xd8\xff\xdb\0\x04ab;"),
    ("a.gif", b"GIF89a"),
    ("a.gif", gif_with()[:19] + b"?"),
    ("a.gif", gif_with()[:-4]),
    ("a.webp", b"RIFF\xff\xff\xff\xffWEBP"),
    ("a.webp", webp_with()[:-2]),
    ("a.svg", b""),
    ("a.svg", b"funnel"),
    ("a.svg", b"<p/>"),
    ("a.svg", b"<svg><!-- "),
    ("a.svg", b"<svg><metadata>"),
    ("a.svg", b"<svg></metadata></svg>"),
    ("a.svg", b"<svg a='></svg>"),
    ("a.svg", b"\xff\xfe<\0s\0v\0g\0/\0>\0"),
]


@pytest.mark.parametrize(("path", "data", "kinds", "left"), SAID)
def test_what_is_said_is_found_and_all_else_stays(path: str, data: bytes, kinds: tuple[str, ...], left: bytes) -> None:
    assert said(path, data).kinds == kinds
    made = stripped(path, data)
    assert made is not None
    assert not left or made == left
    assert said(path, made) == said(path, made).__class__()
    assert stripped(path, made) is None, "there is nothing left to take"


@pytest.mark.parametrize(("path", "data"), SILENT)
def test_a_picture_alone_says_nothing(path: str, data: bytes) -> None:
    assert (said(path, data).kinds, said(path, data).fault) == ((), "")


@pytest.mark.parametrize(("path", "data"), BROKEN)
def test_what_is_no_picture_is_told_and_left(path: str, data: bytes) -> None:
    assert said(path, data).fault
    assert not said(path, data).kinds
    assert stripped(path, data) is None


@pytest.mark.parametrize(
    ("path", "data"),
    [("a.png", png(40) + b"x"), ("a.jpg", jpeg_with(behind=jpeg_with())), ("a.gif", gif_with() + b";")],
)
def test_data_behind_a_picture_is_told_and_left_to_its_owner(path: str, data: bytes) -> None:
    assert said(path, data).kinds == ("data behind the picture",)
    assert stripped(path, data) is None


def test_a_second_orientation_goes() -> None:
    data = jpeg_with((0xE1, b"Exif\0\0" + tiff(TURNED)), (0xE1, b"Exif\0\0" + exif.oriented(8)))
    assert stripped("a.jpg", data) == jpeg_with((0xE1, b"Exif\0\0" + exif.oriented(6)))


@pytest.mark.parametrize(("path", "data"), [row[:2] for row in SAID if row[0] == "a.svg"])
def test_an_svg_stays_the_same_tree(path: str, data: bytes) -> None:
    """As another parser sees it."""
    declared = b'<svg xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
    data = data.replace(b"<svg ", declared)
    made = stripped(path, data)
    assert made is not None
    assert canonical(made) == canonical(data)


def canonical(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for one in [*root.iter(etree.Comment), *root.iter("{*}metadata")]:
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
    for one in root.iter("*"):
        for name in [name for name in one.attrib if "sodipodi" in str(name)]:
            del one.attrib[name]
    return etree.tostring(root, method="c14n")


KINDS = st.sampled_from([b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"pHYs", b"iCCP", b"abCd"])
CONTENTS = st.one_of(st.binary(max_size=40), st.just(tiff(PLACE, TURNED)))
PNGS = st.lists(st.tuples(KINDS, CONTENTS), max_size=5).map(lambda chunks: png_with(*chunks))
MARKERS = st.sampled_from([0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE, 0xDB])
HEADS = st.sampled_from([b"", b"Exif\0\0", b"Photoshop 3.0\0", XMP_SEGMENT])
SEGMENTS = st.tuples(MARKERS, st.builds(bytes.__add__, HEADS, CONTENTS))
JPEGS = st.lists(SEGMENTS, max_size=5).map(lambda segments: jpeg_with(*segments))
GIFS = st.lists(
    st.tuples(st.sampled_from([0xF9, 0xFE, 0xFF, 0x01]), st.binary(min_size=1, max_size=40) | st.just(b"XMP DataXMP"))
).map(lambda extensions: gif_with(*extensions))
WEBPS = st.lists(st.tuples(st.sampled_from([b"EXIF", b"XMP ", b"ICCP", b"ANIM"]), CONTENTS), max_size=5).map(
    lambda chunks: webp_with(*chunks)
)
TOKENS = st.sampled_from(
    ["<g>", "</g>", "<metadata>", "</metadata>", "<metadata/>", "<!-- a -->", "<![CDATA[ > ]]>", "text", "<?a b?>", " "]
)
SVGS = st.lists(TOKENS).map(lambda tokens: f"<svg>{''.join(tokens)}</svg>".encode())


@given(st.one_of(*(st.tuples(st.just(f"a{name}"), made) for name, made in (
    (".png", PNGS), (".jpg", JPEGS), (".gif", GIFS), (".webp", WEBPS), (".svg", SVGS)
))))  # fmt: skip
def test_any_picture_loses_what_it_says_and_nothing_else(case: tuple[str, bytes]) -> None:
    path, data = case
    found = said(path, data)
    made = stripped(path, data)
    if not found.can_be_stripped:
        assert made is None
        return
    assert made is not None
    assert said(path, made).kinds == ()
    parse = PARSERS[path[1:]]
    old = [data[part.start : part.end] for part in counted(parse(data)) if not part.said and not part.keep]
    new = [made[part.start : part.end] for part in counted(parse(made)) if not part.keep]
    if path == "a.webp":
        old, new = old[2:], new[2:]  # less the size and the flags of what there is
    assert b"".join(old) == b"".join(new)


@given(
    st.sampled_from(sorted(PARSERS)), st.binary(max_size=200), PNGS | JPEGS | GIFS | WEBPS | SVGS, st.integers(0, 60)
)
def test_no_bytes_make_it_fail(kind: str, noise: bytes, picture: bytes, at: int) -> None:
    for data in (noise, picture, picture[:at] + noise + picture[at:], picture[:at]):
        found = said("a" + kind, data)
        assert found.kinds == () or not found.fault
        stripped("a" + kind, data)


@given(st.sampled_from(sorted(PARSERS)), PNGS | JPEGS | GIFS | WEBPS | SVGS)
def test_parts_follow_each_other_without_a_gap(kind: str, data: bytes) -> None:
    try:
        parts = list(PARSERS[kind](data))
    except BrokenPictureError:
        return
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(data)


HOSTILE: list[tuple[str, Callable[[], bytes]]] = [
    ("a.png", lambda: png(40)[:33] + chunk(b"tEXt", b"") * 200_000),
    ("a.jpg", lambda: b"\xff\xd8" + b"\xff\xfe\0\x02" * 1_000_000),
    ("a.jpg", lambda: b"\xff\xd8\xff\xda\0\x02" + b"\xff\xc0\0\x02" * 1_000_000),
    ("a.gif", lambda: gif_with()[:19] + b"\x21\xfe" + b"\x01a" * 2_000_000),
    ("a.svg", lambda: b"<svg>" + b"<!---->" * 500_000),
    ("a.svg", lambda: b"<svg " + b" " * 2_000_000),
    ("a.svg", lambda: b"<svg " + b"a='" * 1_000_000),
    ("a.svg", lambda: b"<svg" + b" sodipodi:docname" * 200_000 + b"/>"),
    ("a.svg", lambda: b"<" * 2_000_000),
    ("a.svg", lambda: b"<svg>" + b"<g/>" * 100_000),
]


@pytest.mark.parametrize(("path", "make"), HOSTILE)
def test_a_hostile_picture_costs_little(path: str, make: Callable[[], bytes]) -> None:
    data = make()
    tracemalloc.start()
    start = process_time()
    said(path, data)
    seconds, (_, peak) = process_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 20, "tracing memory makes it some ten times slower"
    assert peak < 60_000_000


def test_a_large_file_is_not_looked_through() -> None:
    assert said("a.png", bytes(MOST_BYTES + 1)).fault == "it has more than 32 MB"
    assert said("a.svg", bytes(8_000_001)).fault == "it has more than 8 MB"


def test_what_is_a_picture() -> None:
    assert [is_picture(path) for path in ("a.PNG", "b/c.jpeg", "a.md", "png", ".png", "a.svgz")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_a_chunk_has_its_check_sum() -> None:
    made = chunk(b"eXIf", exif.oriented(6))
    assert int.from_bytes(made[-4:], "big") == zlib.crc32(made[4:-4])
    assert re.fullmatch(rb"MM\0\*.{22}", exif.oriented(6), re.DOTALL)
