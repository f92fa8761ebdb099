"""The careful way of reading a feed: feedparser, which knows what two decades of feeds got wrong.

Imported only when the fast way has doubts: it costs more to import than a hundred feeds take to read.
"""

from __future__ import annotations

import io
from typing import Any

import feedparser
from feedparser.mixin import _FeedParserMixin

from pantau.feeds import problems
from pantau.feeds.raw import Passage, RawEntry, RawFeed

# WORKAROUND feedparser 6: it resolves a guid against the feed's address, so that the day when a feed moves to
# https every article in it would be new.
_FeedParserMixin.can_be_relative_uri = _FeedParserMixin.can_be_relative_uri - {"id"}


def _note_author(parser: Any, key: str = "author") -> None:
    """An author's name as it was written; `sanitise.author` tells names from addresses."""
    context = parser._get_context()
    people = dict.get(context, f"{key}s")
    if people and not people[-1] and (written := dict.get(context, key)):
        people[-1]["name"] = written


# WORKAROUND feedparser 6: its own takes time that grows with the square of the text (32 KB: 8 s), and cuts
# addresses to pieces whose last part has more than four letters.
_FeedParserMixin._sync_author_detail = _note_author


def read(data: bytes, url: str) -> RawFeed:
    """The feed in a document.

    data  sound UTF-8 (see `encoding` and `repair`)
    url   where it came from, for relative links
    """
    # From a stream: given bytes, feedparser would take them for a file's name or an address first.
    # Sanitising is ours (`sanitise`), as is resolving: feedparser keeps file: and //host/share.
    try:
        parsed = feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # feedparser trips over some inputs in ways of its own; none may stop the others
        return RawFeed(problems=[problems.MALFORMED])
    feed = parsed.feed
    return RawFeed(
        format=parsed.get("version") or "",
        title=_text(feed, "title"),
        site=_text(feed, "link"),
        language=_text(feed, "language"),
        ttl=_text(feed, "ttl"),
        period=_text(feed, "sy_updateperiod"),
        frequency=_text(feed, "sy_updatefrequency"),
        entries=[_entry(entry) for entry in parsed.entries],
        problems=[problems.MALFORMED] if parsed.bozo else [],
        parser="feedparser",
    )


def _entry(entry: Any) -> RawEntry:
    dates = [_text(entry, key) for key in ("published", "updated", "created")]
    return RawEntry(
        guid=_text(entry, "id"),
        link=_text(entry, "link"),
        title=_text(entry, "title"),
        authors=_authors(entry),
        passages=_passages(entry),
        dates=[date for date in dates if date],
    )


def _text(of: Any, key: str) -> str:
    """A value as it was found. Not by `get`, which maps one key to another and warns about it."""
    value = dict.get(of, key) if isinstance(of, dict) else None
    return value if isinstance(value, str) else ""


def _list(of: Any, key: str) -> list[Any]:
    """A list, whatever a feed with an element of that name made of the key."""
    value = dict.get(of, key)
    return value if isinstance(value, list) else []


def _authors(entry: Any) -> list[str]:
    return [
        name
        for detail in _list(entry, "authors")
        if (name := _text(detail, "name") or _text(detail, "email"))
    ]


def _passages(entry: Any) -> list[Passage]:
    """Contents first, then the summary, unless it is a copy of one."""
    found = [_passage(content, _text(content, "value")) for content in _list(entry, "content")]
    detail = dict.get(entry, "summary_detail")
    summary = _text(entry, "summary")
    if all(summary != passage.text for passage in found):
        found.append(_passage(detail, summary))
    return [passage for passage in found if passage.text]


def _passage(detail: Any, text: str) -> Passage:
    kind = _text(detail, "type") or "text/html"
    return Passage(text, kind != "text/plain", _text(detail, "base"))
