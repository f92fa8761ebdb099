"""What the officer chose to see of the queue, as the database is asked for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pantau.domain.story import Mark, Story
from pantau.operations.queue import QueueFilter

_PROVINCE = 2  # digits of a province's code, with which the codes of its cities begin


@dataclass(frozen=True, slots=True)
class Filters:
    """`hours` bounds the age of the last report, `region` is a province's code, `watched` keeps those only."""

    topic: str | None = None
    region: str | None = None
    hours: int | None = 24
    watched: bool = False

    @property
    def is_open(self) -> bool:
        return self == Filters(hours=None)

    @property
    def is_time_alone(self) -> bool:
        """Whether nothing but the age keeps stories away."""
        return self.hours is not None and self == Filters(hours=self.hours)

    def wanted(self, now: datetime) -> QueueFilter:
        since = None if self.hours is None else now - timedelta(hours=self.hours)
        return QueueFilter(since, self.topic, self.region, Mark.WATCHED if self.watched else None)

    def passes(self, story: Story, now: datetime) -> bool:
        """As the database judges it, for a story that was read by itself."""
        wanted = self.wanted(now)
        if story.mark is Mark.DISMISSED or (wanted.mark is not None and story.mark is not wanted.mark):
            return False
        if wanted.topic is not None and wanted.topic not in story.topics:
            return False
        if self.region is not None and not any(area.code.startswith(self.region) for area in story.regions):
            return False
        return wanted.since is None or story.last_seen >= wanted.since


def topics(stories: Sequence[Story]) -> list[tuple[str, int]]:
    """The topics that occur, with how many stories each, the most frequent first."""
    counted = Counter(topic for story in stories for topic in set(story.topics))
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def provinces(stories: Sequence[Story]) -> list[tuple[str, int]]:
    """The codes of the provinces that occur, with how many stories each."""
    codes = (
        {area.code.replace(".", "")[:_PROVINCE] for area in story.regions if area.code} for story in stories
    )
    counted = Counter(code for found in codes for code in found)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
