"""
The HTTP API in front of the API function: routes from the template, events in payload version 2.0.
"""

from __future__ import annotations

import base64
import re
import traceback
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from werkzeug.wrappers import Request, Response

from reprise.local.clock import machine_time
from reprise.local.log import LOG
from reprise.local.resources import ACCOUNT
from reprise.local.template import Template

Handler = Callable[[Mapping[str, Any]], Any]


class Gateway:
    """A WSGI application that answers the template's routes and no others."""

    def __init__(self, template: Template, handlers: Mapping[str, Handler]) -> None:
        self.routes = [
            (method, re.compile(_pattern(path)), path, handlers[name])
            for name, method, path in routes_of(template)
        ]

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        return self._answer(request)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        for method, pattern, path, handler in self.routes:
            found = pattern.fullmatch(request.path)
            if found and method in (request.method, "ANY"):
                event = event_of(request, f"{method} {path}", found.groupdict())
                return _answered(handler, event)
        return Response('{"message":"Not Found"}', status=404, mimetype="application/json")


def routes_of(template: Template) -> Iterator[tuple[str, str, str]]:
    """Function, method and path of every route."""
    for function in template.functions():
        for event in function.events.values():
            if event["Type"] == "HttpApi":
                given = event["Properties"]
                yield function.name, given["Method"].upper(), given["Path"]


def _pattern(path: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path))


def event_of(request: Request, route: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """A request as API Gateway hands it to a function."""
    now, body = machine_time(), request.get_data()
    stage, requested = "$default", str(uuid.uuid4())
    return {
        "version": "2.0",
        "routeKey": route,
        "rawPath": request.path,
        "rawQueryString": request.query_string.decode(),
        "headers": {name.lower(): value for name, value in request.headers.items()},
        "queryStringParameters": request.args.to_dict() or None,
        "pathParameters": dict(parameters) or None,
        "requestContext": {
            "accountId": ACCOUNT,
            "apiId": "local",
            "domainName": request.host,
            "domainPrefix": "local",
            "http": {
                "method": request.method,
                "path": request.path,
                "protocol": "HTTP/1.1",
                "sourceIp": request.remote_addr or "127.0.0.1",
                "userAgent": request.headers.get("User-Agent", ""),
            },
            "requestId": requested,
            "routeKey": route,
            "stage": stage,
            "time": now.strftime("%d/%b/%Y:%H:%M:%S +0000"),
            "timeEpoch": int(now.timestamp() * 1000),
        },
        "body": base64.b64encode(body).decode() if body else None,
        "isBase64Encoded": bool(body),
    }


def _answered(handler: Handler, event: Mapping[str, Any]) -> Response:
    try:
        return _response(handler(event))
    except Exception:  # noqa: BLE001 - whatever a handler raises, API Gateway answers 500
        LOG.complain("the API function failed", traceback.format_exc())
        return Response(
            '{"message":"Internal Server Error"}', status=500, mimetype="application/json"
        )


def _response(answer: Mapping[str, Any]) -> Response:
    body = answer.get("body") or ""
    data = base64.b64decode(body) if answer.get("isBase64Encoded") else body.encode()
    headers = {**answer.get("headers", {})}
    return Response(data, status=answer["statusCode"], headers=headers)
