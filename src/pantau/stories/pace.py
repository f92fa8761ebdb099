"""How fast reports of a story come in: counts of late, each worth less the longer ago it was."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import NamedTuple

from pantau.stories.activity import STEP, StoryActivity

_REACH = 24  # steps of ten minutes in which reports still count as pace
_WINDOWS = (6, 12, _REACH)  # steps of the windows that a sentence may name
_MOST = 0.6  # of the reports that count, a named window holds so many


class Pace(NamedTuple):
    """Decayed counts of the last hours: reports, copies among them, outlets that joined in.

    lately  reports of the last steps by how many steps ago they came, the latest first
    """

    reports: float
    copies: float
    joined: float
    lately: tuple[tuple[int, int], ...]


def pace(activity: StoryActivity, at: float, late: float) -> Pace:
    """The pace at `at`; `late` minutes let a report fade to a third."""
    fading, now = _fading(late), int(at // STEP)
    steps, copied, joins = activity.steps, activity.copied, activity.joined
    reports = copies = joined = 0.0
    lately = []
    for ago in range(_REACH):
        count = steps.get(now - ago)
        if not count:
            continue
        lately.append((ago, count))
        reports += count * fading[ago]
        joined += joins.get(now - ago, 0) * fading[ago]
        if copied:
            copies += copied.get(now - ago, 0) * fading[ago]
    return Pace(reports, copies, joined, tuple(lately))


def window(activity: StoryActivity, lately: tuple[tuple[int, int], ...], at: float) -> tuple[int, float]:
    """(reports, minutes): the shortest window that holds most reports of late, and exactly what it holds."""
    enough = _MOST * sum([count for _, count in lately])
    for steps in _WINDOWS:
        held = sum([count for ago, count in lately if ago < steps])
        if held >= enough:
            break
    begin = max(activity.first, (int(at // STEP) - steps + 1) * STEP)
    return held, max(1.0, (at - begin) / 60)


def joining(activity: StoryActivity, at: float, hours: float) -> float:
    """Outlets, those that joined in long ago counting less: a third of one after so many hours."""
    now, span = at // STEP, hours * 3600 / STEP
    return sum([count * exp((step - now) / span) for step, count in activity.joined.items()])


def joined_last(activity: StoryActivity) -> float:
    """When the latest outlet joined in, seconds since 1970."""
    return max([outlet.since for outlet in activity.outlets.values()])


@cache
def _fading(late: float) -> tuple[float, ...]:
    """What a report counts by how many steps ago it came; those of the step that runs are as fresh as can be."""
    return tuple(exp(-max(0.0, step - 0.5) * STEP / (late * 60)) for step in range(_REACH + 1))
