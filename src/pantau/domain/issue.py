"""An issue: a matter that officers have taken up, its facts, and the one account of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pantau.domain.ids import ArticleId, FactId, IssueId, NarrativeId, OfficerId, StoryId


class Status(StrEnum):
    OPEN = "open"
    HANDLING = "handling"
    ANSWERED = "answered"
    CLOSED = "closed"


class NarrativeStatus(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Issue:
    """`version` rises with every change; a change made on an older one is refused as stale."""

    id: IssueId
    title: str
    status: Status
    owner: OfficerId | None
    deadline: datetime | None
    opened: datetime
    opened_by: OfficerId
    stories: tuple[StoryId, ...]
    version: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    by: OfficerId
    at: datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an issue with where it comes from: an article, an address or a named document."""

    id: FactId
    text: str
    source: str
    article: ArticleId | None
    by: OfficerId
    at: datetime


@dataclass(frozen=True, slots=True)
class House:
    """The message house: the umbrella message and three key messages (empty strings while unwritten)."""

    umbrella: str = ""
    messages: tuple[str, str, str] = ("", "", "")

    @property
    def is_empty(self) -> bool:
        return not (self.umbrella.strip() or any(message.strip() for message in self.messages))

    @property
    def is_complete(self) -> bool:
        return bool(self.umbrella.strip()) and all(message.strip() for message in self.messages)


@dataclass(frozen=True, slots=True)
class Narrative:
    """One version of an issue's narrative. `sha` pins the text that was put to review."""

    id: NarrativeId
    issue: IssueId
    number: int
    status: NarrativeStatus
    house: House
    author: OfficerId
    edited: datetime
    sha: str | None = None
    submitted: datetime | None = None
    approved_by: OfficerId | None = None
    approved: datetime | None = None
    returned_because: str = ""
    version: int = 1
