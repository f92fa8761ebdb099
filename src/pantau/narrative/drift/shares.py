"""Percentages and multiples that two quantities of the narrative make, and what shares leave."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from pantau.domain.claims import Bound, Claim
from pantau.language.claims import lexicons
from pantau.narrative.drift.amounts import Amount, about, agrees, is_close
from pantau.narrative.drift.cues import BUT, DOWN, GROWS, is_cued_by, says
from pantau.narrative.drift.derivations import has_rival
from pantau.narrative.drift.sides import Side

if TYPE_CHECKING:
    from pantau.narrative.drift.holdings import Numbers

_REST = lexicons.words("rest")
_LESS = lexicons.words("less")
_TIMES = re.compile(
    r"\s*kali\s+(?:lipat|semula|sebelumnya|kapasitas|dari|daripada|lebih|jumlah|tahun|normal|daya|lebih)\b"
)
_OUTSIDE = frozenset(("luar", "kecuali"))
_OF = re.compile(r"\s*dari\b")
_MORE = frozenset(("lebih", "kelebihan", "melebihi", "kurang", "dibanding", "dibandingkan", "daripada"))
_APART = 4  # sentences between two figures of which one may be told as a share
_CLOSE = 6  # words beside a share that say what it is of
_ROUNDED = 0.011


def is_share(numbers: Numbers, claim: Claim, value: float, variant: Side, within: float = 0.011) -> bool:
    """Whether a percentage is what two quantities of the narrative make, or what another one leaves."""
    if is_complement(numbers, claim, value, variant):
        return True
    is_worded = not any(letter.isdecimal() for letter in claim.text) and "persen" not in claim.text
    tolerance = (
        0.12 if claim.bound is Bound.ABOUT else max(within, 0.05 if is_worded else 0.0)
    )  # "seperempat"
    said = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
    beside = numbers.beside(claim, variant)
    pairs = [
        pair
        for dimension in ("count", "IDR", "time")
        for pair in combinations(numbers.by_dimension.get(dimension, []), 2)
    ]
    is_of = _OF.match(variant.page.low, claim.end) is not None
    is_ratio_of = is_of and not says(variant, claim, GROWS | _LESS | _MORE)
    rough = 0.12 if claim.bound is Bound.ABOUT else _ROUNDED
    is_down = says(variant, claim, DOWN) and not says(variant, claim, GROWS)
    is_alone = not has_rival(claim, Amount(value, "%"), variant, numbers)
    both = [pair for pair in pairs if set(pair) <= beside]
    for one, other in (*both, *(pair for pair in pairs if pair not in both)):
        if abs(numbers.sentences[one] - numbers.sentences[other]) > _APART:
            continue
        if not (
            (one, other) in both
            or {one, other} & beside
            or (numbers.is_about(said, one) and numbers.is_about(said, other))
            or (
                is_alone
                and (
                    numbers.is_about(said, one)
                    or numbers.is_about(said, other)
                    or (
                        numbers.amounts[one].dimension == "IDR"
                        and numbers.sentences[one] == numbers.sentences[other]
                    )
                )
            )
        ):
            continue
        low, high = sorted((numbers.amounts[one].value, numbers.amounts[other].value))
        if _are_parts(numbers, one, other):
            continue
        share, base = 100 * low / high if high else 0, high if is_down else low
        if (
            agrees(claim, value, share, None, tolerance)
            or (not is_ratio_of and is_close(value, 100 * (high - low) / (base or 1), rough))
            or abs(value - 100 * high / (low or 1)) <= 0.5 < abs(value - 100)
        ):
            return True
        if is_close(value, 100 - share, 0.005) and _leaves(variant, claim):
            return True
    return False


def _are_parts(numbers: Numbers, one: int, other: int) -> bool:
    """Whether two quantities make a third one, so that neither is a share of the other."""
    return frozenset((one, other)) in numbers.parts


def is_complement(numbers: Numbers, claim: Claim, value: float, variant: Side, share: float = 1e-6) -> bool:
    """Whether a share is what one of the narrative's leaves, and not said of what that one is said of."""
    said = about(variant, claim)
    for number in numbers.by_dimension.get("%", []):
        if not is_close(100 - numbers.amounts[number].value, value, share):
            continue
        rest = said_of_rest(numbers, number)
        if said & rest or is_cued_by(variant, claim, _REST) or not _OUTSIDE.isdisjoint(said):
            return True
        if _denies_behind(variant, claim) and not _denies_behind(numbers.side, numbers.claims[number]):
            return True
        if (
            says(variant, claim, _REST | BUT)
            and not (said & about(numbers.side, numbers.claims[number])) - rest
        ):
            return True
    return False


def _denies_behind(side: Side, claim: Claim) -> bool:
    """Whether something behind a share is denied: "35 persen bukan usaha mikro"."""
    first = side.page.at(claim.end)
    for at in range(first, min(first + _CLOSE, len(side.page.words))):
        if at in side.denied:
            return True
        if side.page.breaks[at]:
            return False
    return False


def said_of_rest(numbers: Numbers, number: int) -> frozenset[str]:
    """What the narrative says of what a share leaves: "sisanya menolak"."""
    key = ("rest", number)
    if key not in numbers.side.memory:
        numbers.side.memory[key] = _behind_rest(numbers, number)
    found: frozenset[str] = numbers.side.memory[key]
    return found


def _behind_rest(numbers: Numbers, number: int) -> frozenset[str]:
    side, sentence = numbers.side, numbers.sentences[number]
    first = side.page.at(numbers.claims[number].end)
    for at in range(first, len(side.page.words)):
        if side.sentence_of[at] > sentence + 1:
            break
        if side.page.words[at].word in _REST:
            behind = range(at + 1, min(at + 1 + _CLOSE, len(side.page.words)))
            return frozenset(side.terms[one].concept for one in behind if side.is_content[one])
    return frozenset()


def is_ratio(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """ "tiga kali lipat" of two quantities of the narrative."""
    if not says_times(variant, claim):
        return False
    listed = [
        one for dimension in ("count", "IDR", "time") for one in numbers.by_dimension.get(dimension, [])
    ]
    share = 0.12 if claim.bound is not Bound.EXACT else 0.02
    for one, other in combinations(listed, 2):
        low, high = sorted((numbers.amounts[one].value, numbers.amounts[other].value))
        if (
            low
            and numbers.amounts[one].dimension == numbers.amounts[other].dimension
            and is_close(high / low, mine.value, share)
        ):
            return True
    return False


def _leaves(variant: Side, claim: Claim) -> bool:
    """Whether the words beside a share say that it is what is left, or by how much something shrank."""
    first, last = variant.page.at(claim.start), variant.page.at(claim.end)
    beside = {word.word for word in variant.page.words[max(0, first - _CLOSE) : last + _CLOSE]}
    return not (_REST | _LESS).isdisjoint(beside) and beside.isdisjoint(GROWS)


def says_times(variant: Side, claim: Claim) -> bool:
    """Whether a figure says how many times as much something is: "satu setengah kali semula"."""
    low = variant.page.low
    return "lipat" in low[claim.end : claim.end + 14] or bool(_TIMES.match(low, claim.end))
