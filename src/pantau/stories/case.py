"""A story at a moment, as its score is worked out: what is known of it, what is usual, what each reason may weigh."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from pantau.domain.story import ToneLabel
from pantau.stories.activity import StoryActivity
from pantau.stories.baseline import Baseline

_SHARED = 2  # a topic counts in full for a story when one report in so many fits it
_STRAY = 0.25  # a topic of fewer of its reports than this is not the story's
_BLAMED = 0.4  # how grave an affair is in which nothing but blame is told
AFFAIR = 3  # outlets from which a matter is more than a report


class Part(NamedTuple):
    """A reason before its points are rounded."""

    key: str
    value: float
    points: float
    facts: dict[str, object]


@dataclass(frozen=True, slots=True)
class TrendSettings:
    """Points at most for each reason, and what earns them.

    alert           from this score on a story is marked
    pace            ...most of it reached with about `fast` reports of late, in decayed counts; `late` minutes
                    decay them; a report of an outlet that had one before counts `again`
    breadth         ...reached with many more than `wide` outlets; of those of a story that is no affair of
                    the ministry the share `stale` is lost as they joined longer than `joining` hours ago
    legs            ...reached when new outlets still join in some `long` hours after the first report
    routine         share of the points of a topic that are lost while nothing grave or negative is told
    copied          what a copy counts of a report
    alone           share that what a story is about loses while one outlet only carries it
    fade, grace     hours: after `grace` without a report the score of a lone report falls to a third every
                    `fade`; each doubling of outlets makes it slower by `spread`, in the gravest affair
                    of the ministry by `lasting` more
    dismissed, taken  lost and gained when officers dismissed or took up all such stories of late
    debunked        when a fact-checker called false what it tells
    answer_minutes  after this long without an official source a story counts as unanswered
    """

    alert: float = 70.0
    pace: float = 36.0
    fast: float = 1.5
    late: float = 30.0
    again: float = 0.3
    breadth: float = 18.0
    wide: float = 2.5
    stale: float = 0.85
    joining: float = 2.5
    legs: float = 4.0
    long: float = 2.0
    jump: float = 4.0
    tier: float = 4.0
    topic: float = 20.0
    routine: float = 0.4
    severity: float = 12.0
    risk: float = 10.0
    tone: float = 8.0
    unanswered: float = 5.0
    debunked: float = 6.0
    dismissed: float = 8.0
    taken: float = 5.0
    copied: float = 0.3
    alone: float = 0.15
    fade: float = 3.0
    grace: float = 0.5
    spread: float = 0.3
    lasting: float = 1.6
    answer_minutes: float = 30.0


class Case(NamedTuple):
    """A story at a moment: `share` tells how far its weightiest topic is the story's, 0 to 1."""

    activity: StoryActivity
    baseline: Baseline
    at: float
    settings: TrendSettings
    topic: str
    share: float

    @property
    def is_grave(self) -> bool:
        return bool(self.activity.severities) or self.activity.tones.get(ToneLabel.NEGATIVE, 0) > 0

    @property
    def is_affair(self) -> bool:
        """Whether it is a matter of the ministry that somebody must answer for."""
        return self.share > 0 and self.is_grave and len(self.activity.outlets) >= AFFAIR

    @property
    def gravity(self) -> float:
        """0 to 1: how grave an affair of the ministry it is, by its topic's weight and what is told."""
        if not self.is_affair:
            return 0.0
        weight = min(1.0, self.activity.topics[self.topic][1] / 10)
        return self.share * weight * max([_BLAMED, *weighed(self.activity).values()])


def topic(activity: StoryActivity) -> tuple[str, float]:
    """The topic that weighs most by the reports that fit it, and 0 to 1 how far it is the story's."""
    best, most, share = "", 0.0, 0.0
    for topic, (count, weight) in sorted(activity.topics.items()):
        fits = count / activity.reports
        shared = min(1.0, _SHARED * fits) if fits >= _STRAY else 0.0
        if shared * weight > most:
            best, most, share = topic, shared * weight, shared
    return best, share


def weighed(activity: StoryActivity) -> dict[str, float]:
    """Kinds of grave words, 0 to 1. One report may exaggerate; several that say so do not."""
    return {
        word: grave * min(1.0, 0.3 + 1.4 * count / activity.reports)
        for word, (count, grave) in activity.severities.items()
    }


def saturating(x: float) -> float:
    return 1 - exp(-x) if x > 0 else 0.0
