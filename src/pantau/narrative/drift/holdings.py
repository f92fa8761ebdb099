"""The quantities that a narrative holds, and what follows from them without being written."""

from __future__ import annotations

from itertools import combinations

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.amounts import KINDS, PEOPLE, Amount, about, agrees, amount, between, is_close
from pantau.narrative.drift.binding import Binder
from pantau.narrative.drift.days import spans
from pantau.narrative.drift.derivations import adds_up, grows_to, has_rival, is_counted_nowhere, is_cued
from pantau.narrative.drift.moments import apart
from pantau.narrative.drift.rates import rate
from pantau.narrative.drift.sides import NEGATORS, Side

_DAY = 86_400
_TELLING = 10  # smaller differences meet by chance
_MOST_ADDED = 40  # quantities of a narrative whose sums are made
_GENERAL = lexicons.words("general_units")
_REST = lexicons.words("rest")
_EACH = lexicons.words("each")
_ALL_OF = {"kedua": 2.0, "keduanya": 2.0, "ketiga": 3.0, "ketiganya": 3.0, "keempat": 4.0, "kelima": 5.0}
_PERIODS = {6.0: ("semester",), 3.0: ("triwulan", "kuartal"), 4.0: ("caturwulan",)}
_PER = lexicons.words("each") | frozenset(("rata-rata", "rata", "setara", "artinya", "berarti"))
_APART = 4  # sentences between two figures of which one may be told as a share
_CLOSE = 6  # words beside a share that say what it is of
_LARGE = 1000  # sums from here on do not meet by chance
_ROUNDED = 0.011
_GROWS = frozenset(
    ("naik", "meningkat", "bertambah", "tumbuh", "melonjak", "kenaikan", "peningkatan", "lonjakan")
)
_AGO = frozenset(("silam", "lalu", "sebelumnya"))
_AGES = frozenset(("umur", "usia", "berumur", "berusia", "usianya", "umurnya", "remaja", "anak", "bocah"))
_GROWN = 21  # years: a limit up to here is one of age
_SUMS = frozenset(("total", "totalnya", "seluruhnya", "keseluruhan", "jumlahnya", "semuanya", "gabungan"))
_LESS = lexicons.words("less")
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
        self.binders: dict[str, tuple[Binder, list[int]]] = {}
        self.years = {claim.parts[0] for claim in kinds[ClaimKind.DATE] if claim.parts}
        self.texts = {str(claim.value) for claim in kinds[ClaimKind.FIGURE] if isinstance(claim.value, str)}
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
        if claim.unit == "poin":  # percentage points
            shares = combinations([theirs.value for theirs in self._dimension("%")], 2)
            return any(is_close(abs(one - other), mine.value) for one, other in shares)
        if mine.dimension == "%":
            return self._is_share(claim, mine.value, variant)
        return (
            self._is_total(claim, mine, variant)
            or self._is_difference(claim, mine, variant)
            or self._is_part(claim, mine)
            or self._is_ratio(claim, mine, variant)
            or self._is_rest(claim, mine, variant)
            or self.is_mean(claim, mine, variant)
            or self._is_per_time(claim, mine, variant)
            or adds_up(claim, mine, variant, self)
            or grows_to(claim, mine, variant, self)
            or is_counted_nowhere(claim, variant, self)
        )

    def _is_span(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        if _is_repeated(variant, claim):
            return False
        dimension = self._dimension(mine.dimension)
        pairs = combinations([theirs.value for theirs in dimension], 2)
        if any(is_close(mine.value, abs(one - other)) for one, other in pairs) and _compares(variant, claim):
            return True
        if (
            claim.unit == "tahun"
            and says(variant, claim, _AGO | _SPAN_WORDS)
            and self._is_between_years(claim)
        ):
            return True
        if self._is_sum_of_two(claim, mine, variant) or self._is_below(claim, variant):
            return True
        if mine.dimension == "month":
            days = mine.value * 30.44 * _DAY
            if any(word in self.side.words for word in _PERIODS.get(mine.value, ())):
                return True
            if claim.unit == "tahun" and any(
                int(span / (365.25 * _DAY)) == claim.value for span in self.spans.days
            ):
                return True
            if mine.value in self.spans.between and says(variant, claim, _SPAN_WORDS):
                return True
            return mine.value in self.spans.months or any(
                agrees(claim, days, theirs, None, 0.03)
                for theirs in [*self.spans.days, *(one.value for one in self._dimension("time"))]
            )
        if any(agrees(claim, mine.value, span, None) for span in (*self.spans.clock, *self.apart)):
            return True
        if any(is_close(mine.value, theirs.value * 30 * _DAY) for theirs in self._dimension("month")):
            return True
        if not any(agrees(claim, mine.value, span, None) for span in self.spans.days):
            return False
        if claim.bound in (Bound.LEAST, Bound.MOST):  # a rule sets it, no calendar
            return not has_rival(claim, mine, variant, self)
        return (
            claim.bound is not Bound.EXACT
            or says(variant, claim, _SPAN_WORDS)
            or _is_dated(variant, claim)
            or not has_rival(claim, mine, variant, self)
        )

    def _is_sum_of_two(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """ "total 60 hari" of 30 days that may be extended by 30."""
        if not is_cued(claim, variant) and claim.unit != "tahun":
            return False
        pairs = combinations(self.by_dimension.get(mine.dimension, []), 2)
        return any(
            is_close(mine.value, self.amounts[one].value + self.amounts[other].value)
            and abs(self.sentences[one] - self.sentences[other]) <= 1
            for one, other in pairs
        )

    def _is_between_years(self, claim: Claim) -> bool:
        """ "dua tahun silam" of 2024 in a narrative of 2026."""
        years = {int(year) for year in self.years if year}
        return any(one - other == claim.value for one in years for other in years)

    def _is_below(self, claim: Claim, variant: Side) -> bool:
        """ "anak umur 4 tahun gratis" where all below six are free: an instance of the rule."""
        if claim.unit != "tahun" or claim.bound is not Bound.EXACT or not says(variant, claim, _AGES):
            return False
        told_of = about(variant, claim) | variant.in_sentence.get(
            variant.page.sentence(claim.start), frozenset()
        )
        return any(
            told.unit == "tahun"
            and (
                (told.bound is Bound.UNDER and float(claim.value or 0) < float(told.value or 0))
                or (told.bound is Bound.LEAST and float(claim.value or 0) > float(told.value or 0))
            )
            and (told_of & about(self.side, told) or float(told.value or 0) <= _GROWN)
            for told in self.claims
        )

    def _dimension(self, dimension: str) -> list[Amount]:
        return [self.amounts[number] for number in self.by_dimension.get(dimension, [])]

    def _is_share(self, claim: Claim, value: float, variant: Side) -> bool:
        if self.is_complement(claim, value, variant):
            return True
        is_worded = not any(letter.isdecimal() for letter in claim.text) and "persen" not in claim.text
        tolerance = 0.12 if claim.bound is Bound.ABOUT else 0.05 if is_worded else 0.011  # "seperempat"
        said = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
        beside = self._beside(claim, variant)
        pairs = [
            pair
            for dimension in ("count", "IDR", "time")
            for pair in combinations(self.by_dimension.get(dimension, []), 2)
        ]
        is_alone = not has_rival(claim, Amount(value, "%"), variant, self)
        both = [pair for pair in pairs if set(pair) <= beside]
        for one, other in (*both, *(pair for pair in pairs if pair not in both)):
            if abs(self.sentences[one] - self.sentences[other]) > _APART:
                continue
            if not (
                (one, other) in both
                or {one, other} & beside
                or (self._is_about(said, one) and self._is_about(said, other))
                or (
                    is_alone
                    and (
                        self._is_about(said, one)
                        or self._is_about(said, other)
                        or (
                            self.amounts[one].dimension == "IDR"
                            and self.sentences[one] == self.sentences[other]
                        )
                    )
                )
            ):
                continue
            low, high = sorted((self.amounts[one].value, self.amounts[other].value))
            share = 100 * low / high if high else 0
            if (
                agrees(claim, value, share, None, tolerance)
                or is_close(
                    value, 100 * (high - low) / (low or 1), 0.12 if claim.bound is Bound.ABOUT else _ROUNDED
                )
                or abs(value - 100 * high / (low or 1)) <= 0.5 < abs(value - 100)
            ):
                return True
            if is_close(value, 100 - share, 0.005) and _leaves(variant, claim):
                return True
        return False

    def is_complement(self, claim: Claim, value: float, variant: Side, share: float = 1e-6) -> bool:
        """Whether a share is what one of the narrative's leaves, and not said of what that one is said of."""
        said = about(variant, claim)
        for number in self.by_dimension.get("%", []):
            if not is_close(100 - self.amounts[number].value, value, share):
                continue
            rest = self._said_of_rest(number)
            if said & rest or _is_cued(variant, claim, _REST):
                return True
            if (
                says(variant, claim, _REST | NEGATORS)
                and not (said & about(self.side, self.claims[number])) - rest
            ):
                return True
        return False

    def _said_of_rest(self, number: int) -> frozenset[str]:
        """What the narrative says of what a share leaves: "sisanya menolak"."""
        side, sentence = self.side, self.sentences[number]
        first = side.page.at(self.claims[number].end)
        for at in range(first, len(side.page.words)):
            if side.sentence_of[at] > sentence + 1:
                break
            if side.page.words[at].word in _REST:
                behind = range(at + 1, min(at + 1 + _CLOSE, len(side.page.words)))
                return frozenset(side.terms[one].concept for one in behind if side.is_content[one])
        return frozenset()

    def _beside(self, claim: Claim, variant: Side) -> set[int]:
        """The narrative's quantities whose values stand in the sentence of a claim of the variant."""
        number = variant.page.sentence(claim.start)
        return {
            one
            for other in variant.quantities.get(number, ())
            if other is not claim
            for one in self.same(other, amount(other))
        }

    def _is_about(self, said: frozenset[str], number: int) -> bool:
        return bool(said & about(self.side, self.claims[number]))

    def _is_total(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        said = about(variant, claim)
        if says(variant, claim, _SUMS) and self._is_sum(mine):
            return True
        if mine.dimension != "count":
            said |= between(variant, claim)
        if mine.value >= _LARGE and any(
            len(chosen) == 2
            and self.sentences[chosen[0]] == self.sentences[chosen[1]]
            and self._may_be_added(said, chosen)
            for chosen in self._totals(mine.dimension).get(round(mine.value, 4), ())
        ):
            return True
        if mine.dimension == "count" and not self._is_summed(claim, variant):
            return False
        return any(
            self._may_be_added(said, chosen)
            for chosen in self._totals(mine.dimension).get(round(mine.value, 4), ())
        )

    def _is_sum(self, mine: Amount) -> bool:
        pairs = combinations([theirs.value for theirs in self._dimension(mine.dimension)], 2)
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
                    if max(sentences) - min(sentences) <= 1:
                        total = round(sum(self.amounts[number].value for number in chosen), 4)
                        found.setdefault(total, []).append(chosen)
        return self.totals[dimension]

    def _may_be_added(self, said: frozenset[str], chosen: tuple[int, ...]) -> bool:
        """Nothing said of the total may hold for one of its parts and not for another."""
        parts = [about(self.side, self.claims[number]) for number in chosen]
        people = [part & PEOPLE for part in parts]
        named = said & PEOPLE & frozenset().union(*people)
        if any(one and not named <= one for one in people):
            return False
        if said & PEOPLE and not named and any(people):
            return False
        states = [part - PEOPLE - _GENERAL for part in parts]
        told = said & frozenset().union(*states)
        return not told or not any(state and not state & told for state in states)

    def _is_difference(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        numbers = self.by_dimension.get(mine.dimension, [])
        for one, other in combinations(numbers, 2):
            if abs(self.sentences[one] - self.sentences[other]) > 1 and mine.value < 100:
                continue
            if is_close(abs(self.amounts[one].value - self.amounts[other].value), mine.value):
                return bool(
                    mine.dimension != "count"
                    or mine.value >= 100
                    or _compares(variant, claim)
                    or (
                        mine.value >= _TELLING
                        and about(variant, claim) - PEOPLE - _GENERAL
                        and not has_rival(claim, mine, variant, self)
                    )
                )
        return False

    def _is_rest(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """What a whole leaves beside several parts: "selebihnya Rp17,1 miliar"."""
        if not says(variant, claim, _REST):
            return False
        wholes = [theirs.value for theirs in self._dimension(mine.dimension)]
        return any(
            agrees(claim, mine.value, whole - total, None)
            for total in self._totals(mine.dimension)
            for whole in wholes
            if whole > total
        )

    def is_mean(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """ "seorang petugas rata-rata mengawasi 47 orang" of 187 and four."""
        if mine.value <= 0 or (claim.bound is not Bound.ABOUT and not says(variant, claim, _PER)):
            return False
        counts = [theirs.value for theirs in self._dimension("count") if theirs.value > 1]
        return any(
            is_close(whole.value / count, mine.value, 0.015) or round(whole.value / count) == mine.value
            for whole in self._dimension(mine.dimension)
            for count in counts
            if whole.value > count
        )

    def _is_per_time(self, claim: Claim, mine: Amount, variant: Side) -> bool:
        """ "71 per hari" of 214 in three days, "lebih dari 360 setiap bulan" of 3.264 in nine months."""
        per = rate(variant, claim)
        if per is None or per.dimension != "time" or mine.value <= 0:
            return False
        spans = {*self.spans.days, *(one.value for one in self._dimension("time"))}
        spans |= {
            months * 30.44 * _DAY for months in (*self.spans.months, *(i + 1 for i in self.spans.between))
        }
        spans |= {one.value * 30.44 * _DAY for one in self._dimension("month")}
        return any(
            span > per.size and is_close(whole.value * per.size / span, mine.value, 0.03)
            for whole in self._dimension(mine.dimension)
            for span in spans
        )

    def _is_part(self, claim: Claim, mine: Amount) -> bool:
        """ "45 persen dari 17.200" are 7.740."""
        if mine.value < 2:
            return False
        if self._is_product(mine):
            return True
        shares = [theirs.value for theirs in self._dimension("%")]
        totals = [theirs.value for theirs in self._dimension(mine.dimension)]
        return any(is_close(share * total / 100, mine.value) for share in shares for total in totals)

    def _is_product(self, mine: Amount) -> bool:
        """ "kedua keluarga menerima Rp300 juta masing-masing": 600 million in all."""
        for number in self.by_dimension.get(mine.dimension, []):
            sentence = self.side.sentence_words[self.sentences[number]]
            if sentence.isdisjoint(_EACH):
                continue
            counts = {count for word, count in _ALL_OF.items() if word in sentence}
            counts |= {
                self.amounts[one].value
                for one in self.by_dimension.get("count", [])
                if self.sentences[one] == self.sentences[number] and one != number
            }
            if any(is_close(self.amounts[number].value * count, mine.value) for count in counts):
                return True
        return False

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


def is_age(side: Side, claim: Claim) -> bool:
    """Whether a figure stands alone in brackets behind a name: "RH (41)"."""
    text = side.page.text
    return (
        text[claim.start - 1 : claim.start] == "("
        and text[claim.end : claim.end + 1] == ")"
        and claim.text.isdecimal()
        and len(claim.text) == 2
    )


def _leaves(variant: Side, claim: Claim) -> bool:
    """Whether the words beside a share say that it is what is left, or by how much something shrank."""
    first, last = variant.page.at(claim.start), variant.page.at(claim.end)
    beside = {word.word for word in variant.page.words[max(0, first - _CLOSE) : last + _CLOSE]}
    return not (_REST | _LESS).isdisjoint(beside) and beside.isdisjoint(_GROWS)


def _compares(variant: Side, claim: Claim) -> bool:
    """Whether a claim is told as what is left, or as more or less than something."""
    first = variant.page.at(claim.start)
    before = [word.word for word in variant.page.words[max(0, first - 4) : first]]
    last = variant.page.at(claim.end)
    beside = [*before, *(word.word for word in variant.page.words[last : last + 3])]
    return says(variant, claim, _REST | _LESS) or "lebih" in beside or "kurang" in beside


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


def _is_cued(variant: Side, claim: Claim, words: frozenset[str]) -> bool:
    """Whether one of some words stands right before a claim: "sisanya, 30 persen"."""
    first = variant.page.at(claim.start)
    return any(word.word in words for word in variant.page.words[max(0, first - 2) : first])


def says(variant: Side, claim: Claim, words: frozenset[str]) -> bool:
    """Whether one of some words stands in a claim's sentence."""
    return not words.isdisjoint(variant.sentence_words[variant.page.sentence(claim.start)])
