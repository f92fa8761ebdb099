"""Hopes told as promises, and duties told as advice."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_HOPES = frozenset(
    ("berharap", "diharapkan", "harapan", "berupaya", "berusaha", "mengupayakan", "diupayakan")
)
_PROMISES = frozenset(
    ("menjamin", "dijamin", "jaminan", "memastikan", "dipastikan", "menjanjikan", "berjanji")
)
_ADVICE = frozenset(
    (
        "dianjurkan",
        "disarankan",
        "menganjurkan",
        "menyarankan",
        "sebaiknya",
        "opsional",
        "sukarela",
        "diimbau",
        "mengimbau",
        "imbauan",
        "diharapkan",
        "diharap",
    )
)
_DUTIES = lexicons.words("wajib") - {"diminta", "meminta"}
_LEAST = 2  # words by which two clauses speak of one matter


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Words of promise where the narrative hopes, words of advice where it makes a duty."""
    yield from _other(variant, narrative, _PROMISES, _HOPES, FindingKind.CERTAINTY)
    yield from _other(variant, narrative, _ADVICE, _DUTIES, FindingKind.MODALITY)


def _other(
    variant: Side, narrative: Side, mine: frozenset[str], theirs: frozenset[str], kind: FindingKind
) -> Iterator[DriftFinding]:
    told = [at for at, word in enumerate(narrative.page.words) if word.word in theirs]
    same = [
        at for at, word in enumerate(narrative.page.words) if word.word in mine and at not in narrative.denied
    ]
    if not told:
        return
    for at, word in enumerate(variant.page.words):
        if word.word not in mine or at in variant.denied or not variant.is_asserted(at):
            continue
        said = variant.near(at)
        best = max(told, key=lambda other: len(said & narrative.near(other)))
        likeness = len(said & narrative.near(best))
        if likeness >= _LEAST and likeness > max(
            (len(said & narrative.near(one)) for one in same), default=0
        ):
            yield findings.instead(kind, variant, at, narrative, best)
