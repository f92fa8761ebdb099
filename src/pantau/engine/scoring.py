"""From a dossier to a story as the queue shows it: score, reasons, headline, curve."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.source import Tier
from pantau.domain.story import Story
from pantau.domain.topic import Topic
from pantau.engine.dossier import Counted, Dossier, Mention
from pantau.language import tokens
from pantau.stories.activity import Sighting, StoryActivity
from pantau.stories.baseline import Baseline
from pantau.stories.debunks import Debunk, Debunks
from pantau.stories.lessons import Lessons
from pantau.stories.trend import TrendSettings, score


@dataclass(frozen=True, slots=True)
class Muted:
    """What officers want to weigh nothing: sources by id, and words, each as the stems that a title must all have."""

    sources: frozenset[int] = frozenset()
    words: tuple[frozenset[str], ...] = ()

    @classmethod
    def of(cls, sources: Collection[int], words: Collection[str]) -> Muted:
        stems = (frozenset(tokens.stems(word)) for word in words)
        return cls(frozenset(sources), tuple(each for each in stems if each))

    def covers(self, mention: Mention) -> bool:
        if mention.source in self.sources:
            return True
        if not self.words:
            return False
        title = set(tokens.stems(mention.title))
        return any(word <= title for word in self.words)


class Scoring:
    """Scores dossiers with the topics' weights, what is usual and the desk's settings in force."""

    def __init__(
        self,
        topics: Sequence[Topic] = (),
        *,
        alert: float | None = None,
        muted: Muted | None = None,
        usual: dict[str, Any] | None = None,
    ) -> None:
        self._weights = {topic.name: topic.weight for topic in topics}
        self._settings = TrendSettings() if alert is None else TrendSettings(alert=alert)
        self._muted = muted or Muted()
        self._baseline = Baseline.from_json(usual or {})
        self._lessons = Lessons()

    @property
    def usual(self) -> dict[str, Any]:
        """What was learned of usual volumes, for the store."""
        return self._baseline.to_json()

    def learn(self, lessons: Lessons) -> None:
        """Weigh stories by what officers decided of late, from the next time that each is scored."""
        self._lessons = lessons

    def observe(self, mention: Mention) -> None:
        """Count a report into what is usual: of all news, of its source and its topics."""
        at = mention.at.timestamp()
        for key in (Baseline.ALL, Baseline.of_source(mention.source), *mention.reading.topics):
            self._baseline.observe(key, at)

    def story(self, dossier: Dossier, now: datetime, debunks: Debunks | None = None) -> Story:
        """The story as it stands at `now`; muted reports are listed but weigh nothing."""
        activity, summary = self._activity(dossier), dossier.summary()
        headline = summary.naming.name()
        scored = score(
            activity,
            self._baseline,
            now=now,
            settings=self._settings,
            lessons=self._lessons,
            debunk=_debunk(activity, headline.title, debunks) if debunks else None,
        )
        return Story(
            id=StoryId(dossier.story),
            title=headline.title,
            score=scored.points,
            alert=scored.alert,
            reasons=scored.reasons,
            articles=summary.reports,
            sources=len(summary.sources),
            first_seen=summary.first,
            last_seen=summary.last,
            headline=ArticleId(headline.article),
            topics=summary.topics,
            regions=summary.regions,
            units=summary.units,
            tone=summary.tone,
            risks=summary.risks,
            curve=summary.curve,
        )

    def _activity(self, dossier: Dossier) -> StoryActivity:
        """What weighs of a story, counted on from where it was left; anew when settings have changed."""
        counted = dossier.counted
        if counted is None or counted.scoring is not self:
            counted = Counted(self)
        for mention in dossier.mentions[counted.taken :]:
            if not self._muted.covers(mention):
                counted.activity.add(self._sighting(mention))
        counted.taken = len(dossier.mentions)
        dossier.counted = counted if dossier.is_long else None
        return counted.activity

    def _sighting(self, mention: Mention) -> Sighting:
        return Sighting(
            at=mention.at.timestamp(),
            source=mention.source,
            tier=mention.tier,
            copy=mention.copy_of is not None,
            topics=tuple((topic, self._weights.get(topic, 0.0)) for topic in mention.reading.topics),
            tone=mention.reading.tone.label,
            risks=tuple(risk.kind for risk in mention.reading.risks),
            severity=mention.severity,
            word=mention.word,
        )


def _debunk(activity: StoryActivity, headline: str, debunks: Debunks) -> Debunk | None:
    """Who called false what a story tells; a story that only fact-checkers tell circulates no more."""
    if activity.tiers.keys() <= {Tier.FACT_CHECKER}:
        return None
    return debunks.match(tokens.stems(headline))
