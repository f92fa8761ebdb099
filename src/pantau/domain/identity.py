"""Hashes by which an entry is known again, wherever it is seen, and by which a change of its wording is."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from pantau.domain.article import Entry

_LEAST_GLOBAL_GUID = 12  # shorter ones ("1", "post-7") say nothing beyond their own feed


class Identity(NamedTuple):
    """What an entry is known by.

    guid   in its own source
    link   everywhere; None when it has no address, so that only its source and guid name it
    alias  in every feed of its outlet; None when the guid does not say whose it is
    mark   of its wording: another one when title or text differ
    """

    guid: int
    link: int | None
    alias: int | None
    mark: int


def identity(entry: Entry) -> Identity:
    """Identities are the same on every machine and in every version: the database is full of them."""
    guid = key64(entry.guid)
    link = guid if entry.link == entry.guid else key64(entry.link) if entry.link else None
    alias = guid if guid != link and _names_its_outlet(entry) else None
    return Identity(guid, link, alias, content_mark(entry.title, entry.summary_text))


def key64(text: str) -> int:
    """A signed 64-bit identity of a text; two of ten million texts meet with a chance of 3 in a million."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def content_mark(title: str, text: str) -> int:
    """A number that differs when the wording does."""
    return key64(f"{title}\0{text}")


def host(url: str) -> str:
    """The host of a canonical address, without "www."."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def _names_its_outlet(entry: Entry) -> bool:
    """Whether a guid says whose it is ("https://kabar.example/?p=7", "tag:kabar.example,2026:7").

    Such a guid names the same article in every feed of the outlet; any other may have been made up by anybody.
    """
    if len(entry.guid) < _LEAST_GLOBAL_GUID:
        return False
    outlet = host(entry.link)
    return bool(outlet) and outlet in entry.guid
