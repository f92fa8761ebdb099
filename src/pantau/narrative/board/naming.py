"""What a line of the board is called, for a person."""

from __future__ import annotations

from collections.abc import Callable

from pantau.domain.board import Line
from pantau.domain.claims import ClaimKind
from pantau.language.claims import lexicons

_MOST = 3  # words of a report that name what is counted


def subject(line: Line, say: Callable[..., str]) -> str:
    """ "tewas", "luka (petugas)", "pemohon mendapat jadwal"; `say` gives the sentence of a key."""
    whole = _whole(line, say)
    return say("claims.part", whole=whole, part=line.topic.part) if line.topic.part else whole


def _whole(line: Line, say: Callable[..., str]) -> str:
    topic, phrase = line.topic, _phrase(line.phrase)
    if topic.state:
        state = say(f"claims.state.{topic.state}")
        return say("claims.of-thing", thing=topic.thing, state=state) if topic.thing else state
    if topic.kind is ClaimKind.MONEY:
        return topic.thing or say("claims.money")
    if topic.kind is ClaimKind.DURATION:
        return say("claims.duration", thing=phrase) if phrase else say("claims.span")
    if topic.kind is ClaimKind.LEGAL:
        return phrase or topic.thing
    return phrase or topic.thing or say("claims.people")


def _phrase(said: str) -> str:
    """The first words of what was counted, without those at the end that lead on: "pemohon paspor terkait"."""
    words = said.split()[:_MOST]
    while len(words) > 1 and words[-1] in lexicons.words("idle"):
        words.pop()
    return " ".join(words)
