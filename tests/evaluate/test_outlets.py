from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from pantau.domain.source import Tier
from pantau.evaluate.outlets import tiers
from pantau.evaluate.streams import Item
from pantau.feeds import catalogue

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def item(source: str, url: str) -> Item:
    return Item(url, "", "", NOON, source, url)


def test_an_outlet_has_the_tier_that_the_catalogue_knows_its_site_by() -> None:
    official = next(source for source in catalogue.load() if source.tier is Tier.OFFICIAL)
    site = urlsplit(official.url).hostname
    assert tiers([item("Humas", f"https://{site}/berita/1")]) == {"Humas": Tier.OFFICIAL}


def test_what_the_catalogue_does_not_know_has_no_tier() -> None:
    assert (
        tiers([item("Warta", "https://warta.example/1"), item("Tanpa", ""), item("Salah", "http://[x")]) == {}
    )
