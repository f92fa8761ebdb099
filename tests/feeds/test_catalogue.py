from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import chain
from urllib.parse import urlsplit

import pytest

from pantau import assets
from pantau.domain.source import NewSource, Tier
from pantau.feeds import catalogue

PROVINCES = {
    str(code)
    for code in chain(
        range(11, 20),
        [21],
        range(31, 37),
        range(51, 54),
        range(61, 66),
        range(71, 77),
        [81, 82],
        range(91, 97),
    )
}
WITHOUT_A_KNOWN_FEED = {"93", "95"}


@pytest.fixture(scope="module")
def sources() -> tuple[NewSource, ...]:
    return catalogue.load()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with assets.path("catalogue.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def without_scheme_and_www(url: str) -> str:
    parts = urlsplit(url)
    return (
        parts.netloc.removeprefix("www.")
        + parts.path.rstrip("/")
        + ("?" + parts.query if parts.query else "")
    )


def test_the_catalogue_holds_more_than_a_hundred_sources(sources: tuple[NewSource, ...]) -> None:
    assert len(sources) > 100


def test_it_is_read_once(sources: tuple[NewSource, ...]) -> None:
    assert catalogue.load() is sources


def test_no_address_stands_in_it_twice(sources: tuple[NewSource, ...]) -> None:
    seen = Counter(without_scheme_and_www(source.url) for source in sources)
    assert [url for url, count in seen.items() if count > 1] == []


def test_no_name_stands_in_it_twice(sources: tuple[NewSource, ...]) -> None:
    assert len({source.name for source in sources}) == len(sources)


def test_every_address_is_a_plain_public_web_address(sources: tuple[NewSource, ...]) -> None:
    for source in sources:
        parts = urlsplit(source.url)
        assert parts.scheme in {"http", "https"}, source.url
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", parts.netloc), source.url
        assert source.url == source.url.strip()
        assert not re.search(r"key=|token=|[{}<>]", source.url), source.url
        assert not source.intranet


def test_every_source_has_a_name(sources: tuple[NewSource, ...]) -> None:
    assert all(source.name.strip() for source in sources)


def test_every_region_is_an_official_code(sources: tuple[NewSource, ...]) -> None:
    for source in sources:
        if source.region is not None:
            assert re.fullmatch(r"\d\d(\.\d\d)?", source.region), source
            assert source.region[:2] in PROVINCES, source


def test_regional_sources_have_a_region_and_national_ones_none(sources: tuple[NewSource, ...]) -> None:
    for source in sources:
        if source.tier is Tier.REGIONAL:
            assert source.region, source
        if source.tier is Tier.NATIONAL:
            assert source.region is None, source


def test_all_but_the_two_youngest_provinces_are_heard(sources: tuple[NewSource, ...]) -> None:
    heard = {source.region[:2] for source in sources if source.region}
    assert PROVINCES - heard == WITHOUT_A_KNOWN_FEED


def test_every_tier_is_represented(sources: tuple[NewSource, ...]) -> None:
    count = Counter(source.tier for source in sources)
    assert set(count) == set(Tier)
    assert count[Tier.NATIONAL] >= 40
    assert count[Tier.REGIONAL] >= 80
    assert count[Tier.OFFICIAL] >= 10
    assert count[Tier.FACT_CHECKER] >= 3


def test_every_row_says_where_its_address_was_found_and_that_nobody_tried_it(
    rows: list[dict[str, str]],
) -> None:
    found = re.compile(r"(file \d+|[\w.-]+/[\w.-]+)( \(address pattern\))?")
    for row in rows:
        assert all(found.fullmatch(place) for place in row["provenance"].split("; ")), row
        assert row["checked"] == "never", row
