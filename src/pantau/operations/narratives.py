"""The single narrative of an issue: written, put to review, approved by a second person."""

from __future__ import annotations

from functools import partial

from pantau.domain.errors import Refused, Stale
from pantau.domain.ids import ActivityId, IssueId, OfficerId
from pantau.domain.issue import House, Narrative, NarrativeStatus
from pantau.domain.outcome import Done
from pantau.domain.team import Role
from pantau.narrative import difference
from pantau.narrative.difference import Change
from pantau.operations.desk import Acting, Desk
from pantau.operations.issues import subject
from pantau.store.narratives import house_sha

_FINAL = (NarrativeStatus.APPROVED, NarrativeStatus.SUPERSEDED)
_MAY_APPROVE = (Role.APPROVER, Role.LEAD)
_WRITING = ("narrative.drafted", "narrative.taken-over", "narrative.reopened")
_ALL = 1_000_000


def versions(desk: Desk, issue: IssueId) -> list[Narrative]:
    """All versions, newest first."""
    with desk.read() as tx:
        return tx.narratives.of(issue)


def current(desk: Desk, issue: IssueId) -> Narrative | None:
    """The newest version, whatever its state."""
    return next(iter(versions(desk, issue)), None)


def approved(desk: Desk, issue: IssueId) -> Narrative | None:
    """The version in force."""
    return next((one for one in versions(desk, issue) if one.status is NarrativeStatus.APPROVED), None)


def changes(desk: Desk, narrative: Narrative) -> tuple[Change, ...]:
    """What a version changes in the newest approved one before it; without one, all of it is new."""
    before = next(
        (
            one.house
            for one in versions(desk, narrative.issue)
            if one.number < narrative.number and one.status in _FINAL
        ),
        House(),
    )
    return difference.changes(before, narrative.house)


def write(desk: Desk, issue: IssueId, house: House, seen: Narrative | None) -> Done[Narrative]:
    """Save the text as it stands: call it as the officer types.

    seen  the version that the officer is writing on, None when there was none

    A text that was approved stays as it is and the next version begins; one that waits for approval is a
    draft again. Only beginnings are recorded, not keystrokes. Raises Stale when somebody else wrote
    since `seen` was read: nothing is overwritten.
    """
    with desk.write() as tx:
        tx.issues.get(issue)
        newest = next(iter(tx.narratives.of(issue)), None)
        _check_seen(issue, newest, seen)
        if newest is not None and newest.house == house:
            return Done(newest, None)
        if newest is None or newest.status in _FINAL:
            begun = tx.narratives.draft(issue, house, desk.officer.id, tx.at)
            return Done(begun, _record(tx, "narrative.drafted", begun))
        after = tx.narratives.write(newest, house, desk.officer.id, tx.at)
        if newest.status is NarrativeStatus.IN_REVIEW:
            return Done(after, _record(tx, "narrative.reopened", after))
        if newest.author != after.author:
            return Done(after, _record(tx, "narrative.taken-over", after, was=newest.author))
    return Done(after, None)


def submit(desk: Desk, seen: Narrative) -> Done[Narrative]:
    """Put a draft to review, its text pinned. Raises Refused "narrative.incomplete", "narrative.no-draft", Stale."""
    with desk.write() as tx:
        before = _as_seen(tx, seen)
        if before.status is not NarrativeStatus.DRAFT:
            raise Refused("narrative.no-draft", issue=before.issue)
        if not before.house.is_complete:
            raise Refused("narrative.incomplete", issue=before.issue)
        after = tx.narratives.submit(before, tx.at)
        entry = _record(tx, "narrative.submitted", after, sha=after.sha)
    return Done(after, entry, undo=partial(withdraw, desk, after))


def withdraw(desk: Desk, seen: Narrative) -> Done[Narrative]:
    """Take a text back from review. Raises Refused "narrative.not-reviewed", Stale."""
    with desk.write() as tx:
        before = _in_review(tx, seen)
        after = tx.narratives.give_back(before, "")
        entry = _record(tx, "narrative.withdrawn", after)
    return Done(after, entry, undo=partial(submit, desk, after))


def approve(desk: Desk, seen: Narrative) -> Done[Narrative]:
    """Approve the very text that was put to review; ask beforehand, since there is no way back.

    Raises Refused "narrative.not-approver" by role, "narrative.own-text" for anybody who wrote on this
    version, "narrative.not-reviewed"; Stale.
    """
    _check_approver(desk)
    with desk.write() as tx:
        before = _in_review(tx, seen)
        if desk.officer.id in _authors(tx, before):
            raise Refused("narrative.own-text", issue=before.issue)
        if before.sha != house_sha(before.house):
            raise Refused("narrative.not-reviewed", issue=before.issue)
        after = tx.narratives.approve(before, desk.officer.id, tx.at)
        entry = _record(tx, "narrative.approved", after, sha=after.sha, author=after.author)
    return Done(after, entry)


def give_back(desk: Desk, seen: Narrative, why: str) -> Done[Narrative]:
    """Send a text back to its author with a reason. Raises Refused as `approve` does, Stale."""
    _check_approver(desk)
    why = why.strip()
    if not why:
        raise Refused("narrative.why-needed")
    with desk.write() as tx:
        before = _in_review(tx, seen)
        after = tx.narratives.give_back(before, why)
        entry = _record(tx, "narrative.returned", after, why=why)
    return Done(after, entry)


def _check_seen(issue: IssueId, newest: Narrative | None, seen: Narrative | None) -> None:
    was = None if seen is None else (seen.id, seen.version)
    now = None if newest is None else (newest.id, newest.version)
    if was != now:
        raise Stale("narrative.stale", issue=issue)


def _as_seen(tx: Acting, seen: Narrative) -> Narrative:
    found = tx.narratives.get(seen.id)
    if found.version != seen.version:
        raise Stale("narrative.stale", issue=seen.issue)
    return found


def _in_review(tx: Acting, seen: Narrative) -> Narrative:
    found = _as_seen(tx, seen)
    if found.status is not NarrativeStatus.IN_REVIEW:
        raise Refused("narrative.not-reviewed", issue=found.issue)
    return found


def _check_approver(desk: Desk) -> None:
    if desk.officer.role not in _MAY_APPROVE:
        raise Refused("narrative.not-approver", name=desk.officer.name)


def _authors(tx: Acting, narrative: Narrative) -> set[OfficerId]:
    """Everybody who wrote on this version: the database knows only the last."""
    wrote = {
        entry.actor
        for entry in tx.activity.of(subject(narrative.issue), limit=_ALL)
        if entry.kind in _WRITING and entry.facts.get("number") == narrative.number
    }
    return {narrative.author} | {actor for actor in wrote if actor is not None}


def _record(tx: Acting, kind: str, narrative: Narrative, **facts: object) -> ActivityId:
    return tx.record(kind, subject(narrative.issue), number=narrative.number, **facts)
