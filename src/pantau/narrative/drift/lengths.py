"""Lengths of time that follow from the narrative's times, days and other lengths."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.amounts import Amount, about, agrees, amount, is_close
from pantau.narrative.drift.cues import compares, is_dated, is_repeated, says
from pantau.narrative.drift.derivations import has_rival, is_cued
from pantau.narrative.drift.sides import Side

if TYPE_CHECKING:
    from pantau.narrative.drift.holdings import Numbers

_DAY = 86_400
_PERIODS = {6.0: ("semester",), 3.0: ("triwulan", "kuartal"), 4.0: ("caturwulan",)}
_AGO = frozenset(("silam", "lalu", "sebelumnya"))
_AGES = frozenset(("umur", "usia", "berumur", "berusia", "usianya", "umurnya", "remaja", "anak", "bocah"))
_GROWN = 21  # years: a limit up to here is one of age
_LENGTHENED = frozenset(
    ("diperpanjang", "perpanjangan", "ditambah", "tambahan", "bertambah", "menambah", "diundur")
)
_PER_DAY = re.compile(
    r"\s*(?:dalam\s+)?(?:sehari|seminggu|sepekan|(?:per|/|tiap|setiap)\s*(hari|minggu|pekan))\b"
)
_IN_WEEK = re.compile(r"\s+(?:dalam\s+)?(?:sepekan|seminggu|per\s?minggu|tiap\s+(?:minggu|pekan))\b")
_PERIOD = {"hari": 1, "minggu": 7, "pekan": 7, "bulan": 30.44, "tahun": 365.25}
_TIMES_IN = re.compile(
    r"\s*kali\s+(?:dalam\s+)?(?:se|per\s*|/\s*|tiap\s+|setiap\s+)(?P<period>hari|minggu|pekan|bulan|tahun)\b"
)
_SPAN_WORDS = lexicons.words("span_words")


def is_span(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """Whether a length of time lies between times or days of the narrative, or is made of its lengths."""
    if is_repeated(variant, claim):
        return _is_of_times(numbers, mine)
    if _IN_WEEK.match(variant.page.low, claim.end) and claim.unit == "hari":
        return claim.value in _weekdays(numbers)
    dimension = numbers.dimension(mine.dimension)
    pairs = combinations([theirs.value for theirs in dimension], 2)
    if any(is_close(mine.value, abs(one - other)) for one, other in pairs) and compares(variant, claim):
        return True
    if (
        claim.unit == "tahun"
        and says(variant, claim, _AGO | _SPAN_WORDS)
        and _is_between_years(numbers, claim)
    ):
        return True
    if _is_sum_of_two(numbers, claim, mine, variant) or _is_below(numbers, claim, variant):
        return True
    if _is_worked_off(numbers, mine):
        return True
    if mine.dimension == "month":
        days = mine.value * 30.44 * _DAY
        if any(word in numbers.side.words for word in _PERIODS.get(mine.value, ())):
            return True
        if claim.unit == "tahun" and any(
            int(span / (365.25 * _DAY)) == claim.value for span in numbers.spans.days
        ):
            return True
        if mine.value in numbers.spans.between and says(variant, claim, _SPAN_WORDS):
            return True
        return mine.value in numbers.spans.months or any(
            agrees(claim, days, theirs, None, 0.03)
            for theirs in [*numbers.spans.days, *(one.value for one in numbers.dimension("time"))]
        )
    if any(agrees(claim, mine.value, span, None) for span in (*numbers.spans.clock, *numbers.apart)):
        return True
    if any(is_close(mine.value, theirs.value * 30 * _DAY) for theirs in numbers.dimension("month")):
        return True
    if not any(agrees(claim, mine.value, span, None) for span in numbers.spans.days):
        return False
    if claim.bound in (Bound.LEAST, Bound.MOST):  # a rule sets it, no calendar
        return not has_rival(claim, mine, variant, numbers)
    return (
        claim.bound is not Bound.EXACT
        or says(variant, claim, _SPAN_WORDS)
        or is_dated(variant, claim)
        or not has_rival(claim, mine, variant, numbers)
    )


def is_frequency(numbers: Numbers, claim: Claim, variant: Side) -> bool:
    """ "dua kali setahun" of "setiap enam bulan"."""
    match = _TIMES_IN.match(variant.page.low, claim.end)
    if match is None or not isinstance(claim.value, int | float) or not claim.value:
        return False
    span = _PERIOD[match["period"]] / claim.value
    side = numbers.side
    return any(
        is_repeated(side, told) and is_close(_days(amount(told)), span, 0.04)
        for told in numbers.claims
        if told.kind is ClaimKind.DURATION
    )


def _is_of_times(numbers: Numbers, mine: Amount) -> bool:
    """ "setiap dua minggu" of "dua kali sebulan"."""
    return any(
        is_close(_PERIOD[match["period"]] / told.value, _days(mine), 0.1)
        for told in numbers.claims
        if isinstance(told.value, int | float)
        and told.value
        and (match := _TIMES_IN.match(numbers.side.page.low, told.end))
    )


def _weekdays(numbers: Numbers) -> set[int]:
    """How many weekdays the sentences of a narrative name that name no day of a month."""
    found: dict[int, set[str]] = {}
    for claim in numbers.side.by_kind[ClaimKind.DATE]:
        if claim.parts[3] and not claim.parts[2]:
            found.setdefault(numbers.side.page.sentence(claim.start), set()).add(claim.parts[3])
    spans = {int(span / _DAY) for span in numbers.spans.days if span <= 7 * _DAY}
    return {len(days) for days in found.values()} | spans


def _days(length: Amount) -> float:
    return length.value * 30.44 if length.dimension == "month" else length.value / _DAY


def _is_sum_of_two(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """ "total 60 hari" of 30 days that may be extended by 30."""
    cued = is_cued(claim, variant) or claim.unit == "tahun"
    pairs = combinations(numbers.by_dimension.get(mine.dimension, []), 2)
    return any(
        is_close(mine.value, numbers.amounts[one].value + numbers.amounts[other].value)
        and abs(numbers.sentences[one] - numbers.sentences[other]) <= 1
        and (cued or _is_lengthened(numbers, one, other))
        for one, other in pairs
    )


def _is_lengthened(numbers: Numbers, *both: int) -> bool:
    """Whether the narrative says that a length is added to another: "diperpanjang satu hari"."""
    return any(
        not _LENGTHENED.isdisjoint(numbers.side.sentence_words[numbers.sentences[one]]) for one in both
    )


def _is_worked_off(numbers: Numbers, mine: Amount) -> bool:
    """ "30 hari" of 240 hours at eight hours a day."""
    dimension = numbers.by_dimension.get("time", [])
    for number in dimension:
        per = _per_day(numbers.side, numbers.claims[number])
        if per and any(
            numbers.amounts[whole].value > numbers.amounts[number].value
            and is_close(numbers.amounts[whole].value / numbers.amounts[number].value * per, mine.value)
            for whole in dimension
        ):
            return True
    return False


def _is_between_years(numbers: Numbers, claim: Claim) -> bool:
    """ "dua tahun silam" of 2024 in a narrative of 2026."""
    years = {int(year) for year in numbers.years if year}
    return any(one - other == claim.value for one in years for other in years)


def _is_below(numbers: Numbers, claim: Claim, variant: Side) -> bool:
    """ "anak umur 4 tahun gratis" where all below six are free: an instance of the rule."""
    if claim.unit != "tahun" or claim.bound is not Bound.EXACT or not says(variant, claim, _AGES):
        return False
    told_of = about(variant, claim) | variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
    return any(
        told.unit == "tahun"
        and (
            (told.bound is Bound.UNDER and float(claim.value or 0) < float(told.value or 0))
            or (told.bound is Bound.LEAST and float(claim.value or 0) > float(told.value or 0))
        )
        and (told_of & about(numbers.side, told) or float(told.value or 0) <= _GROWN)
        for told in numbers.claims
    )


def _per_day(side: Side, claim: Claim) -> float:
    """The seconds of the day or week that a length of time is told of, 0 else 0: "8 jam dalam sehari"."""
    match = _PER_DAY.match(side.page.low, claim.end)
    return 0.0 if match is None else 7.0 * _DAY if match[1] in ("minggu", "pekan") else float(_DAY)
