"""Lists of feeds as feed readers exchange them (OPML 1.0 and 2.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from lxml import etree

from pantau.domain.errors import PantauError
from pantau.domain.source import NewSource
from pantau.feeds import problems, repair
from pantau.feeds.addresses import canonical
from pantau.feeds.declarations import without_declaration
from pantau.feeds.encoding import readable
from pantau.feeds.text import one_line

NAME_LENGTH = 200
MOST_FEEDS = 250_000

# What XML 1.0 has no character for.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

NO_ADDRESS = "opml.no-address"
BAD_ADDRESS = "opml.bad-address"
REPEATED = "opml.repeated"
TOO_MANY = "opml.too-many"
BROKEN_OFF = "opml.broken-off"


class Refusal(NamedTuple):
    """An item that is not taken: what stands there for an address, and why, as a key."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class OpmlFile:
    """What a file lists, in its order, folders flattened, no address twice."""

    feeds: tuple[NewSource, ...]
    refused: tuple[Refusal, ...] = ()


class Listed(Protocol):
    """A source, new or stored."""

    @property
    def url(self) -> str: ...
    @property
    def name(self) -> str: ...


def read(body: bytes) -> OpmlFile:
    """The feeds in a file. Of a damaged file what can be read is taken.

    That a file breaks off is a refusal without an address: what came after is not known.
    Addresses are kept as written, if http(s) and harmless; `NewSource.name` is the item's text or title.
    Raises PantauError("opml.not-opml") when there is no list in it.
    """
    data = without_declaration(readable(body.lstrip(), None).data).data
    taken: dict[str, NewSource] = {}
    refused: list[Refusal] = []
    found: list[str] = []
    for outline in _outlines(data, found):
        url, name = _address(outline), _name(outline)
        if url is None:
            continue
        key = canonical(url)
        why = _refusal(url, key, taken)
        if why:
            refused.append(Refusal(url[:500], why))
        else:
            taken[key] = NewSource(url, name)
    if problems.TRUNCATED in found:
        refused.append(Refusal("", BROKEN_OFF))
    return OpmlFile(tuple(taken.values()), tuple(refused))


def write(sources: Iterable[Listed], title: str) -> bytes:
    """The sources as an OPML 2.0 file in UTF-8. Characters that XML forbids are left out."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = as_xml(title)
    body = etree.SubElement(root, "body")
    for source in sources:
        name = as_xml(source.name or source.url)
        url = as_xml(source.url)
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=url)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _outlines(data: bytes, found: list[str]) -> Iterator[etree._Element]:
    """Every item, however deep its folder; notes what is wrong with the file."""
    root = repair.rescued(data, found)
    if root is None or _local(root) != "opml":
        raise PantauError("opml.not-opml")
    return (
        element
        for element in root.iter(etree.Element)
        if element.tag == "outline" or _local(element) == "outline"
    )


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _address(outline: etree._Element) -> str | None:
    """The feed's address; "" for a feed without one, None for what is no feed: a folder, a note, a web link."""
    for name in ("xmlUrl", "xmlurl", "xmlURL", "XMLURL", "url"):
        address = outline.get(name)
        if address is not None and (name != "url" or _is_feed(outline)):
            return _as_web(address.strip())
    return "" if _is_feed(outline) and len(outline) == 0 else None


def _as_web(address: str) -> str:
    """Some readers write feed://host/path or feed:https://host/path."""
    if address[:5].lower() != "feed:":
        return address
    rest = address[5:]
    return f"http:{rest}" if rest.startswith("//") else rest


def _is_feed(outline: etree._Element) -> bool:
    return (outline.get("type") or "").lower() in ("rss", "atom", "feed")


def _name(outline: etree._Element) -> str:
    return one_line(outline.get("text") or outline.get("title") or "", NAME_LENGTH)


def _refusal(url: str, key: str, taken: dict[str, NewSource]) -> str | None:
    if not url:
        return NO_ADDRESS
    if not key:
        return BAD_ADDRESS
    if key in taken:
        return REPEATED
    return TOO_MANY if len(taken) >= MOST_FEEDS else None


def as_xml(text: str) -> str:
    """The text without characters that XML forbids."""
    return _FORBIDDEN.sub("", text)
