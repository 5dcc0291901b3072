"""
Clients, made once and only when first asked for: a function pays for the services it uses.

botocore alone: boto3 on top of it brings resources and transfers that we do not use, and a third
more time to import.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

import orjson

from reprise.stores.aws.errors import translated

MakeClient = Callable[[str], Any]
"""Makes a client of a service by its botocore name: ``s3``, ``dynamodb``, ``sqs`` ..."""


def botocore_clients(
    *, region: str | None = None, endpoint_url: str | None = None, endpoint_mode: str | None = None
) -> MakeClient:
    """
    Clients on a session of botocore's own.

    Args:
        region: Where; ``None`` is what the environment says.
        endpoint_url: Another address than AWS's, for the laptop run.
        endpoint_mode: ``disabled`` keeps account ids out of host names, as moto needs.
    """
    import botocore.session
    from botocore.config import Config

    session = botocore.session.get_session()
    session.register_component("data_loader", _descriptions())
    # Short waits and few attempts: a function that hangs is paid for, and the queue tries again.
    # s3v4: upload tickets are refused by newer regions when signed in the old way.
    config = Config(
        connect_timeout=3,
        read_timeout=20,
        retries={"mode": "standard", "total_max_attempts": 4},
        signature_version="v4",
        s3={"addressing_style": "auto"},
        tcp_keepalive=True,
        account_id_endpoint_mode=endpoint_mode,
    )

    def make(service: str) -> Any:
        own = config.merge(Config(signature_version="s3v4")) if service == "s3" else config
        with translated(f"making a client of {service}"):
            return session.create_client(
                service, region_name=region, endpoint_url=endpoint_url, config=own
            )

    return make


SERVICES = ("cloudfront", "dynamodb", "s3", "sqs")


@cache
def _descriptions() -> Any:
    """
    Reads botocore's descriptions of services, in half of the time it takes by itself.

    That went into ordered dictionaries, which dictionaries are, and into a walk over the folders of
    four hundred services to learn that ours are among them.
    """
    from botocore.loaders import JSONFileLoader, Loader

    class Files(JSONFileLoader):  # type: ignore[misc] # botocore has no types
        def load_file(self, file_path: str) -> Any:
            for ending, opened in ((".json", open), (".json.gz", gzip.open)):
                path = Path(f"{file_path}{ending}")
                if path.is_file():
                    with opened(path, "rb") as file:
                        return orjson.loads(file.read())
            return None

    class Descriptions(Loader):  # type: ignore[misc] # botocore has no types
        def list_available_services(self, type_name: str) -> list[str]:
            del type_name
            return [*SERVICES]

    return Descriptions(file_loader=Files())


_ONE_AT_A_TIME = RLock()
"""botocore's clients may be shared by threads, but not their making."""


class LazyClient:
    """Stands for a client until one of its operations is called; makes it then, once."""

    def __init__(self, make: MakeClient, service: str) -> None:
        self._make = make
        self._service = service

    def __getattr__(self, operation: str) -> Any:
        # Only reached for names that are not attributes yet: each is looked up once.
        if operation == "_client":
            with _ONE_AT_A_TIME:
                if "_client" not in vars(self):
                    self._client = self._make(self._service)
            return vars(self)["_client"]
        found = getattr(self._client, operation)
        setattr(self, operation, found)
        return found
