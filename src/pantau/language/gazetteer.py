"""Names of places: the official provinces, regencies and cities, short forms, and where prisons and offices stand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pantau import assets
from pantau.domain.story import RegionKind
from pantau.language import tokens

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A region by its official code, name without kind, and kind."""

    code: str
    name: str
    kind: RegionKind


class Names:
    """Names of one or more words; several places may bear one name."""

    def __init__(self, entries: Mapping[Words, tuple[Place, ...]]) -> None:
        self._entries = dict(entries)
        self._longest: dict[str, int] = {}
        for words in entries:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def at(self, words: Sequence[str], start: int) -> tuple[int, tuple[Place, ...]] | None:
        """The longest name that begins at `start`: where it ends, and who bears it."""
        longest = self._longest.get(words[start]) if start < len(words) else None
        if longest is None:
            return None
        for length in range(longest, 0, -1):
            places = self._entries.get(tuple(words[start : start + length]))
            if places is not None and start + length <= len(words):
                return start + length, places
        return None

    def begins(self) -> frozenset[str]:
        """First words of all names."""
        return frozenset(self._longest)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names, by what they may stand behind.

    houses  names that stand elsewhere for one kind of prison ("rutan", "lpka") than for others
    seats   the cities of regional offices, by province code
    heads   words before the name of an establishment, and which names those are
    begins  first words of all that may name a place
    marks   words that say something about a name beside them, by what they say
    """

    regions: Names
    prisons: Names
    houses: Mapping[str, Names]
    immigration: Names
    detention: Names
    seats: Mapping[str, Place]
    heads: Mapping[str, str]
    marks: Mapping[str, frozenset[str]]
    begins: frozenset[str]


@cache
def places() -> tuple[Place, ...]:
    """Every region of resources/regions.tsv, by code."""
    rows = assets.path("regions.tsv").read_text(encoding="utf-8").splitlines()
    split = (row.split("\t") for row in rows if not row.startswith("#"))
    return tuple(Place(code, name, RegionKind(kind)) for code, name, kind in split)


@cache
def gazetteer() -> Gazetteer:
    """The shipped names, read once."""
    told: dict[str, Any] = json.loads(assets.path("places.json").read_text(encoding="utf-8"))
    by_name = {f"{place.kind.value} {place.name}": place for place in places()}
    official: dict[Words, tuple[Place, ...]] = {}
    for place in places():
        words = tuple(tokens.folded(place.name))
        official[words] = (*official.get(words, ()), place)
    # Names of no place of ours, so that no part of them is taken for one.
    nowhere: dict[Words, tuple[Place, ...]] = {_words(name): () for name in told["nowhere"]}
    aliases = {_words(name): (by_name[target],) for name, target in told["aliases"].items()}

    def standing(named: dict[str, str]) -> Names:
        return Names({_words(name): (by_name[target],) for name, target in named.items()})

    regions = Names({**nowhere, **aliases, **official})
    heads = {head: group for group, said in told["heads"].items() for head in said}
    return Gazetteer(
        regions=regions,
        prisons=standing(told["prisons"]),
        houses={kind: standing(named) for kind, named in told["houses"].items()},
        immigration=standing(told["immigration"]),
        detention=standing(told["detention"]),
        seats={by_name[f"provinsi {p}"].code: by_name[f"kota {c}"] for p, c in told["capitals"].items()},
        heads=heads,
        begins=regions.begins() | {head.split()[0] for head in heads},
        marks={name: frozenset(tokens.folded(words)) for name, words in told["marks"].items()},
    )


def _words(name: str) -> Words:
    return tuple(tokens.folded(name))
