"""Figures that follow from others that stand beside them: the whole of its parts, what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.amounts import KINDS, PEOPLE, Amount, about, agrees, amount, is_close
from pantau.narrative.drift.sides import Side

if TYPE_CHECKING:
    from pantau.narrative.drift.holdings import Numbers

_REACH = 1  # sentences before and behind in which a figure's parts may stand
_MOST = 7  # figures beside one that are tried together
_GENERIC = PEOPLE | lexicons.words("general_units")
_ALL_OF = {2: ("kedua", "keduanya"), 3: ("ketiga", "ketiganya"), 4: ("keempat", "keempatnya")}
_LEAST_MADE = 10  # smaller figures can be made of any two
_MOST_MADE = 30  # figures of a narrative that are tried by two
_ROUNDED = 0.006
_KINDS = lexicons.words("kinds")
_ITEM = r"[^,.;:\n]{3,45}"
_LIST = re.compile(rf"{_ITEM}(?:, {_ITEM})*, (?:dan|serta|atau) {_ITEM}")
_PLAIN_LIST = re.compile(rf"{_ITEM}(?:, {_ITEM})* (?:dan|serta|atau) {_ITEM}")
_SUMS = lexicons.words("sums")
_ADDED = frozenset(
    ("tambahan", "ditambah", "bertambah", "plus", "menjadi", "jadi", "jumlahnya", "total", "totalnya")
)
_CUES = lexicons.words("rest") | lexicons.words("less") | _SUMS


def adds_up(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """Whether the figures beside a claim in the variant make its value, or leave it, as far as they are held."""
    beside = list(_beside(claim, mine.dimension, variant, numbers))
    if not beside:
        return False
    values = [value for value, _places in beside][:_MOST]
    if any(_is(claim, mine, total) for total in _sums(values, 2)):
        return True
    wholes = set(values)
    for size in (1, 2, 3):
        for parts in combinations(beside[:_MOST], size):
            part = sum(value for value, _places in parts)
            rest = [whole - part for whole in wholes if whole > part]
            if any(_is(claim, mine, value) for value in rest):
                return True
            near = {number for _value, places in parts for number in places}
            if size > 1 and not is_cued(claim, variant):
                continue
            if _is_left(claim, mine, part, near, variant, numbers):
                return True
    return False


def _beside(
    claim: Claim, dimension: str, variant: Side, numbers: Numbers
) -> Iterator[tuple[float, list[int]]]:
    """Values of the figures around a claim that the narrative holds, with their places there."""
    sentence = variant.page.sentence(claim.start)
    seen: set[float] = set()
    for number in (sentence, *(sentence + step for step in range(-_REACH, _REACH + 1) if step)):
        for other in variant.quantities.get(number, ()):
            if other is claim or not isinstance(other.value, int | float):
                continue
            theirs = amount(other)
            places = numbers.same(other, theirs) if theirs.dimension == dimension else []
            if places and theirs.value not in seen:
                seen.add(theirs.value)
                yield theirs.value, places


def _sums(values: Sequence[float], least: int) -> Iterator[float]:
    for size in range(least, 5):
        for chosen in combinations(values, size):
            yield sum(chosen)


def _is(claim: Claim, mine: Amount, value: float) -> bool:
    return agrees(claim, mine.value, value, None)


def _is_left(
    claim: Claim, mine: Amount, part: float, near: set[int], variant: Side, numbers: Numbers
) -> bool:
    """Whether a whole that the narrative names beside the parts, less those, is the claim's value."""
    sentences = {numbers.sentences[number] for number in near}
    for number in numbers.by_dimension.get(mine.dimension, []):
        whole = numbers.amounts[number].value
        if whole <= part or not any(abs(numbers.sentences[number] - one) <= 1 for one in sentences):
            continue
        if any(numbers.is_of_part(claim, one, number, variant) for one in near if one != number):
            continue
        if _is(claim, mine, whole - part) and (
            _leaves(claim, variant) or not has_rival(claim, mine, variant, numbers)
        ):
            return True
    return False


