"""Groups reports into stories as they arrive; nothing looks into the future.

A report is compared with the stories that share its rarest terms. Likeness is the mean cosine to the
story's reports (average link, from the sum of their vectors) times the rarity of the three rarest terms
that they share, which keeps "another prison break" apart from this one; it fades with time, and with
places that contradict. Stories that a later report shows to be one are merged.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import count, repeat
from math import exp
from operator import itemgetter, mul

from pantau.stories.postings import Postings
from pantau.stories.report import Placement, Report
from pantau.stories.vectors import POSTED, Vector, Vocabulary

_RARE = 3  # terms that say whether two texts are of one event, not only of one kind
_TERMS = 48  # terms kept of a story that has several reports
_LATEST = 8  # reports of a story that a new one is compared with one by one
_RIVALS = 3  # next best stories that may prove to be the same
_CAPITAL = "31"
_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """How alike is alike enough, 0 to 1.

    alone, contested  least likeness to join the best story when no other comes near it, or one comes even
    merge             least likeness of two stories that are one
    copy              least cosine of a report that repeats another
    fade, reach       hours: after `fade` likeness is down to a third, beyond `reach` a story is closed
    elsewhere         factor when the places of a report and a story contradict
    memory            reports that a story's vector remembers in full
    """

    alone: float = 0.155
    contested: float = 0.265
    merge: float = 0.18
    copy: float = 0.9
    fade: float = 96.0
    reach: float = 72.0
    elsewhere: float = 0.2
    candidates: int = 24
    memory: float = 50.0


@dataclass(slots=True)
class _Member:
    """One of the latest reports of a story. `root` is the report that it copies, or itself."""

    report: int
    root: int
    terms: array[int]
    weights: array[float]


@dataclass(slots=True)
class _Story:
    """`sums` of the weights of `mass` reports by term; None while there is one, which says it all."""

    sums: dict[int, float] | None
    mass: float
    size: int
    last: float
    latest: tuple[_Member, ...]
    places: frozenset[str]


class Grouper:
    """The active stories. Its numbers for stories are permanent; the caller stores them.

    first_id  the first number to give to a story
    """

    def __init__(self, settings: GroupingSettings | None = None, *, first_id: int = 1) -> None:
        self._settings = settings or GroupingSettings()
        self._ids: Iterator[int] = count(first_id)
        self._vocabulary = Vocabulary()
        self._postings = Postings()
        self._stories: dict[int, _Story] = {}
        self._became: dict[int, int] = {}
        self._merges: list[tuple[int, int]] = []
        self._held: set[int] = set()

    def __len__(self) -> int:
        """Active stories."""
        return len(self._stories)

    def place(self, report: Report) -> Placement:
        """Put a report into the story that it belongs to, or begin one with it.

        Reports come in the order of `report.in_order`; a late one is compared as if it came now.
        """
        vector = self._vocabulary.read(report.document)
        ranked = self._ranked(vector, report)
        if not ranked or ranked[0][0] < self._least(ranked):
            return self._begin(report, vector)
        likeness, story = ranked[0]
        nearest, similarity = self._nearest(story, vector)
        root = nearest.root if similarity >= self._settings.copy else None
        self._add(story, report, vector, root)
        story = self._merge_into(story, ranked[1:])
        return Placement(story, min(likeness, 1.0), nearest.report, False, root)

    def restore(self, reports: Iterable[tuple[Report, int]]) -> None:
        """Take up reports with the stories that they are in, oldest first, as after a restart."""
        highest = 0
        for report, story in reports:
            vector = self._vocabulary.read(report.document)
            if story in self._stories:
                nearest, similarity = self._nearest(story, vector)
                self._add(story, report, vector, nearest.root if similarity >= self._settings.copy else None)
            else:
                self._open(story, report, vector)
            highest = max(highest, story)
        self._ids = count(max(next(self._ids), highest + 1))

    def forget(self, before: float) -> int:
        """Drop stories without a report since `before`, seconds since 1970; how many are left."""
        self._stories = {key: story for key, story in self._stories.items() if story.last >= before}
        self._became = {old: new for old, new in self._became.items() if new in self._stories}
        self._held.intersection_update(self._stories)
        self._postings.keep(self._stories)
        self._vocabulary.prune({term for story in self._stories.values() for term in _terms(story)})
        return len(self._stories)

    def hold(self, story: int) -> None:
        """Mark a story that people work on: it may take others in, but never ends in another."""
        self._held.add(self._now(story))

    def merges(self) -> list[tuple[int, int]]:
        """Pairs (loser, winner) since this was last asked, in the order in which they happened."""
        found, self._merges = self._merges, []
        return found

    # --- likeness

    def _ranked(self, vector: Vector, report: Report) -> list[tuple[float, int]]:
        """Stories like a report, the most alike first; the younger story first among equals."""
        own = dict(zip(vector.terms, vector.weights, strict=True))
        floor = self._settings.alone / 2
        found = []
        for key in self._candidates(vector):
            story = self._stories[key]
            likeness = _likeness(story, own, vector.rarity)
            if likeness >= floor:
                likeness *= self._closeness(story, report)
                if likeness >= floor:
                    found.append((likeness, key))
        found.sort(reverse=True)
        return found

    def _least(self, ranked: list[tuple[float, int]]) -> float:
        """What the best story must reach: less when it is far ahead of the next, which is then no rival."""
        settings = self._settings
        rivalry = ranked[1][0] / ranked[0][0] if len(ranked) > 1 else 0.0
        return settings.alone + (settings.contested - settings.alone) * rivalry

    def _candidates(self, vector: Vector) -> list[int]:
        """Stories listed under the most of a report's terms. The three weightiest terms count twice."""
        counted = self._postings.count(vector.terms[:POSTED])
        if not counted:
            return []
        least = max(2, (max(counted.values()) + 1) // 2)
        shared = [(times, key) for key, times in counted.items() if times >= least]
        limit = self._settings.candidates
        if len(shared) > limit:
            shared.sort(reverse=True)
            del shared[limit:]
        found = dict.fromkeys(self._now(key) for _, key in shared)
        return [key for key in found if key in self._stories]

    def _closeness(self, story: _Story, report: Report) -> float:
        settings = self._settings
        hours = abs(report.at - story.last) / _HOUR
        if hours > settings.reach:
            return 0.0
        close = exp(-hours / settings.fade)
        if report.places and story.places and _contradict(report.places, story.places):
            close *= settings.elsewhere
        return close

    def _nearest(self, key: int, vector: Vector) -> tuple[_Member, float]:
        own = dict(zip(vector.terms, vector.weights, strict=True)).get
        best, most = self._stories[key].latest[-1], -1.0
        for member in reversed(self._stories[key].latest):
            likeness = _dot(own, member.terms, member.weights)
            if likeness > most:
                best, most = member, likeness
        return best, most

    # --- changes

    def _begin(self, report: Report, vector: Vector) -> Placement:
        key = next(self._ids)
        self._open(key, report, vector)
        return Placement(key, 0.0, None, True)

    def _open(self, key: int, report: Report, vector: Vector) -> None:
        member = _Member(report.id, report.id, vector.terms, vector.weights)
        self._stories[key] = _Story(None, 1.0, 1, report.at, (member,), report.places)
        self._postings.add(key, vector.terms[:POSTED])

    def _add(self, key: int, report: Report, vector: Vector, root: int | None) -> None:
        story = self._stories[key]
        member = _Member(report.id, report.id if root is None else root, vector.terms, vector.weights)
        _blend(story, zip(vector.terms, vector.weights, strict=True), 1.0, self._settings.memory)
        story.size += 1
        story.last = max(story.last, report.at)
        story.latest = (*story.latest[1 - _LATEST :], member)
        story.places |= report.places
        self._postings.add(key, vector.terms[:POSTED])

    def _merge_into(self, key: int, others: list[tuple[float, int]]) -> int:
        """Merge other stories that the report of the moment is like into its own, if they are one."""
        for likeness, other in others[:_RIVALS]:
            one, two = self._stories[key], self._stories[other]
            # Two stories that are both in people's hands only people may join.
            if likeness < self._settings.merge or self._apart(one, two) or self._held >= {key, other}:
                continue
            if self._link(one, two) < self._settings.merge:
                continue
            if self._wins(other, key):
                key, other = other, key
            self._merge(key, other)
        return key

    def _link(self, one: _Story, two: _Story) -> float:
        """Likeness of two stories: as that of a report, over all pairs of their reports."""
        own = {term: weight / one.mass for term, weight in _opened(one).items()}
        return _likeness(two, own, self._vocabulary.rarity(own))

    def _apart(self, one: _Story, two: _Story) -> bool:
        return bool(one.places and two.places) and _contradict(one.places, two.places)

    def _wins(self, key: int, other: int) -> bool:
        if (key in self._held) != (other in self._held):
            return key in self._held
        return (self._stories[key].size, -key) > (self._stories[other].size, -other)

    def _merge(self, winner: int, loser: int) -> None:
        one, two = self._stories[winner], self._stories.pop(loser)
        _blend(one, _opened(two).items(), two.mass, self._settings.memory)
        one.size += two.size
        one.last = max(one.last, two.last)
        one.latest = (*two.latest, *one.latest)[-_LATEST:]
        one.places |= two.places
        self._postings.add(winner, nlargest(POSTED, _opened(one), key=_opened(one).__getitem__))
        self._became[loser] = winner
        self._merges.append((loser, winner))

    def _now(self, key: int) -> int:
        """The story that a story has become."""
        became = self._became
        while key in became:
            key = became[key]
        return key


def _dot(own: Callable[[int, float], float], terms: array[int], weights: array[float]) -> float:
    products: Iterator[float] = map(mul, map(own, terms, repeat(0.0)), weights)
    return sum(products)


def _likeness(story: _Story, own: dict[int, float], rarity: dict[int, float]) -> float:
    """Mean cosine to the story's reports times the mean rarity of the three rarest shared terms."""
    cosine = 0.0
    rare = []
    if story.sums is None:
        single = story.latest[0]
        for term, weight in zip(single.terms, single.weights, strict=True):
            if term in own:
                cosine += own[term] * weight
                rare.append(rarity[term])
    else:
        sums, mass = story.sums, story.mass
        for term in own.keys() & sums.keys():
            weight, mean = own[term], sums[term] / mass
            cosine += weight * mean
            # A term counts in full when it weighs in the story at least half of what it does here.
            full = 2 * mean >= weight
            rare.append(rarity[term] if full else rarity[term] * 2 * mean / weight)
    if len(rare) > _RARE:
        rare.sort(reverse=True)
        del rare[_RARE:]
    return cosine * sum(rare) / _RARE


def _terms(story: _Story) -> Iterator[int]:
    yield from story.sums or ()
    for member in story.latest:
        yield from member.terms


def _opened(story: _Story) -> dict[int, float]:
    """The sums of a story, made from its only report if need be."""
    if story.sums is None:
        single = story.latest[0]
        story.sums = dict(zip(single.terms, single.weights, strict=True))
    return story.sums


def _blend(story: _Story, terms: Iterable[tuple[int, float]], mass: float, memory: float) -> None:
    """Add the vectors of other reports to a story's. Light terms go; beyond twice `memory` the old fades."""
    sums = _opened(story)
    for term, weight in terms:
        sums[term] = sums.get(term, 0.0) + weight
    story.mass += mass
    if len(sums) > 2 * _TERMS:
        sums = dict(sorted(sums.items(), key=itemgetter(1), reverse=True)[:_TERMS])
    if story.mass > 2 * memory:
        fading = memory / story.mass
        sums = {term: weight * fading for term, weight in sums.items()}
        story.mass = memory
    story.sums = sums


def _contradict(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether no place of one is a place of the other, or its province.

    The capital and its cities contradict nothing: everything is talked about there.
    """
    if not some.isdisjoint(others) or any(place.startswith(_CAPITAL) for place in (*some, *others)):
        return False
    return not any(one.startswith(other) or other.startswith(one) for one in some for other in others)
