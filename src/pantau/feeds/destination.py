"""Where an address really leads: one reading of it, the strictest, before anything is looked up or opened.

`http://127.1/`, `http://0x7f000001/` and `http://①②⑦.⓪.⓪.①/` all name one machine. Libraries disagree about
which of them they accept, so the guard and the connection must be handed the same, already canonical, spelling.
Hosts are read as browsers read them (WHATWG URL, 3.5 host parsing).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, unquote, urljoin, urlsplit

import idna

from pantau.domain.errors import FetchError

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS = 4096

# Space is not here: one inside an address is common in hand-written feeds and is escaped instead.
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
_PLAIN = re.compile(r"[!$&'()*+,\-./0-9:;=?@A-Z_a-z~%]*")
_HOST = re.compile(r"(?!-)[0-9a-z_-]{1,63}(?<!-)(?:\.(?!-)[0-9a-z_-]{1,63}(?<!-))*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_SAFE = "!$&'()*+,-./:;=?@_~%"


@dataclass(frozen=True, slots=True)
class Destination:
    """An http(s) address taken apart.

    url   canonical: host in ASCII, no fragment, no default port, nothing left to escape
    host  a DNS name without a final dot, or the literal of `ip` (IPv6 without brackets)
    ip    set when the host is an address and no name has to be resolved
    """

    url: str
    scheme: str
    host: str
    port: int
    ip: IPv4Address | IPv6Address | None

    @property
    def origin(self) -> tuple[str, str, int]:
        """What secrets belong to (RFC 6454, 4)."""
        return self.scheme, self.host, self.port


@lru_cache(maxsize=8192)
def destination(url: str) -> Destination:
    """Read an address.

    Raises FetchError "source.bad-address" for what is no http(s) address or holds a control character or a
    backslash, "source.credentials-in-address" for one that carries a user name or password.
    """
    address = url.strip(" \t\r\n")
    if len(address) > LONGEST_ADDRESS or _FORBIDDEN.search(address):
        raise FetchError("source.bad-address")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise FetchError("source.bad-address") from error
    scheme = parts.scheme
    if scheme not in PORTS or not parts.netloc or port == 0:
        raise FetchError("source.bad-address")
    if "@" in parts.netloc:
        raise FetchError("source.credentials-in-address")
    host, ip = _read_host(_host_of(parts.netloc))
    port = port or PORTS[scheme]
    name = f"[{host}]" if ":" in host else host
    authority = name if port == PORTS[scheme] else f"{name}:{port}"
    query = f"?{_escaped(parts.query)}" if parts.query else ""
    return Destination(f"{scheme}://{authority}{_escaped(parts.path) or '/'}{query}", scheme, host, port, ip)


def redirected(base: Destination, location: str) -> Destination:
    """Where a Location header leads, seen from `base`. Raises FetchError as `destination` does."""
    try:
        return destination(urljoin(base.url, location.strip(" \t\r\n")))
    except ValueError as error:
        raise FetchError("source.bad-address", host=base.host) from error


def _host_of(netloc: str) -> str:
    """The host as written, brackets kept: `urlsplit().hostname` hides whether there were any."""
    if netloc.startswith("["):
        return netloc[: netloc.rfind("]") + 1]
    return netloc.rpartition(":")[0] if ":" in netloc else netloc


def _escaped(part: str) -> str:
    """A path or query with what may not stand there escaped; escapes that are there stay as they are."""
    return part if _PLAIN.fullmatch(part) else quote(part, safe=_SAFE)


def _read_host(written: str) -> tuple[str, IPv4Address | IPv6Address | None]:
    if written.startswith("["):
        return _bracketed(written)
    name = _ascii(_unquoted(written)).lower().removesuffix(".")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        ip = _ipv4(name)
        return str(ip), ip
    if len(name) > 253 or not _HOST.fullmatch(name):
        raise FetchError("source.bad-address")
    return name, None


def _unquoted(written: str) -> str:
    try:
        return unquote(written, errors="strict") if "%" in written else written
    except UnicodeDecodeError as error:
        raise FetchError("source.bad-address") from error


def _bracketed(written: str) -> tuple[str, IPv6Address]:
    try:
        ip = IPv6Address(written[1:-1])
    except ValueError as error:
        raise FetchError("source.bad-address") from error
    if ip.scope_id is not None:  # a zone names one of this machine's own interfaces
        raise FetchError("source.bad-address")
    return str(ip), ip


def _ascii(name: str) -> str:
    """A name as DNS has it: mapped (circled and full-width digits, ideographic stops) and in punycode."""
    if name.isascii():
        return name
    try:
        mapped = idna.uts46_remap(name, std3_rules=False)
        return mapped if mapped.isascii() else idna.encode(mapped).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise FetchError("source.bad-address") from error


def _ipv4(name: str) -> IPv4Address:
    """An IPv4 address in any form that C libraries take: 1 to 4 parts, decimal, octal or hexadecimal."""
    numbers = [_number(part) for part in name.split(".")]
    *leading, last = numbers
    if len(numbers) > 4 or any(part > 255 for part in leading) or last >= 256 ** (5 - len(numbers)):
        raise FetchError("source.bad-address")
    value = last
    for position, part in enumerate(leading):
        value += part << (24 - 8 * position)
    return IPv4Address(value)


def _number(part: str) -> int:
    try:
        if part.startswith("0x"):
            return int(part[2:] or "0", 16)
        if not (part.isascii() and part.isdigit()):
            raise FetchError("source.bad-address")
        return int(part, 8 if len(part) > 1 and part.startswith("0") else 10)
    except ValueError as error:  # 0o9, or a number of thousands of digits
        raise FetchError("source.bad-address") from error
