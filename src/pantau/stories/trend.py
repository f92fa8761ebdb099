"""How pressing a story is, 0 to 100, and why: reasons in points that add up to the score.

Pure: time, what is usual and all weights come in. A story gains by reports coming faster than usual, by
outlets, by rising from local to national news, by what it is about, by grave words and risks, by a tone
against the ministry, by silence of the ministry; it fades when no more reports come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import exp, log2
from typing import NamedTuple

from pantau.domain.source import Tier
from pantau.domain.story import Reason, RiskKind, Score, ToneLabel
from pantau.stories.activity import StoryActivity
from pantau.stories.baseline import Baseline
from pantau.stories.pace import Pace, pace, window

_HOUR = 3600.0
_SHARED = 2  # a topic counts in full for a story when one report in so many fits it
_STRAY = 0.25  # a topic of fewer of its reports than this is not the story's
_AFFAIR = 3  # outlets from which a matter of the ministry is more than a report


class _Part(NamedTuple):
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
    breadth         ...reached with many more than `wide` outlets
    copied          what a copy counts of a report
    alone           share that what a story is about loses while one outlet only carries it
    fade, grace     hours: after `grace` without a report the score of a lone report falls to a third every
                    `fade`; each doubling of outlets makes it slower by `spread`, in an affair of the
                    ministry by `lasting` more
    answer_minutes  after this long without an official source a story counts as unanswered
    """

    alert: float = 70.0
    pace: float = 32.0
    fast: float = 2.0
    late: float = 45.0
    again: float = 0.5
    breadth: float = 18.0
    wide: float = 4.0
    jump: float = 4.0
    tier: float = 4.0
    topic: float = 20.0
    severity: float = 12.0
    risk: float = 10.0
    tone: float = 8.0
    unanswered: float = 5.0
    copied: float = 0.3
    alone: float = 0.15
    fade: float = 3.5
    grace: float = 0.5
    spread: float = 0.5
    lasting: float = 0.5
    answer_minutes: float = 30.0


def score(
    activity: StoryActivity, baseline: Baseline, *, now: datetime, settings: TrendSettings | None = None
) -> Score:
    """Score a story as it is at `now`, which may not lie before its last report by more than a clock's error."""
    settings = settings or TrendSettings()
    if not activity.reports:
        return Score(0.0, ())
    at = max(now.timestamp(), activity.last)
    topic, share = _topic(activity)
    about = [*_subject(activity, topic, share, settings), *_stance(activity, share, at, settings)]
    found = [*_pace(activity, baseline, at, settings), *_breadth(activity, settings), *about]
    if len(activity.outlets) == 1:
        lost = -settings.alone * sum(part.points for part in about)
        found.append(_Part("alone", 1, lost, {}))
    is_affair = share > 0 and len(activity.outlets) >= _AFFAIR and bool(activity.severities)
    found += _age(activity, at, sum(part.points for part in found), is_affair, settings)
    reasons = _in_tenths(found)
    points = round(sum(reason.points for reason in reasons), 1)
    return Score(points, reasons, points >= settings.alert)


def _pace(activity: StoryActivity, baseline: Baseline, at: float, settings: TrendSettings) -> Iterable[_Part]:
    late = pace(activity, at, settings.late)
    usual = max((baseline.expected(topic, at) for topic in activity.topics), default=None)
    # A topic that is always loud needs more before it is news.
    scale = settings.fast * (1 + (usual or 0.0) / 12)
    points = settings.pace * _saturating((_voices(late, settings) - 0.5) / scale)
    if points < 0.05:
        return
    reach = settings.pace * _saturating((_voices(late._replace(copies=0.0), settings) - 0.5) / scale)
    reports, minutes = window(activity, at)
    facts: dict[str, object] = {
        "reports": reports,
        "count": reports,
        "minutes": round(minutes),
        "outlets": len(activity.outlets),
    }
    if usual is None or not any(baseline.knows(topic) for topic in activity.topics):
        yield _Part("pace.new", reports, reach, facts)
    else:
        yield _Part("pace", reports, reach, facts | {"usual": round(usual, 1)})
    if activity.copies:
        yield _Part(
            "copies",
            activity.copies,
            points - reach,
            {"copies": activity.copies, "count": activity.copies, "reports": activity.reports},
        )


def _voices(late: Pace, settings: TrendSettings) -> float:
    """What the reports of late amount to: outlets count, their further reports less, copies least."""
    heard = settings.again * late.reports + (1 - settings.again) * late.joined
    return max(0.0, heard - (1 - settings.copied) * late.copies)


