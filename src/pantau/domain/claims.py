"""What a text claims, with positions, and what a check of one text against another found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ClaimKind(StrEnum):
    FIGURE = "figure"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    NAME = "name"
    TITLE = "title"
    OFFICE = "office"
    PLACE = "place"
    LEGAL = "legal"
    QUOTE = "quote"
    NEGATION = "negation"
    MODALITY = "modality"
    CERTAINTY = "certainty"
    ORDER = "order"


class Bound(StrEnum):
    """How exactly a figure is meant."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a text says; `start` and `end` are Python string indices.

    value    a number for figures, percentages, durations and money (in whole currency units); an ISO date
             ("2026-11-24", "--11-24" without its year), "14:00" for a time; canonical text for the rest
    unit     what the value is measured in: the counted noun, "%", a currency's code, a zone, a kind of law
    subject  what it is about, in the words of the text
    high     the upper end of a span or of a vague figure ("belasan"); None for one value
    parts    a structured value: (law, article, paragraph, letter) of a legal reference, (year, month, day,
             weekday) of a date, "" where not said
    """

    kind: ClaimKind
    text: str
    start: int
    end: int
    value: str | int | float | None
    unit: str = ""
    subject: str = ""
    high: str | int | float | None = None
    bound: Bound = Bound.EXACT
    parts: tuple[str, ...] = ()


class FindingKind(StrEnum):
    FIGURE = "figure"
    UNIT = "unit"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    ZONE = "zone"
    NAME = "name"
    TITLE = "title"
    OFFICE = "office"
    PLACE = "place"
    LEGAL = "legal"
    NEGATION = "negation"
    MODALITY = "modality"
    CERTAINTY = "certainty"
    QUOTE = "quote"
    CLAIM = "claim"
    ORDER = "order"
    FORBIDDEN = "forbidden"
    OUTDATED = "outdated"


class Severity(StrEnum):
    """How much a finding weighs: information never makes a text unfaithful."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class DriftFinding:
    """Where a variant says something else than its narrative; `start` and `end` count in the variant.

    expected  what the narrative says instead, "" where it says nothing of the kind
    source    the narrative's sentence, "" where none speaks of it
    fix       the text to put in place of `text`, "" where a person has to write it
    """

    kind: FindingKind
    text: str
    start: int
    end: int
    expected: str
    source: str
    fix: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Check:
    """A variant against its narrative. Missing messages leave a text faithful, as findings of INFO do."""

    findings: tuple[DriftFinding, ...]
    missing_messages: tuple[str, ...]

    @property
    def faithful(self) -> bool:
        return all(finding.severity is Severity.INFO for finding in self.findings)
