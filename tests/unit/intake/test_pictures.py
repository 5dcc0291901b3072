"""Pictures that come as files: type, size, whose they are, and no location (B32)."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from reprise.errors import RefusedError
from reprise.intake.picture_metadata import read_exif, write_exif
from reprise.intake.pictures import is_picture, names_in, path_of, placed, read_picture
from reprise.model.reading import ReadItem
from reprise.model.submission import Picture, Submission
from tests.patience import patience

GPS, LATITUDE = 0x8825, 2
PLACE = b"SECRETPLACE"
XMP = """<?xpacket begin="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xr="http://ns.adobe.com/xap/1.0/rights/" xmlns:ic="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:Credit="Kelp Wire" photoshop:City="SECRETPLACE"
 xr:WebStatement="https://creativecommons.org/licenses/by/4.0/">
<dc:creator><rdf:Seq><rdf:li>Jo Quay</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Jo Quay</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The ferry.</rdf:li></rdf:Alt></dc:description>
<ic:AltTextAccessibility><rdf:Alt><rdf:li>A white ferry</rdf:li></rdf:Alt></ic:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def drawing() -> Image.Image:
    image = Image.new("RGB", (40, 20))
    image.putdata([(x * 6, y * 12, 90) for y in range(20) for x in range(40)])
    return image


def exif(**more: object) -> Image.Exif:
    tags = Image.Exif()
    tags[0x013B], tags[0x8298], tags[0x010E] = "Jo Quay", "(c) Jo Quay", "A pier"
    tags.get_ifd(GPS)[LATITUDE] = (41.0, 17.0, 0.0)
    tags.get_ifd(GPS)[27] = PLACE
    for tag, value in more.items():
        tags[int(tag.strip("_"))] = value
    return tags


def saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    drawing().save(out, kind, **options)
    return out.getvalue()


def iptc(*datasets: tuple[int, bytes]) -> bytes:
    """A Photoshop segment with an IIM record."""
    record = b"\x1c\x01\x5a\x00\x03\x1b%G" + b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value
        for number, value in datasets
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    payload = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


FILES = {
    "jpeg": saved("JPEG", exif=exif(), quality=80),
    "progressive": saved("JPEG", exif=exif(), progressive=True),
    "png": saved("PNG", exif=exif()),
    "webp": saved("WEBP", exif=exif(), lossless=True),
    "webp-simple": saved("WEBP", quality=60),
    "gif": saved("GIF", comment=PLACE),
}


@pytest.mark.parametrize("name", FILES)
def test_the_pixels_stay_and_the_location_goes(name):
    """To the bit; and what is left holds no place."""
    found = read_picture(FILES[name], "pier.any")
    before, after = Image.open(io.BytesIO(FILES[name])), Image.open(io.BytesIO(found.body))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert PLACE not in found.body
    assert not after.getexif().get_ifd(GPS)
    assert (found.facts.width, found.facts.height) == (40, 20)
    assert found.facts.bytes == len(found.body)


@pytest.mark.parametrize("name", ["jpeg", "progressive", "png", "webp"])
def test_whose_it_is_stays_in_the_file(name):
    """Credit and copyright are not ours to remove."""
    found = read_picture(FILES[name], "x")
    assert (found.facts.credit, found.facts.rights) == ("Jo Quay", "(c) Jo Quay")
    assert found.facts.caption == "A pier"
    kept = Image.open(io.BytesIO(found.body)).getexif()
    assert (kept[0x013B], kept[0x8298]) == ("Jo Quay", "(c) Jo Quay")
    assert 0x010E not in kept


@pytest.mark.parametrize("name", FILES)
def test_cleaning_twice_equals_once(name):
    """So the same picture always has the same address."""
    once = read_picture(FILES[name], "x")
    twice = read_picture(once.body, "y")
    assert (once.body, once.key) == (twice.body, twice.key)


@pytest.mark.parametrize(
    ("data", "ending", "media_type"),
    [
        pytest.param(FILES["jpeg"], ".jpg", "image/jpeg", id="jpeg"),
        pytest.param(FILES["png"], ".png", "image/png", id="png"),
        pytest.param(FILES["gif"], ".gif", "image/gif", id="gif"),
        pytest.param(FILES["webp"], ".webp", "image/webp", id="webp"),
    ],
)
def test_the_type_is_told_by_content(data, ending, media_type):
    """A name that lies makes no difference."""
    found = read_picture(data, "harmless.svg")
    assert found.key.startswith("pictures/")
    assert found.key.endswith(ending)
    assert found.facts.media_type == media_type


def test_xmp_is_believed_before_iptc_and_exif():
    """Creator and credit make the line that agencies print."""
    jpeg = with_segments(
        FILES["jpeg"],
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + XMP),
        iptc((110, b"Other Wire"), (120, "Étale".encode())),
    )
    found = read_picture(jpeg, "x")
    assert found.facts.credit == "Jo Quay/Kelp Wire"
    assert found.facts.rights == "© 2026 Jo Quay"
    assert found.facts.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert found.facts.caption == "The ferry."
    assert found.facts.alt == "A white ferry"
    assert b"SECRETPLACE" not in found.body
    assert b"Other Wire" not in found.body


def test_iptc_is_read_in_its_own_encoding():
    """IIM says when it is UTF-8."""
    jpeg = with_segments(
        saved("JPEG"), iptc((80, "Zoë Quay".encode()), (116, b"(c) Q"), (120, b"Slack"))
    )
    found = read_picture(jpeg, "x").facts
    assert (found.credit, found.rights, found.caption) == ("Zoë Quay", "(c) Q", "Slack")


