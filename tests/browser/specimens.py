"""An invented site for the browser: one page of each kind, with everything that can stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from reprise.model.article import Direction
from reprise.model.configuration import Channel, Publication
from reprise.model.document import Document, Entry, License, ShownVideo, Terms
from reprise.model.submission import Byline, Picture, Source
from reprise.outputs.listing import ListItem, Lists, item_of_entry
from reprise.outputs.pages import Pages

NOW = datetime(2026, 5, 2, 16, 5, tzinfo=UTC)
CREDIT = "First published by Riverside Weekly, republished here with permission."
BODY = f"""\
<p>The last ferry of the evening left Port Ellery half empty on Tuesday, as it has on most nights
since the new road opened in March. Its captain, who has worked the crossing for thirty-one years,
thinks it may be among the last.</p>
<p>“People used to stand on the quay and wave,” she said. “Now they look at a
<a href="https://riverside.example/map">map on their phone</a> and drive.”</p>
<h2>A crossing older than the town</h2>
<p>Boats have linked the two shores since at least 1790, when a miller was granted the right to
carry “persons, beasts and flour” for a fixed toll. Under the plan before the council, the subsidy
that has kept the service alive since 1962 would end in October.</p>
<blockquote><p>We are asking what a crossing is for when nearly nobody needs to
cross.</p></blockquote>
<p>Numbers published with the plan show how quickly habits changed:</p>
<table><thead><tr><th>Month</th><th>Passengers</th><th>Cars</th></tr></thead>
<tbody><tr><td>February</td><td>18,402</td><td>3,911</td></tr>
<tr><td>March</td><td>11,250</td><td>2,015</td></tr></tbody></table>
<ul><li>The pier would stay open for anglers.</li><li>The winter service would end first.</li></ul>
<p>A decision is expected in June.</p>
<p class="credit"><a href="https://riverside.example/ferry">{CREDIT}</a></p>"""

ARABIC_BODY = """\
<div dir="rtl"><p>مع شروق الشمس كان رصيف الميناء قد امتلأ بالشباك والصناديق، وبدأ الصيادون ينادون
بعضهم بعضاً كما اعتادوا قبل سنوات.</p>
<blockquote><p>البحر لا ينسى أصحابه، ولكنه يحتاج إلى من يحميه.</p></blockquote>
<p>وتشير الأرقام إلى أن عدد الرحلات ارتفع إلى 240 رحلة في أبريل.</p></div>"""

HEADLINES = [
    ("Islands ask for a seat at the table as ferry plan nears a vote", "Riverside Weekly", "en"),
    ("ميناء الصيادين يستعيد أضواءه بعد شتاء طويل", "المرفأ", "ar"),
    ("What the spring tide left behind on the northern beaches", "Tidal Notes", "en"),
    ("Neue Fähre, alter Streit: Wer zahlt für die Überfahrt?", "Küstenblatt", "de"),
    ("Seaweed farmers count a record harvest and an unsure market", "Tidal Notes", "en"),
    ("Harbour museum finds the miller’s toll book of 1790", "Riverside Weekly", "en"),
    ("Why the lighthouse at Cape Arden blinks again", "Riverside Weekly", "en"),
]
CHANNELS = {
    "top": Channel(
        title="Top stories",
        description="What matters most along the coast, from all partners, in full text.",
    ),
    "sea": Channel(title="Climate & sea", description="Weather, water and what they do to us."),
    "arabic": Channel(title="بالعربية", description="أخبار الساحل باللغة العربية", language="ar"),
}


def site(base_url: str, *, name: str = "The Harbour Post") -> Iterator[Document]:
    """All pages of a site that is served at *base_url*."""
    here = Publication(
        name=name,
        base_url=base_url,
        language="en",
        description="Reporting from partners around the coast, republished with their permission.",
        contact="desk@harbour-post.example",
    )
    pages, ferry = Pages(), english(base_url)
    items = [item_of_entry(ferry), *headlines(base_url)]
    lists = Lists(("Coast",), "Riverside Weekly", NOW.date())
    yield pages.article_page(ferry, here, {"top": CHANNELS["top"]}, lists)
    yield pages.article_page(arabic(base_url), here, {"arabic": CHANNELS["arabic"]})
    yield pages.messages.gone("gone", here)
    yield pages.messages.error(404, here)
    yield pages.landing_page("top", CHANNELS["top"], items, here)
    yield pages.landing_page("arabic", CHANNELS["arabic"], items[2:3], here)
    yield pages.front_page(
        items, CHANNELS, here, sections=["Coast"], sources=["Tidal Notes"], days=[NOW.date()]
    )
    yield from pages.section_pages("Coast", items, here)
    yield from pages.day_pages(NOW.date(), items, here)


def english(base_url: str) -> Entry:
    """A long article with a picture, a table, a correction and all its terms."""
    picture = Picture(
        url=f"{base_url}/ferry.png",
        caption="The Ellery crossing on a weekday evening in April.",
        alt="A small ferry with lit windows before a setting sun",
        credit="Photo: Ines Carrow",
        licence="CC BY 4.0",
        width=1200,
        height=675,
    )
    video = ShownVideo(
        url="https://video.example/crossing.mp4",
        poster=f"{base_url}/ferry.png",
        title="The first crossing of the day",
        caption="The ferry leaves the quay before sunrise.",
        credit="Film: Ines Carrow",
        media_type="video/mp4",
        width=1280,
        height=720,
    )
    licence = License("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/")
    return _entry(
        base_url,
        "ferry",
        title="The last ferry of Port Ellery may soon be exactly that",
        updated_at=NOW + timedelta(hours=2),
        language="en-GB",
        summary="A new road has emptied the oldest crossing on the coast. The council wants to "
        "end its subsidy, and the islands want to be asked.",
        content_html=BODY,
        kicker="Transport",
        dateline="Port Ellery",
        bylines=(Byline(name="Maren Oakes"), Byline(name="Tomas Lindqvist")),
        sections=("Coast",),
        keywords=("ferries", "transport", "council budget"),
        pictures=(picture,),
        videos=(video,),
        credit_line=CREDIT,
        source=Source(name="Riverside Weekly", url="https://riverside.example/"),
        source_published_at=NOW - timedelta(days=2),
        canonical_url="https://riverside.example/ferry",
        robots="max-image-preview:large",
        correction="An earlier version gave a wrong year for the first crossing. It was 1790.",
        terms=Terms(
            rights="© 2026 Riverside Weekly",
            license=licence,
            license_unstated=False,
            expires=NOW + timedelta(days=365),
        ),
    )


def arabic(base_url: str) -> Entry:
    """A right-to-left article."""
    return _entry(
        base_url,
        "arabic",
        title=HEADLINES[1][0],
        language="ar",
        direction=Direction.RTL,
        summary="عادت القوارب إلى الميناء الصغير مع أول أيام الربيع، ومعها أسئلة كثيرة.",
        content_html=ARABIC_BODY,
        kicker="اقتصاد",
        bylines=(Byline(name="سلمى الحداد"),),
        keywords=("صيد", "ميناء"),
        source=Source(name="المرفأ", url="https://marfa.example/"),
        robots="noindex",
        terms=Terms(rights="© المرفأ"),
    )


def headlines(base_url: str) -> list[ListItem]:
    """Lines of lists, in several languages."""
    return [
        ListItem(
            url=f"{base_url}/articles/{number}.html",
            headline=headline,
            published_at=NOW - timedelta(hours=5 * number),
            language=language,
            direction="rtl" if language == "ar" else "ltr",
            source=source,
            section="Coast",
        )
        for number, (headline, source, language) in enumerate(HEADLINES, 1)
    ]


def _entry(base_url: str, article_id: str, **facts: Any) -> Entry:
    url = f"{base_url}/articles/{article_id}.html"
    known = {"published_at": NOW, "updated_at": NOW, **facts}
    return Entry(key=article_id, article_id=article_id, guid=url, url=url, **known)
