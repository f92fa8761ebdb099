"""How pressing a story is, 0 to 100, and why: reasons in points that add up to the score.

Pure: time, what is usual and all weights come in. A story gains by reports coming faster than usual, by
outlets, by rising from local to national news, by what it is about, by grave words and risks, by a tone
against the ministry, by silence of the ministry; it fades when no more reports come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import exp, log2, sqrt
from typing import NamedTuple

from pantau.domain.source import Tier
from pantau.domain.story import Reason, RiskKind, Score, ToneLabel
from pantau.stories.activity import StoryActivity
from pantau.stories.baseline import Baseline
from pantau.stories.lessons import Lessons
from pantau.stories.pace import Pace, joined_last, joining, pace, window

_HOUR = 3600.0
_SHARED = 2  # a topic counts in full for a story when one report in so many fits it
_STRAY = 0.25  # a topic of fewer of its reports than this is not the story's
_FIRST = 0.5  # of a report of late is no pace yet
_BLAMED = 0.4  # how grave an affair is in which nothing but blame is told
_PROLIFIC = 6.0  # reports an hour of an outlet that prints nearly everything
_CALMEST, _BUSIEST = 0.75, 1.25  # how far the hour of the week may move what counts as fast
_AFFAIR = 3  # outlets from which a matter is more than a report
_KNOWN = 8.0  # outlets more, and a story is so well known that one more says little


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
    dismissed: float = 8.0
    taken: float = 5.0
    copied: float = 0.3
    alone: float = 0.15
    fade: float = 3.0
    grace: float = 0.5
    spread: float = 0.3
    lasting: float = 1.6
    answer_minutes: float = 30.0


class _Case(NamedTuple):
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
        return self.share > 0 and self.is_grave and len(self.activity.outlets) >= _AFFAIR

    @property
    def gravity(self) -> float:
        """0 to 1: how grave an affair of the ministry it is, by its topic's weight and what is told."""
        if not self.is_affair:
            return 0.0
        weight = min(1.0, self.activity.topics[self.topic][1] / 10)
        return self.share * weight * max([_BLAMED, *_weighed(self.activity).values()])


def score(
    activity: StoryActivity,
    baseline: Baseline,
    *,
    now: datetime,
    settings: TrendSettings | None = None,
    lessons: Lessons | None = None,
) -> Score:
    """Score a story as it is at `now`, which may not lie before its last report by more than a clock's error."""
    settings = settings or _USUAL
    if not activity.reports:
        return Score(0.0, ())
    at = max(now.timestamp(), activity.last)
    case = _Case(activity, baseline, at, settings, *_topic(activity))
    about = [*_subject(case), *_stance(case)]
    found = [*_pace(case), *_breadth(case), *about]
    if len(activity.outlets) == 1:
        found.append(_alone(case, sum([part.points for part in about])))
    if lessons is not None:
        found += _officers(case, lessons)
    found += _age(case, sum([part.points for part in found]))
    reasons = _in_tenths(found)
    points = round(sum([reason.points for reason in reasons]), 1)
    return Score(points, reasons, points >= settings.alert)


def _topic(activity: StoryActivity) -> tuple[str, float]:
    """The topic that weighs most by the reports that fit it, and 0 to 1 how far it is the story's."""
    best, most, share = "", 0.0, 0.0
    for topic, (count, weight) in sorted(activity.topics.items()):
        fits = count / activity.reports
        shared = min(1.0, _SHARED * fits) if fits >= _STRAY else 0.0
        if shared * weight > most:
            best, most, share = topic, shared * weight, shared
    return best, share


def _pace(case: _Case) -> Iterable[_Part]:
    activity, baseline, at, settings = case[:4]
    late = pace(activity, at, settings.late)
    usual = max([baseline.expected(topic, at) for topic in activity.topics], default=0.0)
    # A topic that is always loud needs more before it is news, and so does a busy hour.
    scale = settings.fast * (1 + usual / 12) * min(_BUSIEST, max(_CALMEST, sqrt(baseline.tempo(at))))
    points = settings.pace * _saturating((_voices(late, settings) - _FIRST) / scale)
    if points < 0.05:
        return
    reach = points
    if late.copies:
        as_voices = _voices(late._replace(copies=0.0), settings)
        reach = settings.pace * _saturating((as_voices - _FIRST) / scale)
    reports, minutes = window(activity, late.lately, at)
    facts: dict[str, object] = {
        "reports": reports,
        "count": reports,
        "minutes": round(minutes),
        "outlets": len(activity.outlets),
    }
    if any(baseline.knows(topic) for topic in activity.topics):
        key = "pace" if usual >= 0.05 else "pace.rare"
        yield _Part(key, reports, reach, facts | {"usual": round(usual, 1)})
    elif baseline.knows(Baseline.ALL):
        facts["usual"] = round(baseline.expected(Baseline.ALL, at))
        yield _Part("pace.all", reports, reach, facts)
    else:
        yield _Part("pace.new", reports, reach, facts)
    if late.copies:
        facts = {"copies": activity.copies, "count": activity.copies, "reports": activity.reports}
        yield _Part("copies", activity.copies, points - reach, facts)


def _voices(late: Pace, settings: TrendSettings) -> float:
    """What the reports of late amount to: outlets count, their further reports less, copies least."""
    heard = settings.again * late.reports + (1 - settings.again) * late.joined
    return max(0.0, heard - (1 - settings.copied) * late.copies)


