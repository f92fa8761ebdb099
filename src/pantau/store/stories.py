"""Findings and stories: what the machine made of the articles, and the queue that officers read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Delete, Select, Text, bindparam, cast, delete, func, select, update
from sqlalchemy.orm import Session

from pantau.domain.article import Article
from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound
from pantau.domain.finding import Finding, Placed, Regrouping
from pantau.domain.ids import ArticleId, IssueId, StoryId
from pantau.domain.story import Mark, Reading, RiskKind, Story, ToneLabel
from pantau.store import codec
from pantau.store.articles import Articles
from pantau.store.bulk import among, insert_all, keys_for
from pantau.store.schema import (
    ArticleRow,
    FindingRow,
    IssueStoryRow,
    StoryMarkRow,
    StoryRow,
    StoryThreadRow,
    table_of,
)

Touch = Callable[[ChangeKind, int], None]


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue leaves out. `since` bounds the last report; `region` is a province or city code."""

    since: datetime | None = None
    topic: str | None = None
    region: str | None = None
    mark: Mark | None = None
    with_dismissed: bool = False


_story, _finding, _article = table_of(StoryRow), table_of(FindingRow), table_of(ArticleRow)
_READING = ("topics", "regions", "units", "tone", "risks")
_PLACED = (
    select(
        _finding.c.article_id,
        _article.c.source_id,
        _article.c.title,
        _article.c.text,
        _article.c.published,
        _finding.c.story_id,
        _finding.c.copy_of,
        *(cast(_finding.c[name], Text) for name in _READING),  # read by `codec`, the same once for all
    )
    .join(_article, _article.c.id == _finding.c.article_id)
    .order_by(_finding.c.article_id)
)
_MOVE_REPORTS = (
    update(_finding).where(_finding.c.story_id == bindparam("loser")).values(story_id=bindparam("winner"))
)
_POINT_ON = (
    update(_story)
    .where(_story.c.id == bindparam("loser"))
    .values(merged_into=bindparam("winner"), score=0.0, alert=False)
)


@cache
def _drop_stories(dialect: str) -> Delete:
    return delete(_story).where(among(_story.c.id, dialect))


