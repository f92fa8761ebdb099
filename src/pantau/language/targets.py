"""Whom a word of judgement is aimed at: the ministry, what it works on, or somebody else.

In "DPR kecam Menkum" the target stands behind, in "Menkum dikecam DPR" before; in "Menkum kecam kekerasan" the
ministry judges and is not judged. Only the sentence of a word is looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

FULL, PLACE, TOPIC, NONE = 1.0, 0.75, 0.6, 0.05
_REACH = 14  # words behind a judgement in which its target stands
_BESIDE = 3  # words between a quality and who has it, when another stands before
_CLOSE = 1  # words between one who judges and the verb


class Who(StrEnum):
    MINISTRY = "ministry"
    PLACE = "place"  # where something happens: "di rutan"
    TOPIC = "topic"
    OTHER = "other"
    NOBODY = "nobody"  # "pelaku usaha" is no "pelaku"
    POINTING = "pointing"  # "kementerian itu": the one named before


_SHARE = {Who.MINISTRY: FULL, Who.PLACE: PLACE, Who.TOPIC: TOPIC, Who.OTHER: NONE}


class Named(NamedTuple):
    """One that is named in a sentence, by the places of its first word and of the word behind it, and its clause."""

    start: int
    end: int
    who: Who
    clause: int = 0


class Sentence:
    """All that are named in one sentence, in order."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._named = named
        self._starts = [one.start for one in named]
        self.speaks = any(one.who is not Who.OTHER for one in named)
        if not any(one.who is Who.OTHER for one in named):
            # Nobody else is there to be meant.
            self._named = [one._replace(who=Who.MINISTRY) if one.who is Who.PLACE else one for one in named]

    def share(self, start: int, end: int, clause: int, *, judges: bool, passive: bool, closes: bool) -> float:
        """How much a judgement counts: 1 aimed at the ministry, nearly 0 at somebody else.

        judges   the word has one who judges and one who is judged ("kecam", "kecewa"), a quality has but one
        passive  it is said of the one before it ("dikecam")
        closes   nothing comes behind it in its sentence
        """
        at = bisect_left(self._starts, start)
        before, behind = self._named[:at], self._named[at:]
        near = [
            one
            for one in behind
            if 0 <= one.start - end <= _REACH
            # "Jaksa keberatan, terdakwa tetap di rutan": where something else happens is nobody's target
            and (one.who is not Who.PLACE or one.clause == clause)
        ]
        inside = [one for one in behind if one.start < end]
        if inside and inside[0].who is not Who.OTHER:
            return FULL
        if judges and not passive:
            if closes and len({one.clause for one in before}) > 1 and before[-1].who is Who.OTHER:
                # "Kemenkum patuh, KPK beri pujian": the one of the clause before
                return max(_SHARE[one.who] for one in before if one.clause < before[-1].clause)
            return self._judged(before, near, start, end)
        if judges and before:
            return _SHARE[before[-1].who]
        second = _nearest_of_ours(near)
        if second and before and before[-1].who is Who.OTHER:
            # "Pemprov gagal bayar, Menkum ..." is said of the one in the same clause
            apart = second.clause > clause == before[-1].clause
            if apart or second.start - end > _BESIDE:
                return NONE
        return _of(before[-1] if before else None, second, before)

    def _judged(self, before: Sequence[Named], near: Sequence[Named], start: int, end: int) -> float:
        ours = [one for one in near if one.who is not Who.OTHER]
        if near and near[0].who is Who.OTHER and (not ours or near[0].start - end <= _CLOSE):
            return NONE
        if ours:
            # "Menteri HAM puji atlet di rutan": where it happened is not whom it is aimed at
            closest = max(ours[:2], key=lambda one: _SHARE[one.who])
            return _SHARE[closest.who]
        if before and before[-1].who is Who.MINISTRY and start - before[-1].end <= _CLOSE:
            return NONE
        return _of(before[-1] if before else None, None, before)


def _nearest_of_ours(near: Sequence[Named]) -> Named | None:
    """The ministry if it is named before anybody else, else the first one."""
    for one in near:
        if one.who in (Who.MINISTRY, Who.OTHER):
            return one if one.who is Who.MINISTRY else near[0]
    return near[0] if near else None


def _of(first: Named | None, second: Named | None, before: Sequence[Named]) -> float:
    """The share of a quality: of the one before it, else of the one behind."""
    if second is not None and second.who is Who.MINISTRY and (first is None or first.who is not Who.PLACE):
        return FULL
    if first is not None and first.who is Who.PLACE and any(one.who is Who.OTHER for one in before):
        return NONE
    if first is not None and first.who is Who.TOPIC:
        # "langkah Kemenkum membuka draf RUU itu baik": what it does to a topic is its own doing
        last = next((one for one in reversed(before) if one.who is not Who.TOPIC), None)
        if last is not None and last.who is Who.MINISTRY:
            return FULL
    chosen = first or second
    return _SHARE[chosen.who] if chosen is not None else NONE
