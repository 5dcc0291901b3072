"""
The upload door: refuses what S3 would refuse, in S3's words.
"""

import json
import secrets
from datetime import UTC, datetime, timedelta
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from reprise.local.door import DoorError, check_form
from reprise.local.partner import multipart, post


@pytest.fixture
def ticket(here):
    """A ticket of the sample partner for one text file."""
    return here.stores.tickets.issue(
        "sample", "story.txt", "text/plain", 100, now=datetime.now(UTC)
    )


@pytest.fixture
def tickets_at_the_door(here, ticket):
    """Where the ticket's form goes to, and its fields."""
    return f"{here.door_url}/{here.addresses['InboxBucket']['Ref']}", dict(ticket.fields)


def test_a_file_on_its_ticket_is_stored_under_exactly_its_key(here, ticket, tickets_at_the_door):
    """
    The way a partner uploads: the form as issued, the file last.
    """
    url, fields = tickets_at_the_door

    assert post(url, fields, "any name.txt", b"Some words.").problem == ""

    stored = here.stores.inbox.read(ticket.key, None, limit=1000)
    assert stored.body == b"Some words."
    assert stored.media_type == "text/plain"
    assert stored.version_id


WRONG = {
    # What is done to the form: (changes, body, S3's code)
    "too long": ({}, b"x" * 101, "EntityTooLarge"),
    "another key": ({"key": "inbox/harbour-post/t000000/story.txt"}, b"x", "AccessDenied"),
    "another type": ({"Content-Type": "text/html"}, b"x", "AccessDenied"),
    "another status": ({"success_action_status": "200"}, b"x", "AccessDenied"),
    "an extra field": ({"x-amz-meta-partner": "harbour-post"}, b"x", "AccessDenied"),
    "an acl": ({"acl": "public-read"}, b"x", "AccessDenied"),
    "a forged signature": ({"x-amz-signature": "0" * 64}, b"x", "SignatureDoesNotMatch"),
    "no signature": ({"x-amz-signature": ""}, b"x", "SignatureDoesNotMatch"),
    "another day's key": (
        {"x-amz-credential": "local/20200101/eu-west-1/s3/aws4_request"}, b"x", "SignatureDoesNotMatch",
    ),
    "no policy": ({"policy": ""}, b"x", "AccessDenied"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "body", "code"), WRONG.values(), ids=WRONG)
def test_what_the_policy_does_not_say_is_refused_and_not_stored(
    here, ticket, tickets_at_the_door, changes, body, code
):
    """
    Each condition of the policy is enforced; moto alone would store all of these.
    """
    url, fields = tickets_at_the_door

    refusal = post(url, {**fields, **changes}, "story.txt", body).problem

    assert code in refusal
    assert here.stores.inbox.read(ticket.key, None, limit=1000) is None
    assert here.stores.inbox.read("inbox/harbour-post/t000000/story.txt", None, limit=1000) is None


def test_the_largest_allowed_file_and_an_empty_one_are_taken(tickets_at_the_door):
    """
    The limit is inclusive; an empty file gets a receipt that says so, not a closed door.
    """
    url, fields = tickets_at_the_door

    assert post(url, fields, "story.txt", b"x" * 100).problem == ""
    assert post(url, fields, "story.txt", b"").problem == ""


def test_a_file_of_many_megabytes_is_taken(here):
    """
    The form's size is no limit but the policy's.
    """
    body = b"x" * 6_000_000
    ticket = here.stores.tickets.issue(
        "sample", "big.bin", "text/plain", len(body), now=datetime.now(UTC)
    )
    url = f"{here.door_url}/{here.addresses['InboxBucket']['Ref']}"

    assert post(url, ticket.fields, "big.bin", body).problem == ""


def test_a_ticket_ends_after_fifteen_minutes(here, ticket):
    """
    Just before it is good, at its end it is not.
    """
    form = {name.lower(): value for name, value in ticket.fields.items()}
    bucket = here.addresses["InboxBucket"]["Ref"]
    ends = ticket.expires_at

    check_form(form, bucket, 1, now=ends - timedelta(seconds=10))
    with pytest.raises(DoorError, match="expired"):
        check_form(form, bucket, 1, now=ends + timedelta(seconds=10))


def test_another_bucket_is_refused(here, ticket):
    """
    A ticket for the inbox opens no other bucket.
    """
    form = {name.lower(): value for name, value in ticket.fields.items()}

    with pytest.raises(DoorError, match="bucket"):
        check_form(form, here.addresses["SiteBucket"]["Ref"], 1, now=datetime.now(UTC))


def test_a_form_without_a_file_is_refused(here, tickets_at_the_door):
    """
    Exactly one file, in the field named so.
    """
    url, fields = tickets_at_the_door
    boundary = secrets.token_hex(8)
    body = multipart(boundary, fields, "x", b"x").replace(b'name="file"', b'name="other"')
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}

    with pytest.raises(HTTPError) as caught:
        urlopen(Request(url, data=body, headers=headers, method="POST"))

    assert caught.value.code == 400


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_the_door_does_nothing_but_take_forms(here, method):
    """
    Neither reading nor listing nor deleting.
    """
    with pytest.raises(HTTPError) as caught:
        urlopen(Request(f"{here.door_url}/{here.addresses['InboxBucket']['Ref']}", method=method))

    assert caught.value.code == 405


def test_tickets_point_at_the_door(here, ticket):
    """
    What the API hands out leads to the door, never past it to moto.
    """
    request = Request(
        f"{here.api_url}/uploads",
        data=json.dumps({"name": "a.txt"}).encode(),
        headers={"Authorization": "Bearer nobody", "Content-Type": "application/json"},
    )

    assert ticket.url.startswith(here.door_url)
    with pytest.raises(HTTPError) as caught:
        urlopen(request)
    assert caught.value.code == 401
