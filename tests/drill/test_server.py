from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import aiohttp
import feedparser
import pytest
from lxml import etree

from pantau.domain.source import Tier
from pantau.drill import Clock, FeedServer, Scenario, load, serve
from pantau.drill.outlets import outlets
from pantau.feeds.parse import parse


@pytest.fixture
async def server(small: Scenario) -> AsyncIterator[FeedServer]:
    async with serve(small, Clock(small.start)) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def _titles(http: aiohttp.ClientSession, server: FeedServer, slug: str) -> list[str]:
    async with http.get(f"{server.address}/outlet/{slug}.xml") as answer:
        assert answer.status == 200
        read = feedparser.parse(await answer.read())
    assert not read.bozo
    return [entry.title for entry in read.entries]


def _after(scenario: Scenario, minutes: int) -> datetime:
    return scenario.start + timedelta(minutes=minutes)


async def test_a_feed_shows_only_what_is_out_at_the_simulated_time(server, http, small):
    assert await _titles(http, server, "suara-kapuas") == []
    server.clock.now = _after(small, 10)
    assert await _titles(http, server, "suara-kapuas") == ["Asap dari lapas, warga & petugas panik"]
    server.clock.now = _after(small, 90)
    assert await _titles(http, server, "suara-kapuas") == [
        "Polisi kepung lapas",
        "Asap dari lapas, warga & petugas panik",
    ]


async def test_the_clock_may_go_back(server, http, small):
    server.clock.now = _after(small, 90)
    assert len(await _titles(http, server, "suara-kapuas")) == 2
    server.clock.now = _after(small, 15)
    assert len(await _titles(http, server, "suara-kapuas")) == 1


@pytest.mark.parametrize(
    ("slug", "version", "kind"),
    [
        ("khatulistiwa-pos", "rss20", "application/rss+xml"),
        ("suara-kapuas", "atom10", "application/atom+xml"),
    ],
    ids=["rss", "atom"],
)
async def test_a_feed_is_valid_and_says_what_it_is(server, http, small, slug, version, kind):
    server.clock.now = _after(small, 60)
    async with http.get(f"{server.address}/outlet/{slug}.xml") as answer:
        body = await answer.read()
    read = feedparser.parse(body)
    assert (read.version, answer.content_type, read.feed.title) == (version, kind, outlets()[slug].name)
    entry = read.entries[0]
    assert entry.link.startswith(f"https://{slug}.example/")
    assert entry.published_parsed[:4] == (2026, 5, 11, 23)
    namespaces = {
        element.tag.partition("}")[0] for element in etree.fromstring(body).iter() if "}" in element.tag
    }
    assert namespaces == ({"{http://www.w3.org/2005/Atom"} if version == "atom10" else set())


async def test_texts_carry_the_date_of_the_day_played_and_no_markup_of_their_own(server, http, small):
    server.clock.now = _after(small, 10)
    async with http.get(f"{server.address}/outlet/suara-kapuas.xml") as answer:
        entry = feedparser.parse(await answer.read()).entries[0]
    assert entry.summary == (
        "<p>Asap terlihat Selasa (12/5/2026) pagi.</p><p>Belum ada keterangan &lt;resmi&gt;.</p>"
    )


@pytest.mark.parametrize(
    ("sent", "given"),
    [("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")],
    ids=["etag", "date"],
)
async def test_an_unchanged_feed_answers_304_until_something_is_published(server, http, small, sent, given):
    address = f"{server.address}/outlet/suara-kapuas.xml"
    server.clock.now = _after(small, 10)
    async with http.get(address) as first:
        known = {sent: first.headers[given]}
    server.clock.now = _after(small, 70)
    async with http.get(address, headers=known) as same:
        assert (same.status, await same.read()) == (304, b"")
        assert same.headers["ETag"] == first.headers["ETag"]
    server.clock.now = _after(small, 80)
    async with http.get(address, headers=known) as changed:
        assert changed.status == 200


async def test_a_date_that_makes_no_sense_is_ignored(server, http):
    address = f"{server.address}/outlet/suara-kapuas.xml"
    async with http.get(address, headers={"If-Modified-Since": "kemarin"}) as answer:
        assert answer.status == 200


async def test_the_opml_lists_every_outlet_by_tier(server, http):
    async with http.get(f"{server.address}/opml") as answer:
        root = etree.fromstring(await answer.read())
    groups = {group.get("text"): len(group) for group in root.find("body")}
    assert groups.keys() == {tier.value for tier in Tier}
    assert sum(groups.values()) == len(outlets())
    addresses = {line.get("xmlUrl") for line in root.iter("outline") if line.get("xmlUrl")}
    assert addresses == {source.url for source in server.sources}


async def test_sources_come_with_name_tier_and_region_and_may_stand_on_loopback(server):
    by_name = {source.name: source for source in server.sources}
    pos = by_name["Khatulistiwa Pos"]
    assert (pos.tier, pos.region, pos.intranet) == (Tier.REGIONAL, "61", True)
    assert by_name["Kabar Persada"].region is None


async def test_an_unknown_address_is_not_found(server, http):
    async with http.get(f"{server.address}/outlet/tidak-ada.xml") as answer:
        assert answer.status == 404


async def test_the_fast_parser_reads_back_exactly_what_was_written(http):
    scenario = load("kericuhan-lapas")
    written = {report.url: report for report in scenario.reports}
    async with serve(scenario, Clock(scenario.end)) as server:
        for source in server.sources:
            async with http.get(source.url) as answer:
                kind, body = answer.headers["Content-Type"], await answer.read()
            feed = parse(body, url=source.url, content_type=kind, received=scenario.end)
            assert (feed.parser, feed.problems, feed.title) == ("lxml", (), source.name)
            for entry in feed.entries:
                report = written[entry.link]
                assert (entry.title, entry.published) == (report.title, report.at)
                assert entry.summary_text.split() == report.text.split()


async def test_a_whole_day_is_served_with_at_most_forty_items_a_feed(http):
    scenario = load("kericuhan-lapas")
    async with serve(scenario, Clock(scenario.end)) as server:
        for slug in outlets():
            out = sum(report.outlet.slug == slug for report in scenario.reports)
            assert len(await _titles(http, server, slug)) == min(out, 40)
