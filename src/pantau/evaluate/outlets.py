"""What is known of a stream's outlets: their tiers, by the shipped catalogue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from pantau.domain.source import Tier
from pantau.evaluate.streams import Item
from pantau.feeds import catalogue

_FEED_PARTS = ("www.", "rss.", "feed.", "feeds.")


def tiers(items: Iterable[Item]) -> dict[str, Tier]:
    """Tiers by outlet for those whose articles mostly stand at the site of a catalogued source."""
    sites: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        sites[item.source][_site(item.url)] += 1
    known = _catalogued()
    found = {outlet: known.get(counts.most_common(1)[0][0]) for outlet, counts in sites.items()}
    return {outlet: tier for outlet, tier in found.items() if tier is not None}


@cache
def _catalogued() -> dict[str, Tier]:
    """By site; a site whose feeds differ in tier, as one with a fact-checking desk, is what most of them are."""
    sites: defaultdict[str, Counter[Tier]] = defaultdict(Counter)
    for source in catalogue.load():
        sites[_site(source.url)][source.tier] += 1
    return {site: counts.most_common(1)[0][0] for site, counts in sites.items() if site}


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    for part in _FEED_PARTS:
        host = host.removeprefix(part)
    return host
