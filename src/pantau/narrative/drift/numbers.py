"""Figures, percentages, durations and money of a variant against those of its narrative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pantau.domain.claims import Bound, Claim, ClaimKind, DriftFinding, FindingKind, Severity
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.amounts import (
    KINDS,
    UNITS,
    Amount,
    about,
    agrees,
    amount,
    head,
    is_close,
)
from pantau.narrative.drift.cues import says
from pantau.narrative.drift.doubts import is_counted_anew, is_doubtful
from pantau.narrative.drift.holdings import Numbers, signs
from pantau.narrative.drift.markers import is_asked, is_glued, is_passed
from pantau.narrative.drift.mismatches import everybody, is_one_of_several, misplaced
from pantau.narrative.drift.rates import grown, other_rate
from pantau.narrative.drift.shares import is_complement, is_share, says_times
from pantau.narrative.drift.sides import NEGATORS, Side

__all__ = ["Numbers", "check"]

_MONEY = 1000  # from here on a bare figure may be rupiah
_OUT_OF = re.compile(r"\s*(?:orang\s+)?(?:dari|di\s+antara)(?:\s+(?:tiap|setiap|total))?\s*")
_WHOLE = re.compile(r"\bdari\s+(?:total\s+)?$")
_CLAUSE = 40  # characters between a whole and its part
_PER = frozenset(("rata-rata", "ratarata", "rata", "tiap", "setiap", "per", "masing-masing"))
_ROUGH = {"ribuan": 1000, "jutaan": 1_000_000, "miliaran": 1_000_000_000}
_DISOWNED = lexicons.words("false") | lexicons.words("rumour")
_OPENS = 60  # characters from a figure to the list that it counts
_TENTHS = 10  # "tujuh dari sepuluh" is round
_LIST = re.compile(r":|\b(?:yaitu|yakni|ialah|adalah|meliputi|terdiri\s+(?:atas|dari))\b")
_SEPARATORS = re.compile(r",\s*(?:dan|serta)\s|,\s|\s(?:dan|serta|&)\s")


def check(variant: Side, numbers: Numbers) -> Iterator[DriftFinding]:
    """Quantities of the variant that the narrative does not hold, or holds of another thing."""
    held: dict[str, list[tuple[Claim, list[int]]]] = {}
    for claim in variant.claims:
        if claim.kind not in KINDS:
            continue
        if isinstance(claim.value, str):
            if numbers.texts and signs(claim.value) not in numbers.texts:
                yield findings.of_claim(FindingKind.FIGURE, claim, None, numbers.side)
            continue
        yield from _checked(claim, variant, numbers, held)
    yield from _too_large(variant, numbers)
    for dimension, claims in held.items():
        yield from misplaced(dimension, claims, variant, numbers)
    yield from everybody(variant, numbers)


def _same(claim: Claim, mine: Amount, numbers: Numbers, ages: set[int]) -> tuple[Amount, list[int]]:
    """The values of the narrative that are the claim's, and the amount as which they are: its unit may be left out."""
    if same := numbers.same(claim, mine):
        return mine, same
    if claim.kind is ClaimKind.FIGURE:
        for dimension in ("IDR", "USD", "time", *(() if claim.unit else ("years",))):
            if same := numbers.same(claim, Amount(mine.value, dimension)):
                return Amount(mine.value, dimension), same
    if claim.unit == "tahun":  # an age in brackets is a bare figure
        bare = Amount(float(claim.value or 0), "count")
        if same := [number for number in numbers.same(claim, bare) if number in ages]:
            return bare, same
    return mine, []


