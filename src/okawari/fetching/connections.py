"""Connections to others' servers: each address is looked at before it is connected to, and no other is used."""

from __future__ import annotations

import ipaddress
import socket

from okawari.fetching.addresses import is_public


class RefusedAddressError(OSError):
    """The name leads to an address that is not to be reached from here."""


class UnknownHostError(OSError):
    """No address is known for the name."""


def is_loopback(host: str) -> bool:
    """Return whether the host names this machine in so many words (`localhost`, 127.0.0.1, ::1)."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def open_connection(host: str, port: int, *, private: bool, timeout: float) -> socket.socket:
    """Return a TCP connection to the host.

    Refused are addresses that no server has (link-local, multicast, unspecified, reserved), this machine unless `host`
    says so itself, and, unless `private`, addresses of private networks. One such address among several refuses the host:
    names that lead here and there are how pages are made to reach into a network. Raises UnknownHostError,
    RefusedAddressError, or OSError where none of the addresses answers.
    """
    name = host.strip("[]")
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise UnknownHostError(host) from error
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    for text in addresses:
        if not _may_be_reached(text, named_itself=is_loopback(host), private=private):
            raise RefusedAddressError(f"{host} ({text})")
    return _first_to_answer(addresses, port, timeout)


def _may_be_reached(text: str, *, named_itself: bool, private: bool) -> bool:
    if is_public(text):
        return True
    address = ipaddress.ip_address(text)
    address = (address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None) or address
    if address.is_loopback:
        return named_itself
    nobodys = address.is_link_local or address.is_multicast or address.is_unspecified or address.is_reserved
    return private and address.is_private and not nobodys


def _first_to_answer(addresses: list[str], port: int, timeout: float) -> socket.socket:
    last: OSError | None = None
    for address in dict.fromkeys(addresses):
        try:
            return socket.create_connection((address, port), timeout)
        except OSError as error:
            last = error
    raise last or OSError("no address")
