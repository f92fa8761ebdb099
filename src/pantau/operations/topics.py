"""Standing queries: the shipped ones and the desk's own."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from pantau import assets
from pantau.domain.article import Article
from pantau.domain.errors import Refused
from pantau.domain.ids import TopicId
from pantau.domain.outcome import Done
from pantau.domain.topic import Topic
from pantau.operations.desk import Desk
from pantau.store.database import Database

if TYPE_CHECKING:
    from pantau.language.nodes import Hit

_INSTALLED = "topics_installed"  # names that this database was given: one removed here does not come back


@dataclass(frozen=True, slots=True)
class Tested:
    """A stored article that a query matches, the words that did it, and where each stands."""

    article: Article
    words: tuple[str, ...]
    hits: tuple[Hit, ...] = ()


def shipped() -> list[Topic]:
    """The topics of resources/topics.json."""
    rows = json.loads(assets.path("topics.json").read_text(encoding="utf-8"))
    return [
        Topic(TopicId(0), row["name"], row["query"], row["unit"], row["weight"], shipped=True) for row in rows
    ]


def install_shipped(database: Database) -> int:
    """Put the shipped topics in force that this database has not been given yet; how many there were."""
    with database.read() as tx:
        given = set(tx.settings.get(_INSTALLED, ()))
    fresh = [topic for topic in shipped() if topic.name not in given]
    if not fresh:
        return 0
    with database.write() as tx:
        added = tx.topics.install(fresh)
        tx.settings.set(_INSTALLED, sorted(given | {topic.name for topic in fresh}))
    return added


def listed(desk: Desk) -> list[Topic]:
    with desk.read() as tx:
        return tx.topics.all()


def add(desk: Desk, name: str, query: str, unit: str = "", weight: float = 5.0) -> Done[Topic]:
    """Put a query in force. Raises PantauError "query.syntax.*" and Refused for a name that is taken."""
    from pantau.language import query as queries

    name = name.strip()
    if not name:
        raise Refused("topic.no-name")
    if not 0 <= weight <= 10:
        raise Refused("topic.weight", weight=weight)
    queries.compile(query)
    return _add(desk, Topic(TopicId(0), name, query, unit, weight))


def _add(desk: Desk, topic: Topic) -> Done[Topic]:
    with desk.write() as tx:
        added, fresh = tx.topics.add(topic.name, topic.query, topic.unit, topic.weight, shipped=topic.shipped)
        if not fresh and (added.query, added.weight) != (topic.query, topic.weight):
            raise Refused("topic.name-taken", name=topic.name)
        if not fresh:
            return Done(added, None)
        entry = tx.record("topic.added", f"topic:{added.id}", name=added.name, query=added.query)
    return Done(added, entry, undo=partial(remove, desk, added.id))


def remove(desk: Desk, topic: TopicId) -> Done[Topic]:
    """Take a query out of force. Raises NotFound."""
    with desk.write() as tx:
        gone = tx.topics.remove(topic)
        entry = tx.record("topic.removed", f"topic:{topic}", name=gone.name, query=gone.query)
    return Done(gone, entry, undo=partial(_add, desk, replace(gone, id=TopicId(0))))


def matching(desk: Desk, query: str, limit: int = 100) -> list[Tested]:
    """The stored articles that a query matches, best first. Raises PantauError "query.syntax.*"."""
    from pantau.operations import search

    return [
        Tested(found.article, tuple(dict.fromkeys(found.words)), found.hits)
        for found in search.find(desk, query, limit)
    ]
