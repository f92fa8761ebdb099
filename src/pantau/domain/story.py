"""A story: reports of one event, what the machine read from them, and why it stands where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pantau.domain.ids import ArticleId, IssueId, StoryId


class RegionKind(StrEnum):
    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"


class ToneLabel(StrEnum):
    """Tone towards the ministry, not the sadness of the event."""

    NEGATIVE = "negatif"
    NEUTRAL = "netral"
    POSITIVE = "positif"


class RiskKind(StrEnum):
    HOAX = "hoaks"
    HATE = "ujaran_kebencian"
    INCITEMENT = "provokasi"


class Mark(StrEnum):
    """What an officer decided about a story short of taking it up."""

    WATCHED = "watched"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a text that led to a judgement; offsets are Python string indices."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A place by its official code and its name without the kind ("Malang", kota, "35.73")."""

    name: str
    code: str
    kind: RegionKind
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Tone:
    label: ToneLabel = ToneLabel.NEUTRAL
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Risk:
    kind: RiskKind
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the language room makes of a text. Units are names of the shipped set, two at most."""

    language: str = ""
    topics: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    units: tuple[str, ...] = ()
    tone: Tone = Tone()
    risks: tuple[Risk, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a score: `points` of all reasons add up to it.

    key    names the sentence ("pace", "breadth", "tier", "topic", "risk", "unanswered", ...)
    value  the figure behind it
    facts  what the sentence tells
    """

    key: str
    value: float
    points: float
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100, to one decimal; `alert` when it is above the alert score in force."""

    points: float
    reasons: tuple[Reason, ...]
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A story as the queue shows it. `curve` counts reports in steps of ten minutes, oldest first.

    `thread` is shared by stories of one affair; None for one that is an affair of its own.
    """

    id: StoryId
    title: str
    score: float
    alert: bool
    reasons: tuple[Reason, ...]
    articles: int
    sources: int
    first_seen: datetime
    last_seen: datetime
    headline: ArticleId
    topics: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    units: tuple[str, ...] = ()
    tone: ToneLabel = ToneLabel.NEUTRAL
    risks: tuple[RiskKind, ...] = ()
    curve: tuple[tuple[datetime, int], ...] = ()
    mark: Mark | None = None
    issue: IssueId | None = None
    thread: StoryId | None = None