class Stories:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def next_id(self) -> int:
        """The number of the next story: the engine that holds the lease gives them out itself."""
        return 1 + (self._session.scalar(select(func.max(StoryRow.id))) or 0)

    def record(self, findings: Iterable[Finding]) -> None:
        """Store findings about articles that have none yet."""
        rows = [_finding_values(finding) for finding in findings]
        insert_all(self._session.connection(), table_of(FindingRow), rows)

    def save(self, stories: Iterable[Story]) -> None:
        """Store stories as they now are: machine facts, so the last word stands."""
        values = {story.id: _story_values(story) for story in stories}
        if not values:
            return
        connection = self._session.connection()
        dialect = connection.dialect.name
        connection.execute(_drop_stories(dialect), {"keys": keys_for(values, dialect)})
        insert_all(connection, _story, list(values.values()))
        for story in values:
            self._touch(ChangeKind.STORY, story)

    def regroup(self, changes: Iterable[Regrouping]) -> None:
        """Move reports as stories were merged and split, in order. What officers decided on a story stands."""
        for is_split, group in groupby(changes, key=lambda change: bool(change.articles)):
            if is_split:
                for change in group:
                    self._split(change)
            else:
                self.merge([(change.story, change.into) for change in group])

    def _split(self, change: Regrouping) -> None:
        connection = self._session.connection()
        moved = among(_finding.c.article_id, connection.dialect.name)
        keys = keys_for(change.articles, connection.dialect.name)
        connection.execute(update(_finding).where(moved).values(story_id=change.into), {"keys": keys})
        self._touch(ChangeKind.STORY, change.story)
        self._touch(ChangeKind.STORY, change.into)

    def merge(self, pairs: Sequence[tuple[StoryId, StoryId]]) -> None:
        """Move the reports of losers to winners, in order. What officers decided on a loser stands."""
        if not pairs:
            return
        connection = self._session.connection()
        moves = [{"loser": loser, "winner": winner} for loser, winner in pairs]
        connection.execute(_MOVE_REPORTS, moves)
        connection.execute(_POINT_ON, moves)
        losers = [loser for loser, _ in pairs]
        taken = self._session.scalars(
            select(IssueStoryRow.story_id).where(IssueStoryRow.story_id.in_(losers))
        ).all()
        for loser, winner in pairs:
            if loser in taken:
                self._hand_on(loser, winner)
            self._touch(ChangeKind.STORY, loser)
            self._touch(ChangeKind.STORY, winner)

    def _hand_on(self, loser: StoryId, winner: StoryId) -> None:
        """An issue keeps its merged story and gains the winner, unless the winner has an issue of its own."""
        issue = self._session.scalar(select(IssueStoryRow.issue_id).where(IssueStoryRow.story_id == loser))
        taken = self._session.scalar(select(IssueStoryRow.issue_id).where(IssueStoryRow.story_id == winner))
        if issue is not None and taken is None:
            self._session.add(IssueStoryRow(story_id=winner, issue_id=issue))
            self._session.flush()
            self._touch(ChangeKind.ISSUE, issue)

    def queue(self, limit: int, wanted: QueueFilter | None = None) -> list[Story]:
        """Stories by trend, the most pressing first."""
        wanted = wanted or QueueFilter()
        rows = self._session.execute(
            _stories()
            .where(StoryRow.merged_into.is_(None), *_conditions(wanted))
            .order_by(StoryRow.score.desc(), StoryRow.last_seen.desc(), StoryRow.id)
            .limit(limit if not (wanted.topic or wanted.region) else limit * 20)
        )
        stories = (_to_story(*row) for row in rows)
        return [story for story in stories if _fits(story, wanted)][:limit]

    def count(self, wanted: QueueFilter | None = None) -> int:
        """How many stories the queue holds under a filter of time and marks."""
        return int(
            self._session.scalar(
                select(func.count())
                .select_from(StoryRow)
                .outerjoin(StoryMarkRow, StoryMarkRow.story_id == StoryRow.id)
                .where(StoryRow.merged_into.is_(None), *_conditions(wanted or QueueFilter()))
            )
            or 0
        )

    def get(self, story: StoryId) -> Story:
        """The story, or the one that it was merged into. Raises NotFound."""
        found = self.some([self.current(story)])
        if not found:
            raise NotFound("story.not-found", id=story)
        return found[0]

    def current(self, story: StoryId) -> StoryId:
        """Follows merges to the story that holds the reports now."""
        for _hop in range(100):
            winner = self._session.scalar(select(StoryRow.merged_into).where(StoryRow.id == story))
            if winner is None:
                break
            story = StoryId(winner)
        return story

    def some(self, ids: Sequence[int]) -> list[Story]:
        """The stories with these ids, best first; unknown ids are left out."""
        rows = self._session.execute(_stories().where(StoryRow.id.in_(ids)).order_by(StoryRow.score.desc()))
        return [_to_story(*row) for row in rows]

    def articles(self, story: StoryId) -> list[Article]:
        """The reports of a story, newest first."""
        ids = self._session.scalars(select(FindingRow.article_id).where(FindingRow.story_id == story))
        return Articles(self._session).some(list(ids))

    def urls(self, stories: Sequence[int]) -> dict[StoryId, list[str]]:
        """The addresses of the articles of these stories."""
        rows = self._session.execute(
            select(FindingRow.story_id, ArticleRow.url)
            .join(ArticleRow, ArticleRow.id == FindingRow.article_id)
            .where(FindingRow.story_id.in_(stories))
        )
        found: dict[StoryId, list[str]] = {}
        for story, url in rows:
            found.setdefault(StoryId(story), []).append(url)
        return found

    def of_article(self, article: ArticleId) -> StoryId | None:
        found = self._session.scalar(select(FindingRow.story_id).where(FindingRow.article_id == article))
        return None if found is None else StoryId(found)

    def findings(self, story: StoryId) -> list[Finding]:
        rows = self._session.scalars(
            select(FindingRow).where(FindingRow.story_id == story).order_by(FindingRow.article_id)
        )
        return [_to_finding(row) for row in rows]

    def window(self, since: datetime, after: int, limit: int) -> list[Placed]:
        """Articles published since then, by id: what an engine remembers when it starts."""
        recent = (_article.c.fetched >= since) & (_article.c.published >= since)
        return self._placed(_PLACED.where(recent, _finding.c.article_id > after).limit(limit))

    def reports(self, stories: Sequence[int]) -> list[Placed]:
        """All articles of these stories, by id."""
        return self._placed(_PLACED.where(_finding.c.story_id.in_(stories)))

    def _placed(self, wanted: Select[*tuple[Any, ...]]) -> list[Placed]:
        rows = self._session.connection().execute(wanted).all()
        return [Placed._make((*row[:7], codec.read_reading(*row[7:]))) for row in rows]

    def scores(self, since: datetime) -> list[tuple[int, float]]:
        """(story, score) of those above 0 that were last reported on since then."""
        wanted = select(_story.c.id, _story.c.score).where(_story.c.last_seen >= since, _story.c.score > 0)
        return [(story, score) for story, score in self._session.connection().execute(wanted)]

    def in_hand(self) -> list[StoryId]:
        """Stories that officers have taken up."""
        return [StoryId(story) for story in self._session.scalars(select(IssueStoryRow.story_id))]

    def forget(self, articles: Sequence[int]) -> None:
        """Drop the findings of these articles, so that the pipeline makes them anew."""
        self._session.execute(delete(FindingRow).where(FindingRow.article_id.in_(articles)))


