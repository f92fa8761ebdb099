"""What the officer chose to see of the queue. Pure: the stories at hand in, those that pass out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pantau.domain.story import Mark, Story

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

    def passes(self, story: Story, now: datetime) -> bool:
        if self.topic is not None and self.topic not in story.topics:
            return False
        if self.region is not None and not any(area.code.startswith(self.region) for area in story.regions):
            return False
        if self.watched and story.mark is not Mark.WATCHED:
            return False
        return self.hours is None or story.last_seen >= now - timedelta(hours=self.hours)

    def apply(self, stories: Iterable[Story], now: datetime) -> list[Story]:
        return [story for story in stories if self.passes(story, now)]


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
