"""Key messages of a narrative that a variant leaves out."""

from __future__ import annotations

import re

from pantau.domain.claims import ClaimKind
from pantau.narrative.drift.sides import Side

_HELD = 0.34  # share of a message's concepts that a variant must have to hold it
_MARK = re.compile(r"^\s*(?:\d+[.)]|[-•*▪])\s*")


def missing(variant: Side, narrative: Side) -> tuple[str, ...]:
    """The narrative's lines that the variant says too little of, as they are written, without list marks."""
    found = []
    said = frozenset(variant.places_of) | _values(variant, 0, len(variant.page.text))
    for start, end in _lines(narrative):
        wanted = _content(narrative, start, end) | _values(narrative, start, end)
        if wanted and len(wanted & said) < _HELD * len(wanted):
            found.append(_MARK.sub("", narrative.page.text[start:end]).strip())
    return tuple(found)


def _lines(narrative: Side) -> list[tuple[int, int]]:
    """Lines where the narrative has several, else its sentences."""
    text = narrative.page.text
    lines = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    return lines if len(lines) > 1 else narrative.page.sentences


def _content(side: Side, start: int, end: int) -> frozenset[str]:
    return frozenset(
        side.terms[at].concept
        for at, word in enumerate(side.page.words)
        if start <= word.start < end and side.is_content[at]
    )


def _values(side: Side, start: int, end: int) -> frozenset[str]:
    kinds = (
        ClaimKind.FIGURE,
        ClaimKind.MONEY,
        ClaimKind.DATE,
        ClaimKind.PERCENTAGE,
        ClaimKind.LEGAL,
        ClaimKind.TIME,
    )
    return frozenset(
        f"{claim.value}" for kind in kinds for claim in side.by_kind[kind] if start <= claim.start < end
    )
