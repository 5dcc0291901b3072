"""
api: what partners and reviewers ask over HTTP -> tickets, receipts, reasons, commands as uploads.

Who is calling is what the API key says; nothing in a request's address or body can name another.
"""

from http import HTTPStatus
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response, content_types
from aws_lambda_powertools.event_handler.exceptions import ForbiddenError, NotFoundError
from aws_lambda_powertools.event_handler.openapi.params import Query
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2
from aws_lambda_powertools.utilities.typing import LambdaContext

from reprise.errors import RefusedError
from reprise.model.base import Instant
from reprise.model.receipt import Receipt
from reprise.model.requests import ArticleName, GrantName, TicketRequest
from reprise.model.submission import Action, Grant, Submission
from reprise.pipeline import desk, on_record, review
from reprise.pipeline.uploads import upload_id
from reprise.runtime import open_house
from reprise.settings import ApiSettings
from reprise.telemetry import Telemetry

house = open_house(ApiSettings)
telemetry = Telemetry("api")
app = APIGatewayHttpResolver(enable_validation=True)

UNAUTHORIZED = {
    "statusCode": HTTPStatus.UNAUTHORIZED.value,
    "headers": {"content-type": "application/json", "www-authenticate": "Bearer"},
    "body": '{"message": "send your API key: Authorization: Bearer <key>"}',
}


def caller() -> str:
    """The partner that is calling."""
    calling: desk.Caller = app.context["caller"]
    if not calling.is_partner:
        raise ForbiddenError("this key reviews uploads; for everything else send a partner's key")
    return calling.name


def reviewed(partner: str) -> str:
    """*partner*, if the caller may look at what waits of it; else there is nothing."""
    calling: desk.Caller = app.context["caller"]
    if partner not in calling.reviews:
        raise NotFoundError(f"no partner {partner} whose uploads you review")
    return partner


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/uploads")
def new_upload(request: TicketRequest) -> Response[dict[str, Any]]:
    """Leave to upload one file within 15 minutes: POST the fields, then the file, to the url."""
    ticket = desk.ticket_for(
        caller(),
        request.name,
        request.media_type,
        stores=house.stores,
        configuration=house.configuration,
        now=house.now(),
        ticket=request.ticket,
    )
    return answer(
        HTTPStatus.CREATED,
        {
            "ticket": ticket.ticket,
            "url": ticket.url,
            "fields": dict(ticket.fields),
            "key": ticket.key,
            "max_bytes": house.configuration.partners[caller()].max_bytes,
            "expires_at": ticket.expires_at.isoformat(),
            "receipts": f"/uploads/{ticket.ticket}",
        },
    )


@app.get("/uploads/<ticket>")
def upload(ticket: str) -> dict[str, Any]:
    """What became of what was uploaded on a ticket; ``waiting`` until there is a receipt."""
    found = desk.receipts_on(ticket, partner=caller(), stores=house.stores)
    return {"status": "done" if found else "waiting", "receipts": [shown(each) for each in found]}


@app.get("/receipts")
def receipts(limit: Annotated[int, Query(ge=1, le=1000)] = 100) -> dict[str, Any]:
    """The caller's newest receipts."""
    found = house.stores.articles.receipts(caller(), limit=limit)
    return {"receipts": [shown(each) for each in found]}


@app.get("/receipts/<upload>")
def receipt(upload: str) -> dict[str, Any]:
    """One receipt of the caller; another partner's is not there for it."""
    found = house.stores.articles.receipt(caller(), upload)
    if found is None:
        raise NotFoundError(f"no receipt {upload} of yours")
    return shown(found)


@app.get("/articles/<article>/why")
def reasons(article: str) -> dict[str, Any]:
    """Where an article of the caller shows, where not, and for which reasons."""
    from reprise.pipeline.why import why  # With it come the outputs, which no other answer needs.

    found = why(article, stores=house.stores, configuration=house.configuration, now=house.now())
    if found is None or found.partner != caller():
        raise NotFoundError(f"no article {article} of yours")
    return found.as_json()


@app.get("/articles/<article>/history")
def article_history(article: str) -> dict[str, Any]:
    """Where an article of the caller was shown, from when to when, on whose word."""
    record = house.stores.articles.record(article)
    if record is None or record.partner != caller():
        raise NotFoundError(f"no article {article} of yours")
    return {"shown": on_record.as_json(on_record.of_article(article, house.stores))}


