"""Offices and places: whether the narrative knows them, and under which name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import Claim, DriftFinding, FindingKind
from pantau.narrative.drift import clocks, findings
from pantau.narrative.drift.cast import Cast
from pantau.narrative.drift.sides import Side
from pantau.narrative.drift.strangers import stands_in

_SHORT = 5
_LATER = 5  # words between an office and its name
_ESTABLISHMENTS = frozenset(
    ("lapas", "rutan", "lpka", "bapas", "rudenim", "lapas perempuan", "lapas narkotika")
)


def is_initials(word: str, side: Side) -> bool:
    """ "SSMA" of "Sultan Syarif Mohamad Alkadrie", "TI" of "Teknologi Informasi"."""
    words, size = side.page.words, len(word)
    return 1 < size < _SHORT + 2 and any(
        all(
            one.is_capital and one.word[0] == letter
            for one, letter in zip(words[at : at + size], word, strict=True)
        )
        for at in range(len(words) - size + 1)
    )


def check_office(claim: Claim, cast: Cast) -> Iterator[DriftFinding]:
    """An office that the narrative does not have, or has of another place."""
    head, name = claim.parts
    if re.search(rf"(?<![^\W_]){re.escape(claim.text.lower())}(?![^\W_])", cast.side.page.low):
        return  # in an address, as "bkn.go.id"
    same = [office for office in cast.offices if office.parts[0] == head]
    if name and any(set(name.split()) <= set(str(person.value).split()) for person in cast.names):
        return  # "Dirjen Imigrasi Yuldi Yusman": who is behind it is no part of the office
    if head == "polri" and "=polisi" in cast.stems:
        return
    if head not in cast.heads:
        if name and _is_hospital(head) and set(name.split()) <= cast.words:
            return  # "RS Haulussy" of "RSUD dr. M. Haulussy"
        rivals = [office for office in cast.offices if office.parts[0].split()[0] == head.split()[0]]
        if _is_general(head, cast) or (not name and claim.text.islower() and not rivals):
            return
        like = [office for office in cast.offices if name and _shares(name, office.parts[1])]
        kin = [office for office in cast.offices if _kin(head, office.parts[0])]
        yield findings.of_claim(FindingKind.OFFICE, claim, next(iter(like or kin), None), cast.side)
        return
    if name and not any(
        _shares(name, office.parts[1]) or _is_named_later(name, office, cast) for office in same
    ):
        elsewhere = [office for office in cast.offices if office.parts[1] and _shares(name, office.parts[1])]
        heads = {office.parts[0].split()[0] for office in elsewhere}
        if elsewhere and head in _ESTABLISHMENTS and head.split()[0] not in heads:
            yield findings.of_claim(FindingKind.OFFICE, claim, elsewhere[0], cast.side)
            return
    named = [office for office in same if office.parts[1]]
    if not name or not named or any(_same_name(name, office.parts[1]) for office in named):
        return
    if _is_abbreviated(name, cast) or all(
        word in cast.words
        or is_initials(word, cast.side)
        or any(_abbreviates(word, other) for other in cast.words)
        for word in name.split()
    ):
        return
    yield findings.of_claim(FindingKind.OFFICE, claim, named[0], cast.side)


def _is_hospital(head: str) -> bool:
    return head.split()[0].startswith("rs") or head.startswith("rumah sakit")


def _is_named_later(name: str, office: Claim, cast: Cast) -> bool:
    """ "LPKA) Kelas I Blitar": the name stands behind a bracket."""
    first = cast.side.page.at(office.end)
    return any(word.word in name.split() for word in cast.side.page.words[first : first + _LATER])


def _abbreviates(short: str, word: str) -> bool:
    """ "Mks" of "Makassar", "P." of "Palangka"."""
    if len(short) == 1:
        return word.startswith(short) and len(word) > _SHORT
    return (
        1 < len(short) < len(word) and short[0] == word[0] and len(short) < _SHORT and stands_in(short, word)
    )


def _is_general(head: str, cast: Cast) -> bool:
    """Whether the narrative has the office in a longer or shorter name of the same head."""
    if any(known.startswith(f"{head} ") for known in cast.heads):
        return True
    kin = [known for known in cast.heads if known.split()[0] == head.split()[0]]
    return kin == [head.split()[0]]


def _kin(one: str, other: str) -> bool:
    return one[:2] == other[:2] or bool(set(one.split()) & set(other.split()))


def _shares(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def _same_name(mine: str, theirs: str) -> bool:
    return not theirs or _shares(mine, theirs) or _codes(mine) & _codes(theirs) != frozenset()


@cache
def _codes(name: str) -> frozenset[str]:
    from pantau.language.gazetteer import gazetteer

    hit = gazetteer().regions.at(name.split(), 0)
    return frozenset(place.code for place in hit[1]) if hit else frozenset()


def _is_abbreviated(name: str, cast: Cast) -> bool:
    return bool(_codes(name) & cast.codes)


def check_place(claim: Claim, variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    """A place that the narrative neither has nor is around."""
    if clocks.is_of_zone(variant, claim):
        return  # "pukul 06.00 waktu Jakarta"
    if set(claim.parts) & cast.codes:
        stated = [place for place in cast.places if set(place.parts) & set(claim.parts)]
        if _is_elsewhere(claim, stated, cast):
            yield findings.of_claim(FindingKind.PLACE, claim, stated[0], cast.side)
            return
        if not claim.subject or any(not place.subject or place.subject == claim.subject for place in stated):
            return
    elif stands(claim.text, cast) or _is_around(claim, variant, cast) or _is_shortened(claim, cast):
        return
    if not cast.places and not cast.offices:
        return
    yield findings.of_claim(FindingKind.PLACE, claim, _like_place(claim, cast), cast.side)


def stands(text: str, cast: Cast) -> bool:
    """Whether a name stands in the narrative as it is, not only its words here and there."""
    words = re.findall(r"\w+", text.lower())
    return bool(re.search(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)", cast.side.page.low))


def _is_shortened(claim: Claim, cast: Cast) -> bool:
    """ "Bandara Juanda" of "Bandara Internasional Juanda": the narrative has each word, in this order, in one name."""
    words = re.findall(r"\w+", claim.text.lower())
    gap = r"(?:\W+[A-Z]\w+){0,2}\W+"
    pattern = gap.join(rf"(?i:{re.escape(word)})" for word in words)
    return len(words) > 1 and bool(re.search(rf"(?<!\w){pattern}(?!\w)", cast.side.page.text))


def _is_elsewhere(claim: Claim, stated: list[Claim], cast: Cast) -> bool:
    """Whether a part of a region is named, "Gili Meno", where the narrative names another, "Gili Trawangan"."""
    mine = set(re.findall(r"\w+", claim.text.lower()))
    known = {*str(claim.value).split(), "kota", "kabupaten", "provinsi"}
    return (
        not mine <= cast.words
        and mine.isdisjoint(known)
        and any(not set(re.findall(r"\w+", place.text.lower())) <= known for place in stated)
    )


def _is_around(claim: Claim, variant: Side, cast: Cast) -> bool:
    """Whether a province is that of a town that the narrative names where it speaks of the same."""
    said = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())

    def shared(place: Claim) -> int:
        return len(said & cast.side.in_sentence.get(cast.side.page.sentence(place.start), frozenset()))

    inside = [place for place in cast.places if any(
        code.startswith(f"{mine}.") for mine in claim.parts for code in place.parts)]  # fmt: skip
    others = [place for place in cast.places if place.unit == claim.unit]
    best = max(map(shared, inside), default=-1)
    return bool(inside) and best >= max(map(shared, others), default=0)


def _like_place(claim: Claim, cast: Cast) -> Claim | None:
    same = [place for place in cast.places if place.unit == claim.unit]
    return next(iter(same or cast.places), None)
