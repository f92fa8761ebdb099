"""Phrases that must not be used, and facts that hold no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind, Severity
from pantau.narrative.drift.findings import of_claim
from pantau.narrative.drift.sides import Side

_VALUES = (
    ClaimKind.FIGURE,
    ClaimKind.MONEY,
    ClaimKind.PERCENTAGE,
    ClaimKind.DATE,
    ClaimKind.TIME,
    ClaimKind.DURATION,
)
_LEFT = re.compile(
    r"(?:tidak|tak|sudah\s+tidak)\s+(?:lagi\s+)?berlaku|diralat|\blama\b|sebelumnya|bukan|semula|hoaks|keliru",
    re.IGNORECASE,
)


def forbidden(variant: Side, phrases: Sequence[str]) -> Iterator[DriftFinding]:
    """Every use of a forbidden phrase, whatever its case and spaces."""
    for phrase in phrases:
        words = phrase.split()
        if not words:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?:nya)?(?!\w)"
        for match in re.finditer(pattern, variant.page.text, re.IGNORECASE):
            yield DriftFinding(
                FindingKind.FORBIDDEN, match.group(), match.start(), match.end(), "", "", "", Severity.ERROR
            )


def outdated(
    variant: Side, sentences: Sequence[str], found: Sequence[DriftFinding], narrative: Side
) -> Iterator[DriftFinding]:
    """Values that the narrative says were true once, where the variant says them as if they still were."""
    spans = [(finding.start, finding.end) for finding in found]
    for sentence in sentences:
        old = Side(sentence)
        for kind in _VALUES:
            values = {(claim.value, claim.high) for claim in old.by_kind[kind]} | {
                (claim.high, None) for claim in old.by_kind[kind] if claim.high
            }
            for claim in variant.by_kind[kind]:
                flagged = any(start < claim.end and claim.start < end for start, end in spans)
                if not flagged or (
                    (claim.value, claim.high) not in values and (claim.value, None) not in values
                ):
                    continue
                if _LEFT.search(variant.page.sentence_text(claim.start)):
                    continue
                made = of_claim(FindingKind.OUTDATED, claim, None, narrative)
                yield DriftFinding(
                    made.kind, made.text, made.start, made.end, "", sentence, "", Severity.ERROR
                )
