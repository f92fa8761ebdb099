"""Values that the narrative neither holds nor contradicts: who reads both texts may well have worked them out."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.narrative.drift.amounts import PEOPLE, Amount, about, amount, counted, head
from pantau.narrative.drift.derivations import has_rival, is_misprint, may_follow
from pantau.narrative.drift.holdings import Numbers
from pantau.narrative.drift.sides import Side

_FEW = 10  # anything may be counted up to here
_EXAMPLE = 2  # values of a sentence that reckons with one
_OPPOSED = 3  # concepts of two sentences of one matter
_LIMITS = frozenset(("dalam", "selama", "maksimal", "minimal", "tiap", "setiap", "per"))


def is_doubtful(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """A value that may have been worked out, is only rough or small, and that nothing of the same contradicts."""
    if _is_within(claim, mine, variant, numbers) or _is_some_of(claim, variant, numbers):
        return True
    if _is_other_measure(claim, variant, numbers) or _is_far_sum(claim, mine, variant, numbers):
        return True
    if 1 < mine.value < _FEW and _is_noted(claim, variant, numbers):
        return True
    if has_rival(claim, mine, variant, numbers) or _is_of_other_measure(claim, numbers):
        return False
    if claim.kind is ClaimKind.PERCENTAGE and _is_opposed(claim, mine, variant, numbers):
        return False
    if may_follow(claim, mine, numbers):
        return True
    people = counted(variant, claim)
    few = (
        mine.dimension == "count"
        and mine.value < _FEW
        and not any(people & counted(numbers.side, told) for told in numbers.claims)
    )
    if any(
        told.bound is claim.bound is not Bound.EXACT and told.unit == claim.unit and told.kind is claim.kind
        for told in numbers.claims
    ):
        return few
    is_rough = claim.bound in (Bound.ABOUT, Bound.OVER, Bound.UNDER)
    return few or (is_rough and not _is_opposed(claim, mine, variant, numbers))


def _is_opposed(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """Whether the narrative's sentence most like the claim's has just one value in its dimension, as that has."""
    sentence = variant.page.sentence(claim.start)
    said = variant.in_sentence.get(sentence, frozenset())
    alike = [amount(one).dimension for one in variant.quantities.get(sentence, ())].count(mine.dimension)
    told = Counter(numbers.sentences[one] for one in numbers.by_dimension.get(mine.dimension, ()))
    best = max(told, key=lambda one: len(said & numbers.side.in_sentence.get(one, frozenset())), default=-1)
    if best < 0 or alike != 1 or told[best] != 1:
        return False
    return len(said & numbers.side.in_sentence.get(best, frozenset())) >= _OPPOSED


def is_counted_anew(claim: Claim, same: list[int], variant: Side, numbers: Numbers) -> bool:
    """ "dua lapas" of prisons that the narrative names without counting them, though something else in it is two."""
    if not 1 < float(claim.value or 0) < _FEW or not _is_noted(claim, variant, numbers):
        return False
    noun = _behind(variant, claim)
    return not any(noun in about(numbers.side, numbers.claims[number]) for number in same)


def _is_far_sum(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """ "33 perkara" of 18 and, elsewhere, 15."""
    noun = head(variant, claim)
    if not noun or mine.dimension != "count" or mine.value < _FEW or is_misprint(claim, mine, numbers):
        return False
    values = [
        numbers.amounts[one].value
        for one in numbers.by_dimension.get("count", ())
        if head(numbers.side, numbers.claims[one]) == noun
    ]
    return any(one + other == mine.value for one, other in combinations(values, 2))


def _is_within(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """ "10 menit bayarnya sepuluh ribu" of what may last 15 at most: an instance of the rule, priced."""
    here = variant.quantities.get(variant.page.sentence(claim.start), ())
    if all(one.kind is not ClaimKind.MONEY for one in here) and len(here) < _EXAMPLE:
        return False
    return (
        claim.kind is ClaimKind.DURATION
        and claim.bound is Bound.EXACT
        and all(told.value != claim.value for told in numbers.side.by_kind[ClaimKind.DURATION])
        and any(
            numbers.claims[number].bound is Bound.MOST
            and mine.value < numbers.amounts[number].value
            and numbers.claims[number].unit == claim.unit
            for number in numbers.by_dimension.get(mine.dimension, ())
        )
    )


def _is_other_measure(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """A length in a measure and of a number that no length of the narrative has: worked out rather than mistaken."""
    told = numbers.side.by_kind[ClaimKind.DURATION]
    if claim.kind is not ClaimKind.DURATION or claim.bound in (Bound.LEAST, Bound.MOST):
        return False
    before = variant.page.low[max(0, claim.start - 24) : claim.start].rsplit(maxsplit=1)[-1:]
    if (before and before[0] in _LIMITS) or (claim.unit in ("jam", "menit", "detik") and numbers.spans.clock):
        return False
    return bool(told) and all(one.unit != claim.unit and one.value != claim.value for one in told)


def _is_of_other_measure(claim: Claim, numbers: Numbers) -> bool:
    """ "27 persen" where the narrative counts 27: a measure that was mistaken."""
    return claim.kind is ClaimKind.PERCENTAGE and any(
        told.value == claim.value and told.kind is ClaimKind.FIGURE for told in numbers.claims
    )


def _is_noted(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """ "dua bandara itu" where the narrative has airports and counts none: who reads it may count."""
    noun = _behind(variant, claim)
    return (
        claim.kind is ClaimKind.FIGURE
        and claim.bound is Bound.EXACT
        and noun != ""
        and noun not in PEOPLE
        and noun in numbers.side.places_of
        and all(_behind(numbers.side, told) != noun for told in numbers.side.by_kind[ClaimKind.FIGURE])
    )


def _behind(side: Side, claim: Claim) -> str:
    """The concept that a figure counts, "" where no word that says something follows at once."""
    at = side.page.at(claim.end)
    if at >= len(side.terms) or side.page.breaks[at - 1] or not side.is_content[at]:
        return ""
    return side.terms[at].concept


def _is_some_of(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """ "tuntas untuk dua rancangan" of the three that both texts name, where the narrative counts no part of them."""
    is_small = isinstance(claim.value, int) and 1 < claim.value < _FEW and claim.bound is Bound.EXACT
    if claim.kind is not ClaimKind.FIGURE or not is_small or "antaranya" in numbers.side.words:
        return False
    said = about(variant, claim)
    whole = {
        told.value
        for told in numbers.side.by_kind[ClaimKind.FIGURE]
        if isinstance(told.value, int) and said & about(numbers.side, told)
    }
    mine = {other.value for other in variant.by_kind[ClaimKind.FIGURE]}
    return any(float(claim.value or 0) < one for one in whole & mine)
