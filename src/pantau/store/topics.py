"""Topics: the shipped ones and those that officers added."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound
from pantau.domain.ids import TopicId
from pantau.domain.topic import Topic
from pantau.store.schema import TopicRow

Touch = Callable[[ChangeKind, int], None]


class Topics:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def all(self) -> list[Topic]:
        return [_to_topic(row) for row in self._session.scalars(select(TopicRow).order_by(TopicRow.id))]

    def in_force(self) -> list[Topic]:
        return [topic for topic in self.all() if topic.enabled]

    def add(
        self, name: str, query: str, unit: str, weight: float = 5.0, *, shipped: bool = False
    ) -> tuple[Topic, bool]:
        """The topic of that name, and whether it is new; a known one is left as it is."""
        row = self._session.scalar(select(TopicRow).where(TopicRow.name == name))
        if row is not None:
            return _to_topic(row), False
        row = TopicRow(name=name, query=query, unit=unit, weight=weight, enabled=True, shipped=shipped)
        self._session.add(row)
        self._session.flush()
        self._touch(ChangeKind.TOPIC, row.id)
        return _to_topic(row), True

    def install(self, topics: Iterable[Topic]) -> int:
        """Add the shipped topics that are not there yet; how many were added."""
        return sum(
            self.add(topic.name, topic.query, topic.unit, topic.weight, shipped=True)[1] for topic in topics
        )

    def remove(self, topic: TopicId) -> Topic:
        """Take a topic away. Raises NotFound."""
        row = self._session.get(TopicRow, topic)
        if row is None:
            raise NotFound("topic.not-found", id=topic)
        gone = _to_topic(row)
        self._session.delete(row)
        self._touch(ChangeKind.TOPIC, topic)
        return gone


def _to_topic(row: TopicRow) -> Topic:
    return Topic(TopicId(row.id), row.name, row.query, row.unit, row.weight, row.enabled, row.shipped)
