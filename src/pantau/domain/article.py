"""An article, from an entry of a feed to the row that is stored once however often it is seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from pantau.domain.ids import ArticleId, SourceId


class DateOrigin(StrEnum):
    """How we know when something was published."""

    STATED = "stated"
    ASSUMED = "assumed"  # the feed gave none, or no zone: the time of receipt, or the outlet's zone
    CLAMPED = "clamped"  # it claimed a time before 1990 or more than 24 h ahead


class Entry(NamedTuple):
    """An item of a feed, normalised and sanitised; nothing in it may be trusted but its shape.

    A tuple, since a poll of a thousand feeds makes fifty thousand of them.

    guid          the feed's own identity, or one derived from link or content; never empty
    link          absolute http(s) address, canonical; "" when there is none
    summary_html  sanitised with the allowlist of `feeds.sanitise`
    summary_text  the same as plain text, white space collapsed
    published     UTC
    language      "id", "ms", "en", ...; "" when unknown
    """

    guid: str
    link: str
    title: str
    author: str
    summary_html: str
    summary_text: str
    published: datetime
    published_origin: DateOrigin
    language: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a parser made of a body.

    format            "rss20", "atom10", "json11", ... as feedparser names versions; "" when none
    problems          keys of what was wrong with the document, worst first; empty for a sound one
    parser            "lxml" (the fast path), "feedparser", "json" or "none"
    interval_minutes  how often the feed asks to be read (ttl, sy:updatePeriod); None if it does not say
    language          what the feed calls its language, lower case, often wrongly; "" if it does not say
    """

    format: str
    title: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...] = ()
    parser: str = "none"
    site: str = ""
    interval_minutes: float | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article. `revision` counts from 1; older wordings are kept."""

    id: ArticleId
    source: SourceId
    source_name: str
    title: str
    url: str
    author: str
    summary_html: str
    text: str
    language: str
    published: datetime
    published_origin: DateOrigin
    fetched: datetime
    revision: int = 1
    flags: tuple[str, ...] = field(default=())
