"""How likely a report is of a story: a logistic regression over what `features` tells.

The weights are learned by packaging/learn_grouping.py and shipped in resources/grouping.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from operator import mul

from pantau import assets
from pantau.stories.active import ActiveStory
from pantau.stories.features import DEAR, NAMES, Overlap, Side, outline, overlap

_FAR = 30.0


class Link:
    """`weights`: one for each of features.NAMES, in that order."""

    def __init__(self, weights: Sequence[float]) -> None:
        self.weights = tuple(weights)

    def logit(self, features: Sequence[float]) -> float:
        """Above 0 the two are rather one; 2.2 is nine in ten."""
        weighed: Iterator[float] = map(mul, self.weights, features)
        return sum(weighed)

    def judged(self, side: Side, story: ActiveStory, shared: Overlap, least: float) -> float | None:
        """The logit of a side and a story, None when it is below `least`: what takes long is found last."""
        told = outline(side, story, shared)
        logit = self.logit(
            told
        )  # the most that it can be, since the weights of the dear figures are positive
        for place, figure in DEAR:
            if logit < least:
                return None
            told[place] = figure(side, story, shared)
            logit = self.logit(told)
        return logit if logit >= least else None

    def mean_is(self, least: float, sides: Sequence[Side], story: ActiveStory) -> bool:
        """Whether the mean logit of sides and a story is so much; soon given up where it cannot be."""
        overlaps = [overlap(side, story) for side in sides]
        compared = [
            (side, each, outline(side, story, each)) for side, each in zip(sides, overlaps, strict=True)
        ]
        total = sum([self.logit(told) for _, _, told in compared])  # the most that it can be
        for side, shared, told in compared:
            if total < least * len(sides):
                return False
            for place, figure in DEAR:
                total += (figure(side, story, shared) - told[place]) * self.weights[place]
        return total >= least * len(sides)


def likelihood(logit: float) -> float:
    """0 to 1."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, logit))))


@cache
def learned() -> Link:
    """The shipped weights."""
    told = json.loads(assets.path("grouping.json").read_text(encoding="utf-8"))
    return Link([told["weights"][name] for name in NAMES])