def _checked(
    claim: Claim, variant: Side, numbers: Numbers, held: dict[str, list[tuple[Claim, list[int]]]]
) -> Iterator[DriftFinding]:
    claim = _rounded(claim, variant)
    mine = amount(claim)
    if is_passed(claim, mine, numbers, variant):
        return
    if says_times(variant, claim):
        if not numbers.same(claim, mine) and not numbers.follows(claim, mine, variant):
            yield missed(claim, mine, variant, numbers)
        return
    ages = set(numbers.by_dimension.get("ages", ()))
    mine, same = _same(claim, mine, numbers, ages)
    if same and _is_taken_back(claim, same, variant, numbers):
        yield findings.of_claim(KINDS[claim.kind], claim, numbers.claims[same[0]], numbers.side)
        return
    if same and (other := other_rate(variant, claim, numbers.side, [numbers.claims[one] for one in same])):
        yield findings.of_claim(FindingKind.UNIT, *other, numbers.side)
        return
    if not same and _is_converted(claim, mine, variant, numbers):
        return
    if same and claim.kind is ClaimKind.FIGURE and is_counted_anew(claim, same, variant, numbers):
        return
    if same and _is_by_chance(claim, same, variant, numbers) and _is_parted(claim, variant):
        return
    if mine.value == 1 and not claim.text[:1].isdecimal() and says(variant, claim, _PER):
        return  # "rata-rata satu pembimbing mendampingi 36 klien"
    if same:
        held.setdefault("ages" if ages.issuperset(same) else mine.dimension, []).append((claim, same))
        return
    if claim.kind is ClaimKind.FIGURE and (
        _is_counting(claim, variant) or _is_fraction(claim, variant, numbers)
    ):
        return
    if is_asked(claim, variant):
        return
    if claim.kind is ClaimKind.FIGURE and is_glued(claim, variant):
        return  # part of a sign that is not understood
    if (
        mine.value == 1
        and not claim.text[:1].isdecimal()
        and (says(variant, claim, _PER) or not is_one_of_several(claim, variant, numbers))
    ):
        return
    if claim.kind is ClaimKind.FIGURE and mine.value >= _MONEY:
        mine = (
            Amount(mine.value, "IDR") if numbers.follows(claim, Amount(mine.value, "IDR"), variant) else mine
        )
    if mine.dimension != "IDR" and claim.kind is ClaimKind.FIGURE and _is_written_otherwise(claim, numbers):
        return
    if not numbers.follows(claim, mine, variant):
        found = missed(claim, mine, variant, numbers)
        yield replace(found, severity=Severity.INFO) if is_doubtful(claim, mine, variant, numbers) else found


