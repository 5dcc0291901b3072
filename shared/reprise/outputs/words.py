"""
What pages say beside the articles, in the reader's language: labels, dates, names in a row.

The words are data, ``templates/words.json``; a publisher's own file beside its templates adds
languages or says things its own way. Times are UTC, because a page does not know its reader's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

FALLBACK = "en"

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"})

Table = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of one language.

    Attributes:
        tag: Language they are in, BCP 47; may differ from the one that was asked for.
        direction: ``ltr`` or ``rtl``.
        phrases: Text by key; what a language lacks is said in English.
    """

    tag: str
    direction: str
    phrases: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.phrases[key])

    def date(self, day: date) -> str:
        """A day in words, e.g. *1 May 2026*."""
        month = self.phrases["months"][day.month - 1]
        return self["date"].format(day=day.day, month=month, month_number=day.month, year=day.year)

    def moment(self, moment: datetime) -> str:
        """An instant in words and UTC, e.g. *1 May 2026, 09:30 UTC*."""
        utc = moment.astimezone(UTC)
        return self["moment"].format(date=self.date(utc.date()), time=f"{utc:%H:%M}")

    def names(self, names: Sequence[str]) -> str:
        """
        Names in a row: *A*, *A and B*, *A, B and C*.
        """
        comma = str(self.phrases.get("comma", ", "))
        joint = str(self.phrases.get("joint", " {and} ")).format(**{"and": self["and"]})
        return joint.join(filter(None, (comma.join(names[:-1]), *names[-1:])))


def words_for(wanted: Iterable[str], table: Table) -> Words:
    """
    Words of the first of the *wanted* languages that *table* knows, else English.

    A tag is looked up whole, with its script, then by its language alone.
    """
    for tag in wanted:
        for candidate in _candidates(tag):
            if candidate in table:
                phrases = {**table[FALLBACK], **table[candidate]}
                return Words(candidate, direction_of(candidate), phrases)
    return Words(FALLBACK, direction_of(FALLBACK), table[FALLBACK])


def direction_of(tag: str) -> str:
    """
    Which way a language is written, by its script when the tag names one.

    >>> direction_of("ar-EG"), direction_of("az-Arab"), direction_of("ur-Latn"), direction_of("und")
    ('rtl', 'rtl', 'ltr', 'ltr')
    """
    primary, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == _SCRIPT and part.isalpha()), None)
    is_rtl = script in _RTL_SCRIPTS if script else primary in _RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"


_SCRIPT = 4  # letters of an ISO 15924 code
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def _candidates(tag: str) -> Iterable[str]:
    primary, *rest = tag.lower().replace("_", "-").split("-")
    if primary == "zh" and _TRADITIONAL & {*rest}:
        yield "zh-Hant"
    yield {"nb": "no", "nn": "no", "iw": "he", "cmn": "zh"}.get(primary, primary)
