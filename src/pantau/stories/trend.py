"""How pressing a story is, 0 to 100, and why: reasons in points that add up to the score.

Pure: time, what is usual and all weights come in. A story gains by reports coming faster than usual, by
outlets, by rising from local to national news, by what it is about, by grave words and risks, by a tone
against the ministry, by silence of the ministry; it fades when no more reports come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from math import exp, log2
from typing import NamedTuple

from pantau.domain.source import Tier
from pantau.domain.story import Reason, RiskKind, Score, ToneLabel
from pantau.stories.activity import STEP, StoryActivity
from pantau.stories.baseline import Baseline

_HOUR = 3600.0
_SHARED = 3  # a topic counts in full for a story when one report in so many fits it
_REACH = 24  # steps of ten minutes in which reports still count as pace


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
    pace            ...reached with about `fast` reports of late, in decayed counts; `late` minutes decay them
    breadth         ...reached with `wide` outlets
    copied          what a copy counts of a report
    fade, grace     hours: after `grace` without a report the score of a lone report falls to a third every
                    `fade`; that of a story in many outlets more slowly
    answer_minutes  after this long without an official source a story counts as unanswered
    """

    alert: float = 70.0
    pace: float = 32.0
    fast: float = 2.0
    late: float = 45.0
    breadth: float = 14.0
    wide: int = 12
    jump: float = 4.0
    tier: float = 4.0
    topic: float = 20.0
    severity: float = 12.0
    risk: float = 10.0
    tone: float = 8.0
    unanswered: float = 5.0
    copied: float = 0.3
    fade: float = 3.5
    grace: float = 0.5
    answer_minutes: float = 30.0


def score(
    activity: StoryActivity, baseline: Baseline, *, now: datetime, settings: TrendSettings | None = None
) -> Score:
    """Score a story as it is at `now`, which may not lie before its last report by more than a clock's error."""
    settings = settings or TrendSettings()
    if not activity.reports:
        return Score(0.0, ())
    at = max(now.timestamp(), activity.last)
    found = [
        *_pace(activity, baseline, at, settings),
        *_breadth(activity, settings),
        *_subject(activity, settings),
        *_stance(activity, at, settings),
    ]
    found += _age(activity, at, sum(reason.points for reason in found), settings)
    reasons = _in_tenths(found)
    points = round(sum(reason.points for reason in reasons), 1)
    return Score(points, reasons, points >= settings.alert)


def _pace(activity: StoryActivity, baseline: Baseline, at: float, settings: TrendSettings) -> Iterable[_Part]:
    whole = _recent(activity.steps, at, settings)
    voices = whole - (1 - settings.copied) * _recent(activity.copied, at, settings)
    usual = max((baseline.expected(topic, at) for topic in activity.topics), default=0.0)
    # A topic that is always loud needs more before it is news.
    scale = settings.fast * (1 + usual / 12)
    points = settings.pace * _saturating((voices - 0.5) / scale)
    if points < 0.05:
        return
    minutes = min(60.0, max(1.0, (at - activity.first) / 60))
    reports = _within(activity.steps, at, minutes)
    facts: dict[str, object] = {
        "reports": reports,
        "minutes": round(minutes),
        "outlets": len(activity.outlets),
        "usual": round(usual, 1),
        "doubling": _is_faster(activity.steps, at),
    }
    yield _Part("pace", whole, settings.pace * _saturating((whole - 0.5) / scale), facts)
    if activity.copies:
        lost = points - settings.pace * _saturating((whole - 0.5) / scale)
        yield _Part("copies", activity.copies, lost, {"copies": activity.copies, "reports": activity.reports})


def _breadth(activity: StoryActivity, settings: TrendSettings) -> Iterable[_Part]:
    outlets = activity.outlets
    own = len(outlets) - activity.copying
    voices = own + settings.copied * (len(outlets) - own)
    national = activity.tiers.get(Tier.NATIONAL, 0)
    if voices > 1:
        points = settings.breadth * min(1.0, log2(voices) / log2(settings.wide))
        facts: dict[str, object] = {
            "outlets": len(outlets),
            "national": national,
            "copying": len(outlets) - own,
        }
        yield _Part("breadth", len(outlets), points, facts)
    if national and activity.began is Tier.REGIONAL and activity.first_national is not None:
        minutes = max(0.0, activity.first_national - activity.first) / 60
        yield _Part("jump", national, settings.jump * min(1.0, national / 2), {"minutes": round(minutes)})
    if national:
        yield _Part("tier", national, settings.tier * min(1.0, national / 3), {"national": national})


