"""config/sources.yml: what is collected, from where, and within which limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, line_of, load_yaml

KINDS = ("feed", "sitemap", "page")


@dataclass(frozen=True, slots=True)
class Source:
    """One place to collect from.

    Attributes:
        name: also the folder below the raw folder; letters, digits, '-' and '_'.
        kind: feed (RSS or Atom), sitemap (or sitemap index) or page (the address itself).
        address: http or https.
        outlet: written to the sidecars, '' when the page should say.
        licence: written to the sidecars, '' when not known.
        match: only addresses that contain this text, '' for all.
        most: most pages taken from it in one go.
    """

    name: str
    kind: str
    address: str
    outlet: str = ""
    licence: str = ""
    match: str = ""
    most: int = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """What a collection may take of a host and of this machine; seconds, bytes, counts.

    Attributes:
        user_agent: name and contact, sent with every request.
        pause: least time between two requests to one host.
        timeout: for connecting, and for each read.
        deadline: for one whole response.
        most_bytes: of one response, after decompression.
        most_redirects: followed for one address.
        retries: for one address, after 429, 500, 502, 503, 504 or a broken connection.
        longest_wait: a Retry-After beyond this is not waited for; the address is left for the next time.
    """

    user_agent: str
    pause: float = 2.0
    timeout: float = 20.0
    deadline: float = 120.0
    most_bytes: int = 20_000_000
    most_redirects: int = 5
    retries: int = 2
    longest_wait: float = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole file: limits and sources."""

    limits: Limits
    sources: tuple[Source, ...]


def load_plan(path: Path) -> Plan:
    """Read config/sources.yml.

    Raises:
        ConfigError: naming file, line, value and what is allowed.
    """
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, "must hold a mapping with the keys limits and sources")
    check_keys(path, data, allowed={"limits": True, "sources": True})
    limits = _record(path, Limits, data["limits"], ("limits",))
    if "@" not in limits.user_agent and "http" not in limits.user_agent:
        raise ConfigError(
            path,
            f"user_agent {limits.user_agent!r} names no contact; add an address or e-mail",
            line=line_of(path, "limits", "user_agent"),
        )
    sources: list[Source] = []
    for i, entry in enumerate(data["sources"] or []):
        source = _record(path, Source, entry, ("sources", i))
        _check_source(path, source, i)
        if source.name in {s.name for s in sources}:
            raise ConfigError(
                path, f"the source {source.name!r} stands twice", line=line_of(path, "sources", i)
            )
        sources.append(source)
    return Plan(limits, tuple(sources))


def _record(path: Path, kind: type[Any], data: Any, at: tuple[str | int, ...]) -> Any:
    if not isinstance(data, Mapping):
        raise ConfigError(path, f"{data!r} is no mapping", line=line_of(path, *at))
    from dataclasses import MISSING

    check_keys(path, data, allowed={f.name: f.default is MISSING for f in fields(kind)}, at=at)
    for f in fields(kind):
        allowed: tuple[type, ...] = {"str": (str,), "int": (int,), "float": (int, float)}[str(f.type)]
        if f.name in data and (not isinstance(data[f.name], allowed) or isinstance(data[f.name], bool)):
            raise ConfigError(
                path, f"{f.name} is {data[f.name]!r}; allowed: {f.type}", line=line_of(path, *at, f.name)
            )
        if f.name in data and isinstance(data[f.name], (int, float)) and data[f.name] < 0:
            raise ConfigError(
                path, f"{f.name} is {data[f.name]!r}; allowed: 0 or more", line=line_of(path, *at, f.name)
            )
    return kind(**data)


def _check_source(path: Path, source: Source, i: int) -> None:
    line = line_of(path, "sources", i)
    if source.kind not in KINDS:
        raise ConfigError(
            path, f"kind {source.kind!r} of {source.name!r}; allowed: {', '.join(KINDS)}", line=line
        )
    if not source.name or not all(c.isalnum() or c in "-_" for c in source.name):
        raise ConfigError(
            path,
            f"name {source.name!r}; allowed: letters, digits, '-' and '_' (it becomes a folder)",
            line=line,
        )
    parts = urlsplit(source.address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(
            path,
            f"address {source.address!r} of {source.name!r}; allowed: http:// or https:// with a host",
            line=line,
        )
