"""Groups reports into stories as they arrive; nothing looks into the future.

A report is compared with the stories that share its weightiest terms or name an establishment that it names.
It joins the one that it is most likely of (`link`), or begins a new one. When it is like other stories as
well, these are compared with its own report by report, and those that prove to be one are merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import count
from operator import itemgetter

from pantau.stories.active import ActiveStory
from pantau.stories.features import Features, Overlap, Side, features, nearest, overlap
from pantau.stories.link import Link, learned, likelihood
from pantau.stories.postings import Postings
from pantau.stories.report import Placement, Report
from pantau.stories.vectors import POSTED, Vector, Vocabulary

_RIVALS = 3  # next best stories that may prove to be the same
_FAINT = 0.02  # least cosine that is worth a closer look
_WORTH = 0.25  # of the likeness of the most alike candidate: others are not compared in full
_NAMED = 0.1  # likeness that naming one establishment is worth when candidates are chosen
_CLOSE = 1.0  # logits below a merge from which on it is worth a look
_HOUR = 3600.0

Comparison = tuple[int, Features]


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """How alike is alike enough, in logits of `link`: 0 is as likely as not.

    join        least logit of a report and the story that it joins
    merge       least mean logit of two stories that are one
    copy        least cosine of a report that repeats another
    reach       hours after its last report when a story is closed
    candidates  stories that are looked at, and of these
    compared    stories that are compared in full
    """

    join: float = -0.5
    merge: float = 0.0
    copy: float = 0.9
    reach: float = 72.0
    candidates: int = 10
    compared: int = 5


class Grouper:
    """The active stories. Its numbers for stories are permanent; the caller stores them.

    first_id  the first number to give to a story
    link      None for the shipped weights
    """

    def __init__(
        self, settings: GroupingSettings | None = None, *, first_id: int = 1, link: Link | None = None
    ) -> None:
        self._settings = settings or GroupingSettings()
        self._link = link or learned()
        self._ids: Iterator[int] = count(first_id)
        self._vocabulary = Vocabulary()
        self._postings = Postings()
        self._stories: dict[int, ActiveStory] = {}
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
        vector = self._vocabulary.read(report.document, report.at)
        ranked = self._ranked(self._side(vector, report))
        if not ranked or ranked[0][0] < self._settings.join:
            story = next(self._ids)
            self._open(story, report, vector)
            return Placement(story, 0.0, None, True)
        logit, story = ranked[0]
        closest, root = self._add(story, report, vector)
        story = self._merge_into(story, ranked[1:])
        return Placement(story, likelihood(logit), closest, False, root)

    def teach(self, report: Report, choose: Callable[[list[Comparison]], int]) -> None:
        """Put a report where `choose` says, told how it compares with the active stories: to learn from."""
        vector = self._vocabulary.read(report.document, report.at)
        self._put(choose(self._compared(self._side(vector, report))), report, vector)

    def restore(self, reports: Iterable[tuple[Report, int]]) -> None:
        """Take up reports with the stories that they are in, oldest first, as after a restart."""
        highest = 0
        for report, story in reports:
            self._put(story, report, self._vocabulary.read(report.document, report.at))
            highest = max(highest, story)
        self._ids = count(max(next(self._ids), highest + 1))

    def forget(self, before: float) -> int:
        """Drop stories without a report since `before`, seconds since 1970; how many are left."""
        self._stories = {key: story for key, story in self._stories.items() if story.last >= before}
        self._became = {old: new for old, new in self._became.items() if new in self._stories}
        self._held.intersection_update(self._stories)
        self._postings.keep(self._stories)
        self._vocabulary.prune({term for story in self._stories.values() for term in story.terms()})
        return len(self._stories)

    def hold(self, story: int) -> None:
        """Mark a story that people work on: it may take others in, but never ends in another."""
        self._held.add(self._now(story))

    def merges(self) -> list[tuple[int, int]]:
        """Pairs (loser, winner) since this was last asked, in the order in which they happened."""
        found, self._merges = self._merges, []
        return found

    # --- comparing

    def _side(self, vector: Vector, report: Report) -> Side:
        own = dict(zip(vector.terms, vector.weights, strict=True))
        said = self._vocabulary.said(vector.terms, report.at)
        return Side(own, vector.rarest, said, report.at, report.places, report.sites)

    def _ranked(self, side: Side) -> list[tuple[float, int]]:
        """Stories by how likely a report is of them; the younger story first among equals.

        Those that it can neither join nor show to be one with another are left out.
        """
        least = min(self._settings.join, self._settings.merge - _CLOSE)
        found = []
        for key, shared in self._closest(side):
            logit = self._link.judged(side, self._stories[key], shared, least)
            if logit is not None:
                found.append((logit, key))
        found.sort(reverse=True)
        return found

    def _compared(self, side: Side) -> list[Comparison]:
        return [(key, features(side, self._stories[key], shared)) for key, shared in self._closest(side)]

    def _closest(self, side: Side) -> list[tuple[int, Overlap]]:
        """The most alike of the candidates."""
        rough: list[tuple[float, int, Overlap]] = []
        oldest = side.at - self._settings.reach * _HOUR
        for key in self._candidates(side):
            story = self._stories[key]
            if story.last < oldest:
                continue
            shared = overlap(side, story)
            if shared.cosine > _FAINT:
                named = story.sites is not None and not side.sites.isdisjoint(story.sites)
                rough.append((shared.likeness + _NAMED * named, key, shared))
        rough.sort(key=itemgetter(0, 1), reverse=True)
        least = rough[0][0] * _WORTH if rough else 0.0
        return [(key, shared) for alike, key, shared in rough[: self._settings.compared] if alike >= least]

    def _candidates(self, side: Side) -> list[int]:
        """Stories listed under the most of a report's terms, and the latest that name its establishments."""
        counted = self._postings.count(list(side.own)[:POSTED])
        least = max(2, (max(counted.values(), default=0) + 1) // 2)
        shared = [(times, key) for key, times in counted.items() if times >= least]
        limit = self._settings.candidates
        if len(shared) > limit:
            shared.sort(reverse=True)
            del shared[limit:]
        found = dict.fromkeys(self._now(key) for _, key in shared)
        for site in sorted(side.sites):
            found.update(dict.fromkeys(map(self._now, self._postings.latest(site))))
        return [key for key in found if key in self._stories]

    # --- changes

    def _put(self, key: int, report: Report, vector: Vector) -> None:
        if key in self._stories:
            self._add(key, report, vector)
        else:
            self._open(key, report, vector)

    def _open(self, key: int, report: Report, vector: Vector) -> None:
        self._stories[key] = ActiveStory.of(report, vector)
        self._post(key, report, vector)

    def _add(self, key: int, report: Report, vector: Vector) -> tuple[int, int | None]:
        """Add a report to a story: the report that is most like it, and the one that it copies, if any."""
        own = dict(zip(vector.terms, vector.weights, strict=True))
        similarity, closest = nearest(own, self._stories[key])
        root = closest.root if similarity >= self._settings.copy else None
        self._stories[key].add(report, vector, root)
        self._post(key, report, vector)
        return closest.report, root

    def _post(self, key: int, report: Report, vector: Vector) -> None:
        self._postings.add(key, vector.terms[:POSTED])
        self._postings.add(key, sorted(report.sites))

    def _merge_into(self, key: int, others: list[tuple[float, int]]) -> int:
        """Merge other stories that the report of the moment is like into its own, if they are one."""
        for logit, other in others[:_RIVALS]:
            # Two stories that are both in people's hands only people may join.
            if logit < self._settings.merge - _CLOSE or self._held >= {key, other}:
                continue
            one, two = self._stories[key], self._stories[other]
            if not self._are_one(one, two):
                continue
            if self._wins(other, key):
                key, other = other, key
            self._merge(key, other)
        return key

    def _are_one(self, one: ActiveStory, two: ActiveStory) -> bool:
        """Whether each is likely of the other; the one with fewer reports to compare is asked first."""
        first, second = sorted((one, two), key=lambda story: len(story.latest))
        return self._is_of(first, second) and self._is_of(second, first)

    def _is_of(self, one: ActiveStory, two: ActiveStory) -> bool:
        """Whether the latest reports of one story are likely of another: by the mean of their logits."""
        sites = frozenset(one.sites or ())
        sides = []
        for member in one.latest:
            own = dict(zip(member.terms, member.weights, strict=True))
            rarest, said = self._vocabulary.rarest(own), self._vocabulary.said(own, one.last)
            sides.append(Side(own, rarest, said, one.last, one.places, sites))
        return self._link.mean_is(self._settings.merge, sides, two)

    def _wins(self, key: int, other: int) -> bool:
        if (key in self._held) != (other in self._held):
            return key in self._held
        return (self._stories[key].size, -key) > (self._stories[other].size, -other)

    def _merge(self, winner: int, loser: int) -> None:
        one, two = self._stories[winner], self._stories.pop(loser)
        one.absorb(two)
        sums = one.weights()
        heaviest: list[int] = nlargest(POSTED, sums, key=sums.__getitem__)
        self._postings.add(winner, heaviest)
        self._postings.add(winner, sorted(one.sites or ()))
        self._became[loser] = winner
        self._merges.append((loser, winner))

    def _now(self, key: int) -> int:
        """The story that a story has become."""
        became = self._became
        while key in became:
            key = became[key]
        return key
