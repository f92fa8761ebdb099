"""What officers' decisions teach: topics and sources whose stories they dismiss lose a little, those taken up gain.

Nothing is remembered but the decisions themselves, so one that is taken back teaches nothing any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)

_DAY = 86_400.0
_HALF = 7.0  # days after which a decision counts half
_DOUBT = 3.0  # decisions that nobody took, so that few teach little
_FEWEST = 3  # decisions before there is a lesson
_OWN = 3  # outlets at most for a story to say something about its sources


@dataclass(frozen=True, slots=True)
class Decision:
    """A story that officers took up or dismissed; `at` in seconds since 1970."""

    taken: bool
    at: float
    topics: tuple[str, ...] = ()
    sources: frozenset[int] = frozenset()


class Lesson(NamedTuple):
    """`lean` -1 (always dismissed) to 1 (always taken up); `name` is the topic's, "" for a source."""

    name: str
    lean: float
    taken: int
    dismissed: int

    @property
    def key(self) -> str:
        """Names its sentence."""
        kind = "topic" if self.name else "source"
        return f"officers.{kind}.{'taken' if self.lean > 0 else 'dismissed'}"


class Lessons:
    """Lessons by topic and source."""

    def __init__(self, decisions: Iterable[Decision] = (), *, now: float = 0.0) -> None:
        by_topic: defaultdict[str, list[Decision]] = defaultdict(list)
        by_source: defaultdict[int, list[Decision]] = defaultdict(list)
        for decision in decisions:
            for topic in decision.topics:
                by_topic[topic].append(decision)
            for source in decision.sources if len(decision.sources) <= _OWN else ():
                by_source[source].append(decision)
        self._topics = _learned(by_topic, now)
        self._sources = _learned(by_source, now)

    def of(self, topic: str, sources: Iterable[int]) -> Lesson | None:
        """The lesson for a story by its topic, else by its sources, if these are few; None without one."""
        if lesson := self._topics.get(topic):
            return lesson._replace(name=topic)
        if not self._sources:
            return None
        found = [self._sources.get(source) for source in sources]
        if not found or len(found) > _OWN or None in found:
            return None
        return min((lesson for lesson in found if lesson), key=lambda lesson: abs(lesson.lean))


def _learned(decided: dict[K, list[Decision]], now: float) -> dict[K, Lesson]:
    return {key: _lesson(each, now) for key, each in decided.items() if len(each) >= _FEWEST}


def _lesson(decisions: Iterable[Decision], now: float) -> Lesson:
    weights = {True: 0.0, False: 0.0}
    counts = {True: 0, False: 0}
    for decision in decisions:
        weights[decision.taken] += 0.5 ** (max(0.0, now - decision.at) / _DAY / _HALF)
        counts[decision.taken] += 1
    lean = (weights[True] - weights[False]) / (weights[True] + weights[False] + _DOUBT)
    return Lesson("", lean, counts[True], counts[False])
