"""
Reads stored uploads again after the code or the configuration changed (row B51).

Ids, dates and the order of versions stay: only what is understood of each upload is renewed, in
place. Nothing is announced as new, and a document whose bytes come out equal tells nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from reprise.errors import ConflictError, Problem, RefusedError, TransientError
from reprise.lifecycle.identity import identity_of
from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Upload
from reprise.model.reading import ReadItem
from reprise.model.versions import ArticleRecord, MemberRow, VersionRecord
from reprise.pipeline.agenda import looks_at
from reprise.pipeline.announce import announce
from reprise.pipeline.arrival import arrive, beside_its_file, with_sidecar
from reprise.pipeline.making import article_object, article_of, version_of
from reprise.pipeline.placing import channels_of, placed, places_for
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Commit, Stores

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Renewed:
    """
    One article read again.

    Attributes:
        problem: Why it could not be; what is stored stays.
    """

    article_id: str
    changed: bool
    problem: str = ""
    commit: Commit | None = None
    channels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """
    What a rebuild did.

    Attributes:
        looked_at / changed: Articles.
        stopped: Too many would have changed; nothing was stored.
    """

    looked_at: int
    changed: tuple[str, ...]
    problems: tuple[Renewed, ...]
    stopped: bool = False


def rebuild(
    records: Iterable[ArticleRecord],
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    confirmed: bool = False,
    progress: Callable[[Renewed], None] | None = None,
) -> Rebuilt:
    """
    Read the uploads behind *records* again.

    All are looked at before the first is stored: where more change than the publication's
    ``rebuild_limit``, that waits for a person, because a mistake in a release looks like that.

    Args:
        confirmed: A person has looked: store each at once, however many change.

        progress: Told of each article.

    Returns:
        The outcome; with ``stopped`` nothing was stored.
    """
    looked_at, changed, problems = 0, list[str](), list[Renewed]()
    told: set[str] = set()
    for record in records:
        one = renew(record, stores=stores, configuration=configuration, now=now)
        if confirmed:
            told |= _store(one, stores, configuration, now)
        if progress:
            progress(one)
        looked_at += 1
        changed += [one.article_id] if one.changed else []
        problems += [one] if one.problem else []
    stopped = not confirmed and len(changed) > looked_at * configuration.publication.rebuild_limit
    if not confirmed and not stopped:
        # Each is read once more: to keep what was read of all of them takes too much memory.
        for name in changed:
            one = _again(name, stores, configuration, now)
            told |= _store(one, stores, configuration, now)
    if not stopped:
        announce(told or {SITE, *configuration.channels}, stores=stores, now=now)
    return Rebuilt(looked_at, tuple(changed), tuple(problems), stopped)


def every_record(stores: Stores, configuration: Configuration) -> Iterator[ArticleRecord]:
    """Records of all partners; costs what is stored."""
    for partner in configuration.partners:
        yield from stores.articles.records_of(partner)


def records_in(
    channel: str, stores: Stores, configuration: Configuration
) -> Iterator[ArticleRecord]:
    """Records of what is, was or should be in *channel*; costs what is stored."""
    for record in every_record(stores, configuration):
        known = {membership.channel for membership in record.memberships}
        if channel in known or channel in places_for(record, state_of(record), configuration):
            yield record


def renew(
    record: ArticleRecord, *, stores: Stores, configuration: Configuration, now: datetime
) -> Renewed:
    """What reading the newest upload of *record* again would change."""
    current = state_of(record).current
    partner = configuration.partners.get(record.partner)
    if current is None or partner is None:
        return Renewed(record.article_id, changed=False)
    try:
        item = _item_of(record, current, stores, configuration)
    except (RefusedError, TransientError) as error:
        return Renewed(record.article_id, changed=False, problem=str(error))
    result = article_of(item, record, configuration, current.stored_at)
    if result.article is None:
        problem = "; ".join(str(problem) for problem in result.problems)
        return Renewed(record.article_id, changed=False, problem=problem)
    key, body = article_object(result.article)
    stores.archive.put(key, body)
    version = version_of(
        item,
        result,
        record,
        article_key=key,
        upload=current.upload,
        stored_at=current.stored_at,
        appeared_at=current.appeared_at,
        rulings=Rulings(configuration, stores.articles.grants(record.partner), now, Usage(stores)),
    )
    kept = {
        "digest": current.digest,
        "let_through_at": current.let_through_at,
        # Also what still waits for a person goes on waiting.
        "withheld": current.withheld,
        # What was public once has to stay on record to be taken away.
        "files": tuple(sorted({*version.files, *current.files})),
    }
    version = version.model_copy(update=kept)
    return _renewed(record, current, version, stores, configuration, now)


def _renewed(
    record: ArticleRecord,
    current: VersionRecord,
    version: VersionRecord,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
) -> Renewed:
    versions = tuple(version if one == current else one for one in record.versions)
    read = record.model_copy(update={"versions": versions})
    article = placed(read, configuration, rev=record.rev).at(record.rev)
    rows = article.commit(()).members
    if article.record == record and all(_is_stored(row, stores) for row in rows):
        return Renewed(record.article_id, changed=False)
    article = article.at(record.rev + 1)
    token = f"rebuild-{article.record.rev}"
    agenda = looks_at(article.record, configuration, at=now, token=token)
    told = channels_of(article.record)
    return Renewed(record.article_id, changed=True, commit=article.commit(agenda), channels=told)


def _is_stored(row: MemberRow, stores: Stores) -> bool:
    """
    Whether *row* says what the stored one does: a channel may have been taken out of the file and
    come back, and the record tells nothing of that.
    """
    end = row.release_at + timedelta.resolution
    rows = stores.articles.members_between(row.channel, row.release_at, end)
    known = (one for one in rows if one.article_id == row.article_id)
    return any(one.model_copy(update={"rev": row.rev}) == row for one in known)


def _item_of(
    record: ArticleRecord, current: VersionRecord, stores: Stores, configuration: Configuration
) -> ReadItem:
    """The item the current version came from, read again from the bytes received."""
    receipt = stores.articles.receipt(record.partner, current.upload)
    if receipt is None:
        raise TransientError(f"{record.article_id}: no receipt for upload {current.upload}")
    upload = Upload(key=receipt.key, version_id=receipt.version_id)
    arrival = beside_its_file(arrive(upload, stores, configuration), stores)
    if arrival is None:
        raise TransientError(f"{record.article_id}: the file beside {receipt.key} is gone")
    arrival = with_sidecar(arrival, stores)
    for item in arrival.read(stores, configuration).items:
        if identity_of(item.submission, arrival.partner) == record.identity:
            return item
    problem = Problem("not_found_again", "id", record.identity, "have its partner send it again")
    raise RefusedError(receipt.key, problem)


def _store(
    one: Renewed, stores: Stores, configuration: Configuration, now: datetime
) -> frozenset[str]:
    """Store it, or what it has become where another writer was first; answers whom to tell."""
    for _ in range(ATTEMPTS):
        if one.commit is None:
            return frozenset()
        try:
            stores.articles.commit(one.commit)
        except ConflictError:
            one = _again(one.article_id, stores, configuration, now)
            continue
        return one.channels
    raise TransientError(f"{one.article_id}: too many other writers of the same article")


def _again(article_id: str, stores: Stores, configuration: Configuration, now: datetime) -> Renewed:
    record = stores.articles.record(article_id)
    if record is None:
        return Renewed(article_id, changed=False)
    return renew(record, stores=stores, configuration=configuration, now=now)
