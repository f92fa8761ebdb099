"""Denials: what the narrative says is not so, and the variant says is, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.arguments import are_others
from pantau.narrative.drift.asides import (
    is_afterwards,
    is_blurred,
    is_blurred_denial,
    is_joined_to_denial,
    is_request,
    shown,
)
from pantau.narrative.drift.predicates import (
    affirms,
    denies,
    differ_in_figures,
    figures,
    is_doer,
    is_modifier,
    is_noun,
    is_pending,
    is_phase,
    is_timed,
    is_to_come,
    is_told,
    is_without,
    partners,
)
from pantau.narrative.drift.sides import CERTAIN, NEGATORS, STATUS, Side

_UNSURE = lexicons.words("polarity_passed")
_NEEDS = {"perlu": "must", "wajib": "must", "harus": "must", "boleh": "may", "dapat": "may", "bisa": "may"}
_PEOPLE = lexicons.words("people") - STATUS
_SHOWN = lexicons.words("shown")
_GRAVER = lexicons.words("graver")
_LEAST, _SHARE = 2, 0.5  # of what two clauses speak of, so that they speak of one thing
_IS = frozenset(("adalah", "merupakan", "ialah"))
_SMALL = 4  # words of a sentence that speaks of nothing else
_CARRYING = lexicons.words("carrying")  # "tidak mencakup pendampingan" denies what the noun says
_NOBODY = frozenset(("seorang", "satu", "ada", "siapa"))
_VERBAL = ("di", "me", "ber", "ter")
_SCHEDULED = frozenset(("=tutup", "=mulai"))


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Flips of "tidak", "bukan", "belum" and of words that say the contrary, one a clause."""
    seen: set[int] = set()
    named, signs = variant.named, _signs(narrative)
    for at in _candidates(variant, narrative):
        if at in named or variant.clause_of[at] in seen:
            continue
        term = variant.terms[at]
        needs = at > 0 and variant.page.words[at - 1].word in _NEEDS and not variant.page.breaks[at - 1]
        may_flip = -variant.polarity(at) in signs[term.concept]
        if not (may_flip or needs) or not variant.is_asserted(at) or _is_call(variant, at):
            continue
        other = flipped(variant, at, narrative) if may_flip else None
        if other is None and needs:
            other = _needed(variant, at, narrative)
        if other is not None:
            seen.add(variant.clause_of[at])
            yield from _found(variant, at, narrative, other)


def _candidates(variant: Side, narrative: Side) -> list[int]:
    """The words of a text that say what the narrative speaks of too, in order."""
    shared = (variant.places_of.keys() & narrative.places_of.keys()) - _UNSURE - _PEOPLE
    return sorted(at for concept in shared for at in variant.places_of[concept])


def _signs(narrative: Side) -> dict[str, set[int]]:
    """Whether each concept of the narrative is affirmed (1), denied (-1) or both."""
    if "signs" not in narrative.memory:
        narrative.memory["signs"] = {
            concept: {narrative.polarity(at) for at in places}
            for concept, places in narrative.places_of.items()
        }
    found: dict[str, set[int]] = narrative.memory["signs"]
    return found


def _needed(variant: Side, at: int, narrative: Side) -> int | None:
    """ "perlu membayar" where the narrative only has "tidak perlu membayar", and the other way round."""
    mine = _is_needed(variant, at)
    told = narrative.places_of.get(variant.terms[at].concept, [])
    places = [
        one
        for one in told
        if one
        and _NEEDS.get(narrative.page.words[one - 1].word) == _NEEDS[variant.page.words[at - 1].word]
        and not are_others(variant, at, narrative, one)
    ]
    opposed = [one for one in places if _is_needed(narrative, one) != mine]
    if not opposed or len(opposed) < len(places):
        return None
    others = [_alike(variant, at, narrative, one) for one in told if narrative.is_forbidden(one)]
    return opposed[0] if _alike(variant, at, narrative, opposed[0]) >= max(others, default=(0, 0)) else None


def _is_needed(side: Side, at: int) -> bool:
    words = side.page.words
    if at > 1 and words[at - 2].word in NEGATORS:
        return False
    before = range(max(0, at - 6), at - 1)
    return not any(words[one].word in NEGATORS and words[one + 1].word in _NOBODY for one in before)


def _is_call(side: Side, at: int) -> bool:
    """ "jangan disebar" asks for something and claims nothing."""
    return any(word.word == "jangan" for word in side.page.words[max(0, at - 3) : at])


def _places(narrative: Side, concept: str) -> list[int]:
    """Where the narrative says a concept so that it may be contradicted: in no name, title, question or condition."""
    key = ("may be contradicted", concept)
    if key not in narrative.memory:
        passed = narrative.named | shown(narrative)
        narrative.memory[key] = [
            one
            for one in narrative.places_of.get(concept, ())
            if one not in passed
            and not is_blurred(narrative, one)
            and not is_joined_to_denial(narrative, one)
        ]
    found: list[int] = narrative.memory[key]
    return found


