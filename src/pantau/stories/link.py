"""How likely a report is of a story, or two stories are one: logistic regressions over `features` and `kinship`.

The weights are learned by packaging/learn_grouping.py and shipped in resources/grouping.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from math import exp
from operator import mul
from typing import TypeVarTuple

from pantau import assets
from pantau.stories import kinship
from pantau.stories.features import NAMES

Ts = TypeVarTuple("Ts")

_FAR = 30.0


class Link:
    """`weights`: one for each of features.NAMES, or of kinship.NAMES, in that order."""

    def __init__(self, weights: Sequence[float]) -> None:
        self.weights = tuple(weights)

    def logit(self, features: Sequence[float]) -> float:
        """Above 0 the two are rather one; 2.2 is nine in ten."""
        weighed: Iterator[float] = map(mul, self.weights, features)
        return sum(weighed)

    def bounds(
        self, told: list[float], dear: Iterable[tuple[int, Callable[[*Ts], float]]], compared: tuple[*Ts]
    ) -> Iterator[float]:
        """The most that the logit can be, ever less as one after the other of the dear figures is found; then it.

        told   all figures, the dear ones as high as can be; their weights are positive
        dear   those that take long, by their places
        """
        yield self.logit(told)
        for place, figure in dear:
            told[place] = figure(*compared)
            yield self.logit(told)


def settled(bounds: Iterable[float], least: float) -> float | None:
    """The last of falling bounds; None once one is below `least`."""
    last = None
    for last in bounds:
        if last < least:
            return None
    return last


def likelihood(logit: float) -> float:
    """0 to 1."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, logit))))


@cache
def learned() -> tuple[Link, Link]:
    """The shipped weights: of a report and a story, and of two stories."""
    told = json.loads(assets.path("grouping.json").read_text(encoding="utf-8"))
    return (
        Link([told["weights"][name] for name in NAMES]),
        Link([told["kin"][name] for name in kinship.NAMES]),
    )
