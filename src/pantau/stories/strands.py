"""Stories are made of strands: reports so alike that they are of one event whatever else comes to light.

What looked like one story as it came may prove to be two, and two one. So the strands of stories that are akin are
joined anew, the likeliest two first, until no two are likely enough (`join`): what is joined in the end is a story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pantau.domain.finding import Regrouping
from pantau.domain.ids import ArticleId, StoryId
from pantau.stories.active import ActiveStory
from pantau.stories.rivals import Rivals

KEPT = 8  # strands of a story: beyond that those that were joined first are not told apart any more

Judge = Callable[["Knot", "Knot"], Iterable[float]]


@dataclass(frozen=True, slots=True, eq=False)
class Knot:
    """A strand, or strands that are joined.

    whole   what they are together
    story   the story in which a strand is; of joined ones, in which the first of them is
    held    whether people work on that story
    joined  what it was joined from, and logit: how likely these were one
    mixed   the stories in which the joined strands are
    """

    whole: ActiveStory
    story: int
    held: bool = False
    joined: tuple[Knot, Knot] | None = None
    logit: float = 0.0
    mixed: frozenset[int] = frozenset()

    @property
    def stories(self) -> frozenset[int]:
        """The stories in which its strands are."""
        return self.mixed or frozenset((self.story,))

    def leaves(self) -> Iterator[Knot]:
        """The strands, each in the story in which it is."""
        if self.joined is None:
            yield self
        else:
            for knot in self.joined:
                yield from knot.leaves()

    def origins(self) -> Counter[int]:
        """How many of its reports are in which story."""
        found = Counter[int]()
        for leaf in self.leaves():
            found[leaf.story] += leaf.whole.size
        return found

    def strands(self) -> list[ActiveStory]:
        """What can still be told apart: what was joined last is parted first."""
        parts = [self]
        while len(parts) < KEPT:
            last = min((part for part in parts if part.joined), key=lambda part: part.logit, default=None)
            if last is None or last.joined is None:
                break
            at = parts.index(last)
            parts[at : at + 1] = last.joined
        return [part.whole for part in parts]


def join(strands: Sequence[Knot], judge: Judge) -> list[Knot]:
    """Stories out of strands.

    `judge` tells how likely two are one by falling bounds (`rivals`): below 0, or untold, they are to stay two.
    """
    knots = dict(enumerate(strands))
    likely = Rivals[tuple[int, int]]()
    for one, two in combinations(knots, 2):
        likely.add((one, two), iter(judge(knots[one], knots[two])))
    while found := likely.greatest():
        logit, (one, two) = found
        knots[one] = _joined(knots[one], knots.pop(two), logit)
        likely.drop({one, two}.intersection)
        for other, knot in knots.items():
            if other != one:
                likely.add((min(one, other), max(one, other)), iter(judge(knots[one], knot)))
    return list(knots.values())


def names(knots: Sequence[Knot]) -> list[int | None]:
    """The story that goes on as each, None for a new one: a held one, or that of which it has the most reports.

    Of stories that have as many in it the oldest goes on.
    """
    claims = []
    for place, knot in enumerate(knots):
        held = {leaf.story for leaf in knot.leaves() if leaf.held}
        for story, size in knot.origins().items():
            claims.append((story not in held, -size, story, place))
    found: dict[int, int] = {}
    for _, _, story, place in sorted(claims):
        if place not in found and story not in found.values():
            found[place] = story
    return [found.get(place) for place in range(len(knots))]


def moves(knots: Sequence[Knot], into: Sequence[int]) -> list[Regrouping]:
    """What has gone from which story into which, where knots are those stories now."""
    reports: dict[tuple[int, int], list[int]] = {}
    for key, knot in zip(into, knots, strict=True):
        for leaf in knot.leaves():
            reports.setdefault((leaf.story, key), []).extend(leaf.whole.reports())
    found = []
    for origin in sorted({origin for origin, _ in reports}):
        parts = {key: each for (story, key), each in reports.items() if story == origin}
        rest = origin if origin in parts else max(parts, key=lambda key: (len(parts[key]), -key))
        for key in sorted(parts.keys() - {rest}):
            moved = tuple(ArticleId(report) for report in sorted(parts[key]))
            found.append(Regrouping(StoryId(origin), StoryId(key), moved))
        if rest != origin:
            found.append(Regrouping(StoryId(origin), StoryId(rest)))
    return found


def _joined(one: Knot, two: Knot, logit: float) -> Knot:
    whole = one.whole.copy()
    whole.absorb(two.whole)
    return Knot(whole, one.story, one.held or two.held, (one, two), logit, one.stories | two.stories)