def _is_by_chance(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """Whether the narrative's figures of a value all count something else than the variant's does."""
    mine = head(variant, claim)
    theirs = [head(numbers.side, numbers.claims[number]) for number in same]
    return mine in numbers.heads and all(theirs) and mine not in theirs


def _is_parted(claim: Claim, variant: Side) -> bool:
    """Whether the figures behind one in its sentence add up to it: "tiga petugas: satu tersangka, dua saksi"."""
    here = variant.quantities.get(variant.page.sentence(claim.start), ())
    behind = [one for one in here if one.start >= claim.end and one.kind is ClaimKind.FIGURE]
    values = [float(one.value) for one in behind if isinstance(one.value, int | float)]
    return len(values) > 1 and sum(values) == claim.value


def _is_taken_back(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "terbit dalam tiga bulan" where the narrative only has "bukan tiga bulan"."""
    low = numbers.side.page.low
    if not all(low[: numbers.claims[number].start].endswith("bukan ") for number in same):
        return False
    said = variant.sentence_words[variant.page.sentence(claim.start)]
    return said.isdisjoint(NEGATORS | _DISOWNED)


def _is_converted(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """ "Rp3,2 juta per kuintal" of Rp32.000 per kilogram."""
    return any(
        (factor := grown(variant, claim, numbers.side, numbers.claims[number])) != 1
        and agrees(claim, mine.value, factor * numbers.amounts[number].value, None)
        for number in numbers.by_dimension.get(mine.dimension, [])
    )


def _rounded(claim: Claim, variant: Side) -> Claim:
    """ "146 ribuan" is about 146,000, "satu setengah bulan" about six weeks."""
    if claim.kind is ClaimKind.DURATION and "setengah" in claim.text and claim.bound is Bound.EXACT:
        return replace(claim, bound=Bound.ABOUT)
    behind = variant.page.at(claim.end)
    factor = _ROUGH.get(variant.page.words[behind].word, 0) if behind < len(variant.page.words) else 0
    if not factor or claim.kind is not ClaimKind.FIGURE or not isinstance(claim.value, int | float):
        return claim
    return replace(claim, value=claim.value * factor, bound=Bound.ABOUT)


def _is_written_otherwise(claim: Claim, numbers: Numbers) -> bool:
    """ "30 minutes" of "30 menit": the figure stands there, with a unit that no list has."""
    known = claim.unit in UNITS["physical"] or claim.unit in UNITS["duration"]
    return (
        not known
        and claim.unit not in ("", "orang")
        and claim.unit.isascii()
        and claim.unit.endswith("s")
        and any(told.value == claim.value for told in numbers.claims)
    )


def _is_counting(claim: Claim, variant: Side) -> bool:
    """ "tiga provinsi: Jawa Barat, Banten, dan Lampung": a figure that counts what its sentence lists."""
    if "listed" not in variant.memory:
        variant.memory["listed"] = {
            kind: Counter(variant.page.sentence(other.start) for other in variant.by_kind[kind])
            for kind in (ClaimKind.PLACE, ClaimKind.NAME)
        }
    number = variant.page.sentence(claim.start)
    if claim.value == _listed(variant, claim):
        return True
    return claim.value != 0 and claim.value in {
        counts[number] for counts in variant.memory["listed"].values()
    }


def _listed(variant: Side, claim: Claim) -> int:
    """How many things a list behind a figure names: "tiga jenjang: Paket A, B, dan C"."""
    _start, end = variant.page.sentences[variant.page.sentence(claim.start)]
    opened = _LIST.search(variant.page.low, claim.end, min(end, claim.end + 2 * _OPENS))
    if opened is None or opened.start() - claim.end > _OPENS:
        return 0
    return len(_SEPARATORS.findall(variant.page.low[opened.end() : end])) + 1


def _is_fraction(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """ "dua dari lima" where the narrative has 40 per cent."""
    for low, high in pairwise(variant.beside(ClaimKind.FIGURE, claim.start, 2)):
        if (claim is low or claim is high) and _OUT_OF.fullmatch(variant.page.low, low.end, high.start):
            top, bottom = float(low.value or 0), float(high.value or 1)
            rough = "lebih" in variant.page.low[claim.end : claim.end + 60] or low.bound is not Bound.EXACT
            is_tenths = not any(letter.isdecimal() for letter in low.text + high.text) and bottom <= _TENTHS
            share = 0.06 if is_tenths else 0.03 if rough else 0.015
            part = 100 * top / bottom
            if any(is_close(part, theirs.value, share) for theirs in numbers.shares):
                return True
            if is_complement(numbers, high, part, variant, share):
                return True
            if is_share(numbers, replace(high, bound=low.bound), part, variant, max(share, 0.011)):
                return True
    return False


def _too_large(variant: Side, numbers: Numbers) -> Iterator[DriftFinding]:
    """Parts larger than their whole, "sembilan dari tujuh": the two changed places."""
    for low, high in pairwise(variant.by_kind[ClaimKind.FIGURE]):
        gap = variant.page.low[low.end : high.start]
        is_part = bool(_OUT_OF.fullmatch(gap))
        is_whole = (
            bool(_WHOLE.search(variant.page.low, max(0, low.start - 12), low.start)) and gap.count(",") == 1
        )
        part, whole = (low, high) if is_part else (high, low)
        if (
            not (is_part or (is_whole and len(gap) < _CLAUSE))
            or amount(part).dimension != amount(whole).dimension
        ):
            continue
        if amount(part).value > amount(whole).value and _is_told_as_part(whole, part, numbers):
            yield findings.of_claim(FindingKind.FIGURE, part, None, numbers.side)


def _is_told_as_part(part: Claim, whole: Claim, numbers: Numbers) -> bool:
    """Whether the narrative has the first of two values as part of the second: "dari 9 fraksi, 7 menyetujui"."""
    low = numbers.side.page.low
    return any(
        _WHOLE.search(low, max(0, numbers.claims[large].start - 12), numbers.claims[large].start)
        and numbers.sentences[large] == numbers.sentences[small]
        for large in numbers.same(whole, amount(whole))
        for small in numbers.same(part, amount(part))
    )


def missed(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> DriftFinding:
    """A value that the narrative does not hold, with the one that it seems to stand for."""
    near = numbers.by_dimension.get(mine.dimension, [])
    kind = KINDS[claim.kind]
    value = float(claim.value) if isinstance(claim.value, int | float) else 0.0
    if (told := _same_number(claim, numbers)) is not None:
        kind = FindingKind.MONEY if claim.kind is ClaimKind.MONEY else FindingKind.UNIT
        return findings.of_claim(kind, claim, told, numbers.side)
    if claim.kind is ClaimKind.FIGURE and (money := numbers.by_dimension.get("IDR")):
        expected = _nearest(claim, money + near, value, variant, numbers)
        if expected and expected.kind is ClaimKind.MONEY and (value >= 1000 or not near):
            return findings.of_claim(FindingKind.MONEY, claim, expected, numbers.side)
    if claim.unit in UNITS["physical"] and (told := _same_figures(mine, near, claim, numbers)) is not None:
        return findings.of_claim(FindingKind.UNIT, claim, told, numbers.side)
    if mine.dimension in ("time", "month"):
        near = numbers.by_dimension.get("time", []) + numbers.by_dimension.get("month", [])
        expected = _nearest(claim, near, value, variant, numbers)
        kind = FindingKind.UNIT if expected and expected.unit != claim.unit else kind
        return findings.of_claim(kind, claim, expected, numbers.side)
    return findings.of_claim(kind, claim, _nearest(claim, near, value, variant, numbers), numbers.side)


def _same_figures(mine: Amount, near: list[int], claim: Claim, numbers: Numbers) -> Claim | None:
    """165 millimetres are not 1.65 metres, though the figures are the same."""
    for number in near:
        ratio, theirs = mine.value / (numbers.amounts[number].value or 1), numbers.claims[number]
        if theirs.unit != claim.unit and any(
            is_close(ratio, 10.0**power) for power in (-6, -3, -2, -1, 1, 2, 3, 6)
        ):
            return theirs
    return None


def _same_number(claim: Claim, numbers: Numbers) -> Claim | None:
    """A quantity of the narrative with the same figure in another unit or currency."""
    physical = claim.unit in UNITS["physical"]
    for told in numbers.claims:
        measured = claim.kind is ClaimKind.DURATION or (physical and told.unit in UNITS["physical"])
        alike = told.kind is claim.kind and (measured or claim.kind is ClaimKind.MONEY)
        if alike and told.unit != claim.unit and told.value == claim.value:
            return told
    return None


def _nearest(claim: Claim, near: list[int], value: float, variant: Side, numbers: Numbers) -> Claim | None:
    """The quantity about the same thing; among equals the one nearest in value."""
    said = about(variant, claim)
    around = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())

    def fit(number: int) -> tuple[int, int, float]:
        told = numbers.claims[number]
        theirs = about(numbers.side, told)
        wide = numbers.side.in_sentence.get(numbers.sentences[number], frozenset())
        return len(said & theirs), len(around & wide), -abs(float(told.value or 0) - value)

    return numbers.claims[max(near, key=fit)] if near else None
