"""A desk of three: a lead at it, a drafter and an approver beside; two stories in the queue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.ids import ArticleId, SourceId, StoryId
from pantau.domain.issue import House
from pantau.domain.source import NewSource
from pantau.domain.story import Story
from pantau.domain.team import Role
from pantau.language.tokens import indexed
from pantau.operations import Desk, open_desk, sources, team
from pantau.store.database import Database

HOUSE = House(
    "Dua warga binaan luka ringan dan sudah dirawat.",
    ("Situasi terkendali.", "Korban dirawat di RSUD.", "Penyebab sedang diperiksa."),
)


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    opened = open_desk(f"sqlite:///{tmp_path / 'pantau.db'}", name="Kepala Regu", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def drafter(desk: Desk) -> Desk:
    return desk.as_officer(team.ensure(desk, "Pranata Humas", Role.DRAFTER).value)


@pytest.fixture
def approver(desk: Desk) -> Desk:
    return desk.as_officer(team.ensure(desk, "Kepala Biro", Role.APPROVER).value)


@pytest.fixture
def source(desk: Desk) -> SourceId:
    return sources.add(desk, NewSource("https://kabar.example/feed", "Kabar Contoh")).value.id


Publish = Callable[[str, str], ArticleId]


@pytest.fixture
def publish(desk: Desk, source: SourceId, now: datetime) -> Publish:
    """Store an article and index it, as the engine does."""

    def store(title: str, text: str) -> ArticleId:
        return keep(desk.database, source, title, text, now)

    return store


def keep(database: Database, source: SourceId, title: str, text: str, at: datetime) -> ArticleId:
    guid = f"tag:kabar.example:{abs(hash((title, text)))}"
    entry = Entry(
        guid, f"https://kabar.example/{abs(hash(title))}", title, "", "", text, at, DateOrigin.STATED, "id"
    )
    with database.write() as tx:
        article = tx.arrivals.keep(source, [entry], at).new[0]
        tx.search.put([(article, indexed(title), indexed(text))])
    return article


@pytest.fixture
def stories(desk: Desk, publish: Publish, now: datetime) -> tuple[StoryId, StoryId]:
    titles = ("Kericuhan di lapas", "Antrean paspor mengular")
    for number, title in enumerate(titles, 1):
        article = publish(title, f"{title}, kata petugas pada Senin siang.")
        story = Story(
            StoryId(number), title, 80.0 - number, False, (), 1, 1, now, now, article, topics=("Lapas",)
        )
        with desk.database.write() as tx:
            tx.stories.save([story])
    return StoryId(1), StoryId(2)
