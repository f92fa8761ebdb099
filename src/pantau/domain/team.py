"""Officers, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pantau.domain.ids import OfficerId


class Role(StrEnum):
    MONITOR = "monitor"
    DRAFTER = "drafter"
    APPROVER = "approver"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Officer:
    id: OfficerId
    name: str
    role: Role
