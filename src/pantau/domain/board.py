"""The claim board of a story: what was said of each thing, by whom and when, and what holds officially."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pantau.domain.claims import ClaimKind
from pantau.domain.ids import ArticleId

Figure = int | float | str


class Stance(StrEnum):
    """How a report stands to what it tells."""

    SAID = "said"
    RUMOURED = "rumoured"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a claim is about: two claims of one topic are one line, however they are worded.

    state   what happened to those counted: "dead", "injured", ...; "" where nothing did
    thing   what is counted, in plain words: "warga binaan", "penerbangan"; "" for people of any sort
    part    which part of those is meant: "petugas" of the injured; "" for all
    """

    kind: ClaimKind
    state: str = ""
    thing: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of one text.

    text    its words there
    high    the upper end of a vague figure ("belasan"); None for one value
    phrase  what is counted, in the words of the text: "pemohon mendapat jadwal pengganti"
    about   stems of the words around it, by which two counts of the same noun are told apart
    """

    topic: Topic
    value: Figure
    text: str
    unit: str = ""
    high: Figure | None = None
    speaker: str = ""
    stance: Stance = Stance.SAID
    phrase: str = ""
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Copied:
    """A report that repeats another one's words."""

    article: ArticleId
    source: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Value:
    """A claim as one report made it. `first`: nobody in the story said this value before."""

    told: Told
    article: ArticleId
    source: str
    at: datetime
    first: bool
    copies: tuple[Copied, ...] = ()


@dataclass(frozen=True, slots=True)
class Official:
    """What holds officially; a told of stance DENIED says that the reports' value does not.

    source   the outlet, or what a fact rests on; "" for the approved narrative
    article  None where the desk's own words say it
    version  the approved narrative's number, None where another source says it
    """

    told: Told
    source: str
    at: datetime | None
    article: ArticleId | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One topic with everything that was said of it, by time.

    phrase  what is counted, in the words of the first report
    steps   how the value moved: each that took the place of another, without those that a report calls false
    """

    topic: Topic
    unit: str
    phrase: str
    values: tuple[Value, ...]
    steps: tuple[Told, ...]
    official: Official | None = None

    @property
    def outlets(self) -> int:
        """How many outlets carried it, those that copied too."""
        every = {value.source for value in self.values}
        return len(every | {copy.source for value in self.values for copy in value.copies})

    @property
    def is_disputed(self) -> bool:
        """Whether the value moved, or some report calls another's false."""
        return len(self.steps) > 1 or any(value.told.stance is Stance.DENIED for value in self.values)
