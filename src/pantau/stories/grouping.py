"""Groups reports into stories as they arrive; nothing looks into the future.

A report that repeats another word for word is of its story. Any other is compared with the stories that share its
weightiest terms or name an establishment that it names.
It joins the one that it is most likely of (`link`), or begins a new one. Each time that a story has grown by
half it is compared with others as a whole (`kinship`), and stories are made anew out of what they are made of
(`strands`): what proves to be one is merged, and what proves to be two is split. When there is time for it,
every story that has grown since is looked at more widely (`review`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from pantau.domain.finding import Regrouping
from pantau.stories import kinship
from pantau.stories.active import ActiveStory, Member
from pantau.stories.features import (
    DEAR,
    Features,
    Overlap,
    Side,
    dot,
    features,
    is_elsewhere,
    nearest,
    outline,
    overlap,
)
from pantau.stories.link import Link, learned, likelihood, settled
from pantau.stories.report import Placement, Report
from pantau.stories.rivals import Rivals
from pantau.stories.strands import Knot, join, moves, names
from pantau.stories.vectors import POSTED, Vector, Vocabulary
from pantau.stories.window import Window

_FAINT = 0.02  # least cosine that is worth a closer look
_WORTH = 0.25  # of the likeness of the most alike candidate: others are not compared in full
_NAMED = 0.1  # likeness that naming one establishment is worth when candidates are chosen
_WORDS, _WORDS_OF_A_PLACE = 3, 4  # weightiest words that stories of one affair share, at least
_HERE, _ELSEWHERE = kinship.NAMES.index("place_same"), kinship.NAMES.index("place_other")
_HOUR = 3600.0

Comparison = tuple[int, Features]


class Scope(NamedTuple):
    """How wide a look at stories as a whole is.

    relatives  stories that one is compared with
    strands    that are looked at together, and those of one more story
    further    by how much less than `look` two stories need to be likely one
    """

    relatives: int
    strands: int
    further: float = 0.0


_PASSING, _THOROUGH = Scope(8, 24), Scope(12, 64, 0.75)


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """How alike is alike enough, in logits: 0 is as likely as not.

    join        least logit of a report and the story that it joins
    merge       least logit of two stories that are one
    split       least logit of two parts of a story that stay one
    look        least logit of two stories whose strands are looked at together
    close       least cosine of a report to another of its story that is of its strand
    akin        least logit of two stories of one affair
    copy        least cosine of a report that repeats another
    reach       hours after its last report when a story is closed
    candidates  stories that are looked at, and of these
    compared    stories that are compared in full
    """

    join: float = -0.25
    merge: float = -0.25
    split: float = -1.25
    look: float = -1.25
    close: float = 0.5
    akin: float = -1.5
    copy: float = 0.9
    reach: float = 72.0
    candidates: int = 10
    compared: int = 5


class Grouper:
    """The active stories. Its numbers for stories are permanent; the caller stores them.

    first_id  the first number to give to a story
    link      weighs a report and a story
    kin       weighs two stories
    """

    def __init__(
        self,
        settings: GroupingSettings | None = None,
        *,
        first_id: int = 1,
        link: Link | None = None,
        kin: Link | None = None,
    ) -> None:
        self._settings = settings or GroupingSettings()
        self._link = link or learned()[0]
        self._kin = kin or learned()[1]
        self._ids: Iterator[int] = count(first_id)
        self._vocabulary = Vocabulary()
        self._window = Window(self._settings.close)
        self._regroupings: list[Regrouping] = []

    def __len__(self) -> int:
        """Active stories."""
        return len(self._window.stories)

    def place(self, report: Report) -> Placement:
        """Put a report into the story that it belongs to, or begin one with it.

        Reports come in the order of `report.in_order`; a late one is compared as if it came now.
        """
        vector = self._vocabulary.read(report.document, report.at)
        if said := self._window.said(report):
            story, closest = said
            root: int | None = closest
            similarity = 1.0
            self._window.take(story, report, vector, root, self._nearest(story, vector, root))
        elif likeliest := self._likeliest(side := self._side(vector, report)):
            logit, story = likeliest
            similarity = likelihood(logit)
            closest, root = self._add(story, report, vector, side)
        else:
            story = next(self._ids)
            self._window.open(story, report, vector)
            return Placement(story, 0.0, None, True)
        if self._window.stories[story].is_due():
            self._reconsider(story, _PASSING)
            story = self._window.story_of(report.id, story)
        return Placement(story, similarity, closest, False, root)

    @property
    def unreviewed(self) -> int:
        """Stories that have grown since they were looked at."""
        return len(self._window.grown)

    def review(self, most: int | None = None) -> None:
        """Look thoroughly at stories that have grown since they were looked at, those that grew last first.

        most  at a time, since one takes milliseconds
        """
        for key in list(reversed(self._window.grown))[:most]:
            if key in self._window.grown:
                self._reconsider(key, _THOROUGH)

    def teach(self, report: Report, choose: Callable[[list[Comparison]], int]) -> None:
        """Put a report where `choose` says, told how it compares with the active stories: to learn from."""
        vector = self._vocabulary.read(report.document, report.at)
        side = self._side(vector, report)
        key = choose(self._compared(side))
        if key in self._window.stories:
            self._add(key, report, vector, side)
        else:
            self._window.open(key, report, vector)

    def restore(self, reports: Iterable[tuple[Report, int, int | None]]) -> None:
        """Take up reports, the stories that they are in and what they copy, oldest first, as after a restart."""
        highest = 0
        keys: dict[int, int] = {}
        for report, known_as, root in reports:
            story = keys.setdefault(known_as, known_as)  # one object for each, however often it is kept
            vector = self._vocabulary.read(report.document, report.at)
            if story in self._window.stories:
                self._window.take(story, report, vector, root, self._nearest(story, vector, root))
            else:
                self._window.open(story, report, vector)
            highest = max(highest, story)
        self._window.looked(self._window.stories)
        self._ids = count(max(next(self._ids), highest + 1))

    def forget(self, before: float) -> int:
        """Drop stories without a report since `before`, seconds since 1970; how many are left."""
        self._window.forget(before)
        self._vocabulary.prune(self._window.terms())
        return len(self)

    def hold(self, story: int) -> None:
        """Mark a story that people work on: it may take others in, but never ends in another."""
        self._window.hold(story)

    def regroupings(self) -> list[Regrouping]:
        """The merges and splits since this was last asked, in the order in which they happened."""
        found, self._regroupings = self._regroupings, []
        return found

    def akin(self, story: int) -> list[int]:
        """The active stories of one affair with a story, as far as its own words tell; none of one that is over.

        What happens in one place is not yet one affair, so there more of their weightiest words must be the same.
        """
        one = self._window.stories.get(story)
        if one is None:
            return []
        least = self._settings.akin
        near = [(other, self._window.stories[other]) for other in self._relatives(story)]
        return [
            other
            for other, two in near
            if settled(self._kinship(one, two), least) is not None and _are_of_one_affair(one, two)
        ]

    def threads(self) -> dict[int, int]:
        """Of every active story the earliest story of its affair: that of stories that are akin, though not one.

        What is akin to a story is of its affair, and so is what is akin to that. Takes a while: a tenth of a
        millisecond a story and more.
        """
        earlier = {key: key for key in self._window.stories}

        def first(key: int) -> int:
            while earlier[key] != key:
                key = earlier[key]
            return key

        for key in self._window.stories:
            for other in self.akin(key):
                older, younger = sorted((first(key), first(other)))
                earlier[younger] = older
        return {key: first(key) for key in earlier}

    def strands(self) -> list[Knot]:
        """Everything that can be told apart: to learn from."""
        return [knot for key in self._window.stories for knot in self._window.knots(key)]

    def kinship(self, one: ActiveStory, two: ActiveStory) -> kinship.Figures:
        """What speaks for two being one, and against it: to learn from."""
        return kinship.kinship(one, two, self._vocabulary)

    # --- comparing

    def _side(self, vector: Vector, report: Report) -> Side:
        own = dict(zip(vector.terms, vector.weights, strict=True))
        said = self._vocabulary.said(vector.terms, report.at)
        return Side(own, vector.rarest(), said, report.at, report.places, report.sites)

    def _likeliest(self, side: Side) -> tuple[float, int] | None:
        """The story that a report joins, with the logit: the younger one among equals; None when it joins none."""
        rivals = Rivals[int](self._settings.join)
        for key, shared in self._closest(side, elsewhere=False):
            story = self._window.stories[key]
            rivals.add(-key, self._link.bounds(outline(side, story, shared), DEAR, (side, story, shared)))
        found = rivals.greatest()
        return (found[0], -found[1]) if found else None

    def _compared(self, side: Side) -> list[Comparison]:
        return [
            (key, features(side, self._window.stories[key], shared)) for key, shared in self._closest(side)
        ]

    def _closest(self, side: Side, *, elsewhere: bool = True) -> list[tuple[int, Overlap]]:
        """The most alike of the candidates. `elsewhere`: those too whose places contradict, which are never joined."""
        rough: list[tuple[float, int, Overlap]] = []
        oldest = side.at - self._settings.reach * _HOUR
        for key in self._candidates(side):
            story = self._window.stories[key]
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
        counted = self._window.listed(list(side.own)[:POSTED])
        least = max(2, (max(counted.values(), default=0) + 1) // 2)
        listed = [key for key, times in counted.items() if times >= least]
        if len(listed) > self._settings.candidates:
            listed.sort(reverse=True)
            listed.sort(key=counted.__getitem__, reverse=True)
            del listed[self._settings.candidates :]
        found = dict.fromkeys(map(self._window.now, listed))
        for site in sorted(side.sites):
            found.update(dict.fromkeys(self._window.naming(site)))
        return [key for key in found if key in self._window.stories]

    # --- changes

    def _add(self, key: int, report: Report, vector: Vector, side: Side) -> tuple[int, int | None]:
        """Add a report to a story: the report that is most like it, and the one that it copies, if any."""
        similarity, closest = side.nearest(self._window.stories[key])
        root = closest.root if similarity >= self._settings.copy else None
        self._window.take(key, report, vector, root, (similarity, closest))
        return closest.report, root

    def _nearest(self, key: int, vector: Vector, root: int | None) -> tuple[float, Member]:
        """The nearest of a story's reports to one that is known to be of it, where that matters."""
        story = self._window.stories[key]
        if root is not None and self._window.is_whole(key):
            return 1.0, story.latest[-1]
        own = dict(zip(vector.terms, vector.weights, strict=True))
        if self._window.is_whole(key):
            for member in reversed(story.latest):
                if (alike := dot(own, member)) >= self._settings.close:
                    return alike, member  # of its only strand, whichever is the nearest
        return nearest(own, story)

    # --- stories as a whole

    def _reconsider(self, key: int, scope: Scope) -> None:
        """Make stories anew out of the strands of a story and of those akin to it."""
        story = self._window.stories[key]
        self._window.looked([key])
        strands = self._window.knots(key)
        for other in self._relatives(key, scope.relatives):
            if len(strands) < scope.strands and not self._window.are_held(key, other):
                bounds = self._kinship(story, self._window.stories[other])
                if settled(bounds, self._settings.look - scope.further) is not None:
                    strands += self._window.knots(other)
        if len(strands) > 1:
            self._settle(join(strands, self._joint))

    def _joint(self, one: Knot, two: Knot) -> Iterator[float]:
        """How likely two are one story, above what is asked of them: by falling bounds, none when they stay two."""
        if not (one.held and two.held):
            least = self._settings.split if one.stories == two.stories else self._settings.merge
            for bound in self._kinship(one.whole, two.whole):
                yield bound - least

    def _kinship(self, one: ActiveStory, two: ActiveStory) -> Iterator[float]:
        """The logit of two stories being one, by falling bounds."""
        return self._kin.bounds(kinship.outline(one, two), kinship.DEAR, (one, two, self._vocabulary))

    def _relatives(self, key: int, most: int = _PASSING.relatives) -> list[int]:
        """Stories listed under the most of a story's weightiest terms."""
        window, stories = self._window, self._window.stories
        counted = window.listed(stories[key].heaviest())
        oldest = stories[key].last - self._settings.reach * _HOUR
        several = [other for other, times in counted.items() if times > 1]
        listed = sorted(several, key=counted.__getitem__, reverse=True)[: 3 * most]
        others = [other for other in dict.fromkeys(map(window.now, listed)) if other != key]
        return [other for other in others if other in stories and stories[other].last > oldest][:most]

    def _settle(self, knots: Sequence[Knot]) -> None:
        """Let stories be as their strands were joined."""
        into = [next(self._ids) if name is None else name for name in names(knots)]
        changes = moves(knots, into)
        self._window.settle(into, knots, changes)
        self._regroupings += changes


def _are_of_one_affair(one: ActiveStory, two: ActiveStory) -> bool:
    """Whether stories that are akin share more than the place where they happen, and do not contradict in it."""
    told = kinship.outline(one, two)
    if told[_ELSEWHERE] > 0:
        return False
    words = len(set(one.heaviest()) & set(two.heaviest()))
    return words >= (_WORDS_OF_A_PLACE if told[_HERE] > 0 else _WORDS)
