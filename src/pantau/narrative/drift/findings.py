"""How findings are made."""

from __future__ import annotations

from pantau.domain.claims import Claim, DriftFinding, FindingKind, Severity
from pantau.narrative.drift.sides import Side


def of_claim(
    kind: FindingKind, claim: Claim, expected: Claim | None, narrative: Side, *, fix: str | None = None
) -> DriftFinding:
    """A claim of the variant that the narrative's `expected` contradicts; None: nothing there is like it."""
    said = "" if expected is None else expected.text
    source = "" if expected is None else narrative.page.sentence_text(expected.start)
    return DriftFinding(
        kind, claim.text, claim.start, claim.end, said, source, said if fix is None else fix, Severity.ERROR
    )


def of_words(
    kind: FindingKind,
    variant: Side,
    first: int,
    last: int,
    *,
    expected: str = "",
    source: str = "",
    fix: str = "",
    severity: Severity = Severity.ERROR,
) -> DriftFinding:
    """Words of the variant from `first` to `last`, both included."""
    start, end = variant.page.words[first].start, variant.page.words[last].end
    return DriftFinding(kind, variant.page.text[start:end], start, end, expected, source, fix, severity)


def instead(kind: FindingKind, variant: Side, at: int, narrative: Side, other: int) -> DriftFinding:
    """A word of the variant where the narrative has another."""
    said = narrative.page.words[other].raw
    return of_words(kind, variant, at, at, expected=said, source=narrative.source(other), fix=said)
