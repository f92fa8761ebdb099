"""What can be wrong with a document, as keys; `resources/sentences/feeds.*.json` says each in words.

The order below is that of `Feed.problems`: what hides articles comes before what blemishes them.
"""

from __future__ import annotations

from collections.abc import Iterable

EMPTY = "feed.empty"  # no bytes, or white space only
HTML_PAGE = "feed.html-page"  # a web page where the feed should be: moved, blocked or behind a login
NOT_A_FEED = "feed.not-a-feed"  # neither RSS, Atom, RDF, CDF nor JSON Feed
TOO_LARGE = "feed.too-large"  # more bytes than are looked at; the rest was left off
ENTITY_BOMB = "feed.entity-bomb"  # entities built of entities; the declarations were thrown away
TOO_DEEP = "feed.too-deep"  # elements nested beyond reason; not read
TOO_COMPLEX = "feed.too-complex"  # attributes or names of absurd size; they were cut
TRUNCATED = "feed.truncated"  # the end of the document is missing
MALFORMED = "feed.malformed"  # breaks the rules of XML or JSON; what could be saved was saved
ENCODING = "feed.encoding"  # bytes that are not what the label says
TOO_MANY_ENTRIES = "feed.too-many-entries"  # only the first were taken
TEXT_CUT = "feed.text-cut"  # an entry longer than we keep, or nested beyond reason
DATE_MISSING = "feed.date-missing"  # an entry without a readable date: the time of receipt stands in
DATE_CLAMPED = "feed.date-clamped"  # an entry dated before 1990 or more than a day ahead
LINK_DROPPED = "feed.link-dropped"  # an entry whose link leads nowhere that may be opened

WORST_FIRST = (
    EMPTY,
    HTML_PAGE,
    NOT_A_FEED,
    TOO_LARGE,
    ENTITY_BOMB,
    TOO_DEEP,
    TOO_COMPLEX,
    TRUNCATED,
    MALFORMED,
    ENCODING,
    TOO_MANY_ENTRIES,
    TEXT_CUT,
    DATE_MISSING,
    DATE_CLAMPED,
    LINK_DROPPED,
)
_RANK = {key: rank for rank, key in enumerate(WORST_FIRST)}


def ranked(keys: Iterable[str]) -> tuple[str, ...]:
    """Each key once, worst first."""
    return tuple(sorted(set(keys), key=_RANK.__getitem__))
