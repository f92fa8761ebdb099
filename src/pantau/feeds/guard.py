"""Which addresses a source may stand on: the public internet, inner networks only where an officer said so.

Anybody who can name an address for us to fetch (a feed, a redirect, a DNS server) would otherwise reach services
on this machine and in the ministry's network through us. Tables: IANA special-purpose registries (RFC 6890).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from pantau.domain.errors import FetchError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# No feed is served here, intranet or not; "metadata" hands out a cloud machine's own secrets.
_NEVER = {
    "unspecified": ("0.0.0.0/8", "::/128"),
    "multicast": ("224.0.0.0/4", "ff00::/8"),
    "reserved": ("240.0.0.0/4",),
    "metadata": ("169.254.169.254/32", "100.100.100.200/32", "192.0.0.192/32", "fd00:ec2::254/128"),
}
_INNER = {
    "loopback": ("127.0.0.0/8", "::1/128"),
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
    "link-local": ("169.254.0.0/16", "fe80::/10"),
    "carrier-nat": ("100.64.0.0/10",),
    "special": (
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "2001:db8::/32", "3fff::/20", "100::/64"),
    ),
    "mapped": ("::ffff:0:0/96", "::ffff:0:0:0/96", "::/96"),
    "nat64": ("64:ff9b::/96", "64:ff9b:1::/48"),
    "6to4": ("2002::/16",),
    "teredo": ("2001::/32",),
    "protocol": ("2001::/23",),
}


def _table(kinds: dict[str, tuple[str, ...]], version: int) -> tuple[tuple[int, int, str], ...]:
    """(first, last, kind) as numbers: comparing those is 20 times as quick as `ip in network`."""
    networks = [(ip_network(text), kind) for kind, texts in kinds.items() for text in texts]
    return tuple(
        (int(network.network_address), int(network.broadcast_address), kind)
        for network, kind in networks
        if network.version == version
    )


_NEVER_BY = {version: _table(_NEVER, version) for version in (4, 6)}
_INNER_BY = {version: _table(_INNER, version) for version in (4, 6)}
_GLOBAL_UNICAST = ip_network("2000::/3")


def _found(ip: Address, tables: dict[int, tuple[tuple[int, int, str], ...]]) -> str | None:
    value = int(ip)
    return next((kind for first, last, kind in tables[ip.version] if first <= value <= last), None)


@lru_cache(maxsize=4096)
def standing(ip: Address) -> tuple[str, bool]:
    """An address' kind ("public", "loopback", "nat64", ...), and whether an intranet source may use it."""
    if kind := _found(ip, _NEVER_BY):
        return kind, False
    inside = _carried(ip)
    if kind := _found(ip, _INNER_BY):
        return kind, inside is None or _found(inside, _NEVER_BY) is None
    if ip.version == 6 and ip not in _GLOBAL_UNICAST:
        return "unassigned", False
    return "public", True


def _carried(ip: Address) -> IPv4Address | None:
    """The IPv4 address that a translating IPv6 address stands for."""
    if isinstance(ip, IPv4Address):
        return None
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if _found(ip, _INNER_BY) in ("mapped", "nat64"):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


class Guard:
    """Says which addresses may be connected to.

    intranet  inner addresses too: for a source that an officer marked so
    opened    networks that the operator opens to every source, as "64:ff9b::/96" where IPv4 comes through NAT64
    """

    def __init__(self, *, intranet: bool = False, opened: Iterable[str] = ()) -> None:
        self.intranet = intranet
        self._opened: tuple[Network, ...] = tuple(ip_network(text) for text in opened)

    def refusal(self, ip: Address | str) -> str | None:
        """Why not to connect: the address' kind; None when it is allowed."""
        address = ip_address(ip) if isinstance(ip, str) else ip
        kind, inner_allowed = standing(address)
        if kind == "public" or (self.intranet and inner_allowed):
            return None
        return None if any(address in network for network in self._opened) else kind

    def check(self, ip: Address | str, host: str = "") -> None:
        """Raises FetchError "source.refused-address" with host, address and kind."""
        if kind := self.refusal(ip):
            raise FetchError("source.refused-address", host=host or str(ip), address=str(ip), kind=kind)


PUBLIC = Guard()
INTRANET = Guard(intranet=True)


def check_address(ip: Address | str, *, intranet: bool = False) -> None:
    """Raises FetchError "source.refused-address" for an address that such a source may not stand on."""
    (INTRANET if intranet else PUBLIC).check(ip)
