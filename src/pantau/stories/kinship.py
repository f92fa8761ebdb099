"""What speaks for two stories being one, and against it: the figures by which stories are merged and split."""

from __future__ import annotations

from collections.abc import Callable
from math import log2, sqrt

from pantau.stories.active import ActiveStory
from pantau.stories.features import CENTRAL, DAY, contradict, nearest
from pantau.stories.rarity import rarest_shared
from pantau.stories.vectors import Vocabulary

NAMES = (
    "bias",
    "mean",
    "cosine",
    "best",
    "rare",
    "site_same",
    "site_other",
    "place_same",
    "place_other",
    "days",
    "small",
    "brief",
    "brief_mean",
)

Figures = tuple[float, ...]


def kinship(one: ActiveStory, two: ActiveStory, vocabulary: Vocabulary) -> Figures:
    """The figures of NAMES.

    mean, cosine  mean likeness of their reports; likeness of their mean reports
    best          likeness of their two most alike of late
    rare          how rare the three rarest terms are that weigh about as much in both
    small         logarithm of the size of the smaller one
    """
    told = outline(one, two)
    for place, figure in DEAR:
        told[place] = figure(one, two, vocabulary)
    return tuple(told)


def outline(one: ActiveStory, two: ActiveStory) -> list[float]:
    """The figures of NAMES with 1, the most that can be, for those of DEAR."""
    some, others = one.weights(), two.weights()
    fewer, more = (some, others) if len(some) < len(others) else (others, some)
    product = 0.0
    for term in filter(more.__contains__, fewer):
        product += fewer[term] * more[term]
    lengths = one.squared() * two.squared()
    site_same, site_other = _sites(one, two)
    place_same, place_other = _places(one, two)
    brief = max(0.0, 1.0 - min(len(one.latest[-1].terms), len(two.latest[-1].terms)) / 24)
    mean = sqrt(product / (one.mass * two.mass))
    return [
        1.0,
        mean,
        sqrt(product / sqrt(lengths)) if lengths else 0.0,
        1.0,
        1.0,
        site_same,
        site_other,
        place_same,
        0.0 if site_same >= CENTRAL else place_other,
        max(0.0, one.first - two.last, two.first - one.last) / DAY,
        log2(min(one.size, two.size)),
        brief,
        brief * mean,
    ]


def _best(one: ActiveStory, two: ActiveStory, _: Vocabulary) -> float:
    fewer, more = (one, two) if len(one.latest) < len(two.latest) else (two, one)
    return sqrt(max(0.0, max([nearest(member.own(), more)[0] for member in fewer.latest])))


def _rare(one: ActiveStory, two: ActiveStory, vocabulary: Vocabulary) -> float:
    some, others, ratio = one.weights(), two.weights(), one.mass / two.mass

    def alike(term: int) -> float:
        times = others[term] * ratio / some[term]
        return min(1.0, 2 * times, 2 / times)

    shared = vocabulary.rarest(some.keys() & others.keys())
    return rarest_shared((rarity, rarity * alike(term)) for rarity, term in shared)


def _sites(one: ActiveStory, two: ActiveStory) -> tuple[float, float]:
    """How central an establishment is in both; whether both name some, but none in common."""
    some, others = one.sites, two.sites
    if not some or not others:
        return 0.0, 0.0
    most, more = max(some.values()), max(others.values())
    named = [min(times / most, others[site] / more) for site, times in some.items() if site in others]
    return (max(named), 0.0) if named else (0.0, 1.0)


def _places(one: ActiveStory, two: ActiveStory) -> tuple[float, float]:
    if not one.places or not two.places:
        return 0.0, 0.0
    if not one.places.isdisjoint(two.places):
        return 1.0, 0.0
    return 0.0, 1.0 if contradict(one.places, two.places) else 0.0


# Figures from 0 to 1 that take long to find, with their places: the cheaper ones first.
DEAR: tuple[tuple[int, Callable[[ActiveStory, ActiveStory, Vocabulary], float]], ...] = (
    (NAMES.index("rare"), _rare),
    (NAMES.index("best"), _best),
)
