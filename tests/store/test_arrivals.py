"""Articles are stored once however often they are seen, and older wordings are kept."""

from __future__ import annotations

from datetime import datetime

import pytest

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.ids import SourceId
from pantau.domain.source import NewSource
from pantau.store.database import Database


def entry(
    guid: str, link: str = "", title: str = "Judul", text: str = "Isi.", at: datetime | None = None
) -> Entry:
    assert at is not None
    return Entry(guid, link, title, "", text, text, at, DateOrigin.STATED)


@pytest.fixture
def sources(database: Database) -> tuple[SourceId, SourceId]:
    with database.write() as tx:
        first, _ = tx.sources.add(NewSource("https://kabar.example/rss"))
        second, _ = tx.sources.add(NewSource("https://warta.example/rss"))
    return first.id, second.id


def test_the_same_entry_twice_is_stored_once(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    entries = [entry("a", "https://kabar.example/1", at=now), entry("b", "https://kabar.example/2", at=now)]
    with database.write() as tx:
        first = tx.arrivals.keep(sources[0], entries, now)
    with database.write() as tx:
        second = tx.arrivals.keep(sources[0], entries, now)
    assert (len(first.new), first.known) == (2, 0)
    assert (second.new, second.revised, second.known) == ((), (), 2)


def test_one_address_in_two_feeds_is_one_article(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    with database.write() as tx:
        tx.arrivals.keep(sources[0], [entry("a", "https://kabar.example/1", at=now)], now)
        again = tx.arrivals.keep(sources[1], [entry("zz", "https://kabar.example/1", at=now)], now)
    assert (again.new, again.known) == ((), 1)


def test_two_entries_of_one_address_in_one_feed_are_one_article(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    twins = [entry("a", "https://kabar.example/1", at=now), entry("b", "https://kabar.example/1", at=now)]
    with database.write() as tx:
        kept = tx.arrivals.keep(sources[0], twins, now)
        again = tx.arrivals.keep(sources[0], twins, now)
    assert len(kept.new) == 1
    assert again.new == ()


def test_the_same_title_at_two_addresses_is_two_articles(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    pair = [entry("a", "https://kabar.example/1", at=now), entry("b", "https://kabar.example/2", at=now)]
    with database.write() as tx:
        assert len(tx.arrivals.keep(sources[0], pair, now).new) == 2


def test_an_outlets_own_guid_is_one_article_in_all_its_feeds(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    guid = "https://kabar.example/?p=17"
    with database.write() as tx:
        tx.arrivals.keep(sources[0], [entry(guid, "https://kabar.example/hukum/17", at=now)], now)
        again = tx.arrivals.keep(sources[1], [entry(guid, "https://kabar.example/nasional/17", at=now)], now)
    assert (again.new, again.known) == ((), 1)


def test_new_articles_are_told_with_the_place_of_their_entry(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    newest_first = [entry(str(n), f"https://kabar.example/{n}", f"Judul {n}", at=now) for n in (3, 2, 1)]
    with database.write() as tx:
        kept = tx.arrivals.keep(sources[0], newest_first, now)
        titles = [tx.articles.get(article).title for article in kept.new]
    assert titles == ["Judul 1", "Judul 2", "Judul 3"]
    assert kept.entries == (2, 1, 0)


def test_a_forged_guid_of_another_outlet_is_another_article(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    guid = "tag:kabar.example,2026:artikel-17"
    with database.write() as tx:
        first = tx.arrivals.keep(sources[0], [entry(guid, "https://kabar.example/17", at=now)], now)
        forged = tx.arrivals.keep(sources[1], [entry(guid, "https://jahat.example/17", "Palsu", at=now)], now)
        kept = tx.articles.get(first.new[0])
    assert len(forged.new) == 1
    assert kept.title == "Judul"


def test_changed_content_is_a_revision_and_the_old_text_stays(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    with database.write() as tx:
        first = tx.arrivals.keep(sources[0], [entry("a", "https://kabar.example/1", "Dua luka", at=now)], now)
        second = tx.arrivals.keep(
            sources[0], [entry("a", "https://kabar.example/1", "Tiga luka", at=now)], now
        )
        article = tx.articles.get(first.new[0])
        older = tx.articles.revisions(first.new[0])
    assert second.revised == first.new
    assert (article.title, article.revision) == ("Tiga luka", 2)
    assert [(number, title) for number, title, _, _ in older] == [(1, "Dua luka")]


def test_another_feed_cannot_rewrite_an_article(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    with database.write() as tx:
        first = tx.arrivals.keep(sources[0], [entry("a", "https://kabar.example/1", "Asli", at=now)], now)
        tx.arrivals.keep(sources[1], [entry("a", "https://kabar.example/1", "Ubahan", at=now)], now)
        assert tx.articles.get(first.new[0]).title == "Asli"


def test_a_changed_link_to_another_host_is_flagged(
    database: Database, sources: tuple[SourceId, SourceId], now: datetime
) -> None:
    with database.write() as tx:
        first = tx.arrivals.keep(sources[0], [entry("a", "https://kabar.example/1", "Satu", at=now)], now)
        tx.arrivals.keep(sources[0], [entry("a", "https://lain.example/1", "Dua", at=now)], now)
        assert tx.articles.get(first.new[0]).flags == ("link-moved-host",)
