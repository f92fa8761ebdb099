"""What speaks for a report being of a story, and against it: the figures that `link` weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from math import sqrt
from operator import mul

from pantau.stories.active import ActiveStory, Member

NAMES = (
    "bias",
    "cosine",
    "best",
    "rare",
    "owned",
    "site_same",
    "site_other",
    "place_same",
    "place_other",
    "days",
)
_RARE = 3  # terms that say whether two texts are of one event, not only of one kind
_CENTRAL = 0.5  # of the reports of a story: an establishment that it is about
_CAPITAL = "31"
_DAY = 86_400.0

Features = tuple[float, ...]


@dataclass(slots=True)
class Side:
    """What is compared with a story: a report, or one of the reports of another story.

    own     weights by term
    rarity  of those terms, 0 to 1
    said    weight of each term over all reports of late, this one's included
    at      seconds since 1970 UTC
    """

    own: dict[int, float]
    rarity: dict[int, float]
    said: dict[int, float]
    at: float
    places: frozenset[str]
    sites: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a side shares with a story: mean cosine to its reports, mean rarity of the rarest shared terms."""

    cosine: float
    rare: float

    @property
    def likeness(self) -> float:
        return self.cosine * self.rare


def overlap(side: Side, story: ActiveStory) -> Overlap:
    """The cheap part of a comparison; it tells which stories are worth the rest."""
    cosine = 0.0
    rare = []
    rarity = side.rarity
    for term, weight, mean in _shared(side, story):
        cosine += weight * mean
        # A term counts in full when it weighs in the story at least half of what it does here.
        rare.append(rarity[term] if 2 * mean >= weight else rarity[term] * 2 * mean / weight)
    if len(rare) > _RARE:
        rare.sort(reverse=True)
        del rare[_RARE:]
    return Overlap(cosine, sum(rare) / _RARE)


def features(side: Side, story: ActiveStory, shared: Overlap) -> Features:
    """The figures of NAMES, in their order."""
    best = max(dot(side.own, member) for member in story.latest)
    site_same, site_other = _sites(side, story)
    place_same, place_other = _places(side, story)
    if site_same >= _CENTRAL:
        place_other = 0.0  # a national system fails in many places, and a prison is where it is
    return (
        1.0,
        sqrt(shared.cosine),
        sqrt(max(best, 0.0)),
        shared.rare,
        _owned(side, story),
        site_same,
        site_other,
        place_same,
        place_other,
        abs(side.at - story.last) / _DAY,
    )


def dot(own: dict[int, float], member: Member) -> float:
    """Cosine to one report."""
    products: Iterator[float] = map(mul, map(own.get, member.terms, repeat(0.0)), member.weights)
    return sum(products)


def _shared(side: Side, story: ActiveStory) -> Iterator[tuple[int, float, float]]:
    """Shared terms, their weights on this side, and their mean weights in the story's reports."""
    own, sums = side.own, story.sums
    if sums is None:
        single = story.latest[0]
        for term, weight in zip(single.terms, single.weights, strict=True):
            if term in own:
                yield term, own[term], weight
    else:
        mass = story.mass
        for term in own.keys() & sums.keys():  # numbers: their order in a set is always the same
            yield term, own[term], sums[term] / mass


def _owned(side: Side, story: ActiveStory) -> float:
    """Which part of what is said of late with a weighty word is said in the story; the most over all words.

    "AHU" may be in every other headline of a day and yet be one affair's.
    """
    most = 0.0
    heaviest = max(side.own.values(), default=1.0)
    for term, weight, mean in _shared(side, story):
        part = min(1.0, mean * story.mass / side.said[term])
        most = max(most, part * weight / heaviest)
    return most


def _sites(side: Side, story: ActiveStory) -> tuple[float, float]:
    """How central an establishment named here is in the story; whether both name some, but none in common."""
    if not side.sites or not story.sites:
        return 0.0, 0.0
    named = max(story.sites.get(site, 0) for site in side.sites)
    return named / max(story.sites.values()), 0.0 if named else 1.0


def _places(side: Side, story: ActiveStory) -> tuple[float, float]:
    """Whether they share a place; whether their places contradict."""
    if not side.places or not story.places:
        return 0.0, 0.0
    if not side.places.isdisjoint(story.places):
        return 1.0, 0.0
    return 0.0, 1.0 if _contradict(side.places, story.places) else 0.0


def _contradict(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether no place of one is the province of a place of the other.

    The capital and its cities contradict nothing: everything is talked about there.
    """
    if any(place.startswith(_CAPITAL) for place in (*some, *others)):
        return False
    return not any(one.startswith(other) or other.startswith(one) for one in some for other in others)
