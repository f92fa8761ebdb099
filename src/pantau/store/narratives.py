"""Versions of an issue's narrative. What may change in which state is held by triggers, not by this module alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound, Stale
from pantau.domain.ids import IssueId, NarrativeId, OfficerId
from pantau.domain.issue import House, Narrative, NarrativeStatus
from pantau.store.schema import NarrativeRow

Touch = Callable[[ChangeKind, int], None]

_DECIDED = (NarrativeStatus.APPROVED.value, NarrativeStatus.SUPERSEDED.value)


class Narratives:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def of(self, issue: IssueId) -> list[Narrative]:
        """All versions of an issue, newest first."""
        rows = self._session.scalars(
            select(NarrativeRow).where(NarrativeRow.issue_id == issue).order_by(NarrativeRow.number.desc())
        )
        return [_to_narrative(row) for row in rows]

    def ever_approved(self) -> list[Narrative]:
        """Every version of every issue that was approved, also those that a later one took the place of."""
        rows = self._session.scalars(
            select(NarrativeRow)
            .where(NarrativeRow.status.in_(_DECIDED))
            .order_by(NarrativeRow.issue_id, NarrativeRow.number)
        )
        return [_to_narrative(row) for row in rows]

    def approved(self) -> Iterator[tuple[IssueId, int, str | None]]:
        """Every version that was ever approved: its issue, its number, the hash of the text as it now stands.

        The hash is None where it is not the one that the row claims, or what stands there is no text at all.
        """
        keys = select(NarrativeRow.id, NarrativeRow.issue_id, NarrativeRow.number)
        for row in self._session.execute(keys.where(NarrativeRow.status.in_(_DECIDED))).all():
            yield IssueId(row.issue_id), row.number, self._sound_sha(NarrativeId(row.id))

    def _sound_sha(self, narrative: NarrativeId) -> str | None:
        try:
            row = self._row(narrative)
            sha = house_sha(_house(row))
        except (ValueError, TypeError, AttributeError):
            return None
        return sha if sha == row.sha else None

    def get(self, narrative: NarrativeId) -> Narrative:
        return _to_narrative(self._row(narrative))

    def draft(self, issue: IssueId, house: House, author: OfficerId, at: datetime) -> Narrative:
        """Begin the next version."""
        number = 1 + max((version.number for version in self.of(issue)), default=0)
        row = NarrativeRow(
            issue_id=issue,
            number=number,
            status=NarrativeStatus.DRAFT.value,
            umbrella=house.umbrella,
            messages=list(house.messages),
            author=author,
            edited=at,
            returned_because="",
            version=1,
        )
        self._session.add(row)
        self._session.flush()
        self._touch(ChangeKind.ISSUE, issue)
        return _to_narrative(row)

    def write(self, narrative: Narrative, house: House, author: OfficerId, at: datetime) -> Narrative:
        """Change the text: whatever was in review is a draft again. Raises Stale."""
        row = self._seen(narrative)
        row.umbrella, row.messages = house.umbrella, list(house.messages)
        row.author, row.edited = author, at
        row.status, row.sha, row.submitted = NarrativeStatus.DRAFT.value, None, None
        return self._saved(row)

    def submit(self, narrative: Narrative, at: datetime) -> Narrative:
        """Put to review, the text pinned by its SHA-256. Raises Stale."""
        row = self._seen(narrative)
        row.status, row.submitted = NarrativeStatus.IN_REVIEW.value, at
        row.sha, row.returned_because = house_sha(_house(row)), ""
        return self._saved(row)

    def give_back(self, narrative: Narrative, why: str) -> Narrative:
        """Back to its author as a draft. Raises Stale."""
        row = self._seen(narrative)
        row.status, row.returned_because = NarrativeStatus.DRAFT.value, why
        row.sha, row.submitted = None, None
        return self._saved(row)

    def approve(self, narrative: Narrative, by: OfficerId, at: datetime) -> Narrative:
        """Approve the text that was put to review; older approved versions are superseded. Raises Stale, Refused."""
        row = self._seen(narrative)
        for older in self._session.scalars(
            select(NarrativeRow).where(
                NarrativeRow.issue_id == row.issue_id,
                NarrativeRow.status == NarrativeStatus.APPROVED.value,
                NarrativeRow.id != row.id,
            )
        ):
            older.status = NarrativeStatus.SUPERSEDED.value
            older.version += 1
        row.status, row.approved_by, row.approved = NarrativeStatus.APPROVED.value, by, at
        return self._saved(row)

    def _seen(self, narrative: Narrative) -> NarrativeRow:
        row = self._row(narrative.id)
        if row.version != narrative.version:
            raise Stale("narrative.stale", issue=narrative.issue)
        return row

    def _saved(self, row: NarrativeRow) -> Narrative:
        row.version += 1
        self._session.flush()
        self._touch(ChangeKind.ISSUE, row.issue_id)
        return _to_narrative(row)

    def _row(self, narrative: NarrativeId) -> NarrativeRow:
        row = self._session.get(NarrativeRow, narrative)
        if row is None:
            raise NotFound("narrative.not-found", id=narrative)
        return row


def house_sha(house: House) -> str:
    """SHA-256 of the text as approved, each part on a line of its own."""
    text = "\n\x1f".join((house.umbrella, *house.messages))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _house(row: NarrativeRow) -> House:
    first, second, third = ([*row.messages, "", "", ""])[:3]
    return House(row.umbrella, (first, second, third))


def _to_narrative(row: NarrativeRow) -> Narrative:
    return Narrative(
        id=NarrativeId(row.id),
        issue=IssueId(row.issue_id),
        number=row.number,
        status=NarrativeStatus(row.status),
        house=_house(row),
        author=OfficerId(row.author),
        edited=row.edited,
        sha=row.sha,
        submitted=row.submitted,
        approved_by=None if row.approved_by is None else OfficerId(row.approved_by),
        approved=row.approved,
        returned_because=row.returned_because,
        version=row.version,
    )
