"""The safety gate: what must not leave the desk, and what people would not understand."""

from __future__ import annotations

from bisect import bisect
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
    places: dict[str, list[tuple[int, int]]] = {}
    ordered = sorted(found, key=lambda one: (_RANK[one.severity], one.start - one.end))
    for one in ordered:
        taken = places.setdefault(one.rule, [])
        at = bisect(taken, (one.start, one.end))
        # Those kept of a rule do not overlap, so that only the two neighbours can.
        is_touched = any(one.start < end and start < one.end for start, end in taken[max(0, at - 1) : at + 1])
        if one.rule == "readability":
            kept.append(one)
        elif not is_touched:
            taken.insert(at, (one.start, one.end))
            kept.append(one)
    return kept
