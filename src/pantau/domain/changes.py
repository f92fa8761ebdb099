"""What a reader of the database is told when something in it changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    SOURCE = "source"
    STORY = "story"
    ISSUE = "issue"
    TOPIC = "topic"
    OFFICER = "officer"
    SETTING = "setting"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Change:
    sequence: int
    kind: ChangeKind
    id: int
