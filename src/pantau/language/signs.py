"""What speaks for a risk in a text and what against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pantau.domain.story import Evidence
from pantau.language.document import Document
from pantau.language.lexicon import Found, Lexicon, longest, very

_DENIED, _DENIED_BEFORE = frozenset({"tidak", "bukan", "tanpa", "usah"}), 2
MOST_PLACES = 200  # words of a kind that are looked at; a text of nothing else needs no more


@dataclass(frozen=True, slots=True)
class Signs:
    """The weight of all that speaks for a risk, and each sign by what it weighs."""

    weight: float
    found: Sequence[tuple[float, Found[Any]]]


@dataclass(frozen=True, slots=True)
class Written:
    """A place by its letters, where no word tells: an address, a number."""

    start: int
    end: int

    def evidence(self, document: Document) -> Evidence:
        return document.quote(self.start, self.end)


def weighted(weights: Mapping[str, list[str]]) -> Lexicon[float]:
    return Lexicon((very(phrase), float(weight)) for weight, said in weights.items() for phrase in said)


def plain(phrases: Iterable[str]) -> Lexicon[None]:
    return Lexicon((very(phrase), None) for phrase in phrases)


def apart(found: Iterable[Found[Any]]) -> list[Found[Any]]:
    """Without phrases inside of longer ones, the first `MOST_PLACES`."""
    return longest(found)[:MOST_PLACES]


def calmed(document: Document, calm: Lexicon[float]) -> float:
    """What sober words of a text take off; "bukan hoaks" and "tidak usah damai" are none."""
    return sum(
        float(hit.value)
        for hit in apart(calm.find(document))
        if _DENIED.isdisjoint(document.before(hit.start, _DENIED_BEFORE))
    )


def is_near(document: Document, one: Found[Any], other: Found[Any], reach: int) -> bool:
    """Whether two places of one field lie apart by no more than so many words, and do not overlap."""
    apart = max(one.start - other.end, other.start - one.end)
    return 0 <= apart <= reach and (one.start < document.border) == (other.start < document.border)
