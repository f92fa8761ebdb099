"""Values that the narrative holds of something else: exchanged, of other people, in another state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import Bound, Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import Reading, lexicons
from pantau.narrative.drift import findings, tight
from pantau.narrative.drift.amounts import KINDS, PEOPLE, about, amount, counted, counted_noun, head
from pantau.narrative.drift.binding import Binder, Pairing, context, edges_of
from pantau.narrative.drift.concepts import terms
from pantau.narrative.drift.cues import way
from pantau.narrative.drift.holdings import Numbers
from pantau.narrative.drift.products import is_mean
from pantau.narrative.drift.sides import Side

_OUT_OF = re.compile(r"(?<!terdiri )\bdari\s+(?:total\s+|keseluruhan\s+)?$")
_BECAME = re.compile(r"\b(?:menjadi|jadi)\s+(?:rp\s*)?$")
_FROM = re.compile(r"\bdari\s+(?:rp\s*)?$")
_TO = re.compile(r"(?:\s+[a-z]+)?\s+(?:menjadi|jadi|ke)\b")
_OPPOSITE = {
    Bound.LEAST: Bound.MOST, Bound.MOST: Bound.LEAST, Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER,
}  # fmt: skip
_CLEARLY = 2  # words by which one of two figures must be the likelier
_WITHIN = 32  # characters, and so figures, between a part and its whole
_DAYS = frozenset(("kerja", "kalender"))
_OTHERS = frozenset(("lainnya", "selebihnya"))
_EACH = frozenset(("masing-masing", "masing", "semasing", "setiap", "tiap"))
_TOGETHER = frozenset(("seluruhnya", "total", "totalnya", "keseluruhan", "semuanya", "jumlahnya", "gabungan"))
_AREAS = lexicons.words("areas")
_STATES = lexicons.words("states")
_ANYBODY = frozenset(("anggota", "personel", "pegawai", "orang", "peserta", "warga", "pihak", "penghuni"))
_ALL = lexicons.words("quantifiers")


def misplaced(
    dimension: str, held: list[tuple[Claim, list[int]]], variant: Side, numbers: Numbers
) -> Iterator[DriftFinding]:
    binder, listed = numbers.binder(dimension)
    index = {number: at for at, number in enumerate(listed)}
    held = [
        (claim, same)
        for claim, same in held
        if not _is_whole(variant, claim) and not is_mean(numbers, claim, amount(claim), variant)
    ]
    found = _moved(held, variant, binder, index) if len(listed) > 1 else {}
    for number, (claim, same) in enumerate(held):
        kind = KINDS[numbers.claims[same[0]].kind]
        if (bounded := _other_bound(claim, same, variant, numbers)) is not None:
            yield findings.of_claim(kind, claim, bounded, numbers.side)
        elif _is_other_end(claim, same, variant, numbers) or _is_other_way(claim, same, variant, numbers):
            yield findings.of_claim(kind, claim, numbers.claims[same[0]], numbers.side)
        elif _is_other_days(claim, same, variant, numbers):
            yield findings.of_claim(FindingKind.UNIT, claim, numbers.claims[same[0]], numbers.side)
        elif _is_shared_out(claim, same, variant, numbers):
            yield findings.of_claim(kind, claim, numbers.claims[same[0]], numbers.side)
        elif number in found:
            yield findings.of_claim(kind, claim, binder.claims[found[number]], numbers.side)
        elif _is_other_state(claim, same, variant, numbers):
            yield findings.of_claim(kind, claim, numbers.claims[same[0]], numbers.side)
        elif told := _other_noun(claim, same, variant, numbers):
            yield findings.of_claim(told[0], claim, told[1], numbers.side)


def _moved(
    held: list[tuple[Claim, list[int]]], variant: Side, binder: Binder, index: dict[int, int]
) -> dict[int, int]:
    """Numbers of the variant's quantities that stand for what another of the narrative's does."""
    contexts = [context(variant, claim, edges_of(variant, claim.kind)) for claim, _same in held]
    same = [[index[number] for number in numbers] for _claim, numbers in held]
    pairs = [(claim, numbers) for (claim, _same), numbers in zip(held, same, strict=True)]
    close = tight.exchanged(pairs, variant, binder.claims, binder.side)
    sentences = [variant.page.sentence(claim.start) for claim, _same in held]
    return close | Pairing(binder).swapped(contexts, same, sentences=sentences)


def _is_whole(variant: Side, claim: Claim) -> bool:
    """Whether a figure is the whole of "enam dari sembilan"."""
    return bool(_OUT_OF.search(variant.page.low, max(0, claim.start - 24), claim.start)) and any(
        0 < claim.start - other.end < _WITHIN
        or (0 < other.start - claim.end < 24 and "," in variant.page.text[claim.end : other.start])
        for other in variant.beside(ClaimKind.FIGURE, claim.start, _WITHIN)
    )


def is_one_of_several(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """ "satu petugas luka" where the narrative counts several officers that are hurt."""
    said = about(variant, claim)
    for told in numbers.claims:
        if told.kind is ClaimKind.FIGURE and told.value != 1:
            theirs = about(numbers.side, told)
            if said & theirs & PEOPLE and len(said & theirs) > 1:
                return True
    return False


def _is_other_state(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "tujuh tahanan meninggal" of seven that are hurt."""
    mine, people = about(variant, claim) & _STATES, counted(variant, claim)
    if not people or any(counted(numbers.side, numbers.claims[number]) != people for number in same):
        return False
    theirs = [about(numbers.side, numbers.claims[number]) & _STATES for number in same]
    return bool(mine) and all(told and not told & mine for told in theirs)


