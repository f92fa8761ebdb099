"""Figures, percentages, durations and money: what the narrative holds, and what follows from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from pantau.domain.claims import Bound, Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.binding import Binder, Edges, Pairing, context
from pantau.narrative.drift.sides import Side
from pantau.narrative.drift.timeline import spans

_UNITS = lexicons.told("units")
_DAY = 86_400
_MOST_ADDED = 40  # quantities of a narrative whose sums are made
_LIST = re.compile(r":|\b(?:yaitu|yakni|meliputi|terdiri\s+(?:atas|dari))\b")
_SEPARATORS = re.compile(r",\s*(?:dan|serta)\s|,\s|\s(?:dan|serta|&)\s")
_OUT_OF = re.compile(r"\bdari\s+(?:total\s+|keseluruhan\s+)?$")
_KINDS = {
    ClaimKind.FIGURE: FindingKind.FIGURE, ClaimKind.PERCENTAGE: FindingKind.PERCENTAGE,
    ClaimKind.MONEY: FindingKind.MONEY, ClaimKind.DURATION: FindingKind.FIGURE,
}  # fmt: skip
_EDGES = frozenset((*_KINDS, ClaimKind.DATE, ClaimKind.TIME, ClaimKind.LEGAL))
_PEOPLE = lexicons.words("people")
_GENERAL = lexicons.words("general_units")
_REST = lexicons.words("rest")
_ALL = lexicons.words("quantifiers")
_LESS = lexicons.words("less")
_SPAN_WORDS = lexicons.words("span_words")


class Amount(NamedTuple):
    """A value in a base unit of its dimension: seconds, metres, rupiah, things counted."""

    value: float
    dimension: str


def amount(claim: Claim, value: float | None = None) -> Amount:
    """A claim's value in its base unit."""
    said = float(claim.value or 0) if value is None else value
    if claim.kind is ClaimKind.MONEY:
        return Amount(said, claim.unit)
    if claim.kind is ClaimKind.PERCENTAGE:
        return Amount(said, "%")
    if claim.unit in _UNITS["duration"] and claim.kind is ClaimKind.DURATION:
        base, factor = _UNITS["duration"][claim.unit]
        return Amount(said * factor * (_DAY if base == "d" else 1), "month" if base == "m" else "time")
    if claim.unit in _UNITS["physical"]:
        dimension, factor = _UNITS["physical"][claim.unit]
        return Amount(said * factor, dimension)
    return Amount(said, "count")


def is_close(one: float, other: float, share: float = 1e-6) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other), 1e-9)


