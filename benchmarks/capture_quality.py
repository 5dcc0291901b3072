"""
How well page captures are read: body token F1, headline, byline, date, language, by language.

    python benchmarks/capture_quality.py FOLDER [FOLDER ...] [--pages]

A folder holds pairs ``<name>.txt`` and ``<name>.expected.json`` (or ``<name>.json``). Expected
fields: ``body`` (a text or a list of paragraphs), ``headline``, ``bylines``, ``published`` (as
written on the page), ``language``; a field that is absent is not judged.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from reprise.intake.capture import CaptureReading, read_capture
from reprise.text.boilerplate import fold
from reprise.text.languages import detect_language
from reprise.text.normalise import decode, normalise

_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_TOKEN = re.compile(rf"{_IDEOGRAPH}|(?:[^\W_]|[\u0900-\u109f\u0591-\u05c7\u064b-\u0652])+")

Scores = dict[str, float]


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


def pairs(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, page text and expectation of every pair in *folder*."""
    for page in sorted(folder.glob("*.txt")):
        for suffix in (".expected.json", ".json"):
            expected = page.with_suffix(suffix)
            if expected.exists():
                yield (
                    page.stem,
                    decode(page.read_bytes())[0],
                    json.loads(expected.read_text("utf-8")),
                )
                break


def score(reading: CaptureReading, expected: dict[str, Any], language: str | None) -> Scores:
    """Every figure between 0 and 1, for the fields that *expected* names."""
    body = expected["body"]
    body = body if isinstance(body, str) else "\n".join(body)
    precision, recall, f1 = token_f1(reading.body_text, body)
    scores = {"body F1": f1, "precision": precision, "recall": recall}
    checks: dict[str, Callable[[Any], bool]] = {
        "headline": lambda want: fold(reading.headline or "") == fold(want or ""),
        "bylines": lambda want: set(map(fold, reading.bylines)) == set(map(fold, want)),
        "published": lambda want: _same_time(reading.published, want),
        "language": lambda want: (language or "")[:2] == want[:2],
    }
    scores |= {
        name: float(check(expected[name])) for name, check in checks.items() if name in expected
    }
    return scores


def _same_time(found: str | None, want: str | None) -> bool:
    if not want:
        return not found
    return fold(want) in fold(found or "")


def detect(text: str) -> str:
    """The language of *text*, by the house's detector."""
    return detect_language(text)[0]


def measure(folders: Iterable[Path]) -> dict[str, dict[str, Scores]]:
    """Scores by language and page."""
    results: dict[str, dict[str, Scores]] = defaultdict(dict)
    for folder in folders:
        for name, text, expected in pairs(folder):
            reading = read_capture(text)
            found = detect(reading.body_text)
            results[expected.get("language", "?")][name] = score(reading, expected, found)
    return dict(sorted(results.items()))


_COLUMNS = ("body F1", "precision", "recall", "headline", "bylines", "published", "language")


def report(results: dict[str, dict[str, Scores]], *, pages: bool) -> None:
    """Print one row per language (and page), and one for all."""
    print(f"{'':32}{'pages':>6}" + "".join(f"{column:>11}" for column in _COLUMNS))
    everything: list[Scores] = []
    for language, by_page in results.items():
        everything += by_page.values()
        _row(language, list(by_page.values()))
        for name, scores in sorted(by_page.items()) if pages else ():
            _row(f"  {name}", [scores])
    _row("all", everything)
    low = sum(scores["body F1"] < 0.95 for scores in everything)
    print(f"\npages with body F1 below 0.95: {low} of {len(everything)}")


def _row(name: str, scores: list[Scores]) -> None:
    cells = []
    for column in _COLUMNS:
        values = [one[column] for one in scores if column in one]
        cells.append(f"{mean(values):11.3f}" if values else f"{'–':>11}")
    print(f"{name[:31]:32}{len(scores):>6}" + "".join(cells))


def main() -> None:
    """Read the folders named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pages", action="store_true", help="a row per page as well")
    options = parser.parse_args()
    report(measure(options.folders), pages=options.pages)


if __name__ == "__main__":
    main()
