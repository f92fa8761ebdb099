"""What officers decided of late, as lessons for the ranking."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from pantau.domain.story import Mark, Story
from pantau.store.stories import QueueFilter
from pantau.store.transaction import Transaction
from pantau.stories.lessons import Decision, Lessons

SINCE = timedelta(days=14)
MOST = 200  # of each kind


def lessons(tx: Transaction, now: datetime) -> Lessons:
    """From the stories that stand dismissed or taken up now: what was taken back is forgotten with it."""
    dismissed = tx.stories.queue(MOST, QueueFilter(since=now - SINCE, mark=Mark.DISMISSED))
    taken = [
        story for story in tx.stories.some(tx.stories.in_hand()[-MOST:]) if story.last_seen >= now - SINCE
    ]
    if not dismissed and not taken:
        return Lessons()
    sources = _sources(tx, [*dismissed, *taken])
    decided = [(story, False) for story in dismissed] + [(story, True) for story in taken]
    return Lessons(
        (
            Decision(was_taken, story.last_seen.timestamp(), story.topics, frozenset(sources[story.id]))
            for story, was_taken in decided
        ),
        now=now.timestamp(),
    )


def _sources(tx: Transaction, stories: list[Story]) -> defaultdict[int, set[int]]:
    """Who carried these stories; of widely carried ones nobody asks."""
    few = [story.id for story in stories if story.articles <= MOST // 10]
    found: defaultdict[int, set[int]] = defaultdict(set)
    for report in tx.stories.reports(few):
        found[report.story].add(report.source)
    return found
