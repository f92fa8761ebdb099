"""Values of `domain.story` as JSON columns and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pantau.domain.story import Evidence, Reading, Reason, Region, RegionKind, Risk, RiskKind, Tone, ToneLabel

_KEPT = 2_048  # values of a column that are kept as they were read: most articles have the same few


def pack_evidence(evidence: Iterable[Evidence]) -> list[Any]:
    return [[item.text, item.start, item.end] for item in evidence]


def unpack_evidence(packed: Iterable[Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(*item) for item in packed)


def pack_regions(regions: Iterable[Region]) -> list[Any]:
    return [
        [region.name, region.code, region.kind.value, pack_evidence(region.evidence)] for region in regions
    ]


def unpack_regions(packed: Iterable[Any]) -> tuple[Region, ...]:
    return tuple(
        Region(name, code, RegionKind(kind), unpack_evidence(evidence))
        for name, code, kind, evidence in packed
    )


def pack_risks(risks: Iterable[Risk]) -> list[Any]:
    return [[risk.kind.value, risk.score, pack_evidence(risk.evidence)] for risk in risks]


def unpack_risks(packed: Iterable[Any]) -> tuple[Risk, ...]:
    return tuple(Risk(RiskKind(kind), score, unpack_evidence(evidence)) for kind, score, evidence in packed)


def pack_tone(tone: Tone) -> list[Any]:
    return [tone.label.value, tone.score, pack_evidence(tone.evidence)]


def unpack_tone(packed: list[Any]) -> Tone:
    label, score, evidence = packed
    return Tone(ToneLabel(label), score, unpack_evidence(evidence))


def pack_reasons(reasons: Iterable[Reason]) -> list[Any]:
    return [[reason.key, reason.value, reason.points, reason.facts] for reason in reasons]


def unpack_reasons(packed: Iterable[Any]) -> tuple[Reason, ...]:
    return tuple(Reason(*item) for item in packed)


def pack_curve(curve: Iterable[tuple[datetime, int]]) -> list[Any]:
    return [[int(at.timestamp()), count] for at, count in curve]


def unpack_curve(packed: Iterable[Any]) -> tuple[tuple[datetime, int], ...]:
    return tuple((datetime.fromtimestamp(at, UTC), count) for at, count in packed)


def read_reading(topics: str, regions: str, units: str, tone: str, risks: str) -> Reading:
    """A reading from the texts of its columns. What many articles share is made once, so that it is held once."""
    return Reading("", _names(topics), _regions(regions), _names(units), _tone(tone), _risks(risks))


@lru_cache(_KEPT)
def _names(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(_KEPT)
def _regions(text: str) -> tuple[Region, ...]:
    return unpack_regions(json.loads(text))


@lru_cache(_KEPT)
def _tone(text: str) -> Tone:
    return unpack_tone(json.loads(text))


@lru_cache(_KEPT)
def _risks(text: str) -> tuple[Risk, ...]:
    return unpack_risks(json.loads(text))
