"""The machine's judgement of a stream of articles: read, grouped, scored. Knows no database.

The pipeline feeds it from the store, evaluations from files; both get the same stories for the same stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from pantau.domain.article import Article
from pantau.domain.finding import Finding, Placed, Regrouping, Threading
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.source import Tier
from pantau.domain.story import Reading, Story
from pantau.domain.topic import Topic
from pantau.engine.affairs import Affairs
from pantau.engine.dossier import Dossier, Mention
from pantau.engine.horizon import FALSE_KNOWN, HIGH, LATER, SOON, WINDOW
from pantau.engine.scoring import Scoring
from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.reading import Reader
from pantau.language.severity import severity
from pantau.stories.debunks import Debunks
from pantau.stories.grouping import Grouper
from pantau.stories.lessons import Lessons
from pantau.stories.report import Report, opening
from pantau.stories.sites import sites, systems

_NEVER = 1e12  # seconds since 1970, later than any score is due


class Analysis:
    """Active stories and all that judging them needs. `next_story` is the number of the next one that begins.

    Where tiers are asked for, they are those of the sources, by id.
    """

    def __init__(self, topics: Sequence[Topic], scoring: Scoring, *, next_story: int = 1) -> None:
        self._reader = Reader(topics)
        self._grouper = Grouper(first_id=next_story)
        self._scoring = scoring
        self._dossiers: dict[int, Dossier] = {}
        self._changed: dict[int, None] = {}
        self._regrouped: list[Regrouping] = []
        self._debunks = Debunks()
        self._affairs = Affairs(lambda story: self._grouper.akin(story))
        self._due: dict[
            int, float
        ] = {}  # when to score again, for stories that have a score; below 0: long due

    @property
    def stories(self) -> int:
        """How many are active."""
        return len(self._dossiers)

    def take(self, articles: Iterable[Article], tiers: dict[int, Tier]) -> list[Finding]:
        """Read and place articles, those of a batch in the order in which they were published."""
        ordered = sorted(articles, key=lambda article: (article.published, article.title, article.id))
        return [self._take(article, tiers.get(article.source, Tier.REGIONAL)) for article in ordered]

    def _take(self, article: Article, tier: Tier) -> Finding:
        document = Document(article.title, article.text)
        reading = self._reader.read(document)
        placed = self._grouper.place(_report(article.id, article.published, document, reading))
        mention = _mention(article, document, tier, reading, placed.copy_of)
        self._regroup()
        self._file(placed.story, mention)
        self._scoring.observe(mention)
        if tier is Tier.FACT_CHECKER:
            self._debunks.add(article.id, article.title, document.title_stems, article.published.timestamp())
        story = StoryId(placed.story)
        copied = None if placed.copy_of is None else ArticleId(placed.copy_of)
        return Finding(article.id, story, story, reading, copied)

    def restore(self, found: Iterable[Placed], tiers: dict[int, Tier]) -> None:
        """Take up articles that were placed before, as after a restart."""
        self._grouper.restore(self._recalled(one, tiers) for one in found)

    def _recalled(self, one: Placed, tiers: dict[int, Tier]) -> tuple[Report, int, int | None]:
        document = opening(one.title, one.text)
        self._remember(one, document.title_stems, tiers)
        report = _report(one.article, one.published, document, one.reading)
        return report, one.story, one.copy_of

    def remember(self, found: Iterable[Placed], tiers: dict[int, Tier]) -> None:
        """Take up placed articles for scoring only, which asks for no more than their titles."""
        for one in found:
            self._remember(one, tokens.stems(one.title), tiers)

    def _remember(self, one: Placed, title: Sequence[str], tiers: dict[int, Tier]) -> None:
        grave = severity(title)
        tier = tiers.get(one.source, Tier.REGIONAL)
        mention = Mention(
            one.article,
            one.source,
            tier,
            one.published,
            one.title,
            one.reading,
            one.copy_of,
            grave.score,
            grave.word,
        )
        self._file(one.story, mention)
        self._changed.pop(one.story, None)
        self._due[one.story] = 0.0

    def resume(self, threads: Iterable[tuple[int, int]], scores: Iterable[tuple[int, float]] = ()) -> None:
        """Take up the threads of the stories that were restored, as (story, thread), and what they scored."""
        self._affairs.restore(pair for pair in threads if pair[0] in self._dossiers)
        self._due.update((story, -score) for story, score in scores if story in self._dossiers)

    def know_false(self, reports: Iterable[tuple[int, str, datetime]]) -> None:
        """Take up what fact-checkers wrote before, as (article, title, published)."""
        for article, title, published in reports:
            self._debunks.add(article, title, tokens.stems(title), published.timestamp())

    def reconfigure(self, topics: Sequence[Topic], scoring: Scoring) -> None:
        """Read with these topics from now on, and score everything again by these settings."""
        self._reader, self._scoring = Reader(topics), scoring
        self._due = {story: self._due.get(story, _NEVER) - _NEVER for story in self._dossiers}

    def learn(self, lessons: Lessons) -> None:
        """Rank by what officers decided of late."""
        self._scoring.learn(lessons)

    def hold(self, stories: Iterable[int]) -> None:
        """Stories that officers have taken up may take others in, but never end in another."""
        for story in stories:
            self._grouper.hold(story)

    @property
    def unreviewed(self) -> int:
        """Stories that have grown since they were looked at."""
        return self._grouper.unreviewed

    def review(self, most: int | None = None) -> None:
        """Look again at stories that have grown, `most` at a time: what proves to be one, or two, is regrouped."""
        self._grouper.review(most)
        self._regroup()

    def regrouped(self) -> list[Regrouping]:
        """The merges and splits since this was last asked, in their order."""
        found, self._regrouped = self._regrouped, []
        return found

    def changed(self, now: datetime) -> list[Story]:
        """The stories that changed since this was last asked, scored for `now`."""
        stories = [
            self._story(self._dossiers[story], now) for story in self._changed if story in self._dossiers
        ]
        self._changed.clear()
        return stories

    def unmark(self) -> None:
        """Forget which stories changed."""
        self._changed.clear()

    def rescored(self, now: datetime, most: int | None = None) -> list[Story]:
        """The stories whose score has changed with time alone: those that stand high often, the rest at times.

        most  at a time: those that have been due longest, so after a start those that stand highest
        """
        moment = now.timestamp()
        due = [story for story, at in self._due.items() if at <= moment]
        if most is not None and len(due) > most:
            due = sorted(due, key=self._due.__getitem__)[:most]
        return [self._story(self._dossiers[story], now) for story in due]

    def threaded(self) -> Threading:
        """Look at some of the stories that are new or have grown; how threads have changed."""
        return self._affairs.look()

    def threads(self) -> dict[int, int]:
        """Of every active story the earliest story of its affair."""
        return self._grouper.threads()

    def articles(self, story: int) -> list[int]:
        """The articles of an active story, in the order of their arrival."""
        dossier = self._dossiers.get(story)
        return [mention.article for mention in dossier.mentions] if dossier else []

    @property
    def usual(self) -> dict[str, Any]:
        """What was learned of usual volumes."""
        return self._scoring.usual

    def forget(self, now: datetime) -> None:
        """Drop stories without a report in the window."""
        before = now - WINDOW
        self._grouper.forget(before.timestamp())
        self._debunks.forget((now - FALSE_KNOWN).timestamp())
        for story in [key for key, dossier in self._dossiers.items() if dossier.last_seen < before]:
            self._drop(story)
        self._affairs.keep(self._dossiers.keys())

    def _drop(self, story: int) -> Dossier | None:
        self._changed.pop(story, None)
        self._due.pop(story, None)
        return self._dossiers.pop(story, None)

    def _file(self, story: int, mention: Mention) -> None:
        dossier = self._dossiers.get(story)
        if dossier is None:
            dossier = self._dossiers[story] = Dossier(story)
        dossier.mentions.append(mention)
        self._changed[story] = None

    def _regroup(self) -> None:
        for change in self._grouper.regroupings():
            gone = self._drop(change.story)
            if change.articles:
                self._affairs.split(change.story)
            else:
                self._affairs.merge(change.story, change.into)
            for mention in gone.mentions if gone else ():
                leaves = not change.articles or mention.article in change.articles
                self._file(change.into if leaves else change.story, mention)
            self._regrouped.append(change)

    def _story(self, dossier: Dossier, now: datetime) -> Story:
        story = self._scoring.story(dossier, now, self._debunks)
        if story.score > 0:
            self._due[dossier.story] = now.timestamp() + (SOON if story.score >= HIGH else LATER)
        else:
            self._due.pop(dossier.story, None)
        self._affairs.note(dossier.story, len(dossier.mentions), story.score)
        return story


def _report(article: int, published: datetime, document: Document, reading: Reading) -> Report:
    named, codes = sites(reading.regions)
    places = frozenset(region.code for region in reading.regions) | codes
    return Report(article, published.timestamp(), document, places, named | systems(document))


def _mention(
    article: Article, document: Document, tier: Tier, reading: Reading, copy_of: int | None
) -> Mention:
    grave = severity(document.title_stems)
    return Mention(
        article.id,
        article.source,
        tier,
        article.published,
        article.title,
        reading,
        copy_of,
        grave.score,
        grave.word,
    )
