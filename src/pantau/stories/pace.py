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
    """Decayed counts of the last hours: reports, copies among them, outlets that joined in."""

    reports: float
    copies: float
    joined: float


def pace(activity: StoryActivity, at: float, late: float) -> Pace:
    """The pace at `at`; `late` minutes let a report fade to a third."""
    fading, now = _fading(late), int(at // STEP)
    copied, joins = activity.copied, activity.joined
    reports = copies = joined = 0.0
    for step, count in _lately(activity.steps, now):
        worth = fading[now - step]
        reports += count * worth
        joined += joins.get(step, 0) * worth
        if copied:
            copies += copied.get(step, 0) * worth
    return Pace(reports, copies, joined)


def window(activity: StoryActivity, at: float) -> tuple[int, float]:
    """(reports, minutes): the shortest window that holds most reports of late, and exactly what it holds."""
    now = int(at // STEP)
    found = _lately(activity.steps, now)
    enough = _MOST * sum([count for _, count in found])
    for steps in _WINDOWS:
        begin = max(activity.first, (now - steps + 1) * STEP)
        count = sum([count for step, count in found if step > now - steps])
        if count >= enough:
            break
    return count, max(1.0, (at - begin) / 60)


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


def _lately(steps: dict[int, int], now: int) -> list[tuple[int, int]]:
    """(step, reports) of the last steps that have any."""
    if len(steps) <= _REACH:
        return [(step, count) for step, count in steps.items() if step > now - _REACH]
    return [(step, steps[step]) for step in range(now - _REACH + 1, now + 1) if step in steps]
