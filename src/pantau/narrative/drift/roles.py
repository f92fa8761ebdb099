"""Who did or suffered what: persons and counted groups with what a text says of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.amounts import PEOPLE
from pantau.narrative.drift.asides import is_request
from pantau.narrative.drift.sides import Side

_INITIALS = re.compile(
    r"\b(?:(?:ber)?inisial\s+(?P<a>[A-Z]{2,3})\b|(?P<b>[A-Z]{2,3})\s*(?:\(\d\d\)|,\s*\d\d\s+tahun))"
)
_RANKS = frozenset(("saksi", "tersangka", "terdakwa", "terpidana", "korban", "pelaku"))
_PRONOUNS = frozenset(("ia", "dia", "bersangkutan", "ybs", "mereka", "beliau"))
_SAYING = lexicons.words("saying") | lexicons.words("saying_verbs")
_AGENTS = frozenset(("oleh",))
_DIGITS: dict[str, int] = lexicons.told("numbers")["digits"] | {"sepuluh": 10, "sebelas": 11}
_NEAR = 12  # words between a person and what is said of him
_OPENING = 4  # words at the head of a sentence that may point back


class Mention(NamedTuple):
    """Somebody in a text: a name, initials, or the number of a group; words `first` to before `last`."""

    who: str
    first: int
    last: int


class Role(NamedTuple):
    """What is said of somebody by a word of the text, and whether it is denied (-1)."""

    who: str
    said: str
    sign: int
    at: int


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Standings and deeds that the narrative gives to another or denies of the same."""
    known = _people(narrative)
    yield from _other_initials(variant, narrative)
    if not known:
        return
    told = list(_roles(narrative, known))
    for role in _roles(variant, known):
        if variant.is_hedged(role.at) or not variant.is_asserted(role.at):
            continue
        same = [one for one in told if one.who == role.who]
        if role.said in _RANKS:
            yield from _other_rank(role, same, variant, narrative)
        else:
            yield from _denied(role, same, variant, narrative)


def _other_rank(role: Role, same: list[Role], variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    ranks = [one for one in same if one.said in _RANKS and one.sign > 0]
    if role.sign < 0 or not ranks or any(one.said == role.said for one in ranks):
        return
    word = narrative.page.words[ranks[0].at].raw
    yield findings.of_words(
        FindingKind.CERTAINTY, variant, role.at, role.at, expected=word,
        source=narrative.source(ranks[0].at), fix=word,
    )  # fmt: skip


def _denied(role: Role, same: list[Role], variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    alike = [one for one in same if one.said == role.said]
    if any(is_request(narrative, one.at) for one in alike):
        return
    if alike and all(one.sign != role.sign for one in alike):
        yield findings.of_words(
            FindingKind.NEGATION, variant, role.at, role.at, expected=narrative.page.words[alike[0].at].raw,
            source=narrative.source(alike[0].at),
        )  # fmt: skip


def _other_initials(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "LA (45)" where the narrative has "AL (45)"."""
    told = [match["a"] or match["b"] for match in _INITIALS.finditer(narrative.page.text)]
    words = {word.raw for word in narrative.page.words}
    for match in _INITIALS.finditer(variant.page.text):
        who = match["a"] or match["b"]
        if told and who not in words:
            at = variant.page.at(match.start("a") if match["a"] else match.start("b"))
            yield findings.of_words(FindingKind.NAME, variant, at, at, expected=told[0], fix="")


def _people(side: Side) -> frozenset[str]:
    """Initials and numbers of groups that a text tells apart."""
    found = {match["a"] or match["b"] for match in _INITIALS.finditer(side.page.text)}
    groups = [who for who, _first, _last in _groups(side)]
    found.update(who for who in groups if groups.count(who) == 1)
    found.update(str(name.value).split()[0] for name in side.by_kind[ClaimKind.NAME])
    return frozenset(found)


def _groups(side: Side) -> Iterator[Mention]:
    for claim in side.by_kind[ClaimKind.FIGURE]:
        first, last = side.page.at(claim.start), side.page.at(claim.end)
        if not isinstance(claim.value, int) or claim.value < 2:
            continue
        nouns = {side.terms[at].concept for at in range(last, min(last + 3, len(side.terms)))}
        if nouns & PEOPLE or claim.unit in ("orang", "calon"):
            yield Mention(f"#{claim.value}", first, last)


def _mentions(side: Side, known: frozenset[str]) -> list[Mention]:
    found = [one for one in _groups(side) if one.who in known]
    for at, word in enumerate(side.page.words):
        if word.raw in known and word.raw.isupper():
            found.append(Mention(word.raw, at, at + 1))
        elif (group := _all_of(word.word)) in known:
            found.append(Mention(group, at, at + 1))
    for name in side.by_kind[ClaimKind.NAME]:
        who = str(name.value).split()[0]
        if who in known and not _speaks(side, name):
            found.append(Mention(who, side.page.at(name.start), side.page.at(name.end)))
    return sorted(found, key=lambda one: one.first)


def _speaks(side: Side, name: Claim) -> bool:
    """Whether a name stands there for what its bearer says."""
    first, last = side.page.at(name.start), side.page.at(name.end)
    beside = side.page.words[max(0, first - 2) : first] + side.page.words[last : last + 3]
    return any(word.word in _SAYING or word.word == "menurut" for word in beside)


def _all_of(word: str) -> str:
    """The group of "ketujuh" or "keduanya", "" of another word."""
    value = _DIGITS.get(word[2:].removesuffix("nya")) if word.startswith("ke") else None
    return f"#{value}" if value else ""


def _roles(side: Side, known: frozenset[str]) -> Iterator[Role]:
    """Each verb and standing with the last one named before it in its sentence, or in the one before."""
    mentions: dict[int, list[Mention]] = {}
    for mention in _mentions(side, known):
        mentions.setdefault(side.sentence_of[mention.first], []).append(mention)
    for at, word in enumerate(side.page.words):
        is_rank = word.word in _RANKS
        if not is_rank and not (side.is_content[at] and word.word.startswith(("di", "ter", "ber", "me"))):
            continue
        sentence = side.sentence_of[at]
        if sentence not in mentions and sentence - 1 not in mentions:
            continue
        who = _subject(side, at, mentions, is_rank)
        if who:
            said = word.word if is_rank else side.terms[at].concept
            sign = -1 if at in side.denied else 1
            yield Role(who, said, sign if is_rank else side.polarity(at), at)


def _subject(side: Side, at: int, mentions: dict[int, list[Mention]], is_rank: bool) -> str:
    sentence = side.sentence_of[at]
    inside = mentions.get(sentence, [])
    if is_rank and (
        behind := [one for one in inside if at < one.first <= at + 2 and not side.page.breaks[at]]
    ):
        return behind[0].who
    if is_rank and at and side.page.taken[side.page.words[at - 1].start]:
        return ""  # "satu tersangka": a count of its own
    before = [one for one in inside if one.last <= at]
    if before:
        return before[-1].who if at - before[-1].last <= _NEAR and not _is_agent(side, before[-1]) else ""
    begin = bisect_left(side.sentence_of, sentence)
    opening = {word.word for word in side.page.words[begin : begin + _OPENING]}
    earlier = mentions.get(sentence - 1, [])
    if opening & _PRONOUNS and earlier:
        return earlier[0].who
    return ""


def _is_agent(side: Side, one: Mention) -> bool:
    return one.first > 0 and side.page.words[one.first - 1].word in _AGENTS
