"""
How well pages are read: saved HTML pages beside trafilatura alone, and copied text, by language.

    python -m benchmarks.quality [FOLDER ...] [--pages]

A folder holds pairs: ``<name>.html`` (a page as saved) or ``<name>.txt`` (a page as copied), in
any encoding, and ``<name>.expected.json`` (or ``<name>.json``), an object of

    body        the article's text: a string, or a list of its paragraphs, headings and items
    headline    as the page shows it
    abstract    the standfirst, when the page has one
    bylines     list of names
    published   RFC 3339, a date, or the words on the page
    language    ISO 639-1
    sections    list
    captions    list of the pictures' captions
    credits     list of the pictures' credits

A field that is not there is not judged, ``[]`` and ``""`` say that there is none. Without folders
the pages of the repository are read. Body: F1 over the multisets of words (characters in Chinese
and Japanese). The other fields are right or wrong: headline, abstract and names apart from case and
punctuation, dates by the day at the place of publication.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura
from lxml import html as lxml_html

from reprise.errors import RefusedError
from reprise.fields.chain import make_article
from reprise.intake.formats import read_upload
from reprise.model.article import Article
from reprise.model.configuration import Partner, Publication
from reprise.text.boilerplate import fold
from reprise.text.dates import read_date
from reprise.text.html import html_to_text
from reprise.text.normalise import normalise

ROOT = Path(__file__).resolve().parents[1]
OWN = (ROOT / "tests" / "cases" / "pages", ROOT / "tests" / "cases" / "captures")
KINDS = {".html": "saved pages", ".htm": "saved pages", ".txt": "copied text"}

_PARTNER = Partner(name="Quality")
_PUBLICATION = Publication(name="Quality", base_url="https://quality.example", language="en")
_NOW = datetime(2030, 1, 1, tzinfo=UTC)
_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_TOKEN = re.compile(rf"{_IDEOGRAPH}|(?:[^\W_]|[\u0900-\u109f\u0591-\u05c7\u064b-\u0652])+")

Scores = dict[str, float]
Expected = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A page, and what a careful person reads in it."""

    name: str
    kind: str
    data: bytes
    expected: Expected


@dataclass(frozen=True, slots=True)
class Understood:
    """What a reader made of a page. ``published`` is an instant, or a day when it says no more."""

    body: str = ""
    headline: str = ""
    abstract: str = ""
    bylines: tuple[str, ...] = ()
    published: datetime | str | None = None
    language: str = ""
    sections: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


Reader = Callable[[Pair], Understood]


def tokens(text: str) -> list[str]:
    """Words, case folded; single characters in Chinese and Japanese."""
    spaced = re.sub(rf"({_IDEOGRAPH})", r" \1 ", normalise(text).casefold())
    return _TOKEN.findall(spaced)


