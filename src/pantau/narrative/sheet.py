"""What a document about a narrative says, before anybody asks in which form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pantau import words
from pantau.domain.issue import Narrative, NarrativeStatus

_OUT = (NarrativeStatus.APPROVED, NarrativeStatus.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a narrative with what lets a reader check it.

    title     the issue's
    approver  "" while nobody has approved
    sha       SHA-256 of the text (`store.narratives.house_sha`), hex
    chain     the newest link of the activity chain when the document was made, hex
    """

    title: str
    narrative: Narrative
    author: str
    approver: str
    sha: str
    chain: str
    language: str = "id"

    @property
    def is_draft(self) -> bool:
        """Whether this text was never approved: such a document says so wherever it is looked at."""
        return self.narrative.status not in _OUT or self.narrative.approved is None

    def say(self, key: str, **facts: object) -> str:
        return words.say(f"document.{key}", self.language, **facts)

    @property
    def warning(self) -> str:
        """What stands above the text of a draft, or of a version that is no longer in force; "" for a good one."""
        if self.is_draft:
            return self.say("draft")
        return self.say("superseded") if self.narrative.status is NarrativeStatus.SUPERSEDED else ""

    @property
    def standing(self) -> str:
        """Version, and by whom and when it was approved, or last written on."""
        number = str(self.narrative.number)
        if self.is_draft or self.narrative.approved is None:
            return self.say("written", number=number, name=self.author, at=self._at(self.narrative.edited))
        return self.say("approved", number=number, name=self.approver, at=self._at(self.narrative.approved))

    @property
    def proof(self) -> tuple[str, ...]:
        """The lines under the text: standing, author, fingerprints."""
        return (
            self.standing,
            self.say("author", name=self.author),
            self.say("sha", sha=self.sha),
            self.say("chain", sha=self.chain),
        )

    def _at(self, moment: datetime) -> str:
        day, clock = words.day(moment, language=self.language), words.clock(moment, language=self.language)
        return f"{day}, {clock}"
