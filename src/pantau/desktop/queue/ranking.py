"""Reads what the queue page shows, on a worker's thread: no more rows than somebody may look at.

To decode 500 stories keeps the interpreter busy for 80 ms, and the window's thread waits for the same interpreter.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pantau.desktop.queue.filters import Filters, provinces, topics
from pantau.domain.ids import StoryId
from pantau.domain.story import Story
from pantau.operations import Desk, queue
from pantau.operations.queue import QueueFilter

STEP = 60  # rows that are read at first, and again each time the officer comes to the end of them
_MOST_ALERTS = 30
_SURVEYED = 500  # stories from which the menus' topics and provinces are counted

Counted = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """`opened` is the story that is being read, `sought` one that must be in the list whatever the filters say."""

    filters: Filters
    limit: int = STEP
    opened: StoryId | None = None
    sought: StoryId | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """`stories` pass the filters, the most pressing first.

    limit    how many were asked for; `is_whole` when there are no more
    alerts   the stories that are alerts, whatever the filters say
    opened   the story that was open when this was asked for; `now_called` is another one after a merge
    hidden   how many the filters keep away, counted only when none passes; `newest` is then their last report
    """

    stories: tuple[Story, ...]
    limit: int = STEP
    is_whole: bool = True
    alerts: tuple[Story, ...] = ()
    opened: StoryId | None = None
    now_called: StoryId | None = None
    hidden: int = 0
    newest: datetime | None = None


def rank(desk: Desk, asked: Asked) -> Ranking:
    """What passes the filters, with the open and the sought story where they belong."""
    now = desk.clock()
    stories = queue.ranked(desk, asked.limit, asked.filters.wanted(now))
    is_whole = len(stories) < asked.limit
    now_called = _keep(desk, asked, stories, now)
    free = stories if asked.filters.is_open else queue.ranked(desk, _MOST_ALERTS)
    alerts = tuple(story for story in free if story.alert)
    found = Ranking(tuple(stories), asked.limit, is_whole, alerts, asked.opened, now_called)
    if stories:
        return found
    newest = max((story.last_seen for story in queue.ranked(desk, _SURVEYED)), default=None)
    return replace(found, hidden=queue.count(desk), newest=newest)


def _keep(desk: Desk, asked: Asked, stories: list[Story], now: datetime) -> StoryId | None:
    """Put the open story, if it still passes, and the sought one among `stories`; what the open one is called now."""
    with desk.read() as tx:
        opened = None if asked.opened is None else tx.stories.current(asked.opened)
        sought = None if asked.sought is None else tx.stories.current(asked.sought)
        here = {story.id for story in stories}
        missing = [story for story in (opened, sought) if story is not None and story not in here]
        found = tx.stories.some(missing) if missing else []
    for story in found:
        if story.id == sought or asked.filters.passes(story, now):
            insort(stories, story, key=lambda one: -one.score)
    return opened


def survey(desk: Desk) -> tuple[Counted, Counted]:
    """The topics and the provinces' codes that occur in the queue, with how many stories each."""
    stories = queue.ranked(desk, _SURVEYED, QueueFilter())
    return topics(stories), provinces(stories)