def _stories() -> Select[StoryRow, str | None, int | None, int | None]:
    return (
        select(StoryRow, StoryMarkRow.mark, IssueStoryRow.issue_id, StoryThreadRow.thread_id)
        .outerjoin(StoryMarkRow, StoryMarkRow.story_id == StoryRow.id)
        .outerjoin(IssueStoryRow, IssueStoryRow.story_id == StoryRow.id)
        .outerjoin(StoryThreadRow, StoryThreadRow.story_id == StoryRow.id)
    )


def _conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        conditions.append(StoryRow.last_seen >= wanted.since)
    if wanted.mark is not None:
        conditions.append(StoryMarkRow.mark == wanted.mark.value)
    elif not wanted.with_dismissed:
        conditions.append(func.coalesce(StoryMarkRow.mark, "") != Mark.DISMISSED.value)
    return conditions


def _fits(story: Story, wanted: QueueFilter) -> bool:
    if wanted.topic and wanted.topic not in story.topics:
        return False
    return not wanted.region or any(region.code.startswith(wanted.region) for region in story.regions)


def _finding_values(finding: Finding) -> dict[str, Any]:
    reading = finding.reading
    return {
        "article_id": finding.article,
        "story_id": finding.story,
        "arrival_story_id": finding.arrival,
        "copy_of": finding.copy_of,
        "topics": list(reading.topics),
        "regions": codec.pack_regions(reading.regions),
        "units": list(reading.units),
        "tone": codec.pack_tone(reading.tone),
        "risks": codec.pack_risks(reading.risks),
    }


def _to_finding(row: FindingRow) -> Finding:
    return Finding(
        article=ArticleId(row.article_id),
        story=StoryId(row.story_id),
        arrival=StoryId(row.arrival_story_id),
        copy_of=None if row.copy_of is None else ArticleId(row.copy_of),
        reading=Reading(
            topics=tuple(row.topics),
            regions=codec.unpack_regions(row.regions),
            units=tuple(row.units),
            tone=codec.unpack_tone(row.tone),
            risks=codec.unpack_risks(row.risks),
        ),
    )


def _story_values(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "headline_id": story.headline,
        "score": story.score,
        "alert": story.alert,
        "reasons": codec.pack_reasons(story.reasons),
        "articles": story.articles,
        "sources": story.sources,
        "first_seen": story.first_seen,
        "last_seen": story.last_seen,
        "topics": list(story.topics),
        "regions": codec.pack_regions(replace(region, evidence=()) for region in story.regions),
        "units": list(story.units),
        "tone": story.tone.value,
        "risks": [risk.value for risk in story.risks],
        "curve": codec.pack_curve(story.curve),
        "merged_into": None,
    }


def _to_story(row: StoryRow, mark: str | None, issue: int | None, thread: int | None) -> Story:
    return Story(
        id=StoryId(row.id),
        title=row.title,
        score=row.score,
        alert=row.alert,
        reasons=codec.unpack_reasons(row.reasons),
        articles=row.articles,
        sources=row.sources,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        headline=ArticleId(row.headline_id),
        topics=tuple(row.topics),
        regions=codec.unpack_regions(row.regions),
        units=tuple(row.units),
        tone=ToneLabel(row.tone),
        risks=tuple(RiskKind(risk) for risk in row.risks),
        curve=codec.unpack_curve(row.curve),
        mark=Mark(mark) if mark else None,
        issue=None if issue is None else IssueId(issue),
        thread=None if thread is None else StoryId(thread),
    )
