"""What is charged, shared out and told per length of time: products, means and rates of the narrative's quantities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.amounts import Amount, agrees, is_close
from pantau.narrative.drift.cues import says
from pantau.narrative.drift.rates import rate
from pantau.narrative.drift.sides import Side

if TYPE_CHECKING:
    from pantau.narrative.drift.holdings import Numbers

_EACH = lexicons.words("each")
_ALL_OF = {"kedua": 2.0, "keduanya": 2.0, "ketiga": 3.0, "ketiganya": 3.0, "keempat": 4.0, "kelima": 5.0}
_PER = lexicons.words("each") | frozenset(("rata-rata", "ratarata", "rata", "setara", "artinya", "berarti"))
_DISTRIBUTES = frozenset(("setiap", "tiap", "per", "satu", "seorang", "sebuah"))
_TELLING = 10  # smaller differences meet by chance
_DAY = 86_400


def is_mean(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """ "seorang petugas rata-rata mengawasi 47 orang" of 187 and four."""
    if mine.value <= 0 or (claim.bound is not Bound.ABOUT and not says(variant, claim, _PER)):
        return False
    each, is_rough = _each(variant, claim) & numbers.side.words, claim.bound is Bound.ABOUT
    counts = numbers.by_dimension.get("count", [])
    of_each = [one for one in counts if not each.isdisjoint(numbers.claims[one].unit.split())]
    return any(
        is_close(whole.value / count.value, mine.value, 0.015)
        or ((is_rough or mine.value >= _TELLING) and round(whole.value / count.value) == mine.value)
        for whole in numbers.dimension(mine.dimension)
        for number in of_each or counts
        if whole.value > (count := numbers.amounts[number]).value > 1
        and (not each or not each.isdisjoint(numbers.side.sentence_words[numbers.sentences[number]]))
    )


def is_per_time(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """ "71 per hari" of 214 in three days, "lebih dari 360 setiap bulan" of 3.264 in nine months."""
    per = rate(variant, claim)
    if per is None or per.dimension != "time" or mine.value <= 0:
        return False
    spans = {*numbers.spans.days, *(one.value for one in numbers.dimension("time"))}
    spans |= {
        months * 30.44 * _DAY for months in (*numbers.spans.months, *(i + 1 for i in numbers.spans.between))
    }
    spans |= {one.value * 30.44 * _DAY for one in numbers.dimension("month")}
    return any(
        span > per.size and is_close(whole.value * per.size / span, mine.value, 0.03)
        for whole in numbers.dimension(mine.dimension)
        for span in spans
    )


def is_part(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """ "45 persen dari 17.200" are 7.740."""
    if mine.value < 2:
        return False
    if _is_product(numbers, mine) or _is_charged(numbers, claim, mine, variant):
        return True
    shares = [theirs.value for theirs in numbers.dimension("%")]
    totals = [theirs.value for theirs in numbers.dimension(mine.dimension)]
    return any(agrees(claim, mine.value, share * total / 100, None) for share in shares for total in totals)


def _is_product(numbers: Numbers, mine: Amount) -> bool:
    """ "kedua keluarga menerima Rp300 juta masing-masing": 600 million in all."""
    for number in numbers.by_dimension.get(mine.dimension, []):
        sentence = numbers.side.sentence_words[numbers.sentences[number]]
        if sentence.isdisjoint(_EACH):
            continue
        counts = {count for word, count in _ALL_OF.items() if word in sentence}
        each = _told_of_each(numbers, number)
        counts |= {
            numbers.amounts[one].value
            for one in numbers.by_dimension.get("count", [])
            if one != number
            and (
                numbers.sentences[one] == numbers.sentences[number]
                or not each.isdisjoint(numbers.claims[one].unit.split())
            )
        }
        if any(is_close(numbers.amounts[number].value * count, mine.value) for count in counts):
            return True
    return False


def _is_charged(numbers: Numbers, claim: Claim, mine: Amount, variant: Side) -> bool:
    """ "10 menit bayarnya sepuluh ribu" of Rp1.000 per minute, "Rp150 juta" for three at Rp50 million each."""
    if mine.dimension not in ("IDR", "USD"):
        return False
    here = variant.quantities.get(variant.page.sentence(claim.start), ())
    times = {float(one.value) for one in here if one is not claim and isinstance(one.value, int | float)}
    times |= {
        float(one.value or 0) for one in numbers.claims if one.kind in (ClaimKind.FIGURE, ClaimKind.DURATION)
    }
    return any(
        time > 1 and agrees(claim, mine.value, numbers.amounts[number].value * time, None)
        for number in numbers.by_dimension.get(mine.dimension, [])
        if _is_of_each(numbers, number)
        for time in times
    )


def _is_of_each(numbers: Numbers, number: int) -> bool:
    """Whether an amount is told of each of something: "per menit", "untuk setiap ahli waris"."""
    if rate(numbers.side, numbers.claims[number]) is not None:
        return True
    return not numbers.side.sentence_words[numbers.sentences[number]].isdisjoint(_EACH)


def _told_of_each(numbers: Numbers, number: int) -> frozenset[str]:
    """The word that "setiap" stands before in the sentence of a quantity: "setiap pos dilayani dua paralegal"."""
    side, sentence = numbers.side, numbers.sentences[number]
    return frozenset(
        side.page.words[at + 1].word
        for at in range(len(side.page.words) - 1)
        if side.sentence_of[at] == sentence and side.page.words[at].word in _EACH and side.is_content[at + 1]
    )


def _each(variant: Side, claim: Claim) -> frozenset[str]:
    """What "setiap" stands before in a claim's sentence: "setiap loket dijaga dua petugas"."""
    sentence = variant.page.sentence(claim.start)
    key = ("each", sentence)
    if key not in variant.memory:
        variant.memory[key] = _distributed(variant, sentence)
    found: frozenset[str] = variant.memory[key]
    return found


def _distributed(variant: Side, sentence: int) -> frozenset[str]:
    words = variant.page.words
    first, last = bisect_left(variant.sentence_of, sentence), bisect_right(variant.sentence_of, sentence)
    return frozenset(
        words[at + 1].word
        for at in range(first, min(last, len(words) - 1))
        if words[at].word in _DISTRIBUTES and variant.is_content[at + 1]
    )
