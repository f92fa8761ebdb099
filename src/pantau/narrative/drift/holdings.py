"""The quantities that a narrative holds, and what follows from them without being written."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import combinations

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.amounts import (
    KINDS,
    PEOPLE,
    Amount,
    about,
    agrees,
    amount,
    between,
    counted_noun,
    head,
    is_close,
)
from pantau.narrative.drift.binding import Binder
from pantau.narrative.drift.cues import BUT, compares, said_behind, says
from pantau.narrative.drift.days import spans
from pantau.narrative.drift.derivations import adds_up, grows_to, has_rival, is_counted_nowhere, is_cued
from pantau.narrative.drift.lengths import is_frequency, is_span
from pantau.narrative.drift.moments import apart
from pantau.narrative.drift.products import is_mean, is_part, is_per_time
from pantau.narrative.drift.shares import is_ratio, is_share, said_of_rest
from pantau.narrative.drift.sides import Side

_TELLING = 10  # smaller differences meet by chance
_MOST_ADDED = 40  # quantities of a narrative whose sums are made
_GENERAL = lexicons.words("general_units")
_REST = lexicons.words("rest")
_PERIODS = {6.0: ("semester",), 3.0: ("triwulan", "kuartal"), 4.0: ("caturwulan",)}
_APART = 4  # sentences between two figures of which one may be told as a share
_CLOSE = 6  # words behind a share that say what it is of
_BEFORE = 2  # words before a difference that call it one: "lebih banyak 38 dari tahun lalu"
_LARGE = 1000  # sums from here on do not meet by chance
_ROUNDED = 0.011
_GROWS = frozenset(
    ("naik", "meningkat", "bertambah", "tumbuh", "melonjak", "kenaikan", "peningkatan", "lonjakan")
)
_AGO = frozenset(("silam", "lalu", "sebelumnya"))
_AGES = frozenset(("umur", "usia", "berumur", "berusia", "usianya", "umurnya", "remaja", "anak", "bocah"))
_GROWN = 21  # years: a limit up to here is one of age
_SUMS = frozenset(("total", "totalnya", "seluruhnya", "keseluruhan", "jumlahnya", "semuanya", "gabungan"))
_LEFT = frozenset(("sisanya", "selebihnya"))
_NEAR = 3  # sentences from a whole to what is told of its rest
_ANYBODY = "orang"  # heads of people only, whoever they are
_BEHIND = 8  # words behind a part among which something is denied of it
_PARTS = 3  # of one whole
_THAN = frozenset(("lebih", "kurang", "dibanding", "dibandingkan", "daripada", "ketimbang"))
_LENGTHENED = frozenset(
    ("diperpanjang", "perpanjangan", "ditambah", "tambahan", "bertambah", "menambah", "diundur")
)
_LESS = lexicons.words("less")
_PER_DAY = re.compile(
    r"\s*(?:dalam\s+)?(?:sehari|seminggu|sepekan|(?:per|/|tiap|setiap)\s*(hari|minggu|pekan))\b"
)
_REMEMBERED = 10_000  # values that were looked for in a narrative
_SPAN_WORDS = lexicons.words("span_words")


class Numbers:
    """The narrative's quantities, ready to be asked."""

    def __init__(self, narrative: Side) -> None:
        self.side = narrative
        kinds = narrative.by_kind
        self.claims = sorted(
            (claim for kind in KINDS for claim in kinds[kind] if isinstance(claim.value, int | float)),
            key=lambda claim: claim.start,
        )
        self.amounts = [amount(claim) for claim in self.claims]
        self.sentences = [narrative.page.sentence(claim.start) for claim in self.claims]
        self.by_dimension: dict[str, list[int]] = {}
        for number, one in enumerate(self.amounts):
            self.by_dimension.setdefault(one.dimension, []).append(number)
            if self.claims[number].unit == "tahun":  # an age may stand as "(34)"
                self.by_dimension.setdefault("years", []).append(number)
            if self.claims[number].unit == "tahun" or is_age(narrative, self.claims[number]):
                self.by_dimension.setdefault("ages", []).append(number)
        self.totals: dict[str, dict[float, list[tuple[int, ...]]]] = {}
        self._same: dict[tuple[object, ...], list[int]] = {}
        self.binders: dict[str, tuple[Binder, list[int]]] = {}
        self.years = {claim.parts[0] for claim in kinds[ClaimKind.DATE] if claim.parts}
        self.texts = {
            signs(str(claim.value)) for claim in kinds[ClaimKind.FIGURE] if isinstance(claim.value, str)
        }
        self.heads = {head(narrative, claim) for claim in self.claims if claim.kind is ClaimKind.FIGURE} - {
            ""
        }
        self.nouns = {counted_noun(narrative, claim) for claim in kinds[ClaimKind.FIGURE]} - {""}
        self.spans = spans(narrative)
        self.apart = frozenset(apart(narrative))
        self.shares = [one for one in self.amounts if one.dimension == "%"]
        inside = bytearray(len(narrative.page.text))
        for claim in narrative.claims:
            if claim.kind in KINDS or claim.kind in (ClaimKind.DATE, ClaimKind.TIME, ClaimKind.LEGAL):
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
        key = claim.value, claim.high, claim.bound, mine.value, mine.dimension
        found = self._same.get(key)
        if found is None:
            if len(self._same) > _REMEMBERED:
                self._same.clear()
            found = self._same[key] = [
                number
                for number in self.by_dimension.get(mine.dimension, ())
                if agrees(claim, mine.value, self._value(number, mine.dimension), self.claims[number])
            ]
        return found

    def _value(self, number: int, dimension: str) -> float:
        return float(self.claims[number].value or 0) if dimension == "years" else self.amounts[number].value

    def follows(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """Whether a value that the narrative does not write follows from those that it does."""
        if mine.dimension in ("time", "month"):
            return is_span(self, claim, mine, variant)
        if claim.unit == "poin":  # percentage points
            shares = combinations([theirs.value for theirs in self.dimension("%")], 2)
            return any(is_close(abs(one - other), mine.value) for one, other in shares)
        if mine.dimension == "%":
            return is_share(self, claim, mine.value, variant)
        return (
            self._is_total(claim, mine, variant)
            or self._is_difference(claim, mine, variant)
            or is_part(self, claim, mine, variant)
            or is_ratio(self, claim, mine, variant)
            or self._is_rest(claim, mine, variant)
            or self._is_told_as_rest(claim, mine)
            or is_mean(self, claim, mine, variant)
            or is_per_time(self, claim, mine, variant)
            or is_frequency(self, claim, variant)
            or adds_up(claim, mine, variant, self)
            or grows_to(claim, mine, variant, self)
            or is_counted_nowhere(claim, variant, self)
        )

    def dimension(self, dimension: str) -> list[Amount]:
        return [self.amounts[number] for number in self.by_dimension.get(dimension, [])]

    def beside(self, claim: Claim, variant: Side) -> set[int]:
        """The narrative's quantities whose values stand in the sentence of a claim of the variant."""
        number = variant.page.sentence(claim.start)
        return {
            one
            for other in variant.quantities.get(number, ())
            if other is not claim
            for one in self.same(other, amount(other))
        }

    def is_about(self, said: frozenset[str], number: int) -> bool:
        return bool(said & about(self.side, self.claims[number]))

    @cached_property
    def parts(self) -> frozenset[frozenset[int]]:
        """Pairs of quantities that with up to two others make one that stands there too: parts of one whole."""
        found: set[frozenset[int]] = set()
        for dimension in ("count", "IDR", "time"):
            wholes: dict[float, set[int]] = {}
            for number in self.by_dimension.get(dimension, []):
                wholes.setdefault(round(self.amounts[number].value, 4), set()).add(self.sentences[number])
            for total in self._totals(dimension).keys() & wholes.keys():
                for chosen in self._totals(dimension)[total]:
                    near = any(abs(self.sentences[chosen[0]] - sentence) <= 1 for sentence in wholes[total])
                    if len(chosen) <= _PARTS and near:
                        found.update(frozenset(pair) for pair in combinations(chosen, 2))
        return frozenset(found)

    def _is_total(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        said = about(variant, claim)
        if says(variant, claim, _SUMS) and self._is_sum(mine):
            return True
        if claim.bound in (Bound.LEAST, Bound.MOST):
            return False  # a rule sets it
        if mine.dimension != "count":
            said |= between(variant, claim)
        made = self._totals(mine.dimension).get(round(mine.value, 4), ())
        if says(variant, claim, _SUMS) and any(len(chosen) > 2 for chosen in made):
            return True  # nobody meets three parts by chance and calls them a total
        if mine.value >= _LARGE and any(
            len(chosen) == 2
            and self.sentences[chosen[0]] == self.sentences[chosen[1]]
            and self._may_be_added(said, chosen)
            for chosen in made
        ):
            return True
        if mine.dimension == "count" and not self._is_summed(claim, variant):
            return False
        return any(
            self._may_be_added(said, chosen, head(variant, claim) or _who(claim), between(variant, claim))
            for chosen in made
        )

    def _is_sum(self, mine: Amount) -> bool:
        pairs = combinations([theirs.value for theirs in self.dimension(mine.dimension)], 2)
        if any(is_close(one + other, mine.value) for one, other in pairs):
            return True
        raw = [
            float(told.value or 0)
            for told in self.claims
            if told.kind in (ClaimKind.FIGURE, ClaimKind.DURATION)
        ]
        return mine.dimension == "count" and any(
            one * other == mine.value for one, other in combinations(raw, 2)
        )

    def _is_summed(self, claim: Claim, variant: Side) -> bool:
        """Whether a figure counts what the narrative counts too, or says that it sums up."""
        said = about(variant, claim)
        return (
            not said
            or claim.unit in ("orang", "jiwa")
            or is_cued(claim, variant)
            or bool(said & (PEOPLE | _GENERAL))
            or any(said & about(self.side, one) for one in self.claims if one.kind is ClaimKind.FIGURE)
        )

    def _totals(self, dimension: str) -> dict[float, list[tuple[int, ...]]]:
        """The sums of two to four quantities of one or two sentences that stand together."""
        if dimension not in self.totals:
            found = self.totals[dimension] = {}
            numbers = self.by_dimension.get(dimension, [])[:_MOST_ADDED]
            for size in (2, 3, 4):
                for chosen in combinations(numbers, size):
                    sentences = [self.sentences[number] for number in chosen]
                    if max(sentences) - min(sentences) <= 1 and not self._has_own_part(chosen):
                        total = round(sum(self.amounts[number].value for number in chosen), 4)
                        found.setdefault(total, []).append(chosen)
        return self.totals[dimension]

    def _has_own_part(self, chosen: tuple[int, ...]) -> bool:
        """Whether quantities are a whole and some of it: "tiga petugas, satu di antaranya"."""
        low = self.side.page.low
        return any(
            low.startswith(" di antaranya", self.claims[part].end)
            and any(whole < part and self.amounts[whole].value > self.amounts[part].value for whole in chosen)
            for part in chosen
        )

    def _are_of(self, mine: str, said: frozenset[str], chosen: tuple[int, ...]) -> bool:
        """Whether all parts of a sum may count what the sum counts."""
        heads = [head(self.side, self.claims[number]) for number in chosen]
        if mine in PEOPLE or mine == _ANYBODY:
            return all(not one or one in PEOPLE | _GENERAL | said for one in heads)
        return (
            not mine or all(not one or one == mine or one in said for one in heads) or mine not in self.heads
        )

    def _may_be_added(
        self,
        said: frozenset[str],
        chosen: tuple[int, ...],
        mine: str = "",
        around: frozenset[str] = frozenset(),
    ) -> bool:
        """Nothing said of the total may hold for one of its parts and not for another."""
        parts = [about(self.side, self.claims[number]) for number in chosen]
        people = [part & PEOPLE for part in parts]
        named = said & PEOPLE & frozenset().union(*people)
        if any(one and not named <= one for one in people):
            return False
        if said & PEOPLE and not named and any(people):
            return False
        if not self._are_of(mine, said | around, chosen):
            return False
        states = [part - PEOPLE - _GENERAL for part in parts]
        told = said & frozenset().union(*states)
        return not told or not any(state and not state & told for state in states)

    def _is_difference(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        numbers = self.by_dimension.get(mine.dimension, [])
        for one, other in combinations(numbers, 2):
            if abs(self.sentences[one] - self.sentences[other]) > 1 and mine.value < 100:
                continue
            if not is_close(abs(self.amounts[one].value - self.amounts[other].value), mine.value):
                continue
            if not self.is_of_part(claim, one, other, variant) and self._tells_difference(
                claim, mine, variant
            ):
                return True
            if self._is_denied_of_part(claim, one, other, variant):
                return True
        return False

    def _tells_difference(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """Whether a value is told as a difference, or is too large or too telling to be one by chance."""
        return bool(
            mine.dimension != "count"
            or mine.value >= 100
            or compares(variant, claim)
            or (
                mine.value >= _TELLING
                and about(variant, claim) - PEOPLE - _GENERAL
                and not has_rival(claim, mine, variant, self)
            )
        )

    def _is_denied_of_part(self, claim: Claim, one: int, other: int, variant: Side) -> bool:
        """Whether the narrative denies of the part what a figure is said of: "18 lulus" of 20 of whom two did not."""
        part, whole = sorted((one, other), key=lambda number: self.amounts[number].value)
        first, sentence = self.side.page.at(self.claims[part].end), self.sentences[part]
        behind = range(first, min(first + _BEHIND, len(self.side.terms)))
        denied = {self.side.terms[at].concept for at in behind if at in self.side.denied}
        if first < len(self.side.terms) and self.side.sentence_of[first] != sentence:
            return False
        return bool(denied & about(variant, claim)) and bool(
            about(variant, claim) & about(self.side, self.claims[whole])
        )

    def is_of_part(self, claim: Claim, one: int, other: int, variant: Side) -> bool:
        """Whether what a whole leaves is said of what the part is said of: "18 sembuh" where nine are."""
        first, last = variant.page.at(claim.start), variant.page.at(claim.end)
        beside = {word.word for word in variant.page.words[max(0, first - _BEFORE) : last + _CLOSE]}
        if says(variant, claim, BUT) or not beside.isdisjoint(_THAN):
            return False
        if self._is_denied_of_part(claim, one, other, variant):
            return False
        part, whole = sorted((one, other), key=lambda number: self.amounts[number].value)
        own = about(self.side, self.claims[part]) - about(self.side, self.claims[whole]) - PEOPLE - _GENERAL
        if about(variant, claim) & said_of_rest(self, part):
            return False
        return bool(about(variant, claim) & own & said_behind(variant, claim))

    def _is_rest(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """What a whole leaves beside several parts: "selebihnya Rp17,1 miliar"."""
        if not says(variant, claim, _REST):
            return False
        wholes = [theirs.value for theirs in self.dimension(mine.dimension)]
        return any(
            agrees(claim, mine.value, whole - total, None)
            for total in self._totals(mine.dimension)
            for whole in wholes
            if whole > total
        )

    def _is_told_as_rest(self, claim: Claim, mine: Amount) -> bool:
        """What the narrative calls the rest of a whole beside all parts of a sentence: "dan sisanya pada 2029"."""
        numbers = self.by_dimension.get(mine.dimension, [])
        for sentence in {self.sentences[number] for number in numbers}:
            if self.side.sentence_words[sentence].isdisjoint(_LEFT):
                continue
            parts = [self.amounts[number].value for number in numbers if self.sentences[number] == sentence]
            near = [number for number in numbers if 0 <= sentence - self.sentences[number] <= _NEAR]
            wholes = [self.amounts[number].value for number in near if self.sentences[number] != sentence]
            rests = [whole - sum(parts) for whole in wholes] + [2 * max(parts) - sum(parts)]
            if any(rest > 0 and agrees(claim, mine.value, rest, None) for rest in rests):
                return True
        return False


def _who(claim: Claim) -> str:
    return _ANYBODY if claim.unit in ("orang", "jiwa") else ""


def signs(text: str) -> str:
    """The letters and figures of a number that is dialled or written on a plate."""
    return "".join(letter for letter in text if letter.isalnum())


def is_age(side: Side, claim: Claim) -> bool:
    """Whether a figure stands alone in brackets behind a name: "RH (41)"."""
    text = side.page.text
    return (
        text[claim.start - 1 : claim.start] == "("
        and text[claim.end : claim.end + 1] == ")"
        and claim.text.isdecimal()
        and len(claim.text) == 2
    )
