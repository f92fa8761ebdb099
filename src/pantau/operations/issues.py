"""Taking a matter up and working it. Each act is checked against the version that the officer saw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from pantau.domain.activity import Activity
from pantau.domain.errors import Refused
from pantau.domain.ids import IssueId, OfficerId, StoryId
from pantau.domain.issue import Fact, Issue, Note, Status
from pantau.domain.outcome import Done
from pantau.domain.story import Mark, Story
from pantau.operations import settings
from pantau.operations.desk import Acting, Desk


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue with all that was written on it; `stories` the most pressing first, `activity` newest first."""

    issue: Issue
    stories: tuple[Story, ...]
    notes: tuple[Note, ...]
    facts: tuple[Fact, ...]
    activity: tuple[Activity, ...]


def listed(desk: Desk, *, closed: bool = False) -> list[Issue]:
    """The issues in hand, the next deadline first; with `closed`, those that are over too."""
    with desk.read() as tx:
        return tx.issues.all(closed=closed)


def get(desk: Desk, issue: IssueId) -> Issue:
    """Raises NotFound."""
    with desk.read() as tx:
        return tx.issues.get(issue)


def view(desk: Desk, issue: IssueId) -> IssueView:
    """Everything about an issue. Raises NotFound."""
    with desk.read() as tx:
        found = tx.issues.get(issue)
        return IssueView(
            found,
            tuple(tx.stories.some(found.stories)),
            tuple(tx.issues.notes(issue)),
            tuple(tx.issues.facts(issue)),
            tuple(tx.activity.of(subject(issue))),
        )


def subject(issue: IssueId) -> str:
    """How the activity names an issue."""
    return f"issue:{issue}"


def take_up(desk: Desk, story: StoryId, owner: OfficerId | None = None) -> Done[Issue]:
    """Make a story an issue in hand, with a deadline for the first statement.

    owner  who has it; None: the officer at the desk
    Raises Refused "issue.already-taken" when somebody has it (also by a merge of stories), NotFound.
    """
    first_statement = timedelta(minutes=settings.load(desk).first_statement_minutes)
    with desk.write() as tx:
        taken = tx.stories.get(story)
        if taken.issue is not None:
            raise Refused("issue.already-taken", issue=taken.issue)
        if taken.mark is Mark.DISMISSED:
            tx.marks.set(taken.id, None, desk.officer.id, tx.at)
        opened = tx.issues.open(
            taken.title, taken.id, owner=desk.officer.id, at=tx.at, deadline=tx.at + first_statement
        )
        owner = desk.officer.id if owner is None else tx.team.get(owner).id
        issue = tx.issues.save(replace(opened, status=Status.HANDLING, owner=owner))
        entry = tx.record(
            "issue.opened", subject(issue.id), title=issue.title, story=taken.id, owner=issue.owner
        )
    return Done(issue, entry, undo=partial(_give_up, desk, issue, taken))


def _give_up(desk: Desk, issue: Issue, story: Story) -> Done[Issue]:
    """The way back from `take_up`, as long as nothing was written on the issue."""
    with desk.write() as tx:
        before = tx.issues.get(issue.id, seen=issue.version)
        if tx.issues.notes(issue.id) or tx.issues.facts(issue.id) or tx.narratives.of(issue.id):
            raise Refused("issue.written-on", issue=issue.id)
        for linked in before.stories:
            tx.issues.unlink(linked)
        if story.mark is not None:
            tx.marks.set(story.id, story.mark, desk.officer.id, tx.at)
        after = tx.issues.save(replace(before, status=Status.CLOSED))
        entry = tx.record("issue.given-up", subject(issue.id), title=issue.title, stories=before.stories)
    return Done(after, entry, undo=partial(take_up, desk, story.id, issue.owner))


def _change(
    desk: Desk, issue: Issue, kind: str, change: Callable[[Issue], Issue], *, closed_too: bool = False
) -> tuple[Issue, Done[Issue]]:
    """What the issue was, and the change done: recorded with what differs, or left alone when nothing does."""
    with desk.write() as tx:
        before = tx.issues.get(issue.id, seen=issue.version)
        if before.status is Status.CLOSED and not closed_too:
            raise Refused("issue.closed", issue=issue.id)
        wanted = change(before)
        if wanted == before:
            return before, Done(before, None)
        after = tx.issues.save(wanted)
        was = {name: getattr(before, name) for name in _CHANGEABLE if _differs(before, after, name)}
        now = {name: getattr(after, name) for name in was}
        entry = tx.record(kind, subject(issue.id), was=was, now=now)
    return before, Done(after, entry)


