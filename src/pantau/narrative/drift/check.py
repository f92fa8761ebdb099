"""A text against the narrative that it derives from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from pantau.domain.claims import Check, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import Reading
from pantau.narrative.drift import (
    actors,
    assurances,
    bearers,
    contrasts,
    copies,
    duties,
    handings,
    labelled,
    laws,
    messages,
    modality,
    notes,
    novelty,
    numbers,
    polarity,
    roles,
    sayings,
    sequence,
    services,
    siblings,
    stages,
    states,
    timeline,
    wholes,
    wording,
)
from pantau.narrative.drift.cast import Cast
from pantau.narrative.drift.notes import Notes
from pantau.narrative.drift.numbers import Numbers
from pantau.narrative.drift.sides import Side
from pantau.narrative.drift.timeline import Timeline


class House:
    """A narrative with its facts, read once for all the texts that are held against it."""

    def __init__(self, narrative: str, facts: Sequence[str]) -> None:
        self.notes: Notes = notes.read(narrative)
        self.side = Side("\n".join([self.notes.body, *facts]))
        self.told = self.side if not facts else Side(self.notes.body)
        self.numbers = Numbers(self.side)
        self.timeline = Timeline(self.side)
        self.cast = Cast(self.side)
        page = Reading(narrative)
        self.sentences = frozenset(_squeezed(narrative[start:end]) for start, end in page.sentences)


@lru_cache(maxsize=16)
def _house(narrative: str, facts: tuple[str, ...]) -> House:
    return House(narrative, facts)


def check(variant: str, narrative: str, *, facts: Iterable[str] = (), forbidden: Iterable[str] = ()) -> Check:
    """Where a text says something else than its narrative. Never raises, whatever the texts.

    variant    a post, a message, a release; offsets of findings count in it
    narrative  the approved text; lines in it that forbid words or call facts outdated are heeded as such
    facts      further sentences that hold beside the narrative
    forbidden  phrases that must not be used
    """
    house, side = _house(narrative, tuple(facts)), Side(variant)
    found: list[DriftFinding] = []
    found += numbers.check(side, house.numbers)
    found += timeline.check(side, house.timeline)
    found += laws.check(side, house.side)
    found += actors.check(side, house.cast)
    found += bearers.check(side, house.side)
    found += labelled.check(side, house.cast)
    found += sayings.check(side, house.side)
    found += polarity.check(side, house.side)
    found += stages.check(side, house.side)
    found += roles.check(side, house.side)
    found += modality.check(side, house.side)
    found += sequence.check(side, house.side)
    found += siblings.check(side, house.side)
    for room in (wholes, contrasts, handings, assurances, duties, states, services):
        found += room.check(side, house.side)
    found += novelty.check(side, house.numbers)
    found += copies.check(side, house.side, found)
    found += wording.outdated(side, house.notes.outdated, house.side)
    found += wording.forbidden(side, [*house.notes.forbidden, *forbidden])
    found = wording.complementary(
        wording.supposed(wording.standing(found, side, house.notes.outdated, house.side), side), side
    )
    return Check(_settled(found, side, house.sentences), messages.missing(side, house.told))


def _settled(found: list[DriftFinding], side: Side, told: frozenset[str]) -> tuple[DriftFinding, ...]:
    """In the order of the text, each once; a sentence that the narrative has word for word is not doubted."""
    if not found:
        return ()
    kept: dict[tuple[FindingKind, int, int], DriftFinding] = {}
    # a long sentence may have thousands of findings
    same = cache(lambda start, end: _squeezed(side.page.text[start:end]) in told)
    for one in sorted(found, key=lambda one: (one.start, one.end, one.kind)):
        if not same(*side.page.sentences[side.page.sentence(one.start)]):
            kept.setdefault((one.kind, one.start, one.end), one)
    return tuple(kept.values())


def _squeezed(text: str) -> str:
    return " ".join(text.split())


__all__ = ["Check", "ClaimKind", "House", "check"]