@app.get("/history")
def history(
    grant: str | None = None,
    until: Instant | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> dict[str, Any]:
    """What of the caller's was shown lately, or on the word of one of its grants."""
    told = on_record.of_partner(caller(), house.stores, grant=grant, until=until, limit=limit)
    return {"shown": on_record.as_json(told)}


@app.get("/reviews")
def reviews(limit: Annotated[int, Query(ge=1, le=100)] = 20) -> dict[str, Any]:
    """What waits for a person, of every partner the caller reviews; *limit* of each."""
    calling: desk.Caller = app.context["caller"]
    found = review.waiting(calling.reviews, stores=house.stores, now=house.now(), limit=limit)
    return {"partners": calling.reviews, "waiting": [shown(each) for each in found]}


@app.get("/reviews/<partner>/<upload>")
def reviewed_upload(partner: str, upload: str) -> dict[str, Any]:
    """The receipt of an upload that waits, or of the slip that let it through."""
    found = house.stores.articles.receipt(reviewed(partner), upload)
    if found is None:
        raise NotFoundError(f"no receipt {upload} of {partner} (yet)")
    return shown(found)


@app.post("/reviews/<partner>/<upload>")
def let_through(partner: str, upload: str) -> Response[dict[str, Any]]:
    """Take an upload in as it was read, on the caller's word."""
    by = app.context["caller"].name
    slip = review.let_through(reviewed(partner), upload, by=by, stores=house.stores)
    own = upload_id(slip.key, slip.version_id, "")
    return answer(HTTPStatus.ACCEPTED, {"upload": own, "receipt": f"/reviews/{partner}/{own}"})


@app.post("/withdrawals")
def withdraw(article: ArticleName) -> Response[dict[str, Any]]:
    """Take an article back; a later version may bring it again."""
    return act(Submission(action=Action.WITHDRAW, id=article.id))


@app.post("/kills")
def kill(article: ArticleName) -> Response[dict[str, Any]]:
    """Take an article back for ever."""
    return act(Submission(action=Action.KILL, id=article.id))


@app.post("/grants")
def grant(grant: Grant) -> Response[dict[str, Any]]:
    """Put a named grant on file."""
    return act(Submission(action=Action.GRANT, grant=grant))


@app.post("/revocations")
def revoke(grant: GrantName) -> Response[dict[str, Any]]:
    """End a named grant, and with it everything that rests on it alone."""
    return act(Submission(action=Action.REVOKE, grant=Grant(id=grant.id)))


def act(submission: Submission) -> Response[dict[str, Any]]:
    """Put a command in the inbox, and say where its receipt will be."""
    ticket = desk.command(submission, partner=caller(), stores=house.stores, now=house.now())
    return answer(HTTPStatus.ACCEPTED, {"ticket": ticket, "receipts": f"/uploads/{ticket}"})


def answer(status: HTTPStatus, body: dict[str, Any]) -> Response[dict[str, Any]]:
    return Response(status_code=status, content_type=content_types.APPLICATION_JSON, body=body)


def shown(receipt: Receipt) -> dict[str, Any]:
    """As it is answered; which articles a complete feed held is told by their own receipts."""
    return receipt.model_dump(
        mode="json", exclude_defaults=True, exclude={"complete": {"articles"}}
    )


@app.exception_handler(RefusedError)  # type: ignore[untyped-decorator]
def refused(error: RefusedError) -> Response[dict[str, Any]]:
    """What the caller has to change, in the words a receipt would use."""
    problems = [{"code": p.code, "field": p.field, "found": p.found, "send": p.send} for p in error.problems]  # fmt: skip
    return answer(HTTPStatus.UNPROCESSABLE_ENTITY, {"problems": problems})


@telemetry.logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """One request of API Gateway's HTTP API, payload version 2.0: nobody past without a key."""
    request = APIGatewayProxyEventV2(event)
    calling = caller_of(request.headers.get("authorization", ""))
    if calling is None and request.path != "/health":
        return UNAUTHORIZED
    app.context["caller"] = calling
    telemetry.logger.append_keys(partner=calling.name if calling else None)
    return app.resolve(event, context)


def caller_of(authorization: str) -> desk.Caller | None:
    """Whose key it is; the only way to become somebody."""
    scheme, _, key = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return None
    return desk.caller_with(
        key.strip(), stores=house.stores, configuration=house.configuration, now=house.now()
    )
