"""A newsroom on loopback: the whole pipeline on moto, spoken to over HTTP as partners and readers do."""

import hashlib
import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import feedparser

from reprise.local.partner import Sender
from reprise.stores.ports import ApiKey


class LocalNewsroom:
    """A running world with a partner who has a key."""

    def __init__(self, here, folder):
        self.here = here
        self.folder = folder
        self.key = "a-key-for-tests"
        key_hash = hashlib.sha256(self.key.encode()).hexdigest()
        here.stores.keys.add(ApiKey(key_hash=key_hash, partner="sample"))
        assert here.pump.until_quiet()

    def uploads(self, item, name="ferry.json", sidecar=None):
        """Upload, and wait until all is published; answers the upload's receipt."""
        path = self.folder / name
        body = item if isinstance(item, bytes) else json.dumps(item).encode()
        path.write_bytes(body)
        if sidecar is not None:
            path.with_name(f"{name}.permission.json").write_text(json.dumps(sidecar))
        *_, sent = Sender("sample", self.here.api_url, self.key).send(path, name)
        assert not sent.problem
        self.passes(seconds=1)
        return self.here.stores.articles.receipt("sample", sent.upload)

    def asks(self, path, body):
        """POST a command to the API."""
        request = Request(f"{self.here.api_url}{path}", data=json.dumps(body).encode())
        request.add_header("Authorization", f"Bearer {self.key}")
        request.add_header("Content-Type", "application/json")
        urlopen(request).close()
        self.passes(seconds=1)

    def passes(self, **duration):
        """Let time pass, and everything that is due by then happen."""
        self.here.clock.advance(**duration)
        assert self.here.pump.until_quiet()
        assert self.here.pump.crashed == []

    def feed(self, channel="front", kind="atom"):
        """A feed, read back by an independent parser."""
        with urlopen(f"{self.here.site_url}/channels/{channel}/feed.{kind}") as answer:
            parsed = feedparser.parse(answer.read())
        assert not parsed.bozo, parsed.bozo_exception
        return parsed

    def titles(self, channel="front", kind="atom"):
        return [entry.title for entry in self.feed(channel, kind).entries]

    def status(self, url):
        try:
            return urlopen(url).status
        except HTTPError as error:
            return error.code

    def etags(self):
        """Every document's version: changes with every write, even of equal bytes."""
        site = self.here.clients.s3.list_object_versions(
            Bucket=self.here.addresses["SiteBucket"]["Ref"]
        )
        return {(each["Key"], each["VersionId"]) for each in site["Versions"]}


def ferry(**changes):
    """A short article in our own format, with *changes*."""
    return {
        "format": "reprise/1",
        "id": "ferry",
        "headline": "The ferry runs again",
        "body_text": "The ferry runs again after a winter in dock.\n\nIt carries two hundred people.",
        "language": "en",
        "sections": ["World"],
        "updated_at": "2026-03-02T08:00:00Z",
        **changes,
    }
