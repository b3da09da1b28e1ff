"""Connections that refuse private addresses: the name is resolved here, checked, and exactly that address is connected to."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx


class RefusedAddressError(Exception):
    """The host resolves to an address that may not be fetched from."""


class GuardedBackend(httpcore.SyncBackend):
    """Opens TCP connections to public addresses only, unless told otherwise.

    The check stands where the connection is made, so that a name that resolves differently a moment later
    (DNS rebinding) gains nothing.
    """

    def __init__(self, *, allow_private: bool):
        super().__init__()
        self.allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check every address found, connect to the first that answers."""
        try:
            found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        except OSError as err:
            raise httpcore.ConnectError(f"{host} cannot be resolved: {err}") from err
        for address in sorted(found):
            if not self.allow_private and not ipaddress.ip_address(address.split("%")[0]).is_global:
                raise RefusedAddressError(
                    f"{host} is {address}, which is not a public address; --allow-private lets it through"
                )
        last: Exception | None = None
        for address in sorted(found, key=lambda a: (":" in a, a)):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as err:
                last = err
        raise last or httpcore.ConnectError(f"{host} has no address")


class GuardedTransport(httpx.HTTPTransport):
    """An httpx transport on a `GuardedBackend`; proxies of the environment are not used, they would evade the check."""

    def __init__(self, *, allow_private: bool):
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=4,
            network_backend=GuardedBackend(allow_private=allow_private),
        )
