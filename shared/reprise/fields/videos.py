"""Videos as stated, each once; those in the text stay links, as its other embeds."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found, one_line
from reprise.model.receipt import Note
from reprise.model.submission import Video
from reprise.text.addresses import cleaned

MAX_VIDEOS = 20


def read_videos(context: Context) -> Found[tuple[Video, ...]]:
    """What has neither a file nor a player is no video; it is told."""
    tidied = [_tidy(stated, context.base_url) for stated in context.submission.videos]
    found = {one.url or one.player_url: one for one in tidied if one.url or one.player_url}
    lost = sum(not (one.url or one.player_url) for one in tidied)
    send = "send the address of the file as url, or that of a page that plays it as player_url"
    notes = (Note(code="no_address", field="videos", found=f"{lost}", send=send),) if lost else ()
    videos = tuple(found.values())[:MAX_VIDEOS]
    return Found(videos, STATED if videos else "", notes=notes)


def _tidy(video: Video, base_url: str | None) -> Video:
    addresses = {
        name: cleaned(stated, base_url) if (stated := getattr(video, name)) else None
        for name in ("url", "player_url", "poster")
    }
    words = {
        name: one_line(getattr(video, name)) or None
        for name in ("title", "caption", "credit", "rights")
    }
    return video.model_copy(update={**addresses, **words})
