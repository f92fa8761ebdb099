"""How pressing a story is, 0 to 100, and why: reasons in points that add up to the score.

Pure: time, what is usual and all weights come in. A story gains by reports coming faster than usual, by
outlets, by rising from local to national news, by what it is about, by grave words and risks, by a tone
against the ministry, by silence of the ministry; it fades when no more reports come.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from math import exp, log2

from pantau.domain.story import Reason, Score
from pantau.stories import matter, reach
from pantau.stories.activity import StoryActivity
from pantau.stories.baseline import Baseline
from pantau.stories.case import Case, Part, TrendSettings, topic
from pantau.stories.debunks import Debunk
from pantau.stories.lessons import Lessons

__all__ = ["TrendSettings", "score"]

_HOUR = 3600.0
_USUAL = TrendSettings()


def score(
    activity: StoryActivity,
    baseline: Baseline,
    *,
    now: datetime,
    settings: TrendSettings | None = None,
    lessons: Lessons | None = None,
    debunk: Debunk | None = None,
) -> Score:
    """Score a story as it is at `now`, which may not lie before its last report by more than a clock's error."""
    settings = settings or _USUAL
    if not activity.reports:
        return Score(0.0, ())
    at = max(now.timestamp(), activity.last)
    case = Case(activity, baseline, at, settings, *topic(activity))
    about = [*matter.subject(case), *matter.stance(case)]
    if debunk is not None:
        about.append(matter.debunked(case, debunk))
    found = [*reach.pace_of(case), *reach.breadth_of(case), *about]
    if len(activity.outlets) == 1:
        found.append(reach.alone(case, sum([part.points for part in about])))
    if lessons is not None:
        found += matter.officers(case, lessons)
    found += _age(case, sum([part.points for part in found]))
    reasons = _in_tenths(found)
    points = round(sum([reason.points for reason in reasons]), 1)
    return Score(points, reasons, points >= settings.alert)


def _age(case: Case, total: float) -> Iterable[Part]:
    settings = case.settings
    silent = (case.at - case.activity.last) / _HOUR
    # What many outlets told is not over when they pause for the night; a lone report is old by then.
    slower = settings.spread + settings.lasting * case.gravity
    fade = settings.fade * (1 + slower * log2(len(case.activity.outlets)))
    lost = -total * (1 - exp(-max(0.0, silent - settings.grace) / fade))
    if lost <= -0.05:
        yield Part("age", round(silent, 1), lost, {"minutes": round(silent * 60)})


def _in_tenths(parts: list[Part]) -> tuple[Reason, ...]:
    """Reasons with points of one decimal whose sum is the rounded sum within 0 to 100; the largest takes the rest."""
    whole = round(10 * min(100.0, max(0.0, sum(part.points for part in parts))))
    tenths = [round(10 * part.points) for part in parts]
    if tenths:
        largest = max(range(len(tenths)), key=lambda place: (tenths[place], -place))
        tenths[largest] += whole - sum(tenths)
    kept = [
        Reason(part.key, part.value, tenth / 10, part.facts)
        for part, tenth in zip(parts, tenths, strict=True)
        if tenth
    ]
    return tuple(sorted(kept, key=lambda reason: -reason.points))
