"""Threads on the way from the grouping into the database: at rounds, after a restart, and no more looks than needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import pytest

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.finding import Threading
from pantau.domain.source import NewSource
from pantau.domain.story import Story
from pantau.engine import analysis
from pantau.engine.affairs import Affairs
from pantau.engine.pipeline import Pipeline
from pantau.store.database import Database
from pantau.stories.grouping import Grouper, GroupingSettings

ESCAPE = (
    "Lima Napi Lapas Tarakan Kabur Lewat Gorong-Gorong",
    "Polisi Sekat Pelabuhan, Cari Lima Napi Lapas Tarakan yang Kabur",
    "Kalapas Tarakan Minta Maaf soal Lima Napi Kabur",
)
PASSPORT = "Antrean Paspor di Surabaya Mengular"


class Newsroom:
    """An outlet whose articles are stored and then taken through the pipeline, as by an engine of their own."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._now = now
        self._written = 0
        with database.write() as tx:
            self._source = tx.sources.add(NewSource("https://kabar.example/rss"))[0].id

    def publish(self, *titles: str) -> None:
        entries = []
        for title in titles:
            self._written += 1
            url = f"https://kabar.example/{self._written}"
            at = self._now + timedelta(minutes=self._written)
            entries.append(Entry(url, url, title, "", "", f"{title}.", at, DateOrigin.STATED))
        with self._database.write() as tx:
            tx.arrivals.keep(self._source, entries, self._now)
        pipeline = Pipeline(self._database, lambda: self._now + timedelta(hours=1))
        while pipeline.step(1.0):
            pass
        pipeline.refresh()

    def affair(self, title: str) -> tuple[Story, set[str]]:
        """A story and the titles of the others of its affair."""
        with self._database.read() as tx:
            story = next(story for story in tx.stories.queue(20) if story.title == title)
            return story, {other.title for other in tx.threads.beside(story)}


@pytest.fixture
def room(database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Here each report is a story of its own, so that what is akin is not made one."""
    monkeypatch.setattr(analysis, "Grouper", partial(Grouper, GroupingSettings(join=99.0, merge=99.0)))
    return Newsroom(database, now)


def test_stories_of_one_affair_are_kept_together_in_the_database(room: Newsroom) -> None:
    room.publish(*ESCAPE, PASSPORT)
    assert room.affair(ESCAPE[0])[1] == {*ESCAPE[1:]}
    assert room.affair(PASSPORT)[0].thread is None


def test_an_affair_goes_on_after_a_restart(room: Newsroom) -> None:
    room.publish(*ESCAPE[:2], PASSPORT)
    began = room.affair(ESCAPE[0])[0].thread
    room.publish(ESCAPE[2])
    story, others = room.affair(ESCAPE[2])
    assert (story.thread, others) == (began, {*ESCAPE[:2]})


class Looked:
    """Notes which stories are looked at, and says what it is told of them."""

    def __init__(self, akin: dict[int, Sequence[int]] | None = None) -> None:
        self.at: list[int] = []
        self._akin = akin or {}

    def __call__(self, story: int) -> Sequence[int]:
        self.at.append(story)
        return self._akin.get(story, ())


def test_the_most_pressing_story_is_looked_at_first() -> None:
    looked = Looked()
    affairs = Affairs(looked)
    for story, score in ((1, 5.0), (2, 80.0), (3, 30.0)):
        affairs.note(story, 1, score)
    affairs.look(2)
    assert looked.at == [2, 3]
    affairs.look(2)
    assert looked.at == [2, 3, 1]


def test_a_story_is_looked_at_again_once_it_has_grown_by_half() -> None:
    looked = Looked()
    affairs = Affairs(looked)
    for reports in (1, 1, 2, 2, 3, 4, 5, 6, 7):
        affairs.note(1, reports, 10.0)
        affairs.look()
    assert len(looked.at) == 4  # at one, two, four and seven
    affairs.split(1)
    affairs.note(1, 3, 10.0)
    affairs.look()
    assert len(looked.at) == 5


def test_a_merged_story_is_looked_at_no_more_and_one_that_is_over_stays_in_its_affair() -> None:
    affairs = Affairs(looked := Looked({2: (1,), 3: (5,)}))
    affairs.note(2, 1, 10.0)
    assert affairs.look() == Threading({1: 1, 2: 1})
    affairs.note(2, 2, 10.0)
    affairs.merge(2, 5)
    affairs.keep({5})
    affairs.note(3, 1, 10.0)
    assert affairs.look() == Threading({2: None, 3: 1, 5: 1})
    assert looked.at == [2, 3]


def test_stories_that_prove_to_be_one_when_looked_at_again_are_stored_as_one(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis, "Grouper", partial(Grouper, GroupingSettings(join=99.0)))
    Newsroom(database, now).publish(*ESCAPE, PASSPORT)
    with database.read() as tx:
        found = {story.title: story.articles for story in tx.stories.queue(20)}
    assert found.pop(PASSPORT) == 1
    assert [*found.values()] == [len(ESCAPE)]
