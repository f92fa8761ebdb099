"""Provinces, regencies and cities that a text names."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.domain.story import RegionKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading
from pantau.language.gazetteer import gazetteer

_CUES = frozenset(["di", "ke", "dari", "kota", "kabupaten", "provinsi", "se", "wilayah"])
_KINDS = {
    "kota": RegionKind.CITY,
    "kabupaten": RegionKind.REGENCY,
    "kab": RegionKind.REGENCY,
    "provinsi": RegionKind.PROVINCE,
}
_WORDS_TOO = lexicons.words("place_or_word")


def find(page: Reading) -> Iterator[Claim]:
    """Each with its name, kind and codes; several codes where a name is borne twice."""
    known, words = gazetteer().regions, [word.word for word in page.words]
    end = 0
    for at in page.numbers_of(known.begins()):
        word = words[at]
        if at < end or page.taken[page.words[at].start]:
            continue
        hit = known.at(words, at)
        if hit is None or not hit[1] or any(page.breaks[at : hit[0] - 1]):
            continue
        before = words[at - 1] if at and not page.breaks[at - 1] else ""
        if not page.words[at].is_capital and before not in _CUES:
            continue
        if word in _WORDS_TOO and hit[0] == at + 1 and before not in _CUES:
            continue
        end, found = hit
        places = tuple(place for place in found if place.kind is _KINDS.get(before)) or found
        start, stop = page.words[at].start, page.words[end - 1].end
        yield Claim(
            ClaimKind.PLACE, page.text[start:stop], start, stop, places[0].name.lower(), places[0].kind.value,
            _KINDS[before].value if before in _KINDS else "", parts=tuple(place.code for place in places),
        )  # fmt: skip
