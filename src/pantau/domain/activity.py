"""The append-only record of what people and the machine decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pantau.domain.ids import ActivityId, OfficerId


@dataclass(frozen=True, slots=True)
class Activity:
    """A link of the chain: `hash` covers every other field and the hash before it (SHA-256, hex)."""

    id: ActivityId
    at: datetime
    actor: OfficerId | None  # None: the machine
    kind: str
    subject: str  # "story:12", "issue:3"
    facts: dict[str, object]
    before: str
    hash: str
