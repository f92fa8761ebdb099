"""A story while it can still take reports in: the sum of their vectors, the latest of them, where it is set."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter, itemgetter, mul

from pantau.stories.report import Report
from pantau.stories.vectors import POSTED, Vector

TERMS = 48  # terms kept of a story that has several reports
LATEST = 8  # reports of a story that a new one is compared with one by one
_MAIN = 0.2  # of the reports that tell the place told most: a place is the story's as well
_ORDER = attrgetter("at", "report")
_GROWTH = 2  # a story is looked at as a whole when it has grown by one in so many
MEMORY = 50.0  # reports that a story's vector remembers in full


@dataclass(slots=True, eq=False)
class Member:
    """One of the latest reports of a story. `root` is the report that it copies, or itself."""

    report: int
    at: float
    root: int
    terms: tuple[int, ...]
    weights: array[float]
    places: frozenset[str]
    sites: frozenset[str]

    @classmethod
    def of(cls, report: Report, vector: Vector, root: int) -> Member:
        places, sites = _one(report.places), _one(report.sites)
        return cls(report.id, report.at, root, vector.terms, vector.weights, places, sites)

    def own(self) -> dict[int, float]:
        """Weights by term, the heaviest first."""
        return dict(zip(self.terms, self.weights, strict=True))


@dataclass(slots=True)
class ActiveStory:
    """`sums` of the weights of `mass` reports by term; None while there is one, which says it all.

    `sites` and `told` count in how many reports each establishment, each place is named; `places` are those
    that are told by a good part of them: what one report compares it with is no place of the event.
    `due` is the size at which it is compared with other stories, and its strands among themselves.
    `older` are the reports that are not among the latest any more.
    """

    sums: dict[int, float] | None
    mass: float
    size: int
    last: float
    latest: tuple[Member, ...]
    told: dict[str, int] | None
    sites: dict[str, int] | None
    places: frozenset[str]
    due: int = 2
    first: float = 0.0
    older: array[int] | None = None
    _squared: float | None = None

    @classmethod
    def of(cls, report: Report, vector: Vector) -> ActiveStory:
        """A story of one report."""
        return cls.begun(Member.of(report, vector, report.id))

    @classmethod
    def begun(cls, member: Member) -> ActiveStory:
        """The same, of what is remembered of a report."""
        told, sites = _counted(None, member.places), _counted(None, member.sites)
        return cls(None, 1.0, 1, member.at, (member,), told, sites, member.places, first=member.at)

    def take(self, member: Member) -> None:
        """Take a report in."""
        self._blend(zip(member.terms, member.weights, strict=True), 1.0)
        self.size += 1
        if member.at > self.last:
            self.last = member.at
        elif member.at < self.first:
            self.first = member.at
        self._remember((*self.latest, member))
        if member.sites:
            self.sites = _counted(self.sites, member.sites)
        if member.places:
            self._tell(_counted(self.told, member.places))

    def absorb(self, other: ActiveStory) -> None:
        """Take all of another story in."""
        self._blend(other.weights().items(), other.mass)
        self.size += other.size
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        if other.older:
            self.older = (self.older or array("q")) + other.older
        self._remember(tuple(sorted((*other.latest, *self.latest), key=_ORDER)))
        self.sites = _counted(self.sites, other.sites or {})
        self._tell(_counted(self.told, other.told or {}))

    def copy(self) -> ActiveStory:
        """The same story, which goes its own way from here."""
        sums = None if self.sums is None else dict(self.sums)
        older = None if self.older is None else self.older[:]
        return replace(self, sums=sums, older=older)

    def is_due(self) -> bool:
        """Whether it has grown so far that it is to be looked at as a whole."""
        return self.size >= self.due

    def look_later(self) -> None:
        """Be due again when grown by one in _GROWTH."""
        self.due = self.size + max(1, self.size // _GROWTH)

    def reports(self) -> list[int]:
        """All its reports."""
        return [*(self.older or ()), *[member.report for member in self.latest]]

    def weights(self) -> dict[int, float]:
        """The sums; those of an only report are made anew each time, since kept they would take most memory."""
        if self.sums is None:
            return self.latest[0].own()
        return self.sums

    def heaviest(self) -> list[int]:
        """As many of its terms as a report is found by, those that weigh most."""
        sums = self.weights()
        return sorted(sums, key=sums.__getitem__, reverse=True)[:POSTED]

    def squared(self) -> float:
        """The square of the length of the sums, found once until they change."""
        if self._squared is None:
            weights = self.weights().values()
            products: Iterator[float] = map(mul, weights, weights)
            self._squared = sum(products)
        return self._squared

    def terms(self) -> Iterator[int]:
        """Every term that it holds, some of them more than once."""
        yield from self.sums or ()
        for member in self.latest:
            yield from member.terms

    def _remember(self, members: tuple[Member, ...]) -> None:
        gone = members[:-LATEST]
        if gone:
            self.older = (self.older or array("q")) + array("q", [member.report for member in gone])
        self.latest = members[-LATEST:]

    def _tell(self, told: dict[str, int] | None) -> None:
        self.told = told
        least = max(told.values()) * _MAIN if told else 0.0
        self.places = _one(frozenset([place for place, times in (told or {}).items() if times >= least]))

    def _blend(self, terms: Iterable[tuple[int, float]], mass: float) -> None:
        """Add the vectors of other reports. Light terms go; beyond twice MEMORY the old fades."""
        sums = self.weights()
        for term, weight in terms:
            sums[term] = sums.get(term, 0.0) + weight
        self.mass += mass
        if len(sums) > 2 * TERMS:
            sums = dict(sorted(sums.items(), key=itemgetter(1), reverse=True)[:TERMS])
        if self.mass > 2 * MEMORY:
            fading = MEMORY / self.mass
            sums = {term: weight * fading for term, weight in sums.items()}
            self.mass = MEMORY
        self.sums, self._squared = sums, None


@lru_cache(16_384)
def _one(names: frozenset[str]) -> frozenset[str]:
    """One object for all sets that are equal: a few are named again and again."""
    return names


def _counted(counts: dict[str, int] | None, more: Iterable[str]) -> dict[str, int] | None:
    """Counts with those of others, or with one for each name, added; None for none, as most reports have."""
    found = dict(counts or {})
    times = more if isinstance(more, dict) else {}
    for name in sorted(more):
        found[name] = found.get(name, 0) + times.get(name, 1)
    return found or None