def token_f1(found: str, expected: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over the multisets of tokens."""
    have, want = Counter(tokens(found)), Counter(tokens(expected))
    if not have or not want:
        same = float(have == want)
        return same, same, same
    common = (have & want).total()
    precision, recall = common / have.total(), common / want.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def pairs(folder: Path) -> Iterator[Pair]:
    """The pairs in *folder*."""
    for page in sorted(one for one in folder.iterdir() if one.suffix in KINDS):
        for suffix in (".expected.json", ".json"):
            expected = page.with_suffix(suffix)
            if expected.exists():
                wanted = json.loads(expected.read_text("utf-8"))
                yield Pair(page.name, KINDS[page.suffix], page.read_bytes(), wanted)
                break


# --- Readers ---------------------------------------------------------------------------------


def read_ours(pair: Pair) -> Understood:
    """What an upload of the page would be published as."""
    try:
        reading = read_upload(pair.data, pair.name, partner=_PARTNER)
    except RefusedError:
        return Understood()
    result = make_article(
        reading.items[0], article_id="a", guid="g", partner_id="quality",
        partner=_PARTNER, publication=_PUBLICATION, now=_NOW,
    )  # fmt: skip
    return _of_article(result.article) if result.article else Understood()


def _of_article(article: Article) -> Understood:
    text, captions = _parted(article.body_html)
    shown = [picture for picture in article.pictures if picture.caption or picture.credit]
    return Understood(
        body=text,
        headline=article.headline,
        abstract=article.abstract or "",
        bylines=tuple(byline.name for byline in article.bylines),
        published=article.published_at,
        language=article.language,
        sections=article.sections,
        captions=(*captions, *(one.caption or "" for one in shown)),
        credits=(*captions, *(one.credit or "" for one in shown)),
    )


def _parted(body_html: str) -> tuple[str, list[str]]:
    """Text and captions."""
    root = lxml_html.fragment_fromstring(body_html, create_parent="div")
    figures = list(root.iter("figcaption"))
    captions = [figure.text_content() for figure in figures]
    for figure in figures:
        figure.drop_tree()
    return html_to_text(lxml_html.tostring(root, encoding="unicode")), captions


def read_trafilatura(pair: Pair) -> Understood:
    """The same by trafilatura alone, as its documentation recommends; dates without time."""
    found = trafilatura.bare_extraction(pair.data, with_metadata=True, include_comments=False)
    if found is None:
        return Understood()
    said = found.as_dict() if not isinstance(found, dict) else found
    return Understood(
        body=said["text"] or "",
        headline=said["title"] or "",
        abstract=said["description"] or "",
        bylines=tuple((said["author"] or "").split("; ")) if said["author"] else (),
        published=said["date"],
        language=said["language"] or "",
        sections=tuple(said["categories"] or ()),
    )


READERS: Mapping[str, Mapping[str, Reader]] = {
    "saved pages": {"Reprise": read_ours, "trafilatura alone": read_trafilatura},
    "copied text": {"Reprise": read_ours},
}


# --- Scores ----------------------------------------------------------------------------------


def score(found: Understood, expected: Expected) -> Scores:
    """Every figure between 0 and 1, for the fields that *expected* names."""
    body = expected["body"]
    body = body if isinstance(body, str) else "\n".join(body)
    precision, recall, f1 = token_f1(found.body, body)
    language = expected.get("language", "")
    checks: dict[str, Callable[[Any], float]] = {
        "headline": lambda want: fold(found.headline) == fold(want),
        "abstract": lambda want: fold(found.abstract) == fold(want),
        "bylines": lambda want: set(map(fold, found.bylines)) == set(map(fold, want)),
        "published": lambda want: _is_same_day(found.published, want, language),
        "language": lambda want: found.language[:2] == want[:2],
        "sections": lambda want: _share_in(want, found.sections),
        "captions": lambda want: _share_in(want, found.captions),
        "credits": lambda want: _share_in(want, found.credits),
    }
    judged = {name: float(check(expected[name])) for name, check in checks.items() if name in expected}  # fmt: skip
    return {"body F1": f1, "precision": precision, "recall": recall} | judged


def _is_same_day(found: datetime | str | None, want: str, language: str) -> bool:
    """The day at the place of publication; without an offset, the day where the reader is."""
    if not want or not found:
        return not want and not found
    if isinstance(found, str):
        return found == _day(want, language)
    wanted = read_date(want, zone="UTC", languages=[language])
    zone = datetime.fromisoformat(want).tzinfo if re.match(r"\d{4}-\d\d-\d\dT", want) else None
    return wanted.instant is not None and (
        found.astimezone(zone or UTC).date() == wanted.instant.astimezone(zone or UTC).date()
    )


def _day(want: str, language: str) -> str:
    if re.match(r"\d{4}-\d\d-\d\d", want):
        return want[:10]
    read = read_date(want, zone="UTC", languages=[language])
    return read.instant.date().isoformat() if read.instant else ""


def _share_in(want: list[str], found: Iterable[str]) -> float:
    """How many of *want* are among (or part of) *found*."""
    if not want:
        return float(not any(found))
    texts = [fold(one) for one in found]
    return mean(any(fold(one) in text for text in texts) for one in want)


# --- Report ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Results:
    """Scores by reader, language and page."""

    by_reader: dict[str, dict[str, dict[str, Scores]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )

    def mean(self, reader: str, column: str) -> float:
        """Mean over all pages on which *column* is judged."""
        pages = [one for by_page in self.by_reader[reader].values() for one in by_page.values()]
        return mean(one[column] for one in pages if column in one)


def measure(folders: Iterable[Path]) -> dict[str, Results]:
    """Results by kind of page."""
    found: dict[str, Results] = defaultdict(Results)
    for folder in folders:
        for pair in pairs(folder):
            for reader, read in READERS[pair.kind].items():
                scores = score(read(pair), pair.expected)
                language = pair.expected.get("language", "?")
                found[pair.kind].by_reader[reader][language][pair.name] = scores
    return found


_COLUMNS = (
    "body F1", "precision", "recall", "headline", "abstract", "bylines", "published", "language",
    "sections", "captions", "credits",
)  # fmt: skip


def report(results: Mapping[str, Results], *, pages: bool) -> None:
    """Print, for each kind and reader, one row per language (and page), and one for all."""
    for kind, by_kind in results.items():
        for reader, by_language in by_kind.by_reader.items():
            print(f"\n{f'{kind}, {reader}':32}{'pages':>6}" + "".join(f"{one:>10}" for one in _COLUMNS))  # fmt: skip
            everything: list[Scores] = []
            for language, by_page in sorted(by_language.items()):
                everything += by_page.values()
                _row(language, list(by_page.values()))
                for name, scores in sorted(by_page.items()) if pages else ():
                    _row(f"  {name}", [scores])
            _row("all", everything)
            low = sum(scores["body F1"] < 0.95 for scores in everything)
            print(f"pages with body F1 below 0.95: {low} of {len(everything)}")


def _row(name: str, scores: list[Scores]) -> None:
    cells = []
    for column in _COLUMNS:
        values = [one[column] for one in scores if column in one]
        cells.append(f"{mean(values):10.3f}" if values else f"{'–':>10}")
    print(f"{name[:31]:32}{len(scores):>6}" + "".join(cells))


def main() -> None:
    """Read the folders named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=OWN)
    parser.add_argument("--pages", action="store_true", help="a row per page as well")
    options = parser.parse_args()
    report(measure(options.folders), pages=options.pages)


if __name__ == "__main__":
    main()
