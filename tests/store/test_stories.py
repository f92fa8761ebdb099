"""Stories as the machine regroups them."""

from __future__ import annotations

from datetime import datetime

import pytest

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.finding import Finding, Placed, Regrouping
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.source import NewSource
from pantau.domain.story import Evidence, Reading, Region, RegionKind, Risk, RiskKind, Tone, ToneLabel
from pantau.store.database import Database


@pytest.fixture
def articles(database: Database, now: datetime) -> tuple[ArticleId, ...]:
    """Four articles, all of them in story 1."""
    with database.write() as tx:
        source, _ = tx.sources.add(NewSource("https://kabar.example/rss"))
        entries = [
            Entry(
                f"guid-{n}",
                f"https://kabar.example/{n}",
                f"Judul {n}",
                "",
                "",
                "Isi.",
                now,
                DateOrigin.STATED,
            )
            for n in range(4)
        ]
        new = tx.arrivals.keep(source.id, entries, now).new
        tx.stories.record(Finding(article, StoryId(1), StoryId(1), Reading()) for article in new)
    return new


def held(database: Database, story: int) -> set[int]:
    with database.read() as tx:
        return {finding.article for finding in tx.stories.findings(StoryId(story))}


def test_a_split_moves_the_named_reports_only(database: Database, articles: tuple[ArticleId, ...]) -> None:
    with database.write() as tx:
        tx.stories.regroup([Regrouping(StoryId(1), StoryId(2), articles[2:])])
    assert held(database, 1) == set(articles[:2])
    assert held(database, 2) == set(articles[2:])


def test_splits_and_merges_happen_in_their_order(database: Database, articles: tuple[ArticleId, ...]) -> None:
    changes = [
        Regrouping(StoryId(1), StoryId(2), articles[2:]),
        Regrouping(StoryId(2), StoryId(3)),
        Regrouping(StoryId(3), StoryId(4), articles[3:]),
    ]
    with database.write() as tx:
        tx.stories.regroup(changes)
    assert [held(database, story) for story in (1, 2, 3, 4)] == [
        set(articles[:2]),
        set(),
        {articles[2]},
        {articles[3]},
    ]


def test_what_is_taken_up_again_is_what_was_found(database: Database, now: datetime) -> None:
    said = (Evidence("Lapas Malang", 0, 12),)
    reading = Reading(
        topics=("Lapas",),
        regions=(Region("Malang", "35.73", RegionKind.CITY, said),),
        units=("pemasyarakatan",),
        tone=Tone(ToneLabel.NEGATIVE, 0.8, said),
        risks=(Risk(RiskKind.HOAX, 0.6, said),),
    )
    entry = Entry("guid", "https://kabar.example/1", "Lapas Malang", "", "", "Isi.", now, DateOrigin.STATED)
    with database.write() as tx:
        source, _ = tx.sources.add(NewSource("https://kabar.example/rss"))
        (article,) = tx.arrivals.keep(source.id, [entry], now).new
        tx.stories.record([Finding(article, StoryId(7), StoryId(7), reading)])
    with database.read() as tx:
        told = tx.stories.window(now, 0, 10)
        assert tx.stories.reports([7]) == told
    assert told == [Placed(article, source.id, "Lapas Malang", "Isi.", now, StoryId(7), None, reading)]
