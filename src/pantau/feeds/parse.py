"""A body that a server sent, read as a feed, by whichever way suits it."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from pantau.domain.article import Feed
from pantau.feeds import fast, jsonfeed, problems
from pantau.feeds.assembly import Circumstances, assembled
from pantau.feeds.dates import WIB
from pantau.feeds.encoding import readable
from pantau.feeds.raw import RawFeed

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
LARGEST = 16 * 1024 * 1024

_NO_FEEDS = frozenset({"html", "opml", "urlset", "sitemapindex", "svg"})
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!DOCTYPE\s+html|<html)\b", re.IGNORECASE | re.DOTALL
)


def parse(body: bytes, *, url: str, content_type: str | None, received: datetime, zone: tzinfo = WIB) -> Feed:
    """Read RSS 0.9x to 2.0, Atom 0.3 and 1.0, CDF or JSON Feed 1.x.

    body          as sent, content encodings undone; 16 MiB of it are looked at
    url           where it came from, after redirects: relative links start there
    content_type  the HTTP header, for its charset
    received      when, aware: for dates that are missing or too far ahead
    zone          the outlet's, for dates that name none
    Never raises on content: what was wrong stands in `Feed.problems`, as keys, worst first.
    """
    found = [problems.TOO_LARGE] if len(body) > LARGEST else []
    data, misread = readable(body[:LARGEST], content_type)
    raw = _read(data, url)
    raw.problems += [*found, *misread]
    return assembled(raw, Circumstances(url, received, zone))


def _read(data: bytes, url: str) -> RawFeed:
    quick = fast.read(data)
    if quick is not None:
        return quick
    start = data[:200].lstrip()
    if not start and not data.strip():
        return RawFeed(problems=[problems.EMPTY])
    if start[:1] in (b"{", b"["):
        return jsonfeed.read(data.decode("utf-8", "replace"))
    head = data[:4_096]
    if _HTML.match(head) and not _FEED.search(head):
        return RawFeed(problems=[problems.HTML_PAGE])
    return _carefully(data, url)


def _carefully(data: bytes, url: str) -> RawFeed:
    """Mend, bound, and let feedparser read."""
    # Late, as most feeds never come here.
    from pantau.feeds import declarations, reference, repair

    declared = declarations.without_declaration(data)
    sound = repair.mended(declared.data)
    if not sound.data:
        unread = [key for key in sound.problems if key == problems.TOO_COMPLEX]
        return RawFeed(problems=[*declared.problems, *unread, problems.NOT_A_FEED])
    if sound.root in _NO_FEEDS:
        return RawFeed(problems=[problems.HTML_PAGE if sound.root == "html" else problems.NOT_A_FEED])
    raw = reference.read(sound.data, url)
    if declared.is_netscape and raw.format.startswith("rss"):
        raw.format = "rss091n"
    if not raw.format and not raw.entries:
        raw.problems.append(problems.NOT_A_FEED)
    raw.problems += [*declared.problems, *sound.problems]
    return raw
