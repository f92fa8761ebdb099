"""What a feed says, before anything of it is believed: the common ground of all ways of reading one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

MOST_ENTRIES = 2_000  # of one feed; one more is read, to tell that there are


class Passage(NamedTuple):
    """A text of an entry as it came. `base` is the address for its relative links, "" for the feed's own."""

    text: str
    is_markup: bool
    base: str = ""


@dataclass(slots=True)
class RawEntry:
    """An entry. `dates` stand in the order in which they are to be believed, `passages` in any."""

    guid: str = ""
    link: str = ""
    title: str = ""
    authors: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RawFeed:
    """A feed. `ttl`, `period` and `frequency` are what it says of how often to come back (see `interval`)."""

    format: str = ""
    title: str = ""
    site: str = ""
    language: str = ""
    ttl: str = ""
    period: str = ""
    frequency: str = ""
    entries: list[RawEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    parser: str = "none"
