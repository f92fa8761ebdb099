"""What a value is per: "Rp32.000 per kilogram" is "Rp3,2 juta/kuintal", "18.000 per jam" is not "per hari"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pantau.domain.claims import Claim, ClaimKind
from pantau.narrative.drift.amounts import UNITS
from pantau.narrative.drift.sides import Side

_ADVERBS = {"harian": "hari", "bulanan": "bulan", "tahunan": "tahun", "mingguan": "minggu"}
_UNIT = "|".join(sorted({*UNITS["duration"], *UNITS["physical"]} - {"m", "derajat"}, key=len, reverse=True))
_PER = re.compile(
    rf"(?:\s+[a-z]+){{0,3}}?(?:\s+(?P<per>per|tiap|setiap)\s+|\s*(?P<stroke>/)\s?|\s+se)(?P<unit>{_UNIT})(?:nya)?\b"
)
_ADVERB = re.compile(r"(?:\s+[a-z]+){0,2}?\s+(?P<unit>harian|bulanan|tahunan|mingguan)\b")
_SECONDS = {"s": 1.0, "d": 86_400.0, "m": 30.0 * 86_400}


class Rate(NamedTuple):
    """What a value is per: a dimension, how much of it in base units, where the text says so."""

    dimension: str
    size: float
    start: int
    end: int


def rate(side: Side, claim: Claim) -> Rate | None:
    """What a value is per, None where it is per nothing."""
    key = ("rate", claim.start, claim.end)
    if key not in side.memory:
        side.memory[key] = _rate(side.page.low, claim.end)
    found: Rate | None = side.memory[key]
    return found


def _rate(low: str, end: int) -> Rate | None:
    match = _PER.match(low, end) or _ADVERB.match(low, end)
    if match is None:
        return None
    unit = _ADVERBS.get(match["unit"], match["unit"])
    said = low[match.start() : match.end()]
    start = match.end() - max(len(said.split()[-1]), len(said) - said.rfind("per ") if "per " in said else 0)
    if unit in UNITS["physical"]:
        dimension, factor = UNITS["physical"][unit]
        return Rate(dimension, float(factor), start, match.end())
    base, factor = UNITS["duration"][unit]
    return Rate("time", factor * _SECONDS[base], start, match.end())


def _behind(side: Side, claim: Claim) -> str:
    """The word right behind a value."""
    at = side.page.at(claim.end)
    return side.page.words[at].word if at < len(side.page.words) else ""


def other_rate(
    variant: Side, claim: Claim, narrative: Side, told: Iterable[Claim]
) -> tuple[Claim, Claim] | None:
    """The words by which a value is per another measure than all those of the narrative, and one of these."""
    mine = rate(variant, claim)
    told = list(told)
    alike = [one for one in told if _behind(narrative, one) == _behind(variant, claim)]
    theirs = [(one, rate(narrative, one)) for one in alike or told]
    if mine is None or not theirs:
        return None
    if any(one is None or one[:2] == mine[:2] or one.dimension != mine.dimension for _claim, one in theirs):
        return None
    said = Claim(ClaimKind.FIGURE, variant.page.text[mine.start : mine.end], mine.start, mine.end, "")
    return said, theirs[0][0]


def grown(variant: Side, claim: Claim, narrative: Side, told: Claim) -> float:
    """By how much a value of the narrative grows in the variant's measure: 100 of one per kilo "per kuintal"."""
    mine, theirs = rate(variant, claim), rate(narrative, told)
    if mine is None or theirs is None or mine.dimension != theirs.dimension:
        return 1.0
    return mine.size / theirs.size
