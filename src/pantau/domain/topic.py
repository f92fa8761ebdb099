"""A topic: a standing query that a unit owns."""

from __future__ import annotations

from dataclasses import dataclass

from pantau.domain.ids import TopicId


@dataclass(frozen=True, slots=True)
class Topic:
    """`weight` 0 to 10: how much a match matters; `query` in the language of `language.query`."""

    id: TopicId
    name: str
    query: str
    unit: str
    weight: float = 5.0
    enabled: bool = True
    shipped: bool = False
