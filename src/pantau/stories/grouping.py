"""Groups reports into stories as they arrive; nothing looks into the future.

A report that repeats another word for word is of its story. Any other is compared with the stories that share its
weightiest terms or name an establishment that it names.
It joins the one that it is most likely of (`link`), or begins a new one. Each time that a story has grown by
half it is compared with others as a whole (`kinship`): those that prove to be one are merged, and a story that
proves to be two is split.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, count
from operator import itemgetter

from pantau.domain.finding import Regrouping
from pantau.domain.ids import ArticleId, StoryId
from pantau.stories import kinship
from pantau.stories.active import LATEST, ActiveStory, Member
from pantau.stories.features import (
    DEAR,
    Features,
    Overlap,
    Side,
    dot,
    features,
    is_elsewhere,
    outline,
    overlap,
)
from pantau.stories.link import Link, learned, likelihood
from pantau.stories.postings import Postings
from pantau.stories.report import Placement, Report
from pantau.stories.vectors import POSTED, Vector, Vocabulary
from pantau.stories.wordings import Wordings

_RELATIVES = 8  # stories that one is compared with as a whole
_ROUNDS = 3  # merges in a row
_GROWTH = 2  # a story is looked at as a whole when it has grown by one in so many
_FEWEST = 4  # reports of a story that may prove to be two
_FAINT = 0.02  # least cosine that is worth a closer look
_WORTH = 0.25  # of the likeness of the most alike candidate: others are not compared in full
_NAMED = 0.1  # likeness that naming one establishment is worth when candidates are chosen
_WORDS, _WORDS_OF_A_PLACE = 3, 4  # weightiest words that stories of one affair share, at least
_HERE, _ELSEWHERE = kinship.NAMES.index("place_same"), kinship.NAMES.index("place_other")
_HOUR = 3600.0

Comparison = tuple[int, Features]


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """How alike is alike enough, in logits: 0 is as likely as not.

    join        least logit of a report and the story that it joins
    merge       least logit of two stories that are one
    split       most logit of two parts of a story that are two
    akin        least logit of two stories of one affair
    copy        least cosine of a report that repeats another
    reach       hours after its last report when a story is closed
    candidates  stories that are looked at, and of these
    compared    stories that are compared in full
    """

    join: float = -0.25
    merge: float = -0.5
    split: float = -2.5
    akin: float = -2.0
    copy: float = 0.9
    reach: float = 72.0
    candidates: int = 10
    compared: int = 5


class Grouper:
    """The active stories. Its numbers for stories are permanent; the caller stores them.

    first_id  the first number to give to a story
    link      weighs a report and a story
    kin       weighs two stories
    heard     is told of every story that is compared with others as a whole: to learn from
    """

    def __init__(
        self,
        settings: GroupingSettings | None = None,
        *,
        first_id: int = 1,
        link: Link | None = None,
        kin: Link | None = None,
        heard: Callable[[int, list[Comparison]], None] | None = None,
    ) -> None:
        self._settings = settings or GroupingSettings()
        self._link = link or learned()[0]
        self._kin = kin or learned()[1]
        self._heard = heard
        self._ids: Iterator[int] = count(first_id)
        self._vocabulary = Vocabulary()
        self._postings = Postings()
        self._wordings = Wordings()
        self._stories: dict[int, ActiveStory] = {}
        self._became: dict[int, int] = {}
        self._regroupings: list[Regrouping] = []
        self._held: set[int] = set()

    def __len__(self) -> int:
        """Active stories."""
        return len(self._stories)

    def place(self, report: Report) -> Placement:
        """Put a report into the story that it belongs to, or begin one with it.

        Reports come in the order of `report.in_order`; a late one is compared as if it came now.
        """
        vector = self._vocabulary.read(report.document, report.at)
        if wording := self._wordings.find(report):
            story, similarity = self._now(wording.story), 1.0
            closest = wording.root
            root: int | None = closest
            self._take(story, report, vector, root)
        elif ranked := self._ranked(side := self._side(vector, report)):
            logit, story = ranked[0]
            similarity = likelihood(logit)
            closest, root = self._add(story, report, vector, side)
        else:
            story = next(self._ids)
            self._open(story, report, vector)
            return Placement(story, 0.0, None, True)
        if self._stories[story].size >= self._stories[story].due:
            story = self._reconsider(story, report.id)
        return Placement(story, similarity, closest, False, root)

    def teach(self, report: Report, choose: Callable[[list[Comparison]], int]) -> None:
        """Put a report where `choose` says, told how it compares with the active stories: to learn from."""
        vector = self._vocabulary.read(report.document, report.at)
        side = self._side(vector, report)
        key = choose(self._compared(side))
        if key in self._stories:
            self._add(key, report, vector, side)
        else:
            self._open(key, report, vector)

    def restore(self, reports: Iterable[tuple[Report, int, int | None]]) -> None:
        """Take up reports, the stories that they are in and what they copy, oldest first, as after a restart."""
        highest = 0
        keys: dict[int, int] = {}
        for report, known_as, root in reports:
            story = keys.setdefault(known_as, known_as)  # one object for each, which lists are quick to find
            vector = self._vocabulary.read(report.document, report.at)
            if story in self._stories:
                self._take(story, report, vector, root)
            else:
                self._open(story, report, vector)
            highest = max(highest, story)
        for known in self._stories.values():
            known.due = _next(known.size)
        self._ids = count(max(next(self._ids), highest + 1))

    def forget(self, before: float) -> int:
        """Drop stories without a report since `before`, seconds since 1970; how many are left."""
        self._stories = {key: story for key, story in self._stories.items() if story.last >= before}
        self._became = {old: new for old, new in self._became.items() if self._now(new) in self._stories}
        self._held.intersection_update(self._stories)
        self._postings.keep(self._stories)
        self._wordings.keep(lambda story: self._now(story) in self._stories)
        self._vocabulary.prune({term for story in self._stories.values() for term in story.terms()})
        return len(self._stories)

    def hold(self, story: int) -> None:
        """Mark a story that people work on: it may take others in, but never ends in another."""
        self._held.add(self._now(story))

    def regroupings(self) -> list[Regrouping]:
        """The merges and splits since this was last asked, in the order in which they happened."""
        found, self._regroupings = self._regroupings, []
        return found

    def akin(self, story: int) -> list[int]:
        """The active stories of one affair with a story, as far as its own words tell; none of one that is over.

        What happens in one place is not yet one affair, so there more of their weightiest words must be the same.
        """
        one = self._stories.get(story)
        if one is None:
            return []
        least = self._settings.akin
        near = [(other, self._stories[other]) for other in self._relatives(story)]
        return [
            other
            for other, two in near
            if self._kinship(one, two, least) is not None and _are_of_one_affair(one, two)
        ]

    def threads(self) -> dict[int, int]:
        """Of every active story the earliest story of its affair: that of stories that are akin, though not one.

        What is akin to a story is of its affair, and so is what is akin to that. Takes a while: a tenth of a
        millisecond a story and more.
        """
        earlier = {key: key for key in self._stories}

        def first(key: int) -> int:
            while earlier[key] != key:
                key = earlier[key]
            return key

        for key in self._stories:
            for other in self.akin(key):
                older, younger = sorted((first(key), first(other)))
                earlier[younger] = older
        return {key: first(key) for key in earlier}

    # --- comparing

    def _side(self, vector: Vector, report: Report) -> Side:
        own = dict(zip(vector.terms, vector.weights, strict=True))
        said = self._vocabulary.said(vector.terms, report.at)
        return Side(own, vector.rarest(), said, report.at, report.places, report.sites)

    def _ranked(self, side: Side) -> list[tuple[float, int]]:
        """The stories that a report may join, the likeliest first; the younger one among equals."""
        found = []
        for key, shared in self._closest(side, elsewhere=False):
            story = self._stories[key]
            told = outline(side, story, shared)
            logit = self._link.judged(told, DEAR, (side, story, shared), self._settings.join)
            if logit is not None:
                found.append((logit, key))
        found.sort(reverse=True)
        return found

    def _compared(self, side: Side) -> list[Comparison]:
        return [(key, features(side, self._stories[key], shared)) for key, shared in self._closest(side)]

    def _closest(self, side: Side, *, elsewhere: bool = True) -> list[tuple[int, Overlap]]:
        """The most alike of the candidates. `elsewhere`: those too whose places contradict, which are never joined."""
        rough: list[tuple[float, int, Overlap]] = []
        oldest = side.at - self._settings.reach * _HOUR
        for key in self._candidates(side):
            story = self._stories[key]
            if story.last < oldest or (not elsewhere and is_elsewhere(side, story)):
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

    def _open(self, key: int, report: Report, vector: Vector) -> None:
        self._stories[key] = ActiveStory.of(report, vector)
        self._wordings.note(report, key, None)
        self._post(key, report, vector)

    def _add(self, key: int, report: Report, vector: Vector, side: Side) -> tuple[int, int | None]:
        """Add a report to a story: the report that is most like it, and the one that it copies, if any."""
        similarity, closest = side.nearest(self._stories[key])
        root = closest.root if similarity >= self._settings.copy else None
        self._take(key, report, vector, root)
        return closest.report, root

    def _take(self, key: int, report: Report, vector: Vector, root: int | None) -> None:
        self._stories[key].add(report, vector, root)
        self._wordings.note(report, key, root)
        self._post(key, report, vector)

    def _post(self, key: int, report: Report, vector: Vector) -> None:
        self._postings.add(key, vector.terms[:POSTED])
        self._postings.add(key, sorted(report.sites))

    # --- stories as a whole

    def _reconsider(self, key: int, report: int) -> int:
        """Merge a story with those that it is one with, or split it; the story that has a report then."""
        for _ in range(_ROUNDS):
            other = self._nearest_kin(key)
            if other is None:
                break
            key, other = (key, other) if self._wins(key, other) else (other, key)
            self._merge(key, other)
        story = self._stories[key]
        story.due = _next(story.size)
        if _FEWEST <= story.size <= LATEST and key not in self._held:
            return self._split(key, report)
        return key

    def _nearest_kin(self, key: int) -> int | None:
        """The story that is one with a story, if any."""
        one, relatives = self._stories[key], self._relatives(key)
        if self._heard:
            pairs = [
                (other, kinship.kinship(one, self._stories[other], self._vocabulary)) for other in relatives
            ]
            self._heard(key, pairs)
        best, least = None, self._settings.merge
        for other in relatives:
            if not self._held >= {key, other}:
                logit = self._kinship(one, self._stories[other], least)
                if logit is not None:
                    best, least = other, logit
        return best

    def _kinship(self, one: ActiveStory, two: ActiveStory, least: float) -> float | None:
        """The logit of two stories being one, None when it is below `least`."""
        told = kinship.outline(one, two)
        return self._kin.judged(told, kinship.DEAR, (one, two, self._vocabulary), least)

    def _relatives(self, key: int) -> list[int]:
        """Stories listed under the most of a story's weightiest terms."""
        story = self._stories[key]
        counted = self._postings.count(_heaviest(story))
        oldest = story.last - self._settings.reach * _HOUR
        several = [pair for pair in counted.items() if pair[1] > 1]
        listed = [other for other, _ in sorted(several, key=itemgetter(1), reverse=True)[: 3 * _RELATIVES]]
        others = [other for other in dict.fromkeys(map(self._now, listed)) if other != key]
        known = [other for other in others if other in self._stories and self._stories[other].last > oldest]
        return known[:_RELATIVES]

    def _split(self, key: int, report: int) -> int:
        """Split a story whose reports are all remembered, if they prove to be two stories."""
        fewer, more = _parts(self._stories[key].latest)
        part, rest = _story_of(fewer), _story_of(more)
        if self._kin.logit(kinship.kinship(part, rest, self._vocabulary)) > self._settings.split:
            return key
        begun = next(self._ids)
        self._stories[key], self._stories[begun] = rest, part
        rest.due, part.due = rest.size + 1, part.size + 1
        self._postings.add(begun, _heaviest(part))
        self._postings.add(begun, sorted(part.sites or ()))
        gone = tuple(ArticleId(member.report) for member in part.latest)
        self._wordings.move(gone, begun)
        self._regroupings.append(Regrouping(StoryId(key), StoryId(begun), gone))
        return begun if report in gone else key

    def _wins(self, key: int, other: int) -> bool:
        if (key in self._held) != (other in self._held):
            return key in self._held
        return (self._stories[key].size, -key) > (self._stories[other].size, -other)

    def _merge(self, winner: int, loser: int) -> None:
        one, two = self._stories[winner], self._stories.pop(loser)
        one.absorb(two)
        self._postings.add(winner, _heaviest(one))
        self._postings.add(winner, sorted(one.sites or ()))
        self._became[loser] = winner
        self._regroupings.append(Regrouping(StoryId(loser), StoryId(winner)))

    def _now(self, key: int) -> int:
        """The story that a story has become."""
        became = self._became
        while key in became:
            key = became[key]
        return key


