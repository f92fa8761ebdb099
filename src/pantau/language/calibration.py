"""How often a judgement of a given strength is right: tables learned by packaging/calibrate_language.py."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache

from pantau import assets


@cache
def _tables() -> dict[str, tuple[list[float], list[float]]]:
    told = json.loads(assets.path("calibration.json").read_text(encoding="utf-8"))
    return {kind: (table["from"], table["probability"]) for kind, table in told.items()}


def probability(kind: str, strength: float) -> float:
    """The share of judgements of a kind that are right at this strength, 0 to 1."""
    begins, shares = _tables()[kind]
    return shares[max(0, bisect_right(begins, strength) - 1)]
