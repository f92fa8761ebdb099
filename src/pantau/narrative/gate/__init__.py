"""The safety gate: what must not leave the desk, and what people would not understand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from pantau.narrative.gate.care import caution, empathy, is_first
from pantau.narrative.gate.dead import dead
from pantau.narrative.gate.exempt import exempt
from pantau.narrative.gate.finding import Audience, GateFinding, Severity
from pantau.narrative.gate.guilt import guilt
from pantau.narrative.gate.identity import identities
from pantau.narrative.gate.passage import Passage
from pantau.narrative.gate.quotes import turned_quotes
from pantau.narrative.gate.reading import readability

__all__ = ["Audience", "GateFinding", "Severity", "check"]

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(
    text: str, *, audience: Audience = Audience.PUBLIC, first_statement: bool = False
) -> tuple[GateFinding, ...]:
    """What the gate finds in a text, in its order. Never raises, whatever the text.

    audience         who will read it; colleagues know abbreviations and embargoes
    first_statement  the first word on an event, in which nothing is guessed and nobody blamed or named as dead;
                     a text that calls itself one is held to the same
    """
    passage = Passage(text)
    first = first_statement or is_first(passage)
    found = chain(
        identities(passage),
        dead(passage, first_statement=first),
        guilt(passage),
        exempt(passage, audience),
        turned_quotes(passage),
        caution(passage, first_statement=first),
        empathy(passage),
        readability(passage, audience),
    )
    return tuple(sorted(_once(found), key=lambda one: (one.start, _RANK[one.severity], one.end)))


def _once(found: Iterable[GateFinding]) -> list[GateFinding]:
    """Findings without those of a rule that another of the same rule covers or touches."""
    kept: list[GateFinding] = []
    ordered = sorted(found, key=lambda one: (_RANK[one.severity], one.start - one.end))
    for one in ordered:
        if not any(
            one.rule == other.rule and one.start < other.end and other.start < one.end
            for other in kept
            if one.rule != "readability"
        ):
            kept.append(one)
    return kept