def flipped(variant: Side, at: int, narrative: Side) -> int | None:
    """The word of the narrative that says the contrary of a word of the variant about the same thing."""
    mine = variant.polarity(at)
    if (
        at in variant.rumoured
        or is_blurred(variant, at)
        or (at in variant.denied and is_blurred_denial(variant, at))
    ):
        return None
    places = _places(narrative, variant.terms[at].concept)
    opposed = [one for one in places if narrative.polarity(one) != mine]
    if not opposed:
        return None
    best = max(opposed, key=lambda one: _alike(variant, at, narrative, one))
    score = _alike(variant, at, narrative, best)
    agreeing = [_alike(variant, at, narrative, one) for one in places if narrative.polarity(one) == mine]
    if agreeing and (max(agreeing) >= score or max(agreeing)[0] >= score[0]):
        return None
    if best not in narrative.denied and are_others(variant, at, narrative, best):
        return None
    if not (at in variant.denied or best in narrative.denied):
        return best if _are_opposites(variant, at, narrative, best) else None
    if is_doer(variant, at) != is_doer(narrative, best):
        return None
    if best in narrative.denied and is_blurred_denial(narrative, best):
        return None
    free, word = (narrative, best) if at in variant.denied else (variant, at)
    is_needless = best > 0 and narrative.page.words[best - 1].word in _NEEDS
    if not (is_needless or is_told(free, word)) or not _is_clear(variant, at, narrative, best):
        return None
    is_noun_like = not variant.page.words[at].word.startswith(_VERBAL) and not affirms(free, word)
    is_other = (
        variant.near(at)
        and narrative.near(best)
        and not affirms(free, word)
        and not _is_never(variant.terms[at].concept, best, narrative)
    )
    if not score[0] and (is_noun_like or is_other) and variant.terms[at].concept not in _GRAVER:
        return None  # a noun with nothing beside it that both speak of
    return best if _are_flipped(variant, at, narrative, best) else None


