"""Tags put in order where a document lost count of them, by what the elements of a feed may hold.

A general parser in recovery closes whatever is open at the next closing tag, so that one forgotten tag swallows
the rest of an article. Here an article's parts end where the next part begins.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<(?P<closing>/?)(?P<name>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>"
    r"|<",
    re.DOTALL,
)
# What articles, or the feed itself, consist of: one of these never stands in another.
_PARTS = frozenset({
    "title", "link", "description", "pubdate", "guid", "category", "comments", "enclosure", "content:encoded",
    "dc:creator", "dc:date", "dc:subject", "author", "summary", "content", "updated", "published", "id", "modified",
    "issued", "lastbuilddate", "language", "generator", "copyright", "ttl", "subtitle", "media:content",
    "media:thumbnail", "media:title", "media:description",
})  # fmt: skip
# A part may hold other parts only within one of these.
_WHOLES = frozenset({
    "rss", "feed", "rdf:rdf", "channel", "item", "entry", "image", "textinput", "source", "media:group",
})  # fmt: skip
_ARTICLES = frozenset({"item", "entry"})


def balanced(document: str) -> str:
    """The document with every tag closed, in order, and none closed that was not open."""
    order = _Order()
    at = 0
    for token in _TOKEN.finditer(document):
        order.written.append(document[at : token.start()])
        at = token.end()
        order.take(token)
    order.written.append(document[at:])
    order.close(0)
    return "".join(order.written)


class _Order:
    """What was written so far and what is open, as (name in lower case, closing tag)."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.open: list[tuple[str, str]] = []

    def take(self, token: re.Match[str]) -> None:
        name = token["name"]
        if name is None:
            self.written.append(token[0] if len(token[0]) > 1 else "&lt;")
        elif token["closing"]:
            self._take_closing(name.lower())
        else:
            self._make_room(name.lower())
            self.written.append(token[0])
            if not token["rest"].endswith("/"):
                self.open.append((name.lower(), f"</{name}>"))

    def close(self, depth: int) -> None:
        """Close what is open beyond `depth`."""
        while len(self.open) > depth:
            self.written.append(self.open.pop()[1])

    def _take_closing(self, name: str) -> None:
        depth = self._depth_of({name})
        if depth is not None:
            self.close(depth)

    def _make_room(self, name: str) -> None:
        """Close what cannot hold the element that begins."""
        if name in _ARTICLES:
            depth = self._depth_of(_ARTICLES)
            if depth is None:
                depth = self._depth_of(_PARTS)
        elif name in _PARTS:
            depth = self._depth_of(_PARTS, within=_WHOLES)
        else:
            depth = None
        if depth is not None:
            self.close(depth)

    def _depth_of(self, names: frozenset[str] | set[str], within: frozenset[str] = frozenset()) -> int | None:
        """Where the innermost element of these names is open, not looking further out than one of `within`."""
        for depth in range(len(self.open) - 1, max(-1, len(self.open) - 300), -1):
            name = self.open[depth][0]
            if name in names:
                return depth
            if name in within:
                return None
        return None
