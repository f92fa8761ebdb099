"""Replays a stream on a simulated clock and takes snapshots of the queue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pantau.domain.errors import PantauError
from pantau.domain.source import Tier
from pantau.domain.story import Story
from pantau.engine.analysis import Analysis
from pantau.evaluate import outlets
from pantau.evaluate.articles import as_articles
from pantau.evaluate.streams import Item

SHOWN = timedelta(hours=48)
_LONGEST = timedelta(days=100 * 365)  # a step from the last article on must not come to the calendar's end
_SPAN = re.compile(r"(\d+(?:\.\d+)?)(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The queue at a moment: stories with the ids of their articles as the stream has them."""

    at: datetime
    queue: tuple[tuple[Story, tuple[Any, ...]], ...]


def span(text: str) -> timedelta:
    """ "15m", "1h", "90s" as a span of time. Raises PantauError "evaluate.bad-span"."""
    found = _SPAN.fullmatch(text.strip())
    try:
        length = timedelta(**{_UNITS[found[2]]: float(found[1])}) if found else timedelta(0)
    except OverflowError:
        length = timedelta.max
    if not timedelta(0) < length <= _LONGEST:
        raise PantauError("evaluate.bad-span", text=text)
    return length


def snapshots(
    items: Sequence[Item],
    analysis: Analysis,
    *,
    every: timedelta,
    top: int,
    tiers: dict[str, Tier] | None = None,
) -> Iterator[Snapshot]:
    """The queue at every step from the first article to the last; the clock never runs ahead of the pipeline.

    items  in the order of their publication
    tiers  of outlets by name; None takes those of the shipped catalogue. Any other outlet is regional, as
           an officer would add it
    """
    if not items:
        return
    articles = list(as_articles(items))
    by_name = outlets.tiers(items) if tiers is None else tiers
    known = {int(article.source): by_name.get(article.source_name, Tier.REGIONAL) for article in articles}
    queue = _Queue(analysis, [item.id for item in items])
    now, begun, place = articles[0].published, False, 0
    while place < len(articles) or not begun:
        begun = True
        arrived = place
        while place < len(articles) and articles[place].published <= now:
            place += 1
        analysis.take(articles[arrived:place], known)
        yield Snapshot(now, queue.at(now, top))
        now += every


class _Queue:
    """The stories by score, kept up to date from what the analysis says has changed."""

    def __init__(self, analysis: Analysis, ids: Sequence[Any]) -> None:
        self._analysis = analysis
        self._ids = ids
        self._stories: dict[int, Story] = {}

    def at(self, now: datetime, top: int) -> tuple[tuple[Story, tuple[Any, ...]], ...]:
        self._analysis.forget(now)
        self._analysis.review()
        for change in self._analysis.regrouped():
            self._stories.pop(change.story, None)  # what is left of one that was split is among the changed
        for story in (*self._analysis.changed(now), *self._analysis.rescored(now)):
            self._stories[story.id] = story
        recent = [story for story in self._stories.values() if story.last_seen >= now - SHOWN]
        recent.sort(key=lambda story: (-story.score, -story.last_seen.timestamp(), story.id))
        return tuple((story, self._articles(story)) for story in recent[:top])

    def _articles(self, story: Story) -> tuple[Any, ...]:
        return tuple(self._ids[number - 1] for number in self._analysis.articles(story.id))