def test_xmp_in_png_is_read_packed_or_not():
    """A bomb in a text chunk unfolds to its bound at most."""
    for packed in (False, True):
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=packed)
        found = read_picture(saved("PNG", pnginfo=info), "x")
        assert found.facts.credit == "Jo Quay/Kelp Wire"
        assert PLACE not in found.body


def test_a_turned_picture_has_its_sides_as_shown():
    """Cameras store how it was held; that stays in the file."""
    found = read_picture(saved("JPEG", exif=exif(_274_=6)), "x")
    assert (found.facts.width, found.facts.height) == (20, 40)
    assert Image.open(io.BytesIO(found.body)).getexif()[274] == 6


@pytest.mark.parametrize("name", FILES)
def test_what_is_appended_is_cut_off(name):
    """A picture that is a second file for those who look twice."""
    found = read_picture(FILES[name] + b"PK\x03\x04<script>alert(1)</script>", "x")
    assert b"script" not in found.body


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "not_a_picture", id="nothing"),
        pytest.param(b"<svg xmlns='x'><script/></svg>", "not_a_picture", id="svg"),
        pytest.param(b"\xff\xd8\xff", "broken_picture", id="begin-only"),
        pytest.param(FILES["jpeg"][:-40], "broken_picture", id="cut-jpeg"),
        pytest.param(FILES["png"][:-20], "broken_picture", id="cut-png"),
        pytest.param(FILES["gif"][:-20], "broken_picture", id="cut-gif"),
        pytest.param(FILES["webp"][:-20], "broken_picture", id="cut-webp"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n"
            + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 60_000, 60_000, 8, 2, 0, 0, 0)
            + b"\0\0\0\0"
            + struct.pack(">I4sI", 0, b"IEND", zlib.crc32(b"IEND")),
            "broken_picture",
            id="bomb",
        ),
    ],
)
def test_what_is_no_picture_is_refused(data, code):
    """Drawings with scripts, cut files, and pictures of absurd size."""
    with pytest.raises(RefusedError) as caught:
        read_picture(data, "x.jpg")
    assert caught.value.problems[0].code == code


def test_a_chunk_that_unfolds_without_end_is_bounded():
    """Metadata costs a megabyte at most."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "<" * 50_000_000, zip=True)
    data = saved("PNG", pnginfo=info)
    with patience():
        assert read_picture(data, "x").facts.credit is None


@settings(deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_picture_is_read_or_refused(name, data):
    """Any bytes anywhere."""
    body = bytearray(FILES[name])
    at = data.draw(st.integers(0, len(body) - 1))
    body[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    try:
        found = read_picture(bytes(body), "x")
    except RefusedError:
        return
    assert found.facts.width


@given(st.binary(max_size=300), st.sampled_from([b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"]))
def test_any_exif_is_read(data, begin):
    """Counts and offsets that lie end the reading."""
    read_exif(begin + data)
    is_picture(begin + data)


@given(
    st.dictionaries(
        st.integers(1, 0xFFFF), st.binary(max_size=60).filter(lambda b: 0 not in b), max_size=6
    )
)
def test_exif_that_is_written_reads_back(tags):
    """Text by text, without the zeros that end and fill it."""
    read = read_exif(write_exif(tags))
    assert {tag: bytes(value).rstrip(b"\0") for tag, value in read.items()} == tags


# --- Places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "beside", "path"),
    [
        pytest.param("pier.jpg", "", "pier.jpg", id="beside"),
        pytest.param("img/pier.jpg", "stories/a.md", "stories/img/pier.jpg", id="below"),
        pytest.param("../img/pier.jpg", "stories/a.md", "img/pier.jpg", id="above"),
        pytest.param("../../pier.jpg", "stories/a.md", None, id="outside"),
        pytest.param("/etc/pier.jpg", "a.md", None, id="absolute"),
        pytest.param("https://a.example/x.jpg", "a.md", None, id="address"),
        pytest.param("//a.example/x.jpg", "a.md", None, id="without-scheme"),
        pytest.param("data:image/png;base64,AA", "a.md", None, id="data"),
        pytest.param("a\\b.jpg", "a.md", None, id="backslash"),
        pytest.param("", "a.md", None, id="nothing"),
    ],
)
def test_a_name_is_a_path_in_the_bundle_or_none(stated, beside, path):
    """Never a way out of it."""
    assert path_of(stated, beside) == path


def test_files_get_their_public_address():
    """In the list and in the text; the article's own words about a picture win."""
    item = ReadItem(
        Submission(
            headline="x",
            pictures=(Picture(url="pier.jpg", credit="As stated", width=1),),
            body_html='<p>x</p><img alt="m" src="img/map.png"><img src=\'lost.png\'>',
        )
    )
    assert names_in(item.submission) == ("pier.jpg", "img/map.png", "lost.png")
    files = {
        "pier.jpg": (Picture(url="pier.jpg", credit="In file", caption="Pier", width=40), "https://n.example/p/1.jpg"),
        "img/map.png": (Picture(url="img/map.png", credit="Maps"), "https://n.example/p/2.png"),
    }  # fmt: skip
    said = placed(item, files).submission
    pier, chart = said.pictures
    assert (pier.url, pier.credit, pier.caption) == (
        "https://n.example/p/1.jpg",
        "As stated",
        "Pier",
    )
    assert pier.width == 40
    assert (chart.url, chart.credit) == ("https://n.example/p/2.png", "Maps")
    assert said.body_html == '<p>x</p><img alt="m" src="https://n.example/p/2.png"><img src="">'


def test_a_name_may_be_relative_to_the_articles_own_address():
    """A saved page whose pictures were not saved with it."""
    item = ReadItem(Submission(body_html='<img src="a.png">', canonical_url="https://p.example/1"))
    assert placed(item, {}).submission.body_html == '<img src="a.png">'