def _next(size: int) -> int:
    """The size at which a story is looked at again."""
    return size + max(1, size // _GROWTH)


def _are_of_one_affair(one: ActiveStory, two: ActiveStory) -> bool:
    """Whether stories that are akin share more than the place where they happen, and do not contradict in it."""
    told = kinship.outline(one, two)
    if told[_ELSEWHERE] > 0:
        return False
    words = len(set(_heaviest(one)) & set(_heaviest(two)))
    return words >= (_WORDS_OF_A_PLACE if told[_HERE] > 0 else _WORDS)


def _heaviest(story: ActiveStory) -> list[int]:
    sums = story.weights()
    return sorted(sums, key=sums.__getitem__, reverse=True)[:POSTED]


def _parts(members: Sequence[Member]) -> tuple[list[Member], list[Member]]:
    """Reports in two parts, the smaller first: those that are the least alike, each with what is more like it."""
    sides = [member.own() for member in members]
    alike = {(a, b): dot(sides[a], members[b]) for a, b in combinations(range(len(members)), 2)}
    seeds = min(alike, key=alike.__getitem__)
    parts = [seeds[0]], [seeds[1]]
    for number in range(len(members)):
        if number not in seeds:
            likeness = [
                sum([alike[min(number, each), max(number, each)] for each in part]) / len(part)
                for part in parts
            ]
            parts[likeness[1] > likeness[0]].append(number)
    fewer, more = sorted(parts, key=len)
    return [members[number] for number in sorted(fewer)], [members[number] for number in sorted(more)]


def _story_of(members: Sequence[Member]) -> ActiveStory:
    story = ActiveStory.begun(members[0])
    for member in members[1:]:
        story.take(member)
    return story
