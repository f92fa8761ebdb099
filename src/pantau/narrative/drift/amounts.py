"""Values in base units, and whether one says the same as another as exactly as it is meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from pantau.domain.claims import Bound, Claim, ClaimKind, FindingKind
from pantau.language.claims import lexicons
from pantau.language.claims.subjects import is_verb
from pantau.narrative.drift.binding import Edges, context
from pantau.narrative.drift.sides import Side

UNITS = lexicons.told("units")
_MANY = 20  # "sedikitnya dua ribu" rounds, "sedikitnya tiga" is meant as it stands
_DAY = 86_400
KINDS = {
    ClaimKind.FIGURE: FindingKind.FIGURE, ClaimKind.PERCENTAGE: FindingKind.PERCENTAGE,
    ClaimKind.MONEY: FindingKind.MONEY, ClaimKind.DURATION: FindingKind.FIGURE,
}  # fmt: skip
_LISTS = re.compile(r":|\b(?:ialah|adalah|yaitu|yakni|yang|meliputi|terdiri)\b")
_EVENTS = frozenset(("kali", "unit", "buah"))
_EDGES = frozenset((*KINDS, ClaimKind.DATE, ClaimKind.TIME, ClaimKind.LEGAL))
PEOPLE = lexicons.words("people")


class Amount(NamedTuple):
    """A value in a base unit of its dimension: seconds, metres, rupiah, things counted."""

    value: float
    dimension: str


def amount(claim: Claim, value: float | None = None) -> Amount:
    """A claim's value in its base unit."""
    said = float(claim.value or 0) if value is None else value
    if claim.kind is ClaimKind.MONEY:
        return Amount(said, claim.unit)
    if claim.kind is ClaimKind.PERCENTAGE:
        return Amount(said, "%")
    if claim.unit in UNITS["duration"] and claim.kind is ClaimKind.DURATION:
        base, factor = UNITS["duration"][claim.unit]
        return Amount(said * factor * (_DAY if base == "d" else 1), "month" if base == "m" else "time")
    if claim.unit in UNITS["physical"]:
        dimension, factor = UNITS["physical"][claim.unit]
        return Amount(said * factor, dimension)
    return Amount(said, "count")


def is_close(one: float, other: float, share: float = 1e-6) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other), 1e-9)


def _step(value: float) -> float:
    """The unit of the last figure that is not nought: 1.000 of 4.000, so that 4.350 is "over 4.000"."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def agrees(claim: Claim, mine: float, theirs: float, told: Claim | None, share: float = 1e-6) -> bool:
    """Whether a value as exactly as it is meant says what the narrative's does."""
    if claim.high is not None:
        scale = mine / float(claim.value) if isinstance(claim.value, int | float) and claim.value else 1.0
        return mine <= theirs <= float(claim.high) * scale
    if told is not None and told.high is not None:
        return theirs <= mine <= float(told.high)
    if is_close(mine, theirs, share):
        return True
    if told is not None and told.bound is claim.bound and claim.bound in (Bound.OVER, Bound.UNDER):
        return False  # "di bawah tiga tahun" of "di bawah dua tahun"
    if claim.bound is Bound.OVER:
        said = float(claim.value or 0)
        step = _step(said) * mine / said if said else 0.0  # "dua jam lebih" ends at three hours
        return mine < theirs <= max(mine * 1.3, mine + _step(mine), mine + step)
    if claim.bound is Bound.LEAST and (told is None or told.bound is Bound.EXACT):
        return mine >= _MANY and mine <= theirs <= mine * 1.15
    if claim.bound is Bound.UNDER:
        return mine > theirs >= mine * 0.5
    if claim.bound is Bound.ABOUT:
        # "sekitar 200" in both texts is one figure; "sekitar 200" of 196 rounds
        return (told is None or told.bound is not Bound.ABOUT) and is_close(mine, theirs, 0.12)
    return False


def about(side: Side, claim: Claim) -> frozenset[str]:
    """The concepts of the words that a figure counts; a side remembers them."""
    memory = side.memory
    if "edges" not in memory:
        memory["edges"] = Edges(side, (one for one in side.claims if one.kind in _EDGES))
    key = ("about", claim.start, claim.end)
    if key not in memory:
        beside = context(side, claim, memory["edges"])
        memory[key] = frozenset(one.lstrip("-") for one in beside if one[0] not in "@#^")
    found: frozenset[str] = memory[key]
    return found


def head(side: Side, claim: Claim) -> str:
    """The concept that a figure counts; of "pada 2028 empat" that of the figure before, "" where none is told."""
    key = ("head", claim.start)
    if key not in side.memory:
        side.memory[key] = counted_noun(side, claim) or _inherited(side, claim)
    found: str = side.memory[key]
    return found


def counted_noun(side: Side, claim: Claim) -> str:
    """The concept right behind a figure, "" where none follows or a verb does: "30 mengikuti"."""
    at = side.page.at(claim.end)
    if at + 1 < len(side.terms) and not side.page.breaks[at - 1] and side.page.words[at].word in _EVENTS:
        at += 1  # "46 kali penggeledahan"
    if at >= len(side.terms) or side.page.breaks[at - 1] or not side.is_content[at]:
        return ""
    return "" if is_verb(side.page.words[at]) else side.terms[at].concept


def _inherited(side: Side, claim: Claim) -> str:
    """What the last figure before in the sentence counts, where nothing at all follows a figure that is counted."""
    at = side.page.at(claim.end)
    if at < len(side.terms) and not side.page.breaks[at - 1] and not is_verb(side.page.words[at]):
        return ""
    sentence = side.page.sentence(claim.start)
    last = next(
        (one for one in side.beside(ClaimKind.FIGURE, claim.start, 1) if one.end <= claim.start), None
    )
    if (
        last is None
        or side.page.sentence(last.start) != sentence
        or _LISTS.search(side.page.low, last.end, claim.start)
    ):  # "Tiga provinsi: Jawa Barat 6.900"
        return ""
    return head(side, last)


def between(side: Side, claim: Claim) -> frozenset[str]:
    """The concepts of a claim's sentence from the last value of its kind to the next one."""
    sentence = side.page.sentence(claim.start)
    others = [
        one for one in side.beside(claim.kind, claim.start, 2) if side.page.sentence(one.start) == sentence
    ]
    begin = max((one.end for one in others if one.end <= claim.start), default=0)
    end = min((one.start for one in others if one.start >= claim.end), default=len(side.page.text))
    first, last = bisect_left(side.sentence_of, sentence), bisect_right(side.sentence_of, sentence)
    return frozenset(
        side.terms[at].concept
        for at in range(max(first, side.page.at(begin)), min(side.page.at(end), last))
        if side.is_content[at]
    )


def counted(side: Side, claim: Claim) -> frozenset[str]:
    """The people that a figure counts: the first noun behind it."""
    first = side.page.at(claim.end)
    if claim.unit in UNITS["physical"] or (first and side.page.breaks[first - 1]):
        return frozenset()
    for at in range(first, min(first + 3, len(side.terms))):
        if side.page.words[at].word in ("dan", "serta", "atau", "sedangkan"):
            break
        if side.terms[at].concept in PEOPLE:
            return frozenset((side.terms[at].concept,))
        if side.page.breaks[at] or side.is_content[at]:
            break
    return frozenset()
