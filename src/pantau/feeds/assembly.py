"""From what a feed says to what we keep: every way of reading ends here, so all agree."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from hashlib import sha256
from typing import NamedTuple

from pantau.domain.article import DateOrigin, Entry, Feed
from pantau.feeds import interval, problems
from pantau.feeds.addresses import canonical, resolve
from pantau.feeds.dates import NoDate, published
from pantau.feeds.raw import MOST_ENTRIES, Passage, RawEntry, RawFeed
from pantau.feeds.sanitise import LARGEST, author, escaped, plain, sanitise, title
from pantau.feeds.text import one_line

MOST_AUTHORS = 5
LONGEST_GUID = 1_000

# A text that calls itself plain and is markup all the same, which is common.
_MARKUP = re.compile(
    r"</?(?:p|br|a|b|i|u|em|strong|div|span|img|ul|ol|li|h[1-6]|blockquote|table|tr|td|figure|iframe|script|style|font)"
    r"(?:\s[^<>]*)?/?>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|nbsp|amp|lt|gt|quot|[lr][sd]quo|[nm]dash|hellip);",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


class Circumstances(NamedTuple):
    """What the entries of one feed have in common."""

    url: str
    received: datetime
    zone: tzinfo


def assembled(raw: RawFeed, here: Circumstances) -> Feed:
    """The feed as it is kept: cleaned, canonical, dated, and its problems named."""
    found = list(raw.problems)
    if len(raw.entries) > MOST_ENTRIES:
        found.append(problems.TOO_MANY_ENTRIES)
    entries = tuple([_entry(entry, here, found) for entry in raw.entries[:MOST_ENTRIES]])
    return Feed(
        format=raw.format,
        title=title(raw.title),
        entries=entries,
        problems=problems.ranked(found),
        parser=raw.parser,
        site=canonical(resolve(here.url, raw.site)) if raw.site else "",
        interval_minutes=interval.minutes(raw.ttl, raw.period, raw.frequency),
        language=_language(raw.language),
    )


def _entry(raw: RawEntry, here: Circumstances, found: list[str]) -> Entry:
    html, text = _summary(raw.passages, here.url, found)
    heading = title(raw.title)
    link = _link(raw, here.url, found)
    moment, origin = _moment(raw.dates, here, found)
    return Entry(
        _guid(raw.guid, link, heading, text),
        link,
        heading,
        _authors(raw.authors) if raw.authors else "",
        html,
        text,
        moment,
        origin,
    )


def _guid(stated: str, link: str, heading: str, text: str) -> str:
    """The feed's own identity, else the link, else a hash of what it says: never empty."""
    guid = one_line(stated)
    if guid:
        return guid if len(guid) <= LONGEST_GUID else "sha256:" + sha256(guid.encode()).hexdigest()
    return link or "sha256:" + sha256(f"{heading}\n{text}".encode()).hexdigest()


def _link(raw: RawEntry, url: str, found: list[str]) -> str:
    """The link, else the guid if that is a web address. A relative "link" that is the guid itself is none."""
    stated = raw.link if raw.link and (raw.link != raw.guid or _is_web(raw.link)) else ""
    if not stated and _is_web(raw.guid):
        stated = raw.guid
    if not stated:
        return ""
    link = canonical(stated) or canonical(resolve(url, stated))
    if not link:
        found.append(problems.LINK_DROPPED)
    return link


def _is_web(address: str) -> bool:
    return address[:8].lower().startswith(("http://", "https://"))


def _authors(names: list[str]) -> str:
    """Several authors in their order, each once."""
    cleaned = dict.fromkeys(author(name) for name in names[:MOST_AUTHORS])
    return ", ".join(name for name in cleaned if name)


def _moment(dates: list[str], here: Circumstances, found: list[str]) -> tuple[datetime, DateOrigin]:
    """The first date that can be read; the time of receipt when none can."""
    for text in dates:
        try:
            told = published(text, received=here.received, zone=here.zone)
        except NoDate:
            continue
        if told.origin is DateOrigin.CLAMPED:
            found.append(problems.DATE_CLAMPED)
        return told.moment, told.origin
    found.append(problems.DATE_MISSING)
    return here.received.astimezone(UTC), DateOrigin.ASSUMED


def _summary(passages: list[Passage], url: str, found: list[str]) -> tuple[str, str]:
    """The fullest of an entry's texts: of content and summary the one with more to read; the first if equal."""
    html, text = "", ""
    for passage in passages:
        if len(passage.text) > LARGEST:
            found.append(problems.TEXT_CUT)
        markup = _markup(passage, url)
        read = plain(markup)
        if len(read) > len(text):
            html, text = markup, read
    return html, text


def _markup(passage: Passage, url: str) -> str:
    if passage.is_markup or _MARKUP.search(passage.text):
        return sanitise(passage.text, resolve(url, passage.base) if passage.base else url)
    return escaped(passage.text[:LARGEST])


def _language(stated: str) -> str:
    """What the feed calls its language, as "id" or "en-us"; "" for none. The old code for Indonesian was "in"."""
    language = stated.strip().replace("_", "-").lower()
    if not _LANGUAGE.fullmatch(language):
        return ""
    return "id" + language[2:] if language == "in" or language.startswith("in-") else language
