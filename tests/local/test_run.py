"""
`make run`: what it saves, what it says, and when it ends with which status.
"""

import json
import signal
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from reprise.local.clock import SteppedClock
from reprise.local.run import EXAMPLES, Planned, Wish, _Run, run, uploads_of
from reprise.local.world import ROOT, Options, world
from tests.local.conftest import START

STORY = {
    "format": "reprise/1",
    "id": "ferry",
    "headline": "The ferry runs again",
    "body_text": "The ferry runs again after a winter in dock.\n\nIt carries two hundred people.",
    "language": "en",
}


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "ferry.json"
    path.write_text(json.dumps(STORY))
    return path


def test_a_run_saves_the_site_its_headers_and_the_receipts(story, tmp_path):
    """
    One file for each key, the headers it is served with, one receipt for each upload; status 0.
    """
    out, said = tmp_path / "out", []

    status = run(Wish(upload=story, once=True, out=out, port=0), said.append)

    headers = json.loads((out / "headers.json").read_text())
    saved = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert status == 0
    assert saved == {*headers, "headers.json", "receipts.json"}
    assert headers["channels/front/feed.atom"]["Content-Type"].startswith("application/atom+xml")
    (receipt,) = json.loads((out / "receipts.json").read_text())
    (item,) = receipt["items"]
    page = f"articles/{item['article_id']}.html"
    assert receipt["status"] == "accepted"
    assert page in saved
    text = "\n".join(said)
    assert "ferry.json (reprise/1): accepted" in text
    for key in (page, "channels/front/feed.rss", "channels/front/", "sitemap.xml"):
        assert f"https://tidewater.example/{key}" in text


def test_a_refused_upload_is_not_lost(tmp_path):
    """
    Bad files of every kind, and one of a partner nobody knows: receipts that say why, status 0.
    """
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "cut.json").write_text('{"format": "reprise/1", "headline": "x')
    out = tmp_path / "out"

    for partner in ("sample", "nobody-we-know"):
        wish = Wish(upload=tmp_path / "empty.txt", partner=partner, once=True, out=out, port=0)
        assert run(wish, lambda _: None) == 0
        (receipt,) = json.loads((out / "receipts.json").read_text())
        assert receipt["status"] == "refused"
        assert receipt["partner"] == partner


def stopped(here, path):
    """A run in *here*, done as far as it goes."""
    told = _Run(here, lambda _: None)
    told.upload([Planned("sample", path, path.name)])
    told.publish()
    return told.outcome


def broken(event):
    raise RuntimeError("disk on fire")


def test_a_lost_upload_and_a_failed_build_are_troubles(story):
    """
    What ends in a dead-letter queue, and a channel that was not built, make the status non-zero.
    """
    with world(Options(), SteppedClock(START)) as here:
        assert here.pump.until_quiet()
        wires = {wire.line.queue.name: wire for wire in here.pump.wires}
        good, wires["UploadsQueue"].handler = wires["UploadsQueue"].handler, broken
        lost = stopped(here, story)
        wires["UploadsQueue"].handler, wires["TurnsQueue"].handler = good, broken
        unbuilt = stopped(here, story)

    assert any("lost: ferry.json of sample" in trouble for trouble in lost.troubles)
    assert any("given up" in trouble and "UploadsQueue" in trouble for trouble in lost.troubles)
    assert any("disk on fire" in trouble for trouble in lost.troubles)
    assert "channel front was not built" in unbuilt.troubles
    assert [receipt.status for receipt in unbuilt.receipts.values()] == ["accepted"]


def test_it_serves_until_it_is_interrupted_and_then_ends_well(story):
    """
    The printed addresses answer while it runs; Ctrl-C ends it with status 0.
    """
    code = "from reprise.cli import main; import sys; sys.argv[0] = 'reprise'; main()"
    command = [sys.executable, "-u", "-c", code, "run", "--upload", str(story), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Serving"):
                break
        page = next(line.split()[0] for line in lines if "/articles/" in line)
        with urlopen(page) as answer:
            assert b"The ferry runs again" in answer.read()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()

    assert process.returncode == 0
    assert "Ended." in rest


SHOWN = {
    # Example: what its receipt says, and whether its page is there (docs/examples/uploads).
    "harbour-post/tide-gauge.json": ("accepted", 200),
    "harbour-post/bridge-2-correction.json": ("accepted", 200),
    "harbour-post/ferry-2-withdrawal.json": ("accepted", 410),
    "harbour-post/lighthouse-keepers.txt": ("accepted", 200),
    "harbour-post/koto-workshop.json": ("accepted", 200),
    "nordlicht/glasblaeser.txt": ("accepted", 200),
    "nordlicht/messe-embargo.json": ("accepted", None),
    "nordlicht/moor.json": ("accepted", 200),
    "al-manara/fishing-season.json": ("accepted", 200),
    "al-manara/old-harbour-expired.json": ("held", None),
}


def test_the_shipped_examples_come_out_as_their_readme_says(tmp_path):
    """
    Several partners and languages, a correction, a withdrawal, an embargo, an expired grant, a
    capture with boilerplate: each ends as it should, and every channel shows something.
    """
    out = tmp_path / "out"

    assert run(Wish(once=True, out=out, port=0), lambda _: None) == 0

    headers = json.loads((out / "headers.json").read_text())
    receipts = json.loads((out / "receipts.json").read_text())
    found = {f"{receipt['partner']}/{receipt['name']}": receipt for receipt in receipts}
    came_out = {}
    for name in SHOWN:
        receipt = found[name]
        page = headers.get(f"articles/{receipt['items'][0]['article_id']}.html")
        came_out[name] = (receipt["status"], int(page["Status"]) if page else None)
    assert came_out == SHOWN
    uploads = [receipt for receipt in receipts if "!" not in receipt["name"]]
    assert len(uploads) == sum(1 for path in EXAMPLES.glob("*/*") if path.is_file())
    (picture,) = [key for key in headers if key.startswith("pictures/")]
    assert headers[picture]["Content-Type"] == "image/png"
    assert picture in (out / "channels" / "front" / "feed.rss").read_text()
    for name in ("front", "deutsch", "arabic", "excerpts", "sea-and-science"):
        feed = json.loads((out / "channels" / name / "feed.json").read_text())
        assert feed["items"], name


def test_a_partners_name_alone_uploads_its_examples_only():
    """
    PARTNER=nordlicht without UPLOAD.
    """
    assert {planned.partner for planned in uploads_of(Wish(partner="nordlicht"))} == {"nordlicht"}
