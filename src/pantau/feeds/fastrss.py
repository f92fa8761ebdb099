"""RSS 2.0 and its forerunners 0.91 to 0.94, when plain."""

from __future__ import annotations

from lxml.etree import _Element

from pantau.feeds.doubt import Doubt, link_of, name_of, reread, site_of, text_of
from pantau.feeds.namespaces import (
    ATOM,
    CONTENT,
    DC,
    FEEDBURNER,
    ITUNES,
    MEDIA,
    SLASH,
    SY,
    WFW,
    WORDPRESS,
    XML,
    are_plain,
)
from pantau.feeds.raw import Passage, RawEntry, RawFeed

_VERSIONS = {"0.91": "rss091u", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}

# What says nothing that we keep, and changes nothing in what feedparser makes of the rest.
_NOTHING = "nothing"
_UNREAD_ANYWHERE = (
    "category",
    f"{{{DC}}}subject",
    f"{{{DC}}}rights",
    f"{{{DC}}}publisher",
    f"{{{ITUNES}}}explicit",
    f"{{{ITUNES}}}keywords",
    f"{{{ITUNES}}}image",
    f"{{{ITUNES}}}subtitle",
    f"{{{ITUNES}}}block",
    f"{{{FEEDBURNER}}}origLink",
    f"{{{FEEDBURNER}}}info",
    f"{{{FEEDBURNER}}}emailServiceId",
    f"{{{FEEDBURNER}}}feedburnerHostname",
)
_IN_ITEM = dict.fromkeys(
    (
        *_UNREAD_ANYWHERE,
        "comments",
        "enclosure",
        "thumbnail",
        "thumb",
        "img",
        "photo",
        "tag",
        f"{{{WFW}}}commentRss",
        f"{{{WFW}}}comment",
        f"{{{SLASH}}}comments",
        f"{{{MEDIA}}}content",
        f"{{{MEDIA}}}thumbnail",
        f"{{{MEDIA}}}credit",
        f"{{{MEDIA}}}keywords",
        f"{{{MEDIA}}}category",
        f"{{{ITUNES}}}duration",
        f"{{{ITUNES}}}episode",
        f"{{{ITUNES}}}season",
    ),
    _NOTHING,
) | {
    "title": "title",
    "link": "link",
    "description": "description",
    f"{{{CONTENT}}}encoded": "content",
    "guid": "guid",
    "pubDate": "published",
    f"{{{DC}}}date": "updated",
    f"{{{ATOM}}}updated": "updated",
    "author": "author",
    f"{{{DC}}}creator": "author",
    f"{{{ITUNES}}}author": "author",
    f"{{{MEDIA}}}title": "media title",
    "source": "source",
    "image": "image",
    f"{{{WORDPRESS}}}post-id": "post-id",
    f"{{{ATOM}}}link": "atom link",
}
_IN_CHANNEL = dict.fromkeys(
    (
        *_UNREAD_ANYWHERE,
        "copyright",
        "managingEditor",
        "webMaster",
        "pubDate",
        "lastBuildDate",
        "generator",
        "docs",
        "cloud",
        "rating",
        f"{{{SY}}}updateBase",
        f"{{{DC}}}creator",
        f"{{{DC}}}date",
        f"{{{ITUNES}}}author",
        f"{{{ITUNES}}}type",
    ),
    _NOTHING,
) | {
    "item": "item",
    "title": "title",
    "link": "site",
    "description": "description",
    "language": "language",
    f"{{{DC}}}language": "language",
    "ttl": "ttl",
    f"{{{SY}}}updatePeriod": "period",
    f"{{{SY}}}updateFrequency": "frequency",
    "image": "image",
    "skipHours": "skip",
    "skipDays": "skip",
    f"{{{WORDPRESS}}}site": "post-id",
    f"{{{ATOM}}}link": "atom link",
}
_IN_IMAGE = frozenset({"title", "link", "description", "url", "width", "height"})


def read(root: _Element, bindings: int) -> RawFeed:
    """The feed of an <rss> element; raises Doubt. `bindings`: how often "xmlns" stands in the document."""
    names = root.keys()
    if len(root) != 1 or root[0].tag != "channel" or root[0].keys() or not are_plain(root.nsmap, None):
        raise Doubt
    if not {*names} <= {"version", f"{{{XML}}}lang"}:
        raise Doubt
    version = root.get("version", "")
    feed = RawFeed(
        format=_VERSIONS.get(version) or ("rss20" if version.startswith("2.") else "rss"),
        language=root.get(f"{{{XML}}}lang", ""),
        parser="lxml",
    )
    if bindings != len(root.nsmap) + _channel(root[0], feed):
        raise Doubt  # bound anew further inside
    return feed


def _channel(channel: _Element, feed: RawFeed) -> int:
    """Fill in the feed; returns how many namespaces were bound inside."""
    said: dict[str, str] = {}
    bound = 0
    for element in channel:
        kind = _IN_CHANNEL.get(element.tag)
        if kind == "item":
            bound += _item(element, feed)
        elif kind == _NOTHING:
            if len(element):
                raise Doubt
        elif kind in ("image", "skip"):
            _pass_over(element, kind)
        elif kind == "atom link":
            _pass_link(element)
        elif kind == "post-id":
            bound += 1
            text_of(element)
        elif kind is None or kind in said or element.keys():
            raise Doubt
        else:
            said[kind] = reread(text_of(element))
    feed.title = said.get("title", "")
    feed.site = site_of(said.get("site", ""))
    feed.language = said.get("language", feed.language)
    feed.ttl, feed.period = said.get("ttl", ""), said.get("period", "")
    feed.frequency = said.get("frequency", "")
    return bound


def _item(item: _Element, feed: RawFeed) -> int:
    """Add an entry; returns how many namespaces were bound inside."""
    if item.keys():
        raise Doubt
    said: dict[str, str] = {}
    authors: list[str] = []
    bound = 0
    for element in item:
        kind = _IN_ITEM.get(element.tag)
        if kind == _NOTHING:
            if len(element):
                raise Doubt
        elif kind is None or kind in said:
            raise Doubt
        elif kind == "author":
            authors.append(name_of(reread(text_of(element))))
        elif kind == "atom link":
            _pass_link(element)
        elif kind == "post-id":
            bound += 1
            text_of(element)
        else:
            if element.keys() and kind not in ("guid", "source", "image"):
                raise Doubt
            said[kind] = text_of(element)
    feed.entries.append(_entry(said, authors))
    return bound


def _entry(said: dict[str, str], authors: list[str]) -> RawEntry:
    title = said.get("title", "")
    if "media title" in said and (not title or "source" in said or "image" in said):
        raise Doubt  # it may become the title
    content = reread(said.get("content", ""))
    description = reread(said.get("description", ""))
    passages = [Passage(content, True)] if content else []
    if description and description != content:
        passages.append(Passage(description, True))
    dates = [said[kind] for kind in ("published", "updated") if said.get(kind)]
    return RawEntry(
        reread(said.get("guid", "")),
        link_of(said.get("link", "")),
        reread(title),
        [name for name in authors if name],
        passages,
        dates,
    )


def _pass_over(element: _Element, kind: str) -> None:
    """An image or the hours to skip, if nothing stands in them that may leak out."""
    for child in element:
        is_known = child.tag in _IN_IMAGE if kind == "image" else child.tag in ("hour", "day")
        if not is_known or len(child) or child.keys():
            raise Doubt


def _pass_link(element: _Element) -> None:
    """An Atom link that is not the link of what it stands in."""
    if element.get("rel", "alternate").lower() == "alternate" or element.get("href") is None or len(element):
        raise Doubt
