"""What came of polling a source once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from pantau.domain.article import Entry
from pantau.domain.ids import ArticleId, SourceId
from pantau.domain.source import Validators


@dataclass(frozen=True, slots=True)
class Poll:
    """The outcome of one visit, to be stored in one transaction with the entries.

    at            when it was asked, UTC
    next_due      when to ask again, UTC
    status        HTTP status, None when no answer came
    error         key of the failure, None when it went well (an unchanged feed is well)
    moved_to      the address to use from now on (a permanent redirect), None to keep the old one
    title         the feed's own title, "" when unknown
    """

    source: SourceId
    at: datetime
    next_due: datetime
    interval_minutes: float
    status: int | None = None
    error: str | None = None
    error_facts: dict[str, object] = field(default_factory=dict)
    validators: Validators | None = None
    moved_to: str | None = None
    title: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What storing a poll changed.

    new      articles stored now, oldest first; `entries` says at which place of the poll each one's entry stood
    revised  articles whose wording their own source changed
    known    how many entries were there already
    """

    new: tuple[ArticleId, ...] = ()
    entries: tuple[int, ...] = ()
    revised: tuple[ArticleId, ...] = ()
    known: int = 0
