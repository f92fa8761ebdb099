"""How the engine and its parsing children talk: frames of JSON over pipes.

JSON and not pickle, since a child handles what strangers wrote: at worst it lies, it cannot make the engine run code.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from pantau.domain.article import DateOrigin, Entry, Feed
from pantau.domain.identity import Identity

LENGTH = struct.Struct(">I")
READY = LENGTH.pack(0)  # a child's first word
LARGEST_FRAME = 64 * 2**20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ORIGINS = {origin.value: origin for origin in DateOrigin}
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Job:
    """A body to be parsed. `received` is UTC; `zone_minutes` the outlet's offset from UTC."""

    url: str
    content_type: str | None
    received: datetime
    body: bytes
    zone_minutes: int = 420


@dataclass(frozen=True, slots=True)
class Parsed:
    """A feed, and for each of its entries its identity and what the full-text index holds of title and text."""

    feed: Feed
    identities: tuple[Identity, ...] = ()
    index: tuple[tuple[str, str], ...] = ()


def pack_job(job: Job) -> bytes:
    head = json.dumps([job.url, job.content_type, _milliseconds(job.received), job.zone_minutes]).encode()
    return head + b"\n" + job.body


def unpack_job(frame: bytes) -> Job:
    head, _, body = frame.partition(b"\n")
    url, content_type, received, zone_minutes = json.loads(head)
    return Job(url, content_type, _moment(received), body, zone_minutes)


def pack_parsed(parsed: Parsed) -> bytes:
    feed = parsed.feed
    told = {
        "feed": [feed.format, feed.title, feed.parser, feed.site, feed.interval_minutes, feed.problems],
        "entries": [_pack_entry(entry) for entry in feed.entries],
        "identities": parsed.identities,
        "index": parsed.index,
    }
    return json.dumps(told, separators=(",", ":")).encode()


def unpack_parsed(frame: bytes) -> Parsed:
    told = json.loads(frame)
    kind, title, parser, site, interval, problems = told["feed"]
    entries = tuple([_unpack_entry(*entry) for entry in told["entries"]])
    feed = Feed(kind, title, entries, tuple(problems), parser, site, interval)
    identities = tuple(map(Identity._make, told["identities"]))
    return Parsed(feed, identities, tuple([(title, text) for title, text in told["index"]]))


def _pack_entry(entry: Entry) -> list[Any]:
    html = "" if entry.summary_html == escape(entry.summary_text, quote=False) else entry.summary_html
    return [
        entry.guid,
        entry.link,
        entry.title,
        entry.author,
        html,
        entry.summary_text,
        _milliseconds(entry.published),
        entry.published_origin.value,
        entry.language,
    ]


def _unpack_entry(
    guid: str,
    link: str,
    title: str,
    author: str,
    html: str,
    text: str,
    published: int,
    origin: str,
    language: str,
) -> Entry:
    moment = EPOCH + timedelta(milliseconds=published)
    html = html or escape(text, quote=False)
    return Entry(guid, link, title, author, html, text, moment, _ORIGINS[origin], language)


def _milliseconds(moment: datetime) -> int:
    return (moment - EPOCH) // _MILLISECOND


def _moment(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)