def grows_to(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """ "dengan tambahan tujuh orang jumlahnya 65" of 58: a figure of the narrative and one that stands beside."""
    words = variant.sentence_words[variant.page.sentence(claim.start)]
    if _ADDED.isdisjoint(words):
        return False
    return any(
        _is(claim, mine, part + numbers.amounts[number].value)
        for part, places in _beside(claim, mine.dimension, variant, numbers)
        for number in numbers.by_dimension.get(mine.dimension, [])
        if number not in places
    )


def _leaves(claim: Claim, variant: Side) -> bool:
    """Whether a sentence says that something is left, or less."""
    return not (_CUES - _SUMS).isdisjoint(variant.sentence_words[variant.page.sentence(claim.start)])


def is_cued(claim: Claim, variant: Side) -> bool:
    """Whether a sentence says that it adds, subtracts or compares."""
    return not _CUES.isdisjoint(variant.sentence_words[variant.page.sentence(claim.start)])


def has_rival(claim: Claim, mine: Amount, variant: Side, numbers: Numbers) -> bool:
    """Whether the narrative holds another value of what a claim is about: then its own is no mere inference."""
    said = about(variant, claim) - _GENERIC
    for number in numbers.by_dimension.get(mine.dimension, []):
        shared = said & about(numbers.side, numbers.claims[number])
        if len(shared) >= 2 or (shared and 2 * len(shared) >= len(said)):
            return True
    return False


def _listed(side: Side) -> set[int]:
    """How many things the lists of a text name: "nama, alamat, dan pengurus" are three."""
    if "lists" not in side.memory:
        side.memory["lists"] = {len(match.group().split(",")) for match in _LIST.finditer(side.page.low)} | {
            len(match.group().split(",")) + 1 for match in _PLAIN_LIST.finditer(side.page.low)
        }
    found: set[int] = side.memory["lists"]
    return found


def is_counted_nowhere(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """A small number in words of things that the narrative lists without counting them: "tiga topik"."""
    if (
        claim.kind is not ClaimKind.FIGURE
        or claim.bound is not Bound.EXACT
        or not isinstance(claim.value, int)
    ):
        return False
    if not 2 <= claim.value <= _MOST or claim.text[:1].isdecimal():
        return False
    first = variant.page.at(claim.end)
    last = first + 1 if first >= len(variant.terms) or variant.page.breaks[first] else first + 2
    nouns = {
        variant.terms[at].concept
        for at in range(first, min(last, len(variant.terms)))
        if variant.is_content[at]
    }
    if not nouns or nouns & PEOPLE:
        return False
    words = {variant.page.words[at].word for at in range(first, min(first + 2, len(variant.terms)))}
    if not numbers.side.words.isdisjoint(_ALL_OF.get(claim.value, ())):
        return True
    if words.isdisjoint(_KINDS) and claim.value not in _listed(numbers.side):
        return False
    counted = {
        concept
        for number in numbers.claims
        if number.kind in KINDS
        for concept in about(numbers.side, number)
    }
    return not nouns & counted


def may_follow(claim: Claim, mine: Amount, numbers: Numbers) -> bool:
    """Whether some two figures of the narrative make a value, and it is no misprint of one that stands there.

    Then nobody can tell by the figures alone whether it was worked out or made up.
    """
    if (
        not isinstance(claim.value, int | float)
        or claim.value < _LEAST_MADE
        or is_misprint(claim, mine, numbers)
    ):
        return False
    return any(_is_near(mine.value, value) for value in _made(mine.dimension, numbers))


def _is_near(mine: float, value: float) -> bool:
    return abs(mine - value) <= _ROUNDED * abs(value)


def is_misprint(claim: Claim, mine: Amount, numbers: Numbers) -> bool:
    """Whether a value has the figures of a narrative's in another order or size, or all of them but one."""
    said = _digits(claim.value)
    for number, told in enumerate(numbers.claims):
        if numbers.amounts[number].dimension != mine.dimension and told.kind is not claim.kind:
            continue
        theirs = _digits(told.value)
        if sorted(said) == sorted(theirs) and len(said) > 1:
            return True
        if len(said) == len(theirs) > 1 and sum(a != b for a, b in zip(said, theirs, strict=True)) == 1:
            return True
    return False


def _digits(value: object) -> str:
    return "".join(letter for letter in str(value) if letter.isdecimal()).strip("0")


def _made(dimension: str, numbers: Numbers) -> set[float]:
    """What any two figures of a narrative make in a dimension: sums, differences, quotients, shares, growth."""
    key = ("made", dimension)
    if key not in numbers.side.memory:
        numbers.side.memory[key] = set(_makings(dimension, numbers))
    found: set[float] = numbers.side.memory[key]
    return found


def _makings(dimension: str, numbers: Numbers) -> Iterator[float]:
    values = [one for one in numbers.amounts if one.value > 0][:_MOST_MADE]
    for one, other in combinations(values, 2):
        low, high = sorted((one.value, other.value))
        if one.dimension == other.dimension:
            if dimension == "%":
                if not any(is_close(low + high, whole.value) for whole in values):
                    yield from (100 * low / high, 100 * (high - low) / low)
            elif one.dimension == dimension:
                yield from (low + high, high - low)
        if dimension in (one.dimension, other.dimension) and "count" in (one.dimension, other.dimension):
            count = one if one.dimension == "count" else other
            whole = other if count is one else one
            yield from (whole.value / count.value, whole.value * count.value)
            if one.dimension == other.dimension:
                yield count.value / whole.value
        if "%" in (one.dimension, other.dimension) and dimension in (one.dimension, other.dimension):
            yield one.value * other.value / 100
