"""Issues, their stories, notes and facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound, Stale
from pantau.domain.ids import ArticleId, FactId, IssueId, OfficerId, StoryId
from pantau.domain.issue import Fact, Issue, Note, Status
from pantau.store.schema import FactRow, IssueRow, IssueStoryRow, NoteRow

Touch = Callable[[ChangeKind, int], None]


class Issues:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def open(
        self, title: str, story: StoryId, *, owner: OfficerId, at: datetime, deadline: datetime | None
    ) -> Issue:
        row = IssueRow(
            title=title,
            status=Status.OPEN.value,
            owner=owner,
            deadline=deadline,
            opened=at,
            opened_by=owner,
            version=1,
        )
        self._session.add(row)
        self._session.flush()
        self._session.add(IssueStoryRow(story_id=story, issue_id=row.id))
        self._session.flush()
        self._touch(ChangeKind.ISSUE, row.id)
        self._touch(ChangeKind.STORY, story)
        return self._to_issue(row)

    def all(self, *, closed: bool = False) -> list[Issue]:
        """The issues in hand, the next deadline first; with `closed`, those that are over too."""
        wanted = select(IssueRow).where(IssueRow.merged_into.is_(None))
        if not closed:
            wanted = wanted.where(IssueRow.status != Status.CLOSED.value)
        rows = self._session.scalars(wanted.order_by(IssueRow.deadline.nulls_last(), IssueRow.id)).all()
        stories = self._stories([row.id for row in rows])
        return [_issue(row, stories.get(row.id, ())) for row in rows]

    def get(self, issue: IssueId, *, seen: int | None = None) -> Issue:
        """The issue. With `seen`, raises Stale if it changed since that version. Raises NotFound."""
        row = self._row(issue)
        if seen is not None and row.version != seen:
            raise Stale("issue.stale", id=issue)
        return self._to_issue(row)

    def of_story(self, story: StoryId) -> IssueId | None:
        found = self._session.scalar(select(IssueStoryRow.issue_id).where(IssueStoryRow.story_id == story))
        return None if found is None else IssueId(found)

    def save(self, issue: Issue) -> Issue:
        """Store title, status, owner and deadline; the version given must be the one in force. Raises Stale."""
        row = self._row(issue.id)
        if row.version != issue.version:
            raise Stale("issue.stale", id=issue.id)
        row.title, row.status = issue.title, issue.status.value
        row.owner, row.deadline = issue.owner, issue.deadline
        row.version += 1
        self._session.flush()
        self._touch(ChangeKind.ISSUE, issue.id)
        return self._to_issue(row)

    def link(self, issue: IssueId, story: StoryId) -> None:
        self._session.merge(IssueStoryRow(story_id=story, issue_id=issue))
        self._touch(ChangeKind.ISSUE, issue)
        self._touch(ChangeKind.STORY, story)

    def unlink(self, story: StoryId) -> None:
        row = self._session.get(IssueStoryRow, story)
        if row is not None:
            self._session.delete(row)
            self._touch(ChangeKind.ISSUE, row.issue_id)
        self._touch(ChangeKind.STORY, story)

    def merge(self, loser: IssueId, winner: IssueId) -> None:
        """Stories of one issue go to another; notes and facts stay with their own issue, which points on."""
        row = self._row(loser)
        for link in self._session.scalars(select(IssueStoryRow).where(IssueStoryRow.issue_id == loser)):
            link.issue_id = winner
            self._touch(ChangeKind.STORY, link.story_id)
        row.merged_into = winner
        row.status = Status.CLOSED.value
        row.version += 1
        self._session.flush()
        self._touch(ChangeKind.ISSUE, loser)
        self._touch(ChangeKind.ISSUE, winner)

    def add_note(self, issue: IssueId, text: str, by: OfficerId, at: datetime) -> Note:
        self._session.add(NoteRow(issue_id=issue, text=text, by=by, at=at))
        self._touch(ChangeKind.ISSUE, issue)
        return Note(text, by, at)

    def notes(self, issue: IssueId) -> list[Note]:
        rows = self._session.scalars(select(NoteRow).where(NoteRow.issue_id == issue).order_by(NoteRow.id))
        return [Note(row.text, OfficerId(row.by), row.at) for row in rows]

    def add_fact(
        self, issue: IssueId, text: str, source: str, article: ArticleId | None, by: OfficerId, at: datetime
    ) -> Fact:
        row = FactRow(
            issue_id=issue, text=text, source=source, article_id=article, by=by, at=at, withdrawn=False
        )
        self._session.add(row)
        self._session.flush()
        self._touch(ChangeKind.ISSUE, issue)
        return _to_fact(row)

    def withdraw_fact(self, fact: FactId, *, withdrawn: bool) -> None:
        row = self._session.get(FactRow, fact)
        if row is None:
            raise NotFound("fact.not-found", id=fact)
        row.withdrawn = withdrawn
        self._touch(ChangeKind.ISSUE, row.issue_id)

    def facts(self, issue: IssueId) -> list[Fact]:
        rows = self._session.scalars(
            select(FactRow).where(FactRow.issue_id == issue, ~FactRow.withdrawn).order_by(FactRow.id)
        )
        return [_to_fact(row) for row in rows]

    def _stories(self, issues: Sequence[int]) -> dict[int, tuple[StoryId, ...]]:
        found: dict[int, tuple[StoryId, ...]] = {}
        rows = self._session.execute(
            select(IssueStoryRow.issue_id, IssueStoryRow.story_id)
            .where(IssueStoryRow.issue_id.in_(issues))
            .order_by(IssueStoryRow.story_id)
        )
        for issue, story in rows:
            found[issue] = (*found.get(issue, ()), StoryId(story))
        return found

    def _row(self, issue: IssueId) -> IssueRow:
        row = self._session.get(IssueRow, issue)
        if row is None:
            raise NotFound("issue.not-found", id=issue)
        return row

    def _to_issue(self, row: IssueRow) -> Issue:
        return _issue(row, self._stories([row.id]).get(row.id, ()))


def _issue(row: IssueRow, stories: tuple[StoryId, ...]) -> Issue:
    return Issue(
        id=IssueId(row.id),
        title=row.title,
        status=Status(row.status),
        owner=None if row.owner is None else OfficerId(row.owner),
        deadline=row.deadline,
        opened=row.opened,
        opened_by=OfficerId(row.opened_by),
        stories=stories,
        version=row.version,
    )


def _to_fact(row: FactRow) -> Fact:
    return Fact(
        id=FactId(row.id),
        text=row.text,
        source=row.source,
        article=None if row.article_id is None else ArticleId(row.article_id),
        by=OfficerId(row.by),
        at=row.at,
    )