def _breadth(case: _Case) -> Iterable[_Part]:
    activity, settings = case.activity, case.settings
    outlets = len(activity.outlets)
    voices = outlets - (1 - settings.copied) * activity.copying
    national = activity.tiers.get(Tier.NATIONAL, 0)
    if voices > 1:
        points = settings.breadth * _saturating((voices - 1) / settings.wide)
        if not case.is_affair:
            points *= 1 - settings.stale * (1 - joining(activity, case.at, settings.joining) / outlets)
        yield _Part("breadth", outlets, points, {"outlets": outlets, "national": national})
    if outlets >= _AFFAIR:
        yield from _legs(case)
    if national and activity.began is Tier.REGIONAL and activity.first_national is not None:
        minutes = max(1.0, (activity.first_national - activity.first) / 60)
        yield _Part("jump", national, settings.jump * min(1.0, national / 2), {"minutes": round(minutes)})
    if national:
        facts: dict[str, object] = {"national": national, "count": national}
        yield _Part("tier", national, settings.tier * min(1.0, national / 3), facts)


def _legs(case: _Case) -> Iterable[_Part]:
    """Most news is taken up within the hour or never; what still finds new outlets later goes on to grow."""
    activity, settings = case.activity, case.settings
    joined = joined_last(activity)
    after, ago = (joined - activity.first) / _HOUR, (case.at - joined) / _HOUR
    newcomer = exp(-max(0.0, ago) / settings.long - (len(activity.outlets) - _AFFAIR) / _KNOWN)
    points = settings.legs * _saturating((after - 0.5) / settings.long) * newcomer
    if points >= 0.05:
        yield _Part("legs", round(after, 1), points, {"minutes": round(after * 60)})


def _alone(case: _Case, total: float) -> _Part:
    """One outlet may be mistaken, and one that prints everything says little by printing this too."""
    (source,) = case.activity.outlets
    key = Baseline.of_source(source)
    output = case.baseline.expected(key, case.at) if case.baseline.knows(key) else 0.0
    lost = -case.settings.alone * total * (1 + output / (output + _PROLIFIC))
    if output < 1:
        return _Part("alone", 1, lost, {})
    return _Part("alone.busy", 1, lost, {"usual": round(output), "count": round(output)})


def _subject(case: _Case) -> Iterable[_Part]:
    activity, settings = case.activity, case.settings
    reports = activity.reports
    if case.share:
        fitting, weight = activity.topics[case.topic]
        points = settings.topic * case.share * min(1.0, weight / 10)
        facts: dict[str, object] = {
            "topic": case.topic,
            "weight": weight,
            "fitting": fitting,
            "reports": reports,
            "count": reports,
        }
        yield _Part("topic", weight, points, facts)
        if not case.is_grave:
            yield _Part("routine", 1, -settings.routine * points, {})
    if activity.severities:
        word, grave = max(_weighed(activity).items(), key=lambda pair: (pair[1], pair[0]))
        facts = {"word": word, "naming": activity.severities[word][0], "reports": reports, "count": reports}
        yield _Part("severity", round(grave, 2), settings.severity * grave, facts)
    for risk, count in sorted(activity.risks.items()):
        sure = min(1.0, 0.6 + 0.2 * (count - 1)) * (1.0 if risk is RiskKind.INCITEMENT else 0.8)
        facts = {"raising": count, "reports": reports, "count": reports}
        yield _Part(f"risk.{risk.value}", count, settings.risk * sure, facts)


def _weighed(activity: StoryActivity) -> dict[str, float]:
    """Kinds of grave words, 0 to 1. One report may exaggerate; several that say so do not."""
    return {
        word: grave * min(1.0, 0.3 + 1.4 * count / activity.reports)
        for word, (count, grave) in activity.severities.items()
    }


def _stance(case: _Case) -> Iterable[_Part]:
    activity, settings = case.activity, case.settings
    negative = activity.tones.get(ToneLabel.NEGATIVE, 0)
    positive = activity.tones.get(ToneLabel.POSITIVE, 0)
    reports = activity.reports
    lean = (negative - positive) / reports
    if abs(lean) >= 0.1:
        facts: dict[str, object] = {
            "reports": reports,
            "count": reports,
            "against": negative,
            "praising": positive,
        }
        key = "tone" if lean > 0 else "tone.good"
        yield _Part(key, round(lean, 2), settings.tone * (lean if lean > 0 else lean / 2), facts)
    silent = (case.at - activity.first) / 60
    if case.is_affair and Tier.OFFICIAL not in activity.tiers and silent >= settings.answer_minutes:
        points = settings.unanswered * min(1.0, len(activity.outlets) / 6)
        yield _Part("unanswered", round(silent), points, {"minutes": round(silent)})


def _officers(case: _Case, lessons: Lessons) -> Iterable[_Part]:
    """What officers made of such stories of late; it never speaks against a grave matter of the ministry."""
    lesson = lessons.of(case.topic, case.activity.outlets)
    if lesson is None or (lesson.lean < 0 and case.is_affair):
        return
    points = lesson.lean * (case.settings.taken if lesson.lean > 0 else case.settings.dismissed)
    facts: dict[str, object] = {
        "topic": lesson.name,
        "taken": lesson.taken,
        "dismissed": lesson.dismissed,
        "decided": lesson.taken + lesson.dismissed,
    }
    yield _Part(lesson.key, round(lesson.lean, 2), points, facts)


def _age(case: _Case, total: float) -> Iterable[_Part]:
    settings = case.settings
    silent = (case.at - case.activity.last) / _HOUR
    # What many outlets told is not over when they pause for the night; a lone report is old by then.
    slower = settings.spread + settings.lasting * case.gravity
    fade = settings.fade * (1 + slower * log2(len(case.activity.outlets)))
    lost = -total * (1 - exp(-max(0.0, silent - settings.grace) / fade))
    if lost <= -0.05:
        yield _Part("age", round(silent, 1), lost, {"minutes": round(silent * 60)})


_USUAL = TrendSettings()


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
