"""How fast and how far a story spreads, as reasons of its score."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, sqrt

from pantau.domain.source import Tier
from pantau.stories.baseline import Baseline
from pantau.stories.case import AFFAIR, Case, Part, TrendSettings, saturating
from pantau.stories.pace import Pace, joined_last, joining, pace, window

_HOUR = 3600.0
_FIRST = 0.5  # of a report of late is no pace yet
_PROLIFIC = 6.0  # reports an hour of an outlet that prints nearly everything
_CALMEST, _BUSIEST = 0.75, 1.25  # how far the hour of the week may move what counts as fast
_KNOWN = 8.0  # outlets more, and a story is so well known that one more says little


def pace_of(case: Case) -> Iterable[Part]:
    activity, baseline, at, settings = case[:4]
    late = pace(activity, at, settings.late)
    usual = max([baseline.expected(topic, at) for topic in activity.topics], default=0.0)
    # A topic that is always loud needs more before it is news, and so does a busy hour.
    scale = settings.fast * (1 + usual / 12) * min(_BUSIEST, max(_CALMEST, sqrt(baseline.tempo(at))))
    points = settings.pace * saturating((_voices(late, settings) - _FIRST) / scale)
    if points < 0.05:
        return
    reach = points
    if late.copies:
        as_voices = _voices(late._replace(copies=0.0), settings)
        reach = settings.pace * saturating((as_voices - _FIRST) / scale)
    reports, minutes = window(activity, late.lately, at)
    facts: dict[str, object] = {
        "reports": reports,
        "count": reports,
        "minutes": round(minutes),
        "outlets": len(activity.outlets),
    }
    if any(baseline.knows(topic) for topic in activity.topics):
        key = "pace" if usual >= 0.05 else "pace.rare"
        yield Part(key, reports, reach, facts | {"usual": round(usual, 1)})
    elif baseline.knows(Baseline.ALL):
        facts["usual"] = round(baseline.expected(Baseline.ALL, at))
        yield Part("pace.all", reports, reach, facts)
    else:
        yield Part("pace.new", reports, reach, facts)
    if late.copies:
        facts = {"copies": activity.copies, "count": activity.copies, "reports": activity.reports}
        yield Part("copies", activity.copies, points - reach, facts)


def _voices(late: Pace, settings: TrendSettings) -> float:
    """What the reports of late amount to: outlets count, their further reports less, copies least."""
    heard = settings.again * late.reports + (1 - settings.again) * late.joined
    return max(0.0, heard - (1 - settings.copied) * late.copies)


def breadth_of(case: Case) -> Iterable[Part]:
    activity, settings = case.activity, case.settings
    outlets = len(activity.outlets)
    voices = outlets - (1 - settings.copied) * activity.copying
    national = activity.tiers.get(Tier.NATIONAL, 0)
    if voices > 1:
        points = settings.breadth * saturating((voices - 1) / settings.wide)
        if not case.is_affair:
            points *= 1 - settings.stale * (1 - joining(activity, case.at, settings.joining) / outlets)
        yield Part("breadth", outlets, points, {"outlets": outlets, "national": national})
    if outlets >= AFFAIR:
        yield from _legs(case)
    if national and activity.began is Tier.REGIONAL and activity.first_national is not None:
        minutes = max(1.0, (activity.first_national - activity.first) / 60)
        yield Part("jump", national, settings.jump * min(1.0, national / 2), {"minutes": round(minutes)})
    if national:
        facts: dict[str, object] = {"national": national, "count": national}
        yield Part("tier", national, settings.tier * min(1.0, national / 3), facts)


def _legs(case: Case) -> Iterable[Part]:
    """Most news is taken up within the hour or never; what still finds new outlets later goes on to grow."""
    activity, settings = case.activity, case.settings
    joined = joined_last(activity)
    after, ago = (joined - activity.first) / _HOUR, (case.at - joined) / _HOUR
    newcomer = exp(-max(0.0, ago) / settings.long - (len(activity.outlets) - AFFAIR) / _KNOWN)
    points = settings.legs * saturating((after - 0.5) / settings.long) * newcomer
    if points >= 0.05:
        yield Part("legs", round(after, 1), points, {"minutes": round(after * 60)})


def alone(case: Case, total: float) -> Part:
    """One outlet may be mistaken, and one that prints everything says little by printing this too."""
    (source,) = case.activity.outlets
    key = Baseline.of_source(source)
    output = case.baseline.expected(key, case.at) if case.baseline.knows(key) else 0.0
    lost = -case.settings.alone * total * (1 + output / (output + _PROLIFIC))
    if output < 1:
        return Part("alone", 1, lost, {})
    return Part("alone.busy", 1, lost, {"usual": round(output), "count": round(output)})
