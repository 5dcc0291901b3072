"""
Reads ``template.yaml``: the one description of resources and wires, for AWS and for the laptop.

Only what our template uses of CloudFormation and SAM is understood; anything else is an error, so
that the local run never quietly differs (``tests/template``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from reprise.errors import ConfigurationError

Addresses = Mapping[str, Mapping[str, str]]
"""What ``Ref`` and ``GetAtt`` answer for a resource: by logical name, then ``Ref`` or attribute."""

PSEUDO = {
    "AWS::AccountId": "123456789012",  # moto's
    "AWS::Partition": "aws",
    "AWS::Region": "eu-west-1",
    "AWS::StackName": "reprise-local",
}


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short tags, each as its long form."""


def _tagged(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    value: Any
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    elif isinstance(node, yaml.MappingNode):
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt":
        value = value.split(".", 1) if isinstance(value, str) else value
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _tagged)


@dataclass(frozen=True, slots=True)
class Function:
    """
    A Lambda function.

    Attributes:
        folder: Its code, e.g. ``functions/ingest/``.
        environment: Variables, unresolved.
        events: SAM events by name: type and properties.
    """

    name: str
    folder: str
    handler: str
    timeout_seconds: int
    memory_mb: int
    environment: Mapping[str, Any]
    events: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Queue:
    """An SQS queue, its dead-letter queue by logical name."""

    name: str
    fifo: bool
    delay_seconds: int
    visibility_seconds: int
    scope: str
    dead_letters: str | None
    max_receives: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A bucket's notification: which events of which keys go to which queue."""

    bucket: str
    event: str
    prefix: str
    queue: str


@dataclass(frozen=True)
class Template:
    """The template, with values for its parameters."""

    document: Mapping[str, Any]
    parameters: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, parameters: Mapping[str, str] | None = None) -> Template:
        """
        Read the file at *path*.

        Args:
            parameters: Values that differ from the defaults.
        """
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
        unknown = set(parameters or {}) - set(document.get("Parameters", {}))
        if unknown:
            raise ConfigurationError(f"{path.name}: no parameter {', '.join(sorted(unknown))}")
        defaults = {
            name: str(given.get("Default", ""))
            for name, given in document.get("Parameters", {}).items()
        }
        return cls(document, {**defaults, **(parameters or {})})

    def given(self, **parameters: str) -> Template:
        """The same template with other values for some parameters."""
        return replace(self, parameters={**self.parameters, **parameters})

    def resources(self, kind: str) -> dict[str, Mapping[str, Any]]:
        """Properties of the resources of type *kind*, by logical name, in the file's order."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.document["Resources"].items()
            if resource["Type"] == kind
        }

    def kinds(self) -> frozenset[str]:
        """The types of all resources."""
        return frozenset(resource["Type"] for resource in self.document["Resources"].values())

    def functions(self) -> Iterator[Function]:
        """The functions, with what ``Globals`` gives to each."""
        shared = self.document.get("Globals", {}).get("Function", {})
        common = shared.get("Environment", {}).get("Variables", {})
        for name, own in self.resources("AWS::Serverless::Function").items():
            merged = {**shared, **own}
            yield Function(
                name=name,
                folder=merged["CodeUri"],
                handler=merged["Handler"],
                timeout_seconds=int(merged["Timeout"]),
                memory_mb=int(merged["MemorySize"]),
                environment={**common, **own.get("Environment", {}).get("Variables", {})},
                events=merged.get("Events", {}),
            )

    def queues(self) -> Iterator[Queue]:
        """The queues, with CloudFormation's defaults."""
        for name, given in self.resources("AWS::SQS::Queue").items():
            redrive = given.get("RedrivePolicy", {})
            yield Queue(
                name=name,
                fifo=bool(given.get("FifoQueue", False)),
                delay_seconds=int(self.plain(given.get("DelaySeconds", 0))),
                visibility_seconds=int(given.get("VisibilityTimeout", 30)),
                scope=given.get("DeduplicationScope", "queue"),
                dead_letters=target(redrive["deadLetterTargetArn"]) if redrive else None,
                max_receives=int(redrive.get("maxReceiveCount", 0)),
            )

    def notices(self) -> Iterator[Notice]:
        """What buckets tell queues."""
        for name, given in self.resources("AWS::S3::Bucket").items():
            told = given.get("NotificationConfiguration", {})
            if set(told) - {"QueueConfigurations"}:
                raise ConfigurationError(f"{name}: only notifications to queues are understood")
            for each in told.get("QueueConfigurations", []):
                rules = each.get("Filter", {}).get("S3Key", {}).get("Rules", [])
                prefix = next((r["Value"] for r in rules if r["Name"].lower() == "prefix"), "")
                yield Notice(name, each["Event"], prefix, target(each["Queue"]))

    def plain(self, value: Any, addresses: Addresses | None = None) -> Any:
        """
        *value* with every CloudFormation function answered.

        Raises:
            ConfigurationError: Something in it is not known here.
        """
        return _Resolver(self, {} if addresses is None else addresses).plain(value)


def target(value: Any) -> str:
    """The resource that a ``Ref``, ``GetAtt`` or plain name points at."""
    match value:
        case {"Ref": name} | {"Fn::GetAtt": [name, *_]} | str(name):
            return str(name)
    raise ConfigurationError(f"template: {value!r} names no resource")


class _Resolver:
    def __init__(self, template: Template, addresses: Addresses) -> None:
        self._template = template
        self._addresses = addresses

    def plain(self, value: Any) -> Any:
        match value:
            case {"Ref": name}:
                return self._ref(name)
            case {"Fn::GetAtt": [name, attribute]}:
                return self._attribute(name, attribute)
            case {"Fn::Sub": text} if isinstance(text, str):
                return self._sub(text)
            case {"Fn::Join": [between, parts]}:
                return str(between).join(str(self.plain(part)) for part in parts)
            case {"Fn::If": [condition, yes, no]}:
                return self.plain(yes if self._holds(condition) else no)
            case dict():
                self._refuse_functions(value)
                return {key: self.plain(each) for key, each in value.items()}
            case list():
                return [self.plain(each) for each in value]
        return value

    def _refuse_functions(self, value: Mapping[str, Any]) -> None:
        for key in value:
            if str(key).startswith("Fn::"):
                raise ConfigurationError(f"template: {key} is not understood here")

    def _ref(self, name: str) -> str:
        if name in self._template.parameters:
            return self._template.parameters[name]
        return PSEUDO[name] if name in PSEUDO else self._attribute(name, "Ref")

    def _attribute(self, name: str, attribute: str) -> str:
        try:
            return self._addresses[name][attribute]
        except KeyError:
            raise ConfigurationError(f"template: {name}.{attribute} is not known here") from None

    def _sub(self, text: str) -> str:
        def answer(found: re.Match[str]) -> str:
            name, _, attribute = found.group(1).partition(".")
            return self._attribute(name, attribute) if attribute else self._ref(name)

        return re.sub(r"\$\{([^!}]+)\}", answer, text)

    def _holds(self, name: str) -> bool:
        return self._decide(self._template.document["Conditions"][name])

    def _decide(self, condition: Any) -> bool:
        match condition:
            case {"Fn::Equals": [left, right]}:
                return bool(self.plain(left) == self.plain(right))
            case {"Fn::Not": [inner]}:
                return not self._decide(inner)
            case {"Condition": name}:
                return self._holds(name)
        raise ConfigurationError(f"template: condition {condition!r} is not understood here")
