"""What the engine remembers of a story while it is active: its reports, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from pantau.domain.source import Tier
from pantau.domain.story import Reading
from pantau.engine.summary import Summary
from pantau.stories.activity import StoryActivity

SUMMED = 3  # reports


@dataclass(frozen=True, slots=True)
class Mention:
    """One report of a story, with what scoring and naming need of it.

    severity, word  how grave it sounds, 0 to 1, and the kind of word that says so
    """

    article: int
    source: int
    tier: Tier
    at: datetime
    title: str
    reading: Reading
    copy_of: int | None = None
    severity: float = 0.0
    word: str = ""


@dataclass(slots=True)
class Counted:
    """What scoring has counted of a story: the first `taken` reports, by the settings of `scoring`."""

    scoring: object
    activity: StoryActivity = field(default_factory=StoryActivity)
    taken: int = 0


@dataclass(slots=True)
class Dossier:
    """The reports of a story, in the order of their arrival.

    Most stories have one report and never another, so what they add up to is kept from SUMMED reports on.
    """

    story: int
    mentions: list[Mention] = field(default_factory=list)
    counted: Counted | None = None
    _summary: Summary | None = None

    @property
    def last_seen(self) -> datetime:
        return max(mention.at for mention in self.mentions) if self._summary is None else self.summary().last

    @property
    def is_long(self) -> bool:
        """Whether counts of it are worth keeping."""
        return len(self.mentions) >= SUMMED

    def summary(self) -> Summary:
        """What its reports so far add up to; at least one must be there."""
        summary = self._summary or Summary()
        for mention in self.mentions[summary.reports :] if summary.reports else self.mentions:
            summary.add(
                mention.article, mention.source, mention.tier, mention.at, mention.title, mention.reading
            )
        if self.is_long:
            self._summary = summary
        return summary
