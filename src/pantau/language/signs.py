"""What speaks for a risk in a text and what against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pantau.domain.story import Evidence
from pantau.language.document import Document, Field
from pantau.language.lexicon import Found, Lexicon

MOST_PLACES = 200  # words of a kind that are looked at; a text of nothing else needs no more


@dataclass(frozen=True, slots=True)
class Signs:
    """The weight of all that speaks for a risk, and each sign by what it weighs."""

    weight: float
    found: Sequence[tuple[float, Found[Any]]]


@dataclass(frozen=True, slots=True)
class Written:
    """A place of a field by its letters, where no word tells: an address, a number."""

    field: Field
    start: int
    end: int

    def evidence(self, document: Document) -> Evidence:
        return document.evidence(self.field, self.start, self.end)


def exactly(phrase: str) -> str:
    """A lone word is taken as it stands: "viralkan" is a call, "viral" is news; "awas" is no "pengawas"."""
    return phrase if " " in phrase else f"={phrase}"


def weighted(weights: Mapping[str, list[str]]) -> Lexicon[float]:
    return Lexicon((exactly(phrase), float(weight)) for weight, said in weights.items() for phrase in said)


def plain(phrases: Iterable[str]) -> Lexicon[None]:
    return Lexicon((exactly(phrase), None) for phrase in phrases)


def apart(found: Iterable[Found[Any]]) -> list[Found[Any]]:
    """Without phrases inside of longer ones, the first `MOST_PLACES`."""
    kept: list[Found[Any]] = []
    for hit in found:
        if not kept or hit.field is not kept[-1].field or hit.start >= kept[-1].end:
            kept.append(hit)
            if len(kept) >= MOST_PLACES:
                break
    return kept


def calmed(document: Document, calm: Lexicon[float]) -> float:
    """What sober words of a text take off."""
    return sum((float(hit.value) for hit in apart(calm.find(document))), 0.0)


def stems(document: Document, field: Field) -> list[str]:
    return document.title_stems if field is Field.TITLE else document.text_stems


def distance(one: Found[Any], other: Found[Any]) -> int:
    """Words between two places; many when they stand in different fields, -1 when they overlap."""
    if one.field is not other.field:
        return 10_000
    return max(one.start - other.end, other.start - one.end, -1)
