"""The namespaces that the quick way of reading knows, by what feedparser makes of them."""

from __future__ import annotations

from collections.abc import Mapping

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
MEDIA = "http://search.yahoo.com/mrss/"
SY = "http://purl.org/rss/1.0/modules/syndication/"
XML = "http://www.w3.org/XML/1998/namespace"
# Declared on the element itself, in every item of a WordPress feed.
WORDPRESS = "com-wordpress:feed-additions:1"

WFW = "http://wellformedweb.org/CommentAPI/"
SLASH = "http://purl.org/rss/1.0/modules/slash/"
THREADING = "http://purl.org/syndication/thread/1.0"
FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0"
OPENSEARCH = "http://a9.com/-/spec/opensearchrss/1.0/"

# The prefixes under which feedparser files what we know of what it knows, whatever prefix a document uses. One
# of these bound to something else would lead it astray.
_OWNERS = {
    CONTENT: "content",
    DC: "dc",
    ITUNES: "itunes",
    MEDIA: "media",
    SY: "sy",
    WFW: "wfw",
    SLASH: "slash",
    FEEDBURNER: "feedburner",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/DTDs/PodCast-1.0.dtd": "itunes",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    THREADING: "thr",
}
_RESERVED = frozenset(_OWNERS.values())
# Namespaces that change what feedparser takes a document for, or whose elements it takes for plain ones.
_CONFUSING = frozenset({
    "http://backend.userland.com/rss", "http://blogs.law.harvard.edu/tech/rss", "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/", "http://example.com/newformat#", "http://example.com/necho",
    "http://purl.org/echo/", "uri/of/echo/namespace#", "http://purl.org/pie/", "http://purl.org/atom/ns#",
    "http://www.w3.org/2005/atom", "http://purl.org/rss/1.0/modules/rss091#",
})  # fmt: skip


def are_plain(bound: Mapping[str | None, str], default: str | None) -> bool:
    """Whether a root's bindings mean to feedparser what they say.

    bound    prefix to namespace, as lxml gives them
    default  what the empty prefix must stand for; None if it must not be bound
    """
    if bound.get(None) != default:
        return False
    for prefix, uri in bound.items():
        if uri != ATOM and (uri.lower() in _CONFUSING or "backend.userland.com/rss" in uri.lower()):
            return False
        if prefix and prefix.lower() in _RESERVED and prefix.lower() != _OWNERS.get(uri):
            return False
    return True
