"""What a story is about and how it stands to the ministry, as reasons of its score."""

from __future__ import annotations

from collections.abc import Iterable

from pantau.domain.source import Tier
from pantau.domain.story import RiskKind, ToneLabel
from pantau.stories.case import Case, Part, weighed
from pantau.stories.debunks import Debunk
from pantau.stories.lessons import Lessons


def subject(case: Case) -> Iterable[Part]:
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
        yield Part("topic", weight, points, facts)
        if not case.is_grave:
            yield Part("routine", 1, -settings.routine * points, {})
    if activity.severities:
        word, grave = max(weighed(activity).items(), key=lambda pair: (pair[1], pair[0]))
        facts = {"word": word, "naming": activity.severities[word][0], "reports": reports, "count": reports}
        yield Part("severity", round(grave, 2), settings.severity * grave, facts)
    for risk, count in sorted(activity.risks.items()):
        sure = min(1.0, 0.6 + 0.2 * (count - 1)) * (1.0 if risk is RiskKind.INCITEMENT else 0.8)
        facts = {"raising": count, "reports": reports, "count": reports}
        yield Part(f"risk.{risk.value}", count, settings.risk * sure, facts)


def stance(case: Case) -> Iterable[Part]:
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
        yield Part(key, round(lean, 2), settings.tone * (lean if lean > 0 else lean / 2), facts)
    silent = (case.at - activity.first) / 60
    if case.is_affair and Tier.OFFICIAL not in activity.tiers and silent >= settings.answer_minutes:
        points = settings.unanswered * min(1.0, len(activity.outlets) / 6)
        yield Part("unanswered", round(silent), points, {"minutes": round(silent)})


def officers(case: Case, lessons: Lessons) -> Iterable[Part]:
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
    yield Part(lesson.key, round(lesson.lean, 2), points, facts)


def debunked(case: Case, debunk: Debunk) -> Part:
    """What circulates has been called false by a fact-checker: the desk has to say so too."""
    return Part("debunked", 1, case.settings.debunked, {"title": debunk.title, "article": debunk.article})
