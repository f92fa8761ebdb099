"""Quotes that say something else once half of them is cut away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere
from pantau.narrative.gate.passage import Passage

_QUOTE = re.compile(r"[\"“”]([^\"“”\n]{12,600})[\"“”]")
_PART = re.compile(r"[^.!?]+[.!?]*")


def turned_quotes(passage: Passage) -> Iterator[GateFinding]:
    """Sentences of a quote in which a refusal or an admission leans on another clause."""
    for quote in _QUOTE.finditer(passage.text):
        for part in _PART.finditer(quote[1]):
            if span := _leaning(part[0]):
                base = quote.start(1) + part.start()
                place = (base + span[0], base + span[1])
                yield found(
                    passage.text,
                    place,
                    "quote-turned",
                    Severity.WARNING,
                    cut=part[0][span[0] : span[1]].strip(),
                )


def _leaning(text: str) -> tuple[int, int] | None:
    """From the hurtful words to the one that turns them, whichever stands first."""
    spared = anywhere("quotes", "spared").search(text)
    for harm in anywhere("quotes", "harm").finditer(text):
        if spared and spared.start() <= harm.start() < spared.end():
            continue
        turns = [turn for turn in anywhere("quotes", "turn").finditer(text) if turn.start() != harm.start()]
        for turn in turns:
            return min(harm.start(), turn.start()), max(harm.end(), turn.end())
    return None
