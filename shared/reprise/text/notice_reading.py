"""What one sentence of a possible notice says: the parts it has, and the names beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from reprise.text.notice_names import Name

CORE: Final = frozenset(
    {"pub", "firstpub", "feed", "rep", "perm", "grant", "courtesy", "contributed", "transl",
     "derived", "original", "read", "source", "reserved", "forbid", "offer", "invite", "licensed",
     "photo", "written", "aided", "first", "thanks", "ask"}
)  # fmt: skip
"""Parts that a notice is about; the subject ends where one begins."""
VERBS: Final = frozenset({"pub", "firstpub", "feed", "rep", "first", "transl"})
NOUNS: Final = frozenset({"text", "piece"})
PARTICLES: Final = frozenset({"at", "by", "of", "from_", "for_"})
COLONS: Final = frozenset({":", "：", "–", "—", "-", "/", "|"})


@dataclass(frozen=True, slots=True)
class Place:
    """
    A name and the part it has.

    Attributes:
        context: The part it follows: *pub*, *rep*, *perm* …; ``subject`` before any, ``told``
            behind a text that is spoken of after the verb, ``owner`` behind a copyright sign.
        by: The particle before (or behind) it: at | by | of | from_ | for_ | source; ``none``: it
            stands directly at the verb; ``loose``: other words stand between.
    """

    context: str
    by: str
    name: str
    url: str | None = None
    person: bool = False


@dataclass
class Reading:
    """
    What one sentence says.

    Attributes:
        subject: this | the | bare | it | title | we | name | none | other.
        has: Parts that occur.
        piece: It is about a study, a book, a report: seldom the text that it stands under.
        titled: A title without quotation marks stands between subject and verb.
        quoted: The same in quotation marks.
        ours: Where it was published is ourselves (*our newsletter*).
        permitted: *With permission*, not the bare word.
        owned: It opens with a copyright sign.
        told_after: The text is spoken of after the verb (*X first published this story*).
        strange_before / strange_after: Words without a part, before and after the first part.
        known: Share of its words that have one.
    """

    text: str
    subject: str = "other"
    subject_name: str = ""
    opens: str = ""
    has: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    piece: bool = False
    titled: bool = False
    quoted: bool = False
    ours: bool = False
    permitted: bool = False
    told_after: bool = False
    labelled: bool = False
    owned: bool = False
    strange_before: int = 0
    strange_after: int = 0
    size: int = 0
    known: float = 0.0

    @property
    def strange(self) -> int:
        """Words without a part."""
        return self.strange_before + self.strange_after

    def place(self, context: str) -> Place | None:
        """The first name in *context*."""
        return next((p for p in self.places if p.context == context), None)

    def add(self, name: Name, by: str, context: str) -> None:
        """Note a name with the part it has."""
        url = name.text if name.url else None
        self.places.append(Place(context, by, name.text, url, "person" in name.flags))
