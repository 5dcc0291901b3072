"""The text: allow-listed HTML without what is not the article (rows M52-B56)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reprise.errors import Problem
from reprise.fields.desk_lines import take_desk_lines
from reprise.fields.notices import LiftedNotice, lift_notices
from reprise.model.configuration import Partner
from reprise.model.submission import Picture, Removal, Submission
from reprise.text.house_style import styled
from reprise.text.html import sanitise, text_to_html
from reprise.text.html_tree import MAX_CHARS, Node, parse, serialise
from reprise.text.normalise import normalise, normalise_line, unescape_entities
from reprise.text.plain import count_words, text_of

_ESCAPED_TAG = re.compile(
    r"&(?:amp;)*lt;/?(?:p|br|div|span|strong|em|a|h[1-6]|ul|li)\b", re.IGNORECASE
)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


@dataclass(frozen=True, slots=True)
class Body:
    """
    The cleaned text.

    Attributes:
        html: Allow-listed; empty when there is a problem.
        text: Its words, paragraphs apart.
        words: How many.
        pictures: Those in the text.
        notices: Republication notices that stood in it.
    """

    html: str
    text: str = ""
    words: int = 0
    pictures: tuple[Picture, ...] = ()
    links: tuple[str, ...] = ()
    notices: tuple[LiftedNotice, ...] = ()
    removals: tuple[Removal, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_body(submission: Submission, *, base_url: str | None, partner: Partner) -> Body:
    """The text of *submission*, without notices and the headline repeated on top of it."""
    stated = submission.body_html or submission.body_text or ""
    if not stated.strip():
        return Body("", problems=(_missing(submission),))
    if len(stated) > MAX_CHARS:
        found, send = f"{len(stated)} characters", f"send at most {MAX_CHARS}"
        return Body("", problems=(Problem("too_large", "body_html", found, send),))
    clean = sanitise(received_markup(submission), base_url=base_url)
    root = clean.root
    repeated = _take_headline(root, submission.headline)
    for_desks = take_desk_lines(root)
    lifted = lift_notices(root, partner=partner, language=submission.language)
    changed = repeated or for_desks or lifted.removals
    left = serialise(root.children) if changed else clean.html
    style = partner.house_style
    html = styled(left, names=style.names, quotes=style.quotes)
    text = text_of(root if html == left else parse(html))
    words = count_words(text)
    if not words:
        send = "send the article's text; there is no word in what came"
        problem = Problem("no_text", _field(submission), normalise_line(stated)[:120], send)
        return Body("", removals=clean.removed, problems=(problem,))
    return Body(
        html,
        text,
        words,
        pictures=clean.images,
        links=clean.links,
        notices=lifted.notices,
        removals=(*clean.removed, *repeated, *for_desks, *lifted.removals),
    )


def received_markup(submission: Submission) -> str:
    """HTML to clean: as sent, unescaped when it was escaped as a whole, or made from text."""
    if not submission.body_html:
        return text_to_html(normalise(submission.body_text or ""))
    stated = submission.body_html
    if _ESCAPED_TAG.search(stated) and not _TAG.search(stated):
        return unescape_entities(stated)
    return stated if _TAG.search(stated) else text_to_html(unescape_entities(stated))


def _take_headline(root: Node, headline: str | None) -> tuple[Removal, ...]:
    """The headline stands above the body; what repeats it as the first block goes."""
    wanted = _bare(unescape_entities(headline or ""))
    first = root.children[0] if root.children else None
    if not wanted or not isinstance(first, Node) or len(root.children) == 1:
        return ()
    text = first.text()
    if len(text) > _LONGEST_HEADLINE or _bare(text) != wanted:
        return ()
    del root.children[0]
    line = normalise_line(text)
    return (Removal(kind="repeated-headline", text=line, reason="stands above the text"),)


_LONGEST_HEADLINE = 2000


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", re.sub(r"<[^<>]*>", "", text).casefold()))


def _field(submission: Submission) -> str:
    return "body_html" if submission.body_html else "body_text"


def _missing(submission: Submission) -> Problem:
    found = "empty" if submission.body_html is not None or submission.body_text is not None else ""
    return Problem("missing", "body_html", found, "send the text as body_html or body_text")
