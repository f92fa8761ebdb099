"""What the issues page knows: the list, the open issue, and the acts on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.worker import Question
from pantau.domain.ids import FactId, IssueId, OfficerId
from pantau.domain.issue import Issue, Narrative, NarrativeStatus, Status
from pantau.domain.outcome import Done
from pantau.domain.team import Officer, Role
from pantau.narrative.difference import Change
from pantau.operations import Desk, checking, exports, facts, issues, narratives, team
from pantau.operations.checking import Remark
from pantau.operations.issues import IssueView


class Step(StrEnum):
    """The next thing to do on an issue."""

    WRITE = "write"
    SUBMIT = "submit"
    APPROVE = "approve"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """An issue as its page shows it: the narrative's versions newest first.

    officers  whoever ever had a profile, by their ids: what they did stays named
    members   those who are of the team now, and may be chosen for something
    """

    view: IssueView
    narratives: tuple[Narrative, ...]
    officers: dict[OfficerId, Officer]
    members: tuple[Officer, ...]
    changes: tuple[Change, ...] = ()  # of the version that waits for approval, against the one in force

    @property
    def is_first(self) -> bool:
        """Whether no version was approved before the newest."""
        final = (NarrativeStatus.APPROVED, NarrativeStatus.SUPERSEDED)
        return not any(one.status in final for one in self.narratives[1:])

    @property
    def issue(self) -> Issue:
        return self.view.issue

    @property
    def newest(self) -> Narrative | None:
        return self.narratives[0] if self.narratives else None

    @property
    def approved(self) -> Narrative | None:
        return next((one for one in self.narratives if one.status is NarrativeStatus.APPROVED), None)

    def name(self, officer: OfficerId | None) -> str:
        known = self.officers.get(officer) if officer is not None else None
        return known.name if known else ""

    @property
    def next_step(self) -> Step:
        newest = self.newest
        if newest is None:
            return Step.WRITE
        if newest.status is NarrativeStatus.IN_REVIEW:
            return Step.APPROVE
        if newest.status is NarrativeStatus.DRAFT:
            return Step.SUBMIT if newest.house.is_complete else Step.WRITE
        return Step.EXPORT


def opened(desk: Desk, issue: IssueId) -> OpenIssue:
    """Read an issue with all that its page shows. Raises NotFound."""
    view = issues.view(desk, issue)
    officers = {officer.id: officer for officer in team.listed(desk)}
    versions = tuple(narratives.versions(desk, issue))
    waits = bool(versions) and versions[0].status is NarrativeStatus.IN_REVIEW
    changes = narratives.changes(desk, versions[0]) if waits else ()
    return OpenIssue(view, versions, officers, tuple(team.members(desk)), changes)


def listed(desk: Desk, closed: bool) -> tuple[list[Issue], dict[OfficerId, str]]:
    """The issues in order of what is due. Where a statement was approved its deadline is met: nothing is due there."""
    found = [
        issue
        if issue.deadline is None or narratives.approved(desk, issue.id) is None
        else replace(issue, deadline=None)
        for issue in issues.listed(desk, closed=closed)
    ]
    return sorted(found, key=lambda issue: issue.deadline is None), team.names(desk)


def approvers(known: OpenIssue, desk: Desk) -> list[Officer]:
    """Who may approve the open text: an approver or lead who did not write it, the officer here last."""
    newest = known.newest
    wrote = {newest.author} if newest else set()
    may = [
        officer
        for officer in known.members
        if officer.role in (Role.APPROVER, Role.LEAD) and officer.id not in wrote
    ]
    return sorted(may, key=lambda officer: (officer.id == desk.officer.id, officer.name))


class IssuesViewModel(QObject):
    """Every act goes through the operations, checked against the version that the page showed."""

    listed = Signal(object, object)  # list[Issue], names by officer
    opened = Signal(object)  # OpenIssue
    gone = Signal(str)  # the open issue cannot be read
    failed = Signal(str)
    loading = Signal()
    done = Signal(object, str)
    refused = Signal(str)
    exported = Signal(object)  # tuple[Path, ...]

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._around = around
        self._listing = Question(around.worker, self)
        self._opening = Question(around.worker, self)
        self._was_listed = False
        self.with_closed = False
        self.current: IssueId | None = None

    def refresh(self) -> None:
        if not self._was_listed:
            self.loading.emit()
        job = partial(listed, self.desk, self.with_closed)
        self._listing.ask(job, self._show, lambda error: self.failed.emit(self._around.explain(error)))
        self.reread()

    def reread(self) -> None:
        """Read the open issue anew."""
        if self.current is not None:
            self.open(self.current)

    def open(self, issue: IssueId) -> None:
        self.current = issue
        self._opening.ask(
            partial(opened, self.desk, issue),
            self.opened.emit,
            lambda error: self.gone.emit(self._around.explain(error)),
        )

    def set_status(self, issue: Issue, status: Status) -> None:
        said = self._around.say("issue.done.status", status=self._around.say(f"status.{status}"))
        self.act(partial(issues.set_status, self.desk, issue, status), said)

    def assign(self, issue: Issue, to: Officer | None) -> None:
        said = self._around.say("issue.done.assigned", name=to.name if to else "–")
        self.act(partial(issues.assign, self.desk, issue, to.id if to else None), said)

    def rename(self, issue: Issue, title: str) -> None:
        self.act(partial(issues.rename, self.desk, issue, title), self._around.say("issue.done.renamed"))

    def add_fact(self, issue: IssueId, text: str, source: str, then: Callable[[], None]) -> None:
        job = partial(facts.add, self.desk, issue, text, source)
        self.act(job, self._said("fact-added"), lambda _done: then())

    def withdraw_fact(self, issue: IssueId, fact: FactId) -> None:
        self.act(partial(facts.withdraw, self.desk, issue, fact), self._said("fact-withdrawn"))

    def add_note(self, issue: IssueId, text: str, then: Callable[[], None]) -> None:
        self.act(partial(issues.note, self.desk, issue, text), self._said("noted"), lambda _done: then())

    def submit(
        self, narrative: Narrative, then: Callable[[Done[Narrative]], None], failed: Callable[[], None]
    ) -> None:
        said = self._said("submitted")
        self.act(partial(narratives.submit, self.desk, narrative), said, then, failed)

    def withdraw(self, narrative: Narrative) -> None:
        self.act(partial(narratives.withdraw, self.desk, narrative), self._said("withdrawn"))

    def approve(self, narrative: Narrative, who: Officer | str) -> None:
        self.act(lambda: narratives.approve(self._as(who), narrative), self._said("approved"))

    def give_back(self, narrative: Narrative, who: Officer | str, why: str) -> None:
        self.act(lambda: narratives.give_back(self._as(who), narrative, why), self._said("returned"))

    def waive(self, issue: IssueId, remark: Remark, why: str) -> None:
        said = self._around.say("checking.done.waived")
        self.act(partial(checking.waive, self.desk, issue, remark, why), said)

    def export(self, issue: IssueId, formats: Sequence[str], folder: Path, draft: bool) -> None:
        job = partial(exports.export, self.desk, issue, formats, folder, draft=draft)
        self._around.worker.run(job, self._written, self._explain, owner=self)

    def act(
        self,
        job: Callable[[], Done[Any]],
        said: str,
        then: Callable[[Done[Any]], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Do something on a worker's thread, tell of it, and read the page anew."""

        def arrived(done: Done[Any]) -> None:
            if then is not None:
                then(done)
            self.done.emit(done, said)
            self.refresh()

        def broke(error: Exception) -> None:
            if failed is not None:
                failed()
            self._explain(error)

        self._around.worker.run(job, arrived, broke, owner=self)

    def _as(self, who: Officer | str) -> Desk:
        """The desk with the approver at it; somebody named for the first time gets a profile."""
        officer = team.ensure(self.desk, who, Role.APPROVER).value if isinstance(who, str) else who
        return self.desk.as_officer(officer)

    def _said(self, what: str) -> str:
        return self._around.say(f"issue.done.{what}")

    def _show(self, found: tuple[list[Issue], dict[OfficerId, str]]) -> None:
        self._was_listed = True
        self.listed.emit(*found)

    def _written(self, done: Done[tuple[Path, ...]]) -> None:
        self.exported.emit(done.value)
        self.reread()

    def _explain(self, error: Exception) -> None:
        self.refused.emit(self._around.explain(error))
        self.refresh()
