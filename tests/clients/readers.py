"""
Real feed readers as their users run them: each with a home of its own, subscribed to one feed.

None of them is ours: *reader* (Python) from ``requirements/clients.txt``, *newsboat* and *sfeed*
from Debian. ``make clients`` gets them.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

ENVIRONMENT = Path(__file__).parents[2] / ".venv-clients"
PYTHON = ENVIRONMENT / "bin" / "python"


class Item(NamedTuple):
    """An item as the reader keeps it."""

    id: str
    title: str
    link: str


@dataclass
class FeedReader:
    """
    A subscriber of one feed, its files in a folder of its own.

    Attributes:
        program: What has to be installed for it.
        formats: Kinds of feeds it reads.
    """

    url: str
    home: Path
    program: ClassVar[str]
    formats: ClassVar[Sequence[str]]

    def poll(self) -> list[Item]:
        """Ask for news, once; answers all it has kept, in no order."""
        raise NotImplementedError

    @classmethod
    def is_installed(cls) -> bool:
        return shutil.which(cls.program) is not None


def run(arguments: Sequence[str | Path], home: Path) -> str:
    """What the program prints, run in a home of its own."""
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - a reader on our list, with files of this test
        arguments,
        check=False,
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, f"{arguments[0]}: {done.stdout}{done.stderr}"
    return done.stdout


READER = """\
import json, sys
from reader import make_reader
reader = make_reader("reader.sqlite")
reader.add_feed(sys.argv[1], exist_ok=True)
reader.update_feed(sys.argv[1])
print(json.dumps([[entry.id, entry.title, entry.link] for entry in reader.get_entries()]))
"""


class Reader(FeedReader):
    """lemon24/reader, a library for feed readers, with its own store."""

    program = str(PYTHON)
    formats = ("rss", "atom", "json")

    def poll(self) -> list[Item]:
        printed = run([PYTHON, "-c", READER, self.url], self.home)
        return [Item(*each) for each in json.loads(printed)]


class Newsboat(FeedReader):
    """newsboat, a reader for the terminal; its items are rows of its cache."""

    program = "newsboat"
    formats = ("rss", "atom")

    def poll(self) -> list[Item]:
        (self.home / "urls").write_text(self.url + "\n", encoding="utf-8")
        (self.home / "config").write_text("download-retries 1\n", encoding="utf-8")
        files = ("-u", "urls", "-C", "config", "-c", "cache.db")
        run(["newsboat", *files, "-x", "reload"], self.home)
        with closing(sqlite3.connect(self.home / "cache.db")) as cache:
            rows = cache.execute("SELECT guid, title, url FROM rss_item WHERE deleted = 0")
            return [Item(*row) for row in rows]


SFEEDRC = """\
sfeedpath="$HOME/feeds"
feeds() {{
    feed "ours" "{url}"
}}
# As sfeed's manual advises, to be asked only for what is new.
fetch() {{
    etag="$HOME/etag"
    curl -L --max-redirs 0 -A sfeed -f -s -m 15 --compressed \\
        --etag-save "$etag" --etag-compare "$etag" "$2" 2>/dev/null
}}
"""


class Sfeed(FeedReader):
    """sfeed, shell tools around a parser in C; an item is a line of text."""

    program = "sfeed_update"
    formats = ("rss", "atom")

    def poll(self) -> list[Item]:
        (self.home / "sfeedrc").write_text(SFEEDRC.format(url=self.url), encoding="utf-8")
        run(["sfeed_update", self.home / "sfeedrc"], self.home)
        lines = (self.home / "feeds" / "ours").read_text(encoding="utf-8").splitlines()
        fields = [line.split("\t") for line in lines]
        return [Item(id=each[5], title=each[1], link=each[2]) for each in fields]


READERS: dict[str, type[FeedReader]] = {"reader": Reader, "newsboat": Newsboat, "sfeed": Sfeed}
