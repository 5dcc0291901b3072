"""
Everything AWS would be, put together on loopback for as long as it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from reprise import runtime
from reprise.local.cdn import cdn_of
from reprise.local.clock import Clock, LocalClock
from reprise.local.door import Door
from reprise.local.edge import Edge
from reprise.local.functions import Loaded, environed, environment_of, load
from reprise.local.gateway import Gateway
from reprise.local.moto_server import moto_server, served
from reprise.local.pump import Pump
from reprise.local.resources import Clients, create
from reprise.local.template import Addresses, Function, Template
from reprise.model.configuration import Configuration
from reprise.settings import ApiSettings, IngestSettings, PublishSettings, Settings
from reprise.stores.ports import Inbox, StoredObject, Stores

ROOT = Path(__file__).parents[3]
"""The repository: what is not part of the package (template, functions, examples) lies there."""

RETRY_AFTER = timedelta(seconds=2)
"""Instead of the queues' visibility timeouts: a person at a terminal does not wait for minutes."""


@dataclass(frozen=True)
class Options:
    """
    How the world is to be.

    Attributes:
        base_url: Public root that documents name; empty for where the site is served.
        port: Where the site is served if it is free; 0 for any.
        retry_after: ``None`` keeps to the queues' visibility timeouts.
    """

    root: Path = ROOT
    configuration: Path = ROOT / "shared" / "reprise.yaml"
    base_url: str = ""
    port: int = 0
    parameters: Mapping[str, str] | None = None
    retry_after: timedelta | None = RETRY_AFTER


class NotedHub:
    """Stands for WebSub hubs: the local run speaks to nobody outside."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def announce(self, hub: str, topic: str) -> None:
        self.told.append((hub, topic))


@dataclass(frozen=True)
class ClockedInbox:
    """An inbox whose stamps are told by the local clock; moto's are the machine's."""

    inner: Inbox
    clock: Clock

    def read(self, key: str, version_id: str | None, *, limit: int) -> StoredObject | None:
        found = self.inner.read(key, version_id, limit=limit)
        return replace(found, stored_at=self.clock.at(found.stored_at)) if found else None

    def put(self, key: str, body: bytes, media_type: str) -> str | None:
        return self.inner.put(key, body, media_type)

    def add(self, uploads: Iterable[tuple[str, bytes]]) -> None:
        self.inner.add(uploads)


@dataclass(frozen=True)
class World:
    """
    A running world.

    Attributes:
        stores: Of all functions together, for looking on.
        site_url / api_url / door_url: Where readers and partners knock.
        hub: What hubs would have been told.
        environment: What all functions together are told; the operator's commands work with it.
    """

    template: Template
    addresses: Addresses
    clients: Clients
    configuration: Configuration
    stores: Stores
    environment: Mapping[str, str]
    functions: Mapping[str, Loaded]
    pump: Pump
    clock: Clock
    edge: Edge
    gateway: Gateway
    hub: NotedHub
    site_url: str
    api_url: str
    door_url: str


class _AllSettings(IngestSettings, PublishSettings, ApiSettings):
    """What all functions together are told, for looking on."""


@contextmanager
def world(options: Options | None = None, clock: Clock | None = None) -> Iterator[World]:
    """
    Start everything, empty; end it afterwards.

    Raises:
        ConfigurationError: Template, environment or operator's file is wrong.
    """
    options, clock = options or Options(), clock or LocalClock()
    with ExitStack() as stack:
        clients = Clients(stack.enter_context(moto_server()))
        template = Template.read(options.root / "template.yaml", options.parameters)
        addresses = create(template, clients)
        edge = Edge(clients, addresses["SiteBucket"]["Ref"], cdn_of(template))
        site_url = stack.enter_context(_served_near(edge, options.port))
        door_url = stack.enter_context(served(Door(clients)))
        template = template.given(BaseUrl=options.base_url or site_url)
        makers = _Makers(template, addresses, options, clients.endpoint, door_url, clock)
        functions = {each.name: makers.function(each) for each in template.functions()}
        environment = makers.environment_of_all()
        configuration, stores = makers.for_looking_on(environment)
        edge.base_url = configuration.publication.base_url
        edge.hubs = configuration.publication.hubs
        pump = Pump(
            template, addresses, clients, functions, clock=clock, retry_after=options.retry_after
        )
        gateway = Gateway(template, functions)
        yield World(
            template=template,
            addresses=addresses,
            clients=clients,
            configuration=configuration,
            stores=stores,
            environment=environment,
            functions=functions,
            pump=pump,
            clock=clock,
            edge=edge,
            hub=makers.hub,
            site_url=site_url,
            gateway=gateway,
            api_url=stack.enter_context(served(gateway)),
            door_url=door_url,
        )


class _Makers:
    """Makes functions and stores that live on moto and on the local clock."""

    def __init__(
        self,
        template: Template,
        addresses: Addresses,
        options: Options,
        endpoint: str,
        door_url: str,
        clock: Clock,
    ) -> None:
        self.template = template
        self.addresses = addresses
        self.options = options
        self.clock = clock
        self.hub = NotedHub()
        self.own = {"CONFIGURATION": str(options.configuration), "UPLOAD_ENDPOINT": door_url}
        self.endpoint = {"AWS_ENDPOINT_URL": endpoint}

    def environment(self, function: Function) -> dict[str, str]:
        given = environment_of(function, self.template, self.addresses, self.own)
        return {**given, **self.endpoint}

    def function(self, function: Function) -> Loaded:
        return load(
            function,
            self.environment(function),
            root=self.options.root,
            now=self.clock,
            stores=self.stores,
        )

    def stores(self, settings: Settings) -> Stores:
        made = runtime.stores_of(settings)
        return replace(made, hub=self.hub, inbox=ClockedInbox(made.inbox, self.clock))

    def environment_of_all(self) -> dict[str, str]:
        """What the functions are told, together."""
        everything: dict[str, str] = {}
        for function in self.template.functions():
            everything |= self.environment(function)
        return everything

    def for_looking_on(self, environment: Mapping[str, str]) -> tuple[Configuration, Stores]:
        """What the functions go by, and stores that reach all they reach together."""
        with environed(environment):
            settings = _AllSettings.from_environment()
            return runtime.configuration_of(settings), self.stores(settings)


@contextmanager
def _served_near(application: Edge, port: int) -> Iterator[str]:
    """Serve on *port* if it is free, else on another."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(served(application, port))
        except (OSError, SystemExit):  # werkzeug leaves the process when a port is taken
            address = stack.enter_context(served(application))
        yield address