def _other_bound(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> Claim | None:
    """ "paling singkat" where the narrative has "paling lama" of the same, "kurang dari" where it has "lebih dari"."""
    opposite = _OPPOSITE.get(claim.bound)
    if opposite is None:
        return None
    said, beside = about(variant, claim), _values_beside(variant, claim)

    def fit(number: int) -> int:
        told = numbers.claims[number]
        return len(said & about(numbers.side, told)) + len(beside & _values_beside(numbers.side, told))

    best = max(same, key=fit)
    rest = [fit(number) for number in same if numbers.claims[number].bound is not opposite]
    if numbers.claims[best].bound is not opposite or (rest and fit(best) < max(rest) + _CLEARLY):
        return None
    return numbers.claims[best]


def _is_other_end(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "menjadi 150 hari" where the narrative has "dari 150 hari menjadi 30"."""
    mine = _end(variant, claim)
    return mine != 0 and all(_end(numbers.side, numbers.claims[number]) == -mine for number in same)


def _is_other_way(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "turun 16 persen" where the narrative has "naik 16 persen"."""
    mine = way(variant, claim)
    return mine != 0 and all(way(numbers.side, numbers.claims[number]) == -mine for number in same)


def _end(side: Side, claim: Claim) -> int:
    """1 where a figure is what something became, -1 where it is what that was before, 0 where neither is said."""
    before = side.page.low[max(0, claim.start - 16) : claim.start]
    if _BECAME.search(before):
        return 1
    behind = side.page.low[claim.end : claim.end + 24]
    return -1 if _FROM.search(before) and _TO.match(behind) else 0


def _is_other_days(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "60 hari kalender" where the narrative has "60 hari kerja"."""
    mine = _words_behind(variant, claim) & _DAYS
    theirs = [_words_behind(numbers.side, numbers.claims[number]) & _DAYS for number in same]
    return claim.unit == "hari" and bool(mine) and all(days and not days & mine for days in theirs)


def _is_shared_out(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "masing-masing Rp23 juta" where the narrative has "seluruhnya Rp23 juta", and the other way round."""
    mine = _share(variant, claim)
    return bool(mine) and all(_share(numbers.side, numbers.claims[number]) == -mine for number in same)


def _share(side: Side, claim: Claim) -> int:
    """1 where a figure is said of each, -1 where it is said of all together, 0 where neither is said."""
    first, last, sentence = (
        side.page.at(claim.start),
        side.page.at(claim.end),
        side.page.sentence(claim.start),
    )
    beside = {
        side.page.words[at].word
        for at in range(max(0, first - 2), min(last + 2, len(side.page.words)))
        if side.sentence_of[at] == sentence
    }
    is_each, is_all = not beside.isdisjoint(_EACH), not beside.isdisjoint(_TOGETHER)
    return is_each - is_all


def _values_beside(side: Side, claim: Claim) -> set[float]:
    """The other figures of a claim's sentence."""
    return {
        float(other.value)
        for other in side.quantities.get(side.page.sentence(claim.start), ())
        if other is not claim and isinstance(other.value, int | float)
    }


def _other_noun(
    claim: Claim, same: list[int], variant: Side, numbers: Numbers
) -> tuple[FindingKind, Claim] | None:
    """The narrative's figure if it counts other people than the variant's does: officers, not inmates."""
    if claim.kind is not ClaimKind.FIGURE:
        return None
    if (area := _noun(variant, claim)) in _AREAS and area not in numbers.side.vocabulary:
        nouns = {_noun(numbers.side, numbers.claims[number]) for number in same}
        return (FindingKind.UNIT, numbers.claims[same[0]]) if "" not in nouns else None
    if told := _exchanged_noun(claim, same, variant, numbers):
        return FindingKind.FIGURE, told
    mine = counted(variant, claim)
    if not mine:
        return None
    for number in same:
        theirs = counted(numbers.side, numbers.claims[number])
        if _nouns(variant, claim) & _nouns(numbers.side, numbers.claims[number]):
            return None  # "anak" of "anak binaan"
        if _is_general(variant, claim) or _is_general(numbers.side, numbers.claims[number]):
            return None
        if not theirs or theirs & mine or mine & about(numbers.side, numbers.claims[number]):
            return None
        if mine <= _uncounted(numbers, numbers.sentences[number]):
            return None  # "dua saksi" of "Dua petugas lain, AD dan MY, masih berstatus saksi"
    for told in numbers.claims:
        if told.kind is ClaimKind.FIGURE and counted(numbers.side, told) & mine:
            return FindingKind.FIGURE, told
    return FindingKind.UNIT, numbers.claims[same[0]]


def _uncounted(numbers: Numbers, sentence: int) -> frozenset[str]:
    """The concepts of a sentence that no figure of it counts."""
    figures = [told for told, at in zip(numbers.claims, numbers.sentences, strict=True) if at == sentence]
    found = {one for told in figures for one in counted(numbers.side, told)}
    found |= {counted_noun(numbers.side, told) for told in figures}
    return numbers.side.in_sentence.get(sentence, frozenset()) - found


def _exchanged_noun(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> Claim | None:
    """ "tiga calo" of the narrative's three officers, where it tells officers from brokers by both words."""
    mine = counted_noun(variant, claim)
    if not mine or mine not in numbers.nouns or claim.value == 1:
        return None
    if _words_behind(variant, claim) & _OTHERS:
        return None  # "dua tahanan lainnya" are none of the two
    said = about(variant, claim)
    if any(_is_general(numbers.side, numbers.claims[number]) for number in same):
        return None
    if any(_nouns(variant, claim) & _nouns(numbers.side, numbers.claims[number]) for number in same):
        return None  # "540 Pos Bantuan Hukum" of "540 pos"
    if not any(head(numbers.side, numbers.claims[number]) for number in same):
        return None
    for number in same:
        theirs = head(numbers.side, numbers.claims[number])
        if not theirs and not said & about(numbers.side, numbers.claims[number]):
            continue  # "tiga orang" of something else
        if (
            not theirs
            or theirs == mine
            or theirs in said
            or mine
            in about(numbers.side, numbers.claims[number]) & _uncounted(numbers, numbers.sentences[number])
        ):
            return None
        if mine in _uncounted(numbers, numbers.sentences[number]):
            return None
    if numbers.follows(claim, amount(claim), variant):
        return None  # "tiga bungkus" each of 640 for 212
    return numbers.claims[same[0]]


def _is_general(side: Side, claim: Claim) -> bool:
    """Whether a figure counts "anggota", "personel" or the like, which may be anybody."""
    return not _nouns(side, claim).isdisjoint(_ANYBODY) or head(side, claim) in _anybody()


@cache
def _anybody() -> frozenset[str]:
    return frozenset(
        term.concept for word in ("anggota", "peserta", "pihak") for term in terms(Reading(word))
    )


def _nouns(side: Side, claim: Claim) -> set[str]:
    """The words behind a figure that say something."""
    at = side.page.at(claim.end)
    return {
        side.page.words[one].word for one in range(at, min(at + 4, len(side.terms))) if side.is_content[one]
    }


def _words_behind(side: Side, claim: Claim) -> set[str]:
    at = side.page.at(claim.end)
    return {word.word for word in side.page.words[at : at + 4]}


def _noun(side: Side, claim: Claim) -> str:
    """The word that a figure stands before, "" where none follows at once."""
    at = side.page.at(claim.end)
    if at >= len(side.terms) or side.page.breaks[at - 1] or not side.is_content[at]:
        return ""
    return side.page.words[at].word


def everybody(variant: Side, numbers: Numbers) -> Iterator[DriftFinding]:
    """ "semua korban" of whom the narrative counts some."""
    if not _ALL.isdisjoint(numbers.side.words):
        return
    for at in variant.page.numbers_of(_ALL - _EACH):
        if at + 1 == len(variant.terms) or not variant.is_content[at + 1]:
            continue
        if not _is_whole_noun(variant, at + 1):
            continue  # "setiap klien yang ...", "seluruh peserta Paket B": of those
        noun, about = variant.terms[at + 1].concept, variant.near(at + 1)
        for claim in numbers.side.by_kind[ClaimKind.FIGURE]:
            if _is_some_of(claim, noun, about, numbers):
                yield findings.of_words(
                    FindingKind.FIGURE, variant, at, at + 1, expected=claim.text,
                    source=numbers.side.page.sentence_text(claim.start), fix="",
                )  # fmt: skip
                break


def _is_whole_noun(side: Side, at: int) -> bool:
    """Whether nothing narrows a noun: what follows says something of it."""
    words = side.page.words
    if at + 1 >= len(words) or side.page.breaks[at]:
        return True
    behind = words[at + 1].word
    return not (behind == "yang" or "yang" in (one.word for one in words[at + 1 : at + 3])) and (
        not side.is_content[at + 1] or behind.startswith(("di", "me", "ber", "ter"))
    )


def _is_some_of(claim: Claim, noun: str, about: frozenset[str], numbers: Numbers) -> bool:
    """Whether a figure counts fewer than all of a noun's, in a clause that speaks of the same."""
    side = numbers.side
    first = side.page.at(claim.end)
    if first >= len(side.terms) or side.terms[first].concept != noun or not isinstance(claim.value, int):
        return False
    most = max(
        (
            float(one.value or 0)
            for one in side.by_kind[ClaimKind.FIGURE]
            if not isinstance(one.value, str)
            and (counted_noun(side, one) in (noun, "") or _is_general(side, one))
        ),
        default=0.0,
    )
    return len(about & side.near(first)) >= 2 and claim.value < most