class Numbers:
    """The narrative's quantities, ready to be asked."""

    def __init__(self, narrative: Side) -> None:
        self.side = narrative
        kinds = narrative.by_kind
        self.claims = sorted(
            (claim for kind in _KINDS for claim in kinds[kind] if isinstance(claim.value, int | float)),
            key=lambda claim: claim.start,
        )
        self.amounts = [amount(claim) for claim in self.claims]
        self.sentences = [narrative.page.sentence(claim.start) for claim in self.claims]
        self.by_dimension: dict[str, list[int]] = {}
        for number, one in enumerate(self.amounts):
            self.by_dimension.setdefault(one.dimension, []).append(number)
            if self.claims[number].unit == "tahun":  # an age may stand as "(34)"
                self.by_dimension.setdefault("years", []).append(number)
        self.totals: dict[str, dict[float, list[tuple[int, ...]]]] = {}
        self.binders: dict[str, tuple[Binder, list[int]]] = {}
        self.years = {claim.parts[0] for claim in kinds[ClaimKind.DATE] if claim.parts}
        self.texts = {str(claim.value) for claim in kinds[ClaimKind.FIGURE] if isinstance(claim.value, str)}
        self.spans = spans(narrative)
        self.shares = [one for one in self.amounts if one.dimension == "%"]
        inside = bytearray(len(narrative.page.text))
        for claim in narrative.claims:
            if claim.kind in _KINDS or claim.kind in (ClaimKind.DATE, ClaimKind.TIME, ClaimKind.LEGAL):
                inside[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
        # "kelas 43", "versi 3": numbers that count nothing
        self.written = {
            word.raw for word in narrative.page.words if word.raw.isdecimal() and not inside[word.start]
        }

    def binder(self, dimension: str) -> tuple[Binder, list[int]]:
        if dimension not in self.binders:
            numbers = self.by_dimension.get(dimension, [])
            self.binders[dimension] = Binder(self.side, [self.claims[one] for one in numbers]), numbers
        return self.binders[dimension]

    def same(self, claim: Claim, mine: Amount) -> list[int]:
        """Numbers of the narrative's quantities that say the very value, as exactly as it is meant."""
        return [
            number
            for number in self.by_dimension.get(mine.dimension, [])
            if agrees(claim, mine.value, self._value(number, mine.dimension), self.claims[number])
        ]

    def _value(self, number: int, dimension: str) -> float:
        return float(self.claims[number].value or 0) if dimension == "years" else self.amounts[number].value

    def follows(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """Whether a value that the narrative does not write follows from those that it does."""
        if mine.dimension in ("time", "month"):
            return self._is_span(claim, mine, variant)
        if mine.dimension == "%":
            return self._is_share(claim, mine.value, variant)
        return (
            self._is_total(claim, mine, variant)
            or self._is_difference(claim, mine, variant)
            or self._is_part(claim, mine)
            or self._is_ratio(claim, mine, variant)
        )

    def _is_span(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        if _is_repeated(variant, claim):
            return False
        dimension = self._dimension(mine.dimension)
        pairs = combinations([theirs.value for theirs in dimension], 2)
        if any(is_close(mine.value, abs(one - other)) for one, other in pairs) and _compares(variant, claim):
            return True
        if mine.dimension == "month":
            days = mine.value * 30.44 * _DAY
            return mine.value in self.spans.months or any(
                is_close(days, theirs, 0.03)
                for theirs in [*self.spans.days, *(one.value for one in self._dimension("time"))]
            )
        if any(agrees(claim, mine.value, span, None) for span in self.spans.clock):
            return True
        if any(is_close(mine.value, theirs.value * 30 * _DAY) for theirs in self._dimension("month")):
            return True
        is_told = (
            claim.bound is not Bound.EXACT or _says(variant, claim, _SPAN_WORDS) or _is_dated(variant, claim)
        )
        return is_told and any(agrees(claim, mine.value, span, None) for span in self.spans.days)

    def _dimension(self, dimension: str) -> list[Amount]:
        return [self.amounts[number] for number in self.by_dimension.get(dimension, [])]

    def _is_share(self, claim: Claim, value: float, variant: Side) -> bool:
        told = [theirs.value for theirs in self._dimension("%")]
        if _says(variant, claim, _REST) and any(is_close(100 - one, value) for one in told):
            return True
        tolerance = 0.12 if claim.bound is Bound.ABOUT else 0.011
        said = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
        beside = self._beside(claim, variant)
        pairs = [
            pair
            for dimension in ("count", "IDR", "time")
            for pair in combinations(self.by_dimension.get(dimension, []), 2)
        ]
        both = [pair for pair in pairs if set(pair) <= beside]
        for one, other in both or pairs:
            if abs(self.sentences[one] - self.sentences[other]) > 2:
                continue
            if not (
                both or {one, other} & beside or (self._is_about(said, one) and self._is_about(said, other))
            ):
                continue
            low, high = sorted((self.amounts[one].value, self.amounts[other].value))
            share = 100 * low / high if high else 0
            if (
                agrees(claim, value, share, None, tolerance)
                or is_close(value, 100 * (high - low) / (low or 1), 0.005)
                or abs(value - 100 * high / (low or 1)) <= 0.5 < abs(value - 100)
            ):
                return True
            if is_close(value, 100 - share, 0.005) and _says(variant, claim, _REST | _LESS):
                return True
        return False

    def _beside(self, claim: Claim, variant: Side) -> set[int]:
        """The narrative's quantities whose values stand in the sentence of a claim of the variant."""
        number = variant.page.sentence(claim.start)
        return {
            one
            for other in variant.claims
            if other.kind in _KINDS and other is not claim and variant.page.sentence(other.start) == number
            for one in self.same(other, amount(other))
        }

    def _is_about(self, said: frozenset[str], number: int) -> bool:
        return bool(said & _about(self.side, self.claims[number]))

    def _is_total(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        said = _about(variant, claim)
        return any(
            self._may_be_added(said, chosen, mine.dimension)
            for chosen in self._totals(mine.dimension).get(round(mine.value, 4), ())
        )

    def _totals(self, dimension: str) -> dict[float, list[tuple[int, ...]]]:
        """The sums of two to four quantities of one or two sentences that stand together."""
        if dimension not in self.totals:
            found = self.totals[dimension] = {}
            numbers = self.by_dimension.get(dimension, [])[:_MOST_ADDED]
            for size in (2, 3, 4):
                for chosen in combinations(numbers, size):
                    sentences = [self.sentences[number] for number in chosen]
                    if max(sentences) - min(sentences) <= 1:
                        total = round(sum(self.amounts[number].value for number in chosen), 4)
                        found.setdefault(total, []).append(chosen)
        return self.totals[dimension]

    def _may_be_added(self, said: frozenset[str], chosen: tuple[int, ...], dimension: str) -> bool:
        """Nothing said of the total may hold for one of its parts and not for another."""
        if dimension != "count":
            return True
        parts = [_about(self.side, self.claims[number]) for number in chosen]
        people = [part & _PEOPLE for part in parts]
        named = said & _PEOPLE
        if named and any(one and not one & named for one in people):
            return False
        states = [part - _PEOPLE - _GENERAL for part in parts]
        told = said & frozenset().union(*states)
        return not told or not any(state and not state & told for state in states)

    def _is_difference(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        numbers = self.by_dimension.get(mine.dimension, [])
        for one, other in combinations(numbers, 2):
            if abs(self.sentences[one] - self.sentences[other]) > 1 and mine.value < 100:
                continue
            if is_close(abs(self.amounts[one].value - self.amounts[other].value), mine.value):
                return mine.dimension != "count" or mine.value >= 100 or _compares(variant, claim)
        return False

    def _is_part(self, claim: Claim, mine: Amount) -> bool:
        """ "45 persen dari 17.200" are 7.740."""
        if mine.value < 2:
            return False
        shares = [theirs.value for theirs in self._dimension("%")]
        totals = [theirs.value for theirs in self._dimension(mine.dimension)]
        return any(is_close(share * total / 100, mine.value) for share in shares for total in totals)

    def _is_ratio(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        if "lipat" not in variant.page.low[claim.end : claim.end + 14] and not _says_times(variant, claim):
            return False
        numbers = self.by_dimension.get("count", []) + self.by_dimension.get("IDR", [])
        share = 0.12 if claim.bound is not Bound.EXACT else 0.02
        for one, other in combinations(numbers, 2):
            low, high = sorted((self.amounts[one].value, self.amounts[other].value))
            if (
                low
                and self.amounts[one].dimension == self.amounts[other].dimension
                and is_close(high / low, mine.value, share)
            ):
                return True
        return False


def _compares(variant: Side, claim: Claim) -> bool:
    """Whether a claim is told as what is left, or as more or less than something."""
    first = variant.page.at(claim.start)
    before = [word.word for word in variant.page.words[max(0, first - 4) : first]]
    return _says(variant, claim, _REST | _LESS) or "lebih" in before or "kurang" in before


def _is_repeated(variant: Side, claim: Claim) -> bool:
    before = variant.page.low[max(0, claim.start - 8) : claim.start].split()
    return bool(before) and before[-1] in ("tiap", "setiap", "per")


def _is_dated(variant: Side, claim: Claim) -> bool:
    number = variant.page.sentence(claim.start)
    return any(
        variant.page.sentence(other.start) == number
        for kind in (ClaimKind.DATE, ClaimKind.TIME)
        for other in variant.by_kind[kind]
    )


def _says_times(variant: Side, claim: Claim) -> bool:
    return claim.unit == "kali" and variant.page.low[claim.end : claim.end + 20].strip().startswith(
        "kali kapasitas"
    )


def _says(variant: Side, claim: Claim, words: frozenset[str]) -> bool:
    """Whether one of some words stands in a claim's sentence."""
    return not words.isdisjoint(variant.sentence_words[variant.page.sentence(claim.start)])


def _about(side: Side, claim: Claim) -> frozenset[str]:
    """The concepts of the words that a figure counts; a side remembers them."""
    memory = side.memory
    if "edges" not in memory:
        memory["edges"] = Edges(side, (one for one in side.claims if one.kind in _EDGES))
    key = ("about", claim.start, claim.end)
    if key not in memory:
        beside = context(side, claim, memory["edges"])
        memory[key] = frozenset(one.lstrip("-") for one in beside if one[0] not in "@#")
    found: frozenset[str] = memory[key]
    return found


def agrees(claim: Claim, mine: float, theirs: float, told: Claim | None, share: float = 1e-6) -> bool:
    """Whether a value as exactly as it is meant says what the narrative's does."""
    if claim.high is not None:
        return mine <= theirs <= float(claim.high)
    if told is not None and told.high is not None:
        return theirs <= mine <= float(told.high)
    if is_close(mine, theirs, share):
        return True
    if claim.bound is Bound.OVER:
        return mine < theirs <= max(mine * 1.3, mine + _step(mine))
    if claim.bound is Bound.UNDER:
        return mine > theirs >= mine * 0.5
    if claim.bound is Bound.ABOUT:
        # "sekitar 200" in both texts is one figure; "sekitar 200" of 196 rounds
        return (told is None or told.bound is not Bound.ABOUT) and is_close(mine, theirs, 0.12)
    return False


def _step(value: float) -> float:
    """The unit of the last figure that is not nought: 1.000 of 4.000, so that 4.350 is "over 4.000"."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def check(variant: Side, numbers: Numbers) -> Iterator[DriftFinding]:
    """Quantities of the variant that the narrative does not hold, or holds of another thing."""
    held: dict[str, list[tuple[Claim, list[int]]]] = {}
    for claim in variant.claims:
        if claim.kind not in _KINDS:
            continue
        if isinstance(claim.value, str):
            if numbers.texts and claim.value not in numbers.texts:
                yield findings.of_claim(FindingKind.FIGURE, claim, None, numbers.side)
            continue
        yield from _checked(claim, variant, numbers, held)
    for dimension, claims in held.items():
        yield from _swapped(dimension, claims, variant, numbers)
    yield from _everybody(variant, numbers)


def _everybody(variant: Side, numbers: Numbers) -> Iterator[DriftFinding]:
    """ "semua korban" of whom the narrative counts some."""
    words = {word.word for word in numbers.side.page.words}
    for at, word in enumerate(variant.page.words[:-1]):
        if word.word not in _ALL or words & _ALL or not variant.is_content[at + 1]:
            continue
        noun, about = variant.terms[at + 1].concept, variant.near(at + 1)
        for claim in numbers.side.by_kind[ClaimKind.FIGURE]:
            if _is_some_of(claim, noun, about, numbers):
                yield findings.of_words(
                    FindingKind.FIGURE, variant, at, at + 1, expected=claim.text,
                    source=numbers.side.page.sentence_text(claim.start), fix="",
                )  # fmt: skip
                break


def _is_some_of(claim: Claim, noun: str, about: frozenset[str], numbers: Numbers) -> bool:
    """Whether a figure counts fewer than all of a noun's, in a clause that speaks of the same."""
    side = numbers.side
    first = side.page.at(claim.end)
    if first >= len(side.terms) or side.terms[first].concept != noun or not isinstance(claim.value, int):
        return False
    most = max((one.value for one in numbers.amounts if one.dimension == "count"), default=0.0)
    return len(about & side.near(first)) >= 2 and claim.value < most


def _checked(
    claim: Claim, variant: Side, numbers: Numbers, held: dict[str, list[tuple[Claim, list[int]]]]
) -> Iterator[DriftFinding]:
    mine = amount(claim)
    if _is_passed(claim, mine, numbers, variant):
        return
    same = numbers.same(claim, mine)
    if "lipat" in variant.page.low[claim.end : claim.end + 14]:
        if not same and not numbers.follows(claim, mine, variant):
            yield _missed(claim, mine, variant, numbers)
        return
    if not same and claim.kind is ClaimKind.FIGURE:
        for dimension in ("IDR", "USD", "time", *(() if claim.unit else ("years",))):
            if same := numbers.same(claim, Amount(mine.value, dimension)):
                mine = Amount(mine.value, dimension)
                break
    if not same and claim.unit == "tahun":
        same = numbers.same(claim, Amount(float(claim.value or 0), "count"))
        mine = Amount(mine.value, "count") if same else mine
    if same:
        held.setdefault(mine.dimension, []).append((claim, same))
        return
    if claim.kind is ClaimKind.FIGURE and (
        _is_counting(claim, variant) or _is_fraction(claim, variant, numbers)
    ):
        return
    if mine.value == 1 and not claim.text[:1].isdecimal() and not _is_one_of_several(claim, variant, numbers):
        return
    if not numbers.follows(claim, mine, variant):
        yield _missed(claim, mine, variant, numbers)


def _is_counting(claim: Claim, variant: Side) -> bool:
    """ "tiga provinsi: Jawa Barat, Banten, dan Lampung": a figure that counts what its sentence lists."""
    if "listed" not in variant.memory:
        variant.memory["listed"] = {
            kind: Counter(variant.page.sentence(other.start) for other in variant.by_kind[kind])
            for kind in (ClaimKind.PLACE, ClaimKind.NAME)
        }
    number = variant.page.sentence(claim.start)
    if claim.value == _listed(variant, claim):
        return True
    return claim.value != 0 and claim.value in {
        counts[number] for counts in variant.memory["listed"].values()
    }


def _listed(variant: Side, claim: Claim) -> int:
    """How many things a list behind a figure names: "tiga jenjang: Paket A, B, dan C"."""
    _start, end = variant.page.sentences[variant.page.sentence(claim.start)]
    opened = _LIST.search(variant.page.low, claim.end, end)
    if opened is None or opened.start() - claim.end > 60:
        return 0
    return len(_SEPARATORS.findall(variant.page.low[opened.end() : end])) + 1


def _is_fraction(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """ "dua dari lima" where the narrative has 40 per cent."""
    for low, high in pairwise(variant.by_kind[ClaimKind.FIGURE]):
        if (claim is low or claim is high) and variant.page.low[low.end : high.start].strip() == "dari":
            top, bottom = float(low.value or 0), float(high.value or 1)
            return any(is_close(100 * top / bottom, theirs.value, 0.011) for theirs in numbers.shares)
    return False


def _is_passed(claim: Claim, mine: Amount, numbers: Numbers, variant: Side) -> bool:
    """Ones that are no counting: "sehari" beside "per hari"; years; ordinals of a list."""
    if claim.kind is ClaimKind.DURATION and claim.text.lower().startswith("se") and mine.value:
        return claim.unit in numbers.side.vocabulary or not numbers.by_dimension.get(mine.dimension)
    if mine.value == 0 and mine.dimension == "count":
        return True  # "0 petugas" denies, and is judged as a denial
    if claim.unit == "ke" and not numbers.same(claim, mine):
        return mine.value <= 3 and not claim.text[-1].isdecimal()
    if claim.kind is ClaimKind.FIGURE and (
        str(claim.value) in numbers.years or claim.text in numbers.written
    ):
        return True
    return claim.kind is ClaimKind.FIGURE and _is_marker(claim, variant)


def _is_marker(claim: Claim, variant: Side) -> bool:
    """A number that only begins a line of a list."""
    text, end = variant.page.text, claim.end
    begins = claim.start == 0 or text[: claim.start].rstrip(" \t*•-(")[-1:] in ("\n", "")
    return begins and text[end : end + 1] in (".", ")") and text[end + 1 : end + 2] in (" ", "")


def _swapped(
    dimension: str, held: list[tuple[Claim, list[int]]], variant: Side, numbers: Numbers
) -> Iterator[DriftFinding]:
    binder, listed = numbers.binder(dimension)
    index = {number: at for at, number in enumerate(listed)}
    held = [(claim, same) for claim, same in held if not _is_whole(variant, claim)]
    edges = {kind: Edges(variant, variant.by_kind[kind]) for kind in {claim.kind for claim, _same in held}}
    contexts = [context(variant, claim, edges[claim.kind]) for claim, _same in held]
    found = Pairing(binder).swapped(contexts, [[index[number] for number in same] for _, same in held])
    for number, (claim, same) in enumerate(held):
        kind = _KINDS[numbers.claims[same[0]].kind]
        if _is_other_bound(claim, same, numbers):
            yield findings.of_claim(kind, claim, numbers.claims[same[0]], numbers.side)
        elif number in found:
            yield findings.of_claim(kind, claim, binder.claims[found[number]], numbers.side)
        elif told := _other_noun(claim, same, variant, numbers):
            yield findings.of_claim(told[0], claim, told[1], numbers.side)


def _is_whole(variant: Side, claim: Claim) -> bool:
    """Whether a figure is the whole of "enam dari sembilan"."""
    return bool(_OUT_OF.search(variant.page.low, max(0, claim.start - 24), claim.start)) and any(
        0 < claim.start - other.end < 32 for other in variant.by_kind[ClaimKind.FIGURE]
    )


def _is_one_of_several(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """ "satu petugas luka" where the narrative counts several officers that are hurt."""
    said = _about(variant, claim)
    for told in numbers.claims:
        if told.kind is ClaimKind.FIGURE and told.value != 1:
            theirs = _about(numbers.side, told)
            if said & theirs & _PEOPLE and len(said & theirs) > 1:
                return True
    return False


def _is_other_bound(claim: Claim, same: list[int], numbers: Numbers) -> bool:
    """ "paling singkat" where the narrative has "paling lama"."""
    opposite = {Bound.LEAST: Bound.MOST, Bound.MOST: Bound.LEAST}.get(claim.bound)
    return opposite is not None and all(numbers.claims[number].bound is opposite for number in same)


def _other_noun(
    claim: Claim, same: list[int], variant: Side, numbers: Numbers
) -> tuple[FindingKind, Claim] | None:
    """The narrative's figure if it counts other people than the variant's does: officers, not inmates."""
    if claim.kind is not ClaimKind.FIGURE:
        return None
    mine = _counted(variant, claim)
    if not mine:
        return None
    for number in same:
        theirs = _counted(numbers.side, numbers.claims[number])
        if not theirs or theirs & mine or mine & _about(numbers.side, numbers.claims[number]):
            return None
    for told in numbers.claims:
        if told.kind is ClaimKind.FIGURE and _counted(numbers.side, told) & mine:
            return FindingKind.FIGURE, told
    return FindingKind.UNIT, numbers.claims[same[0]]


def _counted(side: Side, claim: Claim) -> frozenset[str]:
    """The people that a figure counts: the first noun behind it."""
    first = side.page.at(claim.end)
    for at in range(first, min(first + 3, len(side.terms))):
        if side.terms[at].concept in _PEOPLE:
            return frozenset((side.terms[at].concept,))
        if side.page.breaks[at] or side.is_content[at]:
            break
    return frozenset()


def _missed(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> DriftFinding:
    """A value that the narrative does not hold, with the one that it seems to stand for."""
    near = numbers.by_dimension.get(mine.dimension, [])
    kind = _KINDS[claim.kind]
    value = float(claim.value) if isinstance(claim.value, int | float) else 0.0
    if (told := _same_number(claim, numbers)) is not None:
        kind = FindingKind.MONEY if claim.kind is ClaimKind.MONEY else FindingKind.UNIT
        return findings.of_claim(kind, claim, told, numbers.side)
    if claim.kind is ClaimKind.FIGURE and (money := numbers.by_dimension.get("IDR")):
        expected = _nearest(claim, money + near, value, variant, numbers)
        if expected and expected.kind is ClaimKind.MONEY and (value >= 1000 or not near):
            return findings.of_claim(FindingKind.MONEY, claim, expected, numbers.side)
    if claim.unit in _UNITS["physical"] and (told := _same_figures(mine, near, claim, numbers)) is not None:
        return findings.of_claim(FindingKind.UNIT, claim, told, numbers.side)
    if mine.dimension in ("time", "month"):
        near = numbers.by_dimension.get("time", []) + numbers.by_dimension.get("month", [])
        expected = _nearest(claim, near, value, variant, numbers)
        kind = FindingKind.UNIT if expected and expected.unit != claim.unit else kind
        return findings.of_claim(kind, claim, expected, numbers.side)
    return findings.of_claim(kind, claim, _nearest(claim, near, value, variant, numbers), numbers.side)


def _same_figures(mine: Amount, near: list[int], claim: Claim, numbers: Numbers) -> Claim | None:
    """165 millimetres are not 1.65 metres, though the figures are the same."""
    for number in near:
        ratio, theirs = mine.value / (numbers.amounts[number].value or 1), numbers.claims[number]
        if theirs.unit != claim.unit and any(
            is_close(ratio, 10.0**power) for power in (-6, -3, -2, -1, 1, 2, 3, 6)
        ):
            return theirs
    return None


def _same_number(claim: Claim, numbers: Numbers) -> Claim | None:
    """A quantity of the narrative with the same figure in another unit or currency."""
    physical = claim.unit in _UNITS["physical"]
    for told in numbers.claims:
        measured = claim.kind is ClaimKind.DURATION or (physical and told.unit in _UNITS["physical"])
        alike = told.kind is claim.kind and (measured or claim.kind is ClaimKind.MONEY)
        if alike and told.unit != claim.unit and told.value == claim.value:
            return told
    return None


def _nearest(claim: Claim, near: list[int], value: float, variant: Side, numbers: Numbers) -> Claim | None:
    """The quantity about the same thing; among equals the one nearest in value."""
    said = _about(variant, claim)
    around = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())

    def fit(number: int) -> tuple[int, int, float]:
        told = numbers.claims[number]
        theirs = _about(numbers.side, told)
        wide = numbers.side.in_sentence.get(numbers.sentences[number], frozenset())
        return len(said & theirs), len(around & wide), -abs(float(told.value or 0) - value)

    return numbers.claims[max(near, key=fit)] if near else None
