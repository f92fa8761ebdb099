"""A source: one feed, who publishes it and how it fares."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pantau.domain.ids import SourceId


class Tier(StrEnum):
    """How far a source's word carries."""

    NATIONAL = "national"
    REGIONAL = "regional"
    OFFICIAL = "official"
    FACT_CHECKER = "fact-checker"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source as somebody adds it. `region` is an official code ("61"), or None for the whole country."""

    url: str
    name: str = ""
    tier: Tier = Tier.REGIONAL
    region: str | None = None
    intranet: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave to ask again with (RFC 9110, 13.1), and the hash of the last body seen."""

    etag: str | None = None
    last_modified: str | None = None
    body_sha: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A stored source. Times are UTC; `error` is the key of the last failure, None while it is well."""

    id: SourceId
    url: str
    name: str
    tier: Tier
    region: str | None
    enabled: bool
    intranet: bool
    muted: bool
    validators: Validators
    last_polled: datetime | None
    last_ok: datetime | None
    status: int | None
    error: str | None
    error_facts: dict[str, object] = field(default_factory=dict)
    failures: int = 0
    articles: int = 0
    interval_minutes: float = 15.0
    next_due: datetime | None = None