def _is_clear(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """Whether what the variant denies is told of the same thing: the clauses share what they speak of."""
    mode_here, mode_there = variant.mode(at, 1), narrative.mode(other, 1)
    if (_is_rule(mode_here) and mode_there is None) or (_is_rule(mode_there) and mode_here is None):
        return False  # what must be is not what was
    if other in narrative.denied and (
        (is_request(narrative, other) and not is_request(variant, at))
        or _is_open(variant, at, narrative, other)
    ):
        return False
    if _is_after_all(variant, at, narrative, other) or _is_after_all(narrative, other, variant, at):
        return False
    if at in variant.denied and _is_contrasted(variant, at):
        return False
    if at in variant.denied and is_pending(variant, at) and is_to_come(narrative, other):
        return False  # what is still to come is not yet
    if at in variant.denied and not narrative.is_asserted(other):
        return False  # what is only planned has not been done
    if variant.is_forbidden(at) or narrative.is_forbidden(other):
        return False  # "dilarang dibawa" is "tidak boleh dibawa"
    denied, free = (
        ((variant, at), (narrative, other)) if at in variant.denied else ((narrative, other), (variant, at))
    )
    if is_noun(*denied) and not is_noun(*free) and denied[0].page.words[denied[1] - 1].word not in _CARRYING:
        return False  # "bukan pemberian" does not say that nothing was given
    if at and variant.page.words[at - 1].word == "bukan":
        return True
    if at not in variant.denied:
        here = variant.near(at)
        common = len(here & narrative.near(other))
        return (
            common >= _LEAST
            or 2 * common > len(here)
            or not here
            or (
                (common > 0 or len(variant.around(at)) < _SMALL)
                and _is_only_denied(variant.terms[at].concept, narrative)
            )
            or affirms(variant, at)
            or variant.terms[at].concept in _GRAVER
            or variant.page.words[at - 1].word in _IS
        )
    mode = narrative.mode(other, 2)
    if at in variant.denied and mode and mode[0] == "future" and is_pending(variant, at):
        return False  # what "akan diumumkan" is "belum diumumkan"
    mine, theirs = variant.near(at), narrative.near(other)
    if not mine or not theirs:
        mine, theirs = variant.wide(at), narrative.wide(other)
    if not mine or not theirs:
        mine, theirs = variant.around(at), narrative.around(other)
    shared = len(mine & theirs)
    return (shared >= _LEAST and shared >= _SHARE * min(len(mine), len(theirs))) or 2 * shared > len(mine)


def _is_rule(mode: tuple[str, int] | None) -> bool:
    return mode is not None and mode[0] == "must"


def _is_contrasted(variant: Side, at: int) -> bool:
    """ "milik penyedia, bukan milik kita": the sentence affirms of one what it denies of another."""
    return any(
        variant.sentence_of[one] == variant.sentence_of[at] and one not in variant.denied
        for one in variant.places_of[variant.terms[at].concept]
    )


def _is_open(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """Whether a text expects what its narrative has not yet: "hasilnya diperkirakan keluar", "belum keluar"."""
    return variant.is_hedged(at) and is_pending(narrative, other)


def _is_after_all(side: Side, at: int, other: Side, place: int) -> bool:
    """ "setelah putusan berkekuatan" of a decision that is not yet: both may be."""
    return is_afterwards(side, at) and is_pending(other, place)


def _alike(variant: Side, at: int, narrative: Side, other: int) -> tuple[int, int]:
    return (
        len(variant.near(at) & narrative.near(other)),
        len(variant.around(at) & narrative.around(other)),
    )


def _are_opposites(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """Two words of contrary meaning, no negator at either, about the same thing."""
    near, around = _alike(variant, at, narrative, other)
    if variant.terms[at].concept in _SCHEDULED and (
        is_timed(variant, at) or is_phase(variant, at) or is_phase(narrative, other)
    ):
        return False
    if differ_in_figures(variant, at, narrative, other):
        return False
    same_figure = bool(figures(variant, at) & figures(narrative, other)) and around >= 1
    return (
        ((near >= 1 and around >= 1) or same_figure)
        and not denies(variant, at)
        and not denies(narrative, other)
    )


def _are_flipped(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """One of the two is denied: its partners under the negator must be there in the other text, and be affirmed."""
    (side, place), (free, word) = ((variant, at), (narrative, other)) if at in variant.denied else (
        (narrative, other), (variant, at)
    )  # fmt: skip
    if at in variant.denied and other in narrative.denied:
        return False  # a contrary word under a negator on both sides
    if denies(free, word) or ((is_noun(free, word) or is_modifier(free, word)) and not affirms(free, word)):
        return False
    if (
        side is narrative
        and variant.terms[at].concept in _GRAVER
        and _is_only_denied(variant.terms[at].concept, narrative)
    ):
        return True
    if side.denied[place] > _rank(side, place) or differ_in_figures(variant, at, narrative, other):
        return False
    group = partners(side, place)
    there = free.in_sentence.get(free.sentence_of[word], frozenset())
    if any(_is_denied_there(side, one, free) for one in group if not is_without(side, one)):
        return False
    concepts = {side.terms[one].concept for one in group}
    near, around = _alike(variant, at, narrative, other)
    is_verb = variant.page.words[at].word.startswith(("di", "me", "ber", "ter"))
    is_sure = side is narrative and is_verb and not group and not variant.is_hedged(at)
    if is_sure and _is_never(variant.terms[at].concept, other, narrative):
        return True
    if at not in variant.denied and (affirms(variant, at) or variant.page.words[at - 1].word in _IS):
        return not concepts or bool(concepts & there) or near >= 1
    if concepts:
        return bool(concepts & there)
    return near >= 1 or around >= 2


def _is_never(concept: str, other: int, narrative: Side) -> bool:
    """Whether a narrative says once, of a matter that the synonyms know, that it is not: "tidak dipungut biaya"."""
    return (
        concept.startswith("=")
        and len(narrative.places_of[concept]) == 1
        and other > 0
        and narrative.page.words[other - 1].word in NEGATORS - {"tanpa"}
    )


def _is_only_denied(concept: str, narrative: Side) -> bool:
    return all(narrative.polarity(one) < 0 for one in narrative.places_of[concept])


def _rank(side: Side, place: int) -> int:
    return 1 if side.terms[place].concept.startswith("=") else 0


def _is_denied_there(side: Side, one: int, free: Side) -> bool:
    places = free.places_of.get(side.terms[one].concept, [])
    return bool(places) and all(free.polarity(place) == side.polarity(one) for place in places)


def _found(variant: Side, at: int, narrative: Side, other: int) -> Iterator[DriftFinding]:
    first, last = _extent(variant, at)
    left, right = _extent(narrative, other)
    expected = narrative.page.text[narrative.page.words[left].start : narrative.page.words[right].end]
    said = {word.word for word in variant.page.words[first : last + 1]}
    kinds = [FindingKind.NEGATION]
    if said & (STATUS | CERTAIN):
        kinds.append(FindingKind.CERTAINTY)
    for kind in kinds:
        yield findings.of_words(
            kind, variant, first, last, expected=expected, source=narrative.source(other), fix=expected
        )


def _extent(side: Side, at: int) -> tuple[int, int]:
    """From the negator, or the word that stands for "is so", to the word."""
    span = side.clauses[side.clause_of[at]]
    first = at
    for back in range(at - 1, max(span.first - 1, at - 5), -1):
        if side.page.words[back].word in _SHOWN:
            first = back
    return first, at