def _subject(activity: StoryActivity, settings: TrendSettings) -> Iterable[_Part]:
    if activity.topics:
        shares = {
            topic: weight * min(1.0, _SHARED * count / activity.reports)
            for topic, (count, weight) in activity.topics.items()
        }
        topic, weight = max(shares.items(), key=lambda pair: (pair[1], pair[0]))
        facts: dict[str, object] = {
            "topic": topic,
            "topics": sorted(activity.topics),
            "weight": activity.topics[topic][1],
            "fitting": activity.topics[topic][0],
            "reports": activity.reports,
        }
        yield _Part("topic", weight, settings.topic * min(1.0, weight / 10), facts)
    if activity.severities:
        word, (count, grave) = max(activity.severities.items(), key=lambda pair: (pair[1][1], pair[1][0]))
        # One report may exaggerate; several that say so do not.
        points = settings.severity * grave * (0.7 if count == 1 and activity.reports > 2 else 1.0)
        facts = {"word": word, "reports": sum(count for count, _ in activity.severities.values())}
        yield _Part("severity", grave, points, facts)
    for risk, count in sorted(activity.risks.items()):
        share = min(1.0, 0.6 + 0.2 * (count - 1))
        weight = 1.0 if risk is RiskKind.INCITEMENT else 0.8
        yield _Part(
            f"risk.{risk.value}",
            count,
            settings.risk * share * weight,
            {"reports": count, "risk": risk.value},
        )


def _stance(activity: StoryActivity, at: float, settings: TrendSettings) -> Iterable[_Part]:
    negative = activity.tones.get(ToneLabel.NEGATIVE, 0)
    positive = activity.tones.get(ToneLabel.POSITIVE, 0)
    lean = (negative - positive) / activity.reports
    if abs(lean) >= 0.1:
        key = "tone" if lean > 0 else "tone.good"
        facts: dict[str, object] = {"reports": activity.reports, "against": negative, "praising": positive}
        yield _Part(key, round(lean, 2), settings.tone * (lean if lean > 0 else lean / 2), facts)
    silent = (at - activity.first) / 60
    official = Tier.OFFICIAL in activity.tiers
    asks = bool(activity.topics) and (bool(activity.severities) or negative > 0)  # routine needs no answer
    if asks and not official and len(activity.outlets) > 2 and silent >= settings.answer_minutes:
        points = settings.unanswered * min(1.0, len(activity.outlets) / 6)
        yield _Part("unanswered", round(silent), points, {"minutes": round(silent)})


def _age(activity: StoryActivity, at: float, total: float, settings: TrendSettings) -> Iterable[_Part]:
    silent = (at - activity.last) / _HOUR
    # What many outlets told is not over when they pause for the night; a lone report is old by then.
    fade = settings.fade * (1 + log2(max(1, len(activity.outlets))) / 2)
    lost = -total * (1 - exp(-max(0.0, silent - settings.grace) / fade))
    if lost <= -0.05:
        facts: dict[str, object] = {"hours": round(silent, 1), "minutes": round(silent * 60)}
        yield _Part("age", round(silent, 1), lost, facts)


@cache
def _fading(late: float) -> tuple[float, ...]:
    """What a report counts by how many steps ago it came; those of the step that runs are as fresh as can be."""
    return tuple(exp(-max(0.0, step - 0.5) * STEP / (late * 60)) for step in range(_REACH + 1))


def _lately(steps: dict[int, int], at: float) -> Iterable[tuple[int, int]]:
    """(steps ago, reports) of the last steps that have any."""
    now = int(at // STEP)
    known = (
        steps if len(steps) <= _REACH else [step for step in range(now - _REACH, now + 1) if step in steps]
    )
    return [(now - step, steps[step]) for step in known if now - step <= _REACH]


def _recent(steps: dict[int, int], at: float, settings: TrendSettings) -> float:
    """Reports of the last hours, each worth less the longer ago it was."""
    fading = _fading(settings.late)
    return sum([count * fading[ago] for ago, count in _lately(steps, at)]) if steps else 0.0


def _within(steps: dict[int, int], at: float, minutes: float) -> int:
    reach = int(at // STEP) - int((at - minutes * 60) // STEP)
    return sum([count for ago, count in _lately(steps, at) if ago <= reach])


def _is_faster(steps: dict[int, int], at: float) -> bool:
    """Whether the last half hour brought at least twice what the one before it did."""
    last = int(at // STEP)
    lately = sum(steps.get(step, 0) for step in range(last - 2, last + 1))
    before = sum(steps.get(step, 0) for step in range(last - 5, last - 2))
    return lately >= 3 and lately >= 2 * before


def _saturating(x: float) -> float:
    return 1 - exp(-x) if x > 0 else 0.0


def _in_tenths(reasons: list[_Part]) -> tuple[Reason, ...]:
    """Reasons with points of one decimal whose sum is the rounded sum within 0 to 100; the largest takes the rest."""
    whole = round(10 * min(100.0, max(0.0, sum(reason.points for reason in reasons))))
    tenths = [round(10 * reason.points) for reason in reasons]
    if tenths:
        largest = max(range(len(tenths)), key=lambda place: (tenths[place], -place))
        tenths[largest] += whole - sum(tenths)
    kept = [
        Reason(reason.key, reason.value, tenth / 10, reason.facts)
        for reason, tenth in zip(reasons, tenths, strict=True)
        if tenth
    ]
    return tuple(sorted(kept, key=lambda reason: -reason.points))
