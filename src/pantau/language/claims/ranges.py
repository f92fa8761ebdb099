"""Two figures of one span: "18 sampai 35 tahun", "Rp25-30 juta"."""

from __future__ import annotations

import re
from dataclasses import replace

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons, numerals
from pantau.language.claims.page import Reading

_TO = re.compile(r"\s*(?:-|–|—|s\s?/?\.?\s?d\.?|sampai|sampe|hingga|dan|atau|ke)\s*(?:rp\.?\s*)?")
_MOVED = re.compile(r"\s+(?:naik|turun|menjadi|jadi|ke)+\s+")
_SAME_THING = re.compile(
    r"\s*(?:atau(?:\s+(?:setara|sekitar|senilai|sebesar))?|setara(?:\s+dengan)?|\(|=|/)\s*"
)
_SCALE = re.compile(r"(?<![a-z])(?:rb|jt|ribu|juta|miliar|milyar|triliun|trilyun)\b")


def joined(page: Reading, first: Claim, second: Claim) -> tuple[Claim, Claim]:
    """Both, each with the measure, the currency and the magnitude that only the other one states."""
    gap = page.low[first.end : second.start]
    if not second.subject and _SAME_THING.fullmatch(gap):
        second = replace(second, subject=first.subject)
    if not (_TO.fullmatch(gap) or _MOVED.fullmatch(gap)):
        return first, second
    if first.kind is ClaimKind.MONEY and second.kind is ClaimKind.FIGURE and _is_scaled_money(first, second):
        second = replace(second, kind=first.kind, unit=first.unit)
    if first.unit == "nomor" and second.kind is ClaimKind.FIGURE and _is_next(first, second, gap):
        second = replace(second, unit=first.unit)
    if not second.subject and first.subject and first.kind is second.kind and _MOVED.fullmatch(gap):
        second = replace(second, subject=first.subject)
    return _scaled(_inheriting(first, second, gap), second), second


def _is_scaled_money(first: Claim, second: Claim) -> bool:
    return not second.unit and _SCALE.search(second.text.lower()) is not None and _value(first) < 1000


def _is_next(first: Claim, second: Claim, gap: str) -> bool:
    """ "desil 1 sampai 4", "Nomor 6-7 Kecamatan"."""
    is_span = gap.strip() not in ("dan", "atau", "ke")
    free = not second.unit or (is_span and second.unit not in lexicons.told("units")["classifiers"])
    return (free and _value(second) < 100) or _value(second) == _value(first) + 1


def _inheriting(claim: Claim, following: Claim, gap: str) -> Claim:
    """The first of two figures is measured in what the second is."""
    if (
        claim.kind is not ClaimKind.FIGURE
        or _is_measure(claim)
        or (claim.unit and not _is_measure(following))
    ):
        return claim
    if following.kind is ClaimKind.PERCENTAGE and (
        gap.strip() == "dari" or _SCALE.search(claim.text.lower())
    ):
        return claim
    return replace(claim, kind=following.kind, unit=following.unit)


def _scaled(claim: Claim, following: Claim) -> Claim:
    """ "Rp25" of "Rp25-30 juta" is 25 million: nobody tells of less than 1,000 rupiah beside millions."""
    scale = _SCALE.search(following.text.lower())
    if scale is None or _SCALE.search(claim.text.lower()) or claim.kind is not following.kind:
        return claim
    if (
        not 0 < _value(claim) < 1000
        or claim.high is not None
        or claim.kind not in (ClaimKind.MONEY, ClaimKind.FIGURE)
    ):
        return claim
    magnitude = numerals.known().big | numerals.known().short
    if claim.kind is ClaimKind.FIGURE and _value(claim) >= _value(following) / magnitude[scale.group()]:
        return claim
    return replace(claim, value=numerals.whole(_value(claim) * magnitude[scale.group()]))


def _value(claim: Claim) -> float:
    return float(claim.value) if isinstance(claim.value, int | float) else 0.0


def _is_measure(claim: Claim) -> bool:
    return claim.unit in lexicons.told("units")["physical"]
