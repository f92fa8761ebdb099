"""Two issues that turn out to be one, and one that turns out to be two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pantau.domain.errors import Refused
from pantau.domain.ids import StoryId
from pantau.domain.issue import Issue, Status
from pantau.domain.outcome import Done
from pantau.operations.desk import Desk
from pantau.operations.issues import carry_writing, subject


def merge(desk: Desk, issue: Issue, into: Issue) -> Done[Issue]:
    """Go on with two issues as one: stories, notes and facts of `issue` go to `into`, which is returned.

    There is no way back but `split`, so ask beforehand. The merged issue stays readable under its number.
    Raises Stale, and Refused when `issue` has a narrative and `into` has none: then merge the other way round.
    """
    if issue.id == into.id:
        raise Refused("issue.merge-itself", issue=issue.id)
    with desk.write() as tx:
        loser = tx.issues.get(issue.id, seen=issue.version)
        winner = tx.issues.get(into.id, seen=into.version)
        if Status.CLOSED in (loser.status, winner.status):
            raise Refused("issue.closed", issue=loser.id if loser.status is Status.CLOSED else winner.id)
        if tx.narratives.of(loser.id) and not tx.narratives.of(winner.id):
            raise Refused("issue.merge-other-way", issue=loser.id, into=winner.id)
        carry_writing(tx, loser.id, winner.id)
        tx.issues.merge(loser.id, winner.id)
        after = tx.issues.save(winner)
        facts = {"issue": loser.id, "title": loser.title, "stories": loser.stories}
        tx.record("issue.merged-away", subject(loser.id), into=winner.id)
        entry = tx.record("issue.merged", subject(winner.id), **facts)
    return Done(after, entry)


def split(desk: Desk, issue: Issue, stories: Sequence[StoryId], title: str) -> Done[Issue]:
    """Make an issue of its own of some stories of one; the new issue is returned.

    Raises Stale, and Refused when the stories are not all in the issue or none would be left in it.
    """
    title = " ".join(title.split())
    if not title:
        raise Refused("issue.no-title")
    with desk.write() as tx:
        before = tx.issues.get(issue.id, seen=issue.version)
        if before.status is Status.CLOSED:
            raise Refused("issue.closed", issue=issue.id)
        if not stories or not set(stories) < set(before.stories):
            raise Refused("issue.bad-split", issue=issue.id, count=len(before.stories))
        for story in stories:
            tx.issues.unlink(story)
        first, *rest = stories
        opened = tx.issues.open(title, first, owner=desk.officer.id, at=tx.at, deadline=before.deadline)
        for story in rest:
            tx.issues.link(opened.id, story)
        new = tx.issues.save(replace(opened, status=before.status, owner=before.owner))
        old = tx.issues.save(before)
        tx.record("issue.split-off", subject(issue.id), into=new.id, stories=list(stories))
        entry = tx.record("issue.opened", subject(new.id), title=title, split_from=issue.id)
    return Done(new, entry, undo=partial(merge, desk, new, old))
