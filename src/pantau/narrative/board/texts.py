"""What one text claims, each claim with its topic, its speaker and how the text stands to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pantau.domain.board import Figure, Stance, Told, Topic
from pantau.domain.claims import Claim, ClaimKind
from pantau.language import claims as language
from pantau.language.claims import Reading, lexicons
from pantau.narrative.board import denials, lexicon, subjects
from pantau.narrative.board.clauses import Clauses
from pantau.narrative.board.speakers import Speakers
from pantau.narrative.board.subjects import Counted

_LONGEST = 6_000  # characters: what stands further down in a text is no news of its figures
_AFTER = 6  # words behind an amount that may still say what it is
_QUANTITIES = (ClaimKind.FIGURE, ClaimKind.PERCENTAGE, ClaimKind.MONEY, ClaimKind.DURATION)


@lru_cache(maxsize=4096)
def read(title: str, text: str) -> tuple[Told, ...]:
    """The figures and references of a report, each once, in the order of the text. Never raises."""
    page = Reading(f"{title.strip()}\n{text[:_LONGEST]}")
    claims = language.taken(page)
    speakers = Speakers(page, claims)
    clauses = Clauses(page, [claim for claim in claims if claim.kind in _QUANTITIES])
    found: list[tuple[int, Told]] = []
    for one in _topics(claims, clauses):
        claim = one.claim
        told = Told(
            one.topic, _value(claim), claim.text, one.unit, claim.high, speakers.of(claim.start),
            denials.stance(page, claim), one.phrase, clauses.about(claim),
        )  # fmt: skip
        found.append((claim.start, told))
    for topic, start, end in denials.zeros(page, clauses):
        found.append((start, Told(topic, 0, page.text[start:end], "orang", None, speakers.of(start))))
    return tuple(_each_once(told for _start, told in sorted(found, key=lambda one: one[0])))


def _value(claim: Claim) -> Figure:
    if claim.kind is ClaimKind.LEGAL:
        return f"Pasal {claim.parts[1]}" + (f" ayat ({claim.parts[2]})" if claim.parts[2] else "")
    return claim.value if claim.value is not None else ""


def _topics(claims: list[Claim], clauses: Clauses) -> Iterator[Counted]:
    yield from subjects.counted(claims, clauses)
    for claim in claims:
        if claim.kind is ClaimKind.MONEY:
            role = _role(clauses.page, claim)
            yield Counted(claim, Topic(ClaimKind.MONEY, thing=role), claim.unit, role)
        elif claim.kind is ClaimKind.PERCENTAGE:
            yield Counted(claim, Topic(ClaimKind.PERCENTAGE, thing=_last(claim, 1)), "%", _last(claim, 3))
        elif claim.kind is ClaimKind.DURATION and not claim.text.lower().startswith("se"):
            yield Counted(
                claim, Topic(ClaimKind.DURATION, thing=_last(claim, 1)), claim.unit, _last(claim, 2)
            )
        elif claim.kind is ClaimKind.LEGAL and claim.parts[1]:
            yield Counted(claim, Topic(ClaimKind.LEGAL), "", claim.parts[0])


def _last(claim: Claim, most: int) -> str:
    said = [word for word in claim.subject.split() if word not in lexicons.words("idle")]
    return " ".join(said[-most:])


def _role(page: Reading, claim: Claim) -> str:
    """What an amount is: the nearest word of its sentence that tells, those before it first.

    Words that only pass by count last: "setoran pungli hingga Rp 2 miliar" is what was handed on.
    """
    roles = lexicon.money()
    start, end = page.sentences[page.sentence(claim.start)]
    first, last = page.at(claim.start), page.at(claim.end)
    before = [word.word for word in page.words[page.at(start) : first]]
    behind = [word.word for word in page.words[last : page.at(end)]]
    told = [word for word in (*reversed(before), *behind[:_AFTER]) if word in roles]
    return next((roles[word] for word in sorted(told, key=lexicon.words("passing").__contains__)), "")


def _each_once(told: Iterator[Told]) -> Iterator[Told]:
    """A claim that a text makes twice is one; it is denied if it is denied anywhere, and has any speaker named."""
    kept: dict[tuple[Topic, Figure, Figure | None], Told] = {}
    for one in told:
        key = (one.topic, one.value, one.high)
        before = kept.get(key)
        if before is None:
            kept[key] = one
            continue
        denied = Stance.DENIED in (before.stance, one.stance)
        doubted = Stance.RUMOURED in (before.stance, one.stance)
        stance = Stance.DENIED if denied else Stance.RUMOURED if doubted else Stance.SAID
        kept[key] = replace(before, stance=stance, speaker=before.speaker or one.speaker)
    yield from _folded(list(kept.values()))


def _folded(told: list[Told]) -> Iterator[Told]:
    """People counted without a word of what happened are those of the same figure of whom that is said."""
    stated = {one.value for one in told if one.topic.state and not one.topic.part}
    for one in told:
        people = one.topic.kind is ClaimKind.FIGURE and not one.topic.state and one.unit == "orang"
        if not (people and one.value in stated):
            yield one
