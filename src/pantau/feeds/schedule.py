"""When to ask a source again: as often as it has something to say, and less and less while it is unwell.

Pure: the time and the chance come in. Minutes are floats, to be kept in `Source.interval_minutes`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

SHORTEST, LONGEST = 1.0, 60.0
FIRST_RETRY = timedelta(minutes=2)
QUARANTINE = timedelta(hours=24)

_LOOKS_PER_ENTRY = 2.0  # an entry is then seen after a quarter of the usual gap, on average
_ENOUGH_GAPS = 3  # fewer say nothing of a rhythm
_RECENT_GAPS = 20
_RUSHED, _IDLE = 0.5, 1.25  # how far one look may change the pace: one odd evening must not
_QUICKEST_UNDATED = 5.0  # a feed without dates may change at each look without any news
_SILENCE_SHARE = 0.1
_ASKED_SHARE, _ASKED_MOST = 0.1, 10.0
_ASKED_SLOWEST = 15.0


def gaps(published: Sequence[datetime]) -> tuple[float, ...]:
    """Minutes between neighbouring moments, newest first, whatever order they come in.

    Those of the same minute count as one: outlets post in batches, and a batch needs one look.
    """
    moments = sorted(published, reverse=True)
    between = ((later - earlier).total_seconds() / 60 for later, earlier in pairwise(moments))
    return tuple(minutes for minutes in between if minutes >= 1.0)


def next_interval(
    current: float,
    *,
    new_entries: int,
    observed: Sequence[float] = (),
    silence: float = 0.0,
    asked_minutes: float | None = None,
    fresh_seconds: float | None = None,
) -> float:
    """Minutes until the next look, SHORTEST to LONGEST.

    current        minutes between the last looks
    new_entries    that this look brought; 0 when the feed had not changed
    observed       `gaps` of the feed's entries, newest first; () when they are not known
    silence        minutes since its newest entry
    asked_minutes  how often the feed says to come (`Feed.interval_minutes`)
    fresh_seconds  how long the server says the answer holds (`Fetched.max_age`)
    """
    wanted = _wanted(current, new_entries, observed[:_RECENT_GAPS], silence)
    stepped = min(max(wanted, current * _RUSHED), current * _IDLE)
    quickest = max(SHORTEST, _quickest(asked_minutes, fresh_seconds))
    slowest = min(max(asked_minutes, _ASKED_SLOWEST), LONGEST) if asked_minutes else LONGEST
    return round(min(max(stepped, quickest), slowest), 2)


def _wanted(current: float, new_entries: int, observed: Sequence[float], silence: float) -> float:
    """The pace that the feed's rhythm calls for, in minutes."""
    if len(observed) >= _ENOUGH_GAPS:  # long silent: night, or for good
        return max(median(observed) / _LOOKS_PER_ENTRY, silence * _SILENCE_SHARE)
    if new_entries == 0:
        return current * _IDLE
    return max(current * _RUSHED, min(current, _QUICKEST_UNDATED))


def _quickest(asked_minutes: float | None, fresh_seconds: float | None) -> float:
    """The shortest interval that is neither rude nor useless, since a cache on the way would give the same again.

    What a feed asks for is mostly its software's default (WordPress: hourly), so it counts for a tenth only.
    """
    asked = (asked_minutes or 0.0) * _ASKED_SHARE
    return min(max(asked, (fresh_seconds or 0.0) / 60), _ASKED_MOST)


def backoff(failures: int, retry_after: float | None = None, *, gone: bool = False) -> timedelta:
    """How long to leave a source alone after its `failures`-th failure in a row: 2 minutes, doubling up to a day.

    retry_after  seconds that its server asked for; never less than that, up to the day
    gone         it answered that it is no more (410): a day at once
    """
    if gone:
        return QUARANTINE
    doublings = min(max(failures, 1), 16) - 1
    asked = timedelta(seconds=min(retry_after or 0.0, QUARANTINE.total_seconds()))
    return min(max(FIRST_RETRY * (1 << doublings), asked), QUARANTINE)


def jitter(interval: float, seed: str | int) -> float:
    """`interval` up to a tenth longer or shorter, so that sources added together do not come due together for ever.

    The same seed gives the same answer.
    """
    return interval * random.Random(seed).uniform(0.9, 1.1)  # noqa: S311  nothing secret hangs on it
