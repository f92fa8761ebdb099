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
from pantau.stories.features import NAMES, Features

_FAR = 30.0


class Link:
    """`weights`: one for each of features.NAMES, in that order."""

    def __init__(self, weights: Sequence[float]) -> None:
        self.weights = tuple(weights)
        # The figure "best" that speaks most for being one.
        self.most_for_best = 1.0 if self.weights[NAMES.index("best")] > 0 else 0.0

    def logit(self, features: Features) -> float:
        """Above 0 the two are rather one; 2.2 is nine in ten."""
        weighed: Iterator[float] = map(mul, self.weights, features)
        return sum(weighed)


def likelihood(logit: float) -> float:
    """0 to 1."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, logit))))


@cache
def learned() -> Link:
    """The shipped weights."""
    told = json.loads(assets.path("grouping.json").read_text(encoding="utf-8"))
    return Link([told["weights"][name] for name in NAMES])
