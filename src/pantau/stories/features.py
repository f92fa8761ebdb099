"""What speaks for a report being of a story, and against it: the figures that `link` weighs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from pantau.stories.active import ActiveStory, Member
from pantau.stories.rarity import rarest_shared

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
    "brief",
    "brief_cosine",
    "brief_rare",
)
CENTRAL = 0.5  # of the reports of a story: an establishment that it is about
_FULL = 24  # terms of a report that tells more than a headline
_CAPITAL = "31"
DAY = 86_400.0

Features = tuple[float, ...]


@dataclass(slots=True)
class Side:
    """What is compared with a story: a report, or one of the reports of another story.

    own      weights by term, the heaviest first
    rarest   (rarity from 0 to 1, term) of those terms, the rarest first
    said     weight of each term over all reports of late, this one's included
    at       seconds since 1970 UTC
    """

    own: dict[int, float]
    rarest: list[tuple[float, int]]
    said: dict[int, float]
    at: float
    places: frozenset[str]
    sites: frozenset[str]
    _nearest: dict[int, tuple[float, Member]] = field(default_factory=dict)

    def nearest(self, story: ActiveStory) -> tuple[float, Member]:
        """As `nearest`, looked for once while the story takes nothing in."""
        key = id(story)
        found = self._nearest.get(key)
        if found is None:
            found = self._nearest[key] = nearest(self.own, story)
        return found


class Overlap(NamedTuple):
    """What a side shares with a story: mean cosine to its reports, mean rarity of the rarest shared terms.

    sums  what the story's reports weigh together, by term
    """

    cosine: float
    rare: float
    sums: dict[int, float]

    @property
    def likeness(self) -> float:
        return self.cosine * self.rare


def overlap(side: Side, story: ActiveStory) -> Overlap:
    """The cheap part of a comparison; it tells which stories are worth the rest."""
    own, sums, mass, product = side.own, story.weights(), story.mass, 0.0
    for term in filter(sums.__contains__, own):
        product += own[term] * sums[term]
    cosine = product / mass
    return Overlap(cosine, _rare(side, sums, mass) if cosine > 0 else 0.0, sums)


def _rare(side: Side, sums: dict[int, float], mass: float) -> float:
    """Mean rarity of the rarest shared terms, in full when they weigh in the story half of what they do here."""
    own = side.own
    return rarest_shared(
        (rarity, rarity * min(1.0, 2 * sums[term] / (mass * own[term])))
        for rarity, term in side.rarest
        if term in sums
    )


def features(side: Side, story: ActiveStory, shared: Overlap) -> Features:
    """The figures of NAMES, in their order."""
    told = outline(side, story, shared)
    for place, figure in DEAR:
        told[place] = figure(side, story, shared)
    return tuple(told)


def outline(side: Side, story: ActiveStory, shared: Overlap) -> list[float]:
    """The figures of NAMES with 1, the most that can be, for those of DEAR."""
    site_same, site_other = _sites(side, story)
    place_same, place_other = _places(side, story)
    if site_same >= CENTRAL:
        place_other = 0.0  # a national system fails in many places, and a prison is where it is
    brief = max(0.0, 1.0 - len(side.own) / _FULL)
    cosine = sqrt(shared.cosine)
    return [
        1.0,
        cosine,
        1.0,
        shared.rare,
        1.0,
        site_same,
        site_other,
        place_same,
        place_other,
        abs(side.at - story.last) / DAY,
        brief,
        brief * cosine,
        brief * shared.rare,
    ]


def _best(side: Side, story: ActiveStory, _: Overlap) -> float:
    return sqrt(max(side.nearest(story)[0], 0.0))


def nearest(own: dict[int, float], story: ActiveStory) -> tuple[float, Member]:
    """The greatest cosine to one of a story's reports, and the latest report that has it."""
    best, most = story.latest[-1], -1.0
    for member in reversed(story.latest):
        likeness = dot(own, member)
        if likeness > most:
            best, most = member, likeness
    return most, best


def dot(own: dict[int, float], member: Member) -> float:
    """Cosine to one report."""
    product = 0.0  # a plain loop is quickest: few terms are shared
    for term, weight in zip(member.terms, member.weights, strict=True):
        if term in own:
            product += weight * own[term]
    return product


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
    return 0.0, 1.0 if contradict(side.places, story.places) else 0.0


def is_elsewhere(side: Side, story: ActiveStory) -> bool:
    """Whether their places contradict, and no establishment is named in both that could be in either."""
    some, others = side.places, story.places
    if not some or not others or not some.isdisjoint(others) or not contradict(some, others):
        return False
    return story.sites is None or side.sites.isdisjoint(story.sites)


@lru_cache(65_536)  # a few places are asked about again and again
def contradict(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether no place of one is the province of a place of the other.

    The capital and its cities contradict nothing: everything is talked about there.
    """
    if any(place.startswith(_CAPITAL) for place in (*some, *others)):
        return False
    return not any(one.startswith(other) or other.startswith(one) for one in some for other in others)


def _owned(side: Side, _: ActiveStory, shared: Overlap) -> float:
    """Which part of what is said of late with a weighty word is said in the story; the most over all words.

    "AHU" may be in every other headline of a day and yet be one affair's.
    """
    sums, said = shared.sums, side.said
    most = heaviest = 0.0
    for term, weight in side.own.items():
        heaviest = heaviest or weight
        if weight <= most * heaviest:
            break  # all that follow weigh less
        if term in sums:
            part = sums[term] / said[term]
            owned = weight / heaviest if part >= 1.0 else part * weight / heaviest
            if owned > most:
                most = owned
    return most


# Figures from 0 to 1 that take long to find, with their places: the cheaper and more telling one first.
DEAR: tuple[tuple[int, Callable[[Side, ActiveStory, Overlap], float]], ...] = (
    (NAMES.index("owned"), _owned),
    (NAMES.index("best"), _best),
)