_CHANGEABLE = ("title", "status", "owner", "deadline")


def _differs(before: Issue, after: Issue, name: str) -> bool:
    return bool(getattr(before, name) != getattr(after, name))


def assign(desk: Desk, issue: Issue, to: OfficerId | None) -> Done[Issue]:
    """Give an issue to another officer, or with None back to the shift.

    Raises Stale if a colleague changed it since `issue` was read, Refused if it is closed.
    """
    if to is not None:
        with desk.read() as tx:
            tx.team.get(to)
    before, done = _change(desk, issue, "issue.assigned", lambda seen: replace(seen, owner=to))
    return _with_undo(done, lambda: assign(desk, done.value, before.owner))


def set_status(desk: Desk, issue: Issue, status: Status) -> Done[Issue]:
    """Move an issue on, close it, or open it again. Raises Stale."""
    before, done = _change(
        desk, issue, "issue.status-set", lambda seen: replace(seen, status=status), closed_too=True
    )
    return _with_undo(done, lambda: set_status(desk, done.value, before.status))


def rename(desk: Desk, issue: Issue, title: str) -> Done[Issue]:
    """Give an issue another title. Raises Stale, Refused if it is closed or the title is empty."""
    title = " ".join(title.split())
    if not title:
        raise Refused("issue.no-title")
    before, done = _change(desk, issue, "issue.renamed", lambda seen: replace(seen, title=title))
    return _with_undo(done, lambda: rename(desk, done.value, before.title))


def set_deadline(desk: Desk, issue: Issue, deadline: datetime | None) -> Done[Issue]:
    """Set until when something has to be said; None: there is no deadline. Raises Stale, Refused if closed."""
    before, done = _change(desk, issue, "issue.deadline-set", lambda seen: replace(seen, deadline=deadline))
    return _with_undo(done, lambda: set_deadline(desk, done.value, before.deadline))


def _with_undo(done: Done[Issue], undo: Callable[[], Done[Issue]]) -> Done[Issue]:
    return done if done.activity is None else replace(done, undo=undo)


def note(desk: Desk, issue: IssueId, text: str) -> Done[Note]:
    """Write a note on an issue; notes are never taken away."""
    text = text.strip()
    if not text:
        raise Refused("note.empty")
    with desk.write() as tx:
        tx.issues.get(issue)
        written = tx.issues.add_note(issue, text, desk.officer.id, tx.at)
        entry = tx.record("issue.noted", subject(issue), text=text)
    return Done(written, entry)


def link(desk: Desk, issue: Issue, story: StoryId) -> Done[Issue]:
    """Add a story to an issue. Raises Refused when the story belongs to another, Stale."""
    with desk.write() as tx:
        before = tx.issues.get(issue.id, seen=issue.version)
        linked = tx.stories.get(story)
        if linked.issue == issue.id:
            return Done(before, None)
        if linked.issue is not None:
            raise Refused("issue.already-taken", issue=linked.issue)
        tx.issues.link(issue.id, linked.id)
        after = tx.issues.save(before)
        entry = tx.record("issue.story-linked", subject(issue.id), story=linked.id, title=linked.title)
    return Done(after, entry, undo=partial(unlink, desk, after, linked.id))


def unlink(desk: Desk, issue: Issue, story: StoryId) -> Done[Issue]:
    """Take a story out of an issue. Raises Refused for the last one, Stale."""
    with desk.write() as tx:
        before = tx.issues.get(issue.id, seen=issue.version)
        if story not in before.stories:
            return Done(before, None)
        if len(before.stories) == 1:
            raise Refused("issue.last-story", issue=issue.id)
        tx.issues.unlink(story)
        after = tx.issues.save(before)
        entry = tx.record("issue.story-unlinked", subject(issue.id), story=story)
    return Done(after, entry, undo=partial(link, desk, after, story))


def carry_writing(tx: Acting, source: IssueId, target: IssueId) -> None:
    """Copy notes and facts with their authors and times: what people wrote is read where the work goes on."""
    for written in tx.issues.notes(source):
        tx.issues.add_note(target, written.text, written.by, written.at)
    known = {(fact.text, fact.source, fact.article) for fact in tx.issues.facts(target)}
    for fact in tx.issues.facts(source):
        if (fact.text, fact.source, fact.article) not in known:
            tx.issues.add_fact(target, fact.text, fact.source, fact.article, fact.by, fact.at)