def _breadth(activity: StoryActivity, settings: TrendSettings) -> Iterable[_Part]:
    outlets = activity.outlets
    own = len(outlets) - activity.copying
    voices = own + settings.copied * activity.copying
    national = activity.tiers.get(Tier.NATIONAL, 0)
    if voices > 1:
        points = settings.breadth * _saturating((voices - 1) / settings.wide)
        yield _Part("breadth", len(outlets), points, {"outlets": len(outlets), "national": national})
    if national and activity.began is Tier.REGIONAL and activity.first_national is not None:
        minutes = max(1.0, (activity.first_national - activity.first) / 60)
        yield _Part("jump", national, settings.jump * min(1.0, national / 2), {"minutes": round(minutes)})
    if national:
        facts: dict[str, object] = {"national": national, "count": national}
        yield _Part("tier", national, settings.tier * min(1.0, national / 3), facts)


def _subject(activity: StoryActivity, topic: str, share: float, settings: TrendSettings) -> Iterable[_Part]:
    reports = activity.reports
    if share:
        fitting, weight = activity.topics[topic]
        facts: dict[str, object] = {
            "topic": topic,
            "weight": weight,
            "fitting": fitting,
            "reports": reports,
            "count": reports,
        }
        yield _Part("topic", weight, settings.topic * share * min(1.0, weight / 10), facts)
    if activity.severities:
        # One report may exaggerate; several that say so do not.
        weighed = {
            word: grave * min(1.0, 0.3 + 1.4 * count / reports)
            for word, (count, grave) in activity.severities.items()
        }
        word, grave = max(weighed.items(), key=lambda pair: (pair[1], pair[0]))
        facts = {"word": word, "naming": activity.severities[word][0], "reports": reports, "count": reports}
        yield _Part("severity", round(grave, 2), settings.severity * grave, facts)
    for risk, count in sorted(activity.risks.items()):
        share = min(1.0, 0.6 + 0.2 * (count - 1)) * (1.0 if risk is RiskKind.INCITEMENT else 0.8)
        facts = {"raising": count, "reports": reports, "count": reports}
        yield _Part(f"risk.{risk.value}", count, settings.risk * share, facts)


def _topic(activity: StoryActivity) -> tuple[str, float]:
    """The topic that weighs most by the reports that fit it, and 0 to 1 how far it is the story's."""
    best, most, share = "", 0.0, 0.0
    for topic, (count, weight) in sorted(activity.topics.items()):
        fits = count / activity.reports
        shared = min(1.0, _SHARED * fits) if fits >= _STRAY else 0.0
        if shared * weight > most:
            best, most, share = topic, shared * weight, shared
    return best, share


def _stance(activity: StoryActivity, share: float, at: float, settings: TrendSettings) -> Iterable[_Part]:
    negative = activity.tones.get(ToneLabel.NEGATIVE, 0)
    positive = activity.tones.get(ToneLabel.POSITIVE, 0)
    reports = activity.reports
    lean = (negative - positive) / reports
    if abs(lean) >= 0.1:
        key = "tone" if lean > 0 else "tone.good"
        facts: dict[str, object] = {
            "reports": reports,
            "count": reports,
            "against": negative,
            "praising": positive,
        }
        yield _Part(key, round(lean, 2), settings.tone * (lean if lean > 0 else lean / 2), facts)
    silent = (at - activity.first) / 60
    official = Tier.OFFICIAL in activity.tiers
    asks = share > 0 and (bool(activity.severities) or negative > 0)  # routine needs no answer
    if asks and not official and len(activity.outlets) > 2 and silent >= settings.answer_minutes:
        points = settings.unanswered * min(1.0, len(activity.outlets) / 6)
        yield _Part("unanswered", round(silent), points, {"minutes": round(silent)})


def _age(
    activity: StoryActivity, at: float, total: float, is_affair: bool, settings: TrendSettings
) -> Iterable[_Part]:
    silent = (at - activity.last) / _HOUR
    # What many outlets told is not over when they pause for the night; a lone report is old by then.
    outlets = len(activity.outlets)
    slower = settings.spread + (settings.lasting if is_affair else 0.0)
    fade = settings.fade * (1 + slower * log2(outlets))
    lost = -total * (1 - exp(-max(0.0, silent - settings.grace) / fade))
    if lost <= -0.05:
        yield _Part("age", round(silent, 1), lost, {"minutes": round(silent * 60)})


def _saturating(x: float) -> float:
    return 1 - exp(-x) if x > 0 else 0.0


def _in_tenths(parts: list[_Part]) -> tuple[Reason, ...]:
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
