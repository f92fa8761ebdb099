"""What a line of the board is called, for a person."""

from __future__ import annotations

from collections.abc import Callable

from pantau.domain.board import Line
from pantau.domain.claims import ClaimKind

_MOST = 4  # words of a report that name what is counted


def subject(line: Line, say: Callable[..., str]) -> str:
    """ "tewas", "luka (petugas)", "pemohon mendapat jadwal"; `say` gives the sentence of a key."""
    whole = _whole(line, say)
    return say("claims.part", whole=whole, part=line.topic.part) if line.topic.part else whole


def _whole(line: Line, say: Callable[..., str]) -> str:
    topic, phrase = line.topic, " ".join(line.phrase.split()[:_MOST])
    if topic.state:
        return say(f"claims.state.{topic.state}")
    if topic.kind is ClaimKind.MONEY:
        return topic.thing or say("claims.money")
    if topic.kind is ClaimKind.DURATION:
        return say("claims.duration", thing=phrase) if phrase else say("claims.span")
    if topic.kind is ClaimKind.LEGAL:
        return phrase or topic.thing
    return phrase or topic.thing or say("claims.people")
