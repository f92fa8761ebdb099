"""The engine over real HTTP: what it stores, what it says of sources that fail, and that it says it once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pantau.domain.errors import Refused
from pantau.domain.source import NewSource, Source
from pantau.engine.run import Engine
from pantau.feeds.fetch import Limits
from pantau.operations import topics
from pantau.store.database import Database

from .outlets import Newsroom, item, newsroom

QUICK = Limits(seconds=0.8, connect_seconds=0.5)


@pytest.fixture
async def room() -> AsyncIterator[Newsroom]:
    async with newsroom() as opened:
        opened.publish("kabar", item("Kericuhan di Lapas Pontianak", "Dua warga binaan luka ringan."))
        yield opened


class Machine:
    """An engine's rounds over a database, with what it told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.events: list[tuple[str, dict[str, Any]]] = []

    def tell(self, event: str, facts: dict[str, Any]) -> None:
        self.events.append((event, facts))

    async def poll(self, clock: Callable[[], datetime] | None = None) -> dict[str, Any]:
        ticking = {} if clock is None else {"clock": clock}
        async with Engine(self.database, self.tell, limits=QUICK, **ticking) as engine:
            await engine.once(every=True)
        return self.events[-1][1]

    def add(self, *urls: str) -> None:
        with self.database.write() as tx:
            for url in urls:
                tx.sources.add(NewSource(url, intranet=True))

    def source(self, url: str) -> Source:
        with self.database.read() as tx:
            return next(source for source in tx.sources.all() if source.url == url)


@pytest.fixture
def machine(database: Database) -> Machine:
    topics.install_shipped(database)
    return Machine(database)


async def test_a_new_article_is_stored_searchable_and_in_the_queue(machine: Machine, room: Newsroom) -> None:
    machine.add(room.url("kabar"))
    done = await machine.poll()
    assert (done["ok"], done["articles_new"], done["stories"]) == (1, 1, 1)
    with machine.database.read() as tx:
        (story,) = tx.stories.queue(10)
        (found,) = tx.search.find('"pontianak"', 10)
        assert tx.articles.get(found.article).title == story.title == "Kericuhan di Lapas Pontianak"
    assert sum(reason.points for reason in story.reasons) == pytest.approx(story.score)
    assert story.score > 0


async def test_an_unchanged_feed_is_asked_with_its_validators_and_stores_nothing_twice(
    machine: Machine, room: Newsroom
) -> None:
    machine.add(room.url("kabar"))
    await machine.poll()
    done = await machine.poll()
    assert room.statuses("kabar") == [200, 304]
    assert (done["not_modified"], done["articles_seen"], done["articles_new"]) == (1, 0, 0)


async def test_a_later_article_joins_the_story_of_an_earlier_engine(machine: Machine, room: Newsroom) -> None:
    machine.add(room.url("kabar"), room.url("warta"))
    room.publish("warta")
    await machine.poll()
    room.publish(
        "warta", item("Kericuhan di Lapas Pontianak, Dua Luka", "Dua warga binaan luka ringan di lapas.")
    )
    done = await machine.poll()
    assert done["articles_new"] == 1
    with machine.database.read() as tx:
        (story,) = tx.stories.queue(10)
    assert (story.articles, story.sources) == (2, 2)


async def test_a_permanent_move_is_followed_from_then_on(machine: Machine, room: Newsroom) -> None:
    machine.add(room.url("moved"))
    await machine.poll()
    await machine.poll()
    assert machine.source(room.url("kabar")).error is None
    assert len(room.statuses("moved")) == 1


@pytest.mark.parametrize(
    ("outlet", "error", "status"),
    [
        ("nowhere", "source.status", 404),
        ("gone", "source.gone", 410),
        ("broken", "source.server", 500),
        ("silent", "source.timeout", None),
        ("dripping", "source.timeout", None),
        ("endless", "source.too-many-redirects", None),
        ("page", "feed.html-page", 200),
    ],
)
async def test_a_source_that_fails_says_why_and_is_left_alone_for_a_while(
    machine: Machine, room: Newsroom, outlet: str, error: str, status: int | None
) -> None:
    machine.add(room.url(outlet), room.url("kabar"))
    done = await machine.poll()
    source = machine.source(room.url(outlet))
    assert (done["ok"], done["failed"], done["articles_new"]) == (1, 1, 1)
    assert (source.error, source.status, source.failures) == (error, status, 1)
    assert source.next_due is not None
    assert source.next_due > datetime.now(UTC) + timedelta(minutes=1)


async def test_each_further_failure_makes_the_pause_longer_and_a_success_ends_it(
    machine: Machine, room: Newsroom
) -> None:
    machine.add(room.url("besok"))
    pauses = []
    for _ in range(3):
        await machine.poll()
        source = machine.source(room.url("besok"))
        assert source.next_due is not None
        pauses.append(source.next_due - datetime.now(UTC))
    room.publish("besok", item("Hari ini terbit"))
    await machine.poll()
    well = machine.source(room.url("besok"))
    assert pauses == sorted(pauses)
    assert pauses[2] > 3 * pauses[0]
    assert (well.error, well.failures, well.articles) == (None, 0, 1)


@pytest.mark.parametrize(
    ("outlet", "title"),
    [
        ("squeezed", "Kericuhan di Lapas Pontianak"),
        ("malformed", "Lapas & Rutan"),
        ("mislabelled", "Café ditutup"),
    ],
)
async def test_what_can_be_saved_is_saved(machine: Machine, room: Newsroom, outlet: str, title: str) -> None:
    machine.add(room.url(outlet))
    done = await machine.poll()
    with machine.database.read() as tx:
        (article,) = tx.articles.after(0, 10)
    assert (done["ok"], article.title) == (1, title)


async def test_loopback_is_refused_for_a_source_that_is_not_of_the_intranet(
    machine: Machine, room: Newsroom
) -> None:
    with machine.database.write() as tx:
        tx.sources.add(NewSource(room.url("kabar")))
    await machine.poll()
    assert machine.source(room.url("kabar")).error == "source.refused-address"
    assert room.seen == []


async def test_a_second_engine_is_refused_while_the_first_lives(machine: Machine, room: Newsroom) -> None:
    async with Engine(machine.database, machine.tell):
        with pytest.raises(Refused, match="already-running"):
            await machine.poll()
    assert (await machine.poll())["sources"] == 0


async def test_a_muted_word_weighs_nothing_and_unmuting_brings_it_back(
    machine: Machine, room: Newsroom
) -> None:
    from pantau.domain.team import Role
    from pantau.operations import Desk, triage

    machine.add(room.url("kabar"))
    await machine.poll()
    with machine.database.write() as tx:
        officer, _ = tx.team.ensure("Petugas", Role.LEAD)
    desk = Desk(machine.database, officer)
    muted = triage.mute_word(desk, "kericuhan")
    room.publish(
        "kabar", item("Kericuhan di Lapas Pontianak reda", "Dua warga binaan luka ringan di Pontianak.")
    )
    await machine.poll()
    with machine.database.read() as tx:
        assert [story.score for story in tx.stories.queue(10)] == [0.0]
    assert muted.undo is not None
    muted.undo()
    room.publish(
        "kabar", item("Kericuhan di Lapas Pontianak usai", "Dua warga binaan luka ringan di Pontianak.")
    )
    await machine.poll()
    with machine.database.read() as tx:
        assert tx.stories.queue(10)[0].score > 0
