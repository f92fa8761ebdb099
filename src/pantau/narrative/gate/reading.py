"""Readability: long sentences, officialese, abbreviations that the audience does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.narrative.gate.finding import Audience, GateFinding, Severity, found
from pantau.narrative.gate.lexicon import told
from pantau.narrative.gate.passage import Passage

LONG = 30  # words of a sentence that is worth a look
TOO_LONG = 45  # words that hardly anybody follows
_WORD = re.compile(r"\w[\w.,'’/-]*")


@cache
def _plain() -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = told("reading")["plain"].items()
    return tuple(
        (re.compile(rf"(?<!\w)(?i:{phrase.replace(' ', chr(92) + 's+')})(?!\w)"), better)
        for phrase, better in listed
    )


@cache
def _abbreviations() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(told('reading')['abbreviations'])})(?!\w)")


def readability(passage: Passage, audience: Audience) -> Iterator[GateFinding]:
    """What makes a text hard to read, as information; only a sentence beyond 45 words is a warning."""
    for sentence in passage.sentences:
        count = len(_WORD.findall(sentence.text))
        if count > LONG:
            severity = Severity.WARNING if count > TOO_LONG else Severity.INFO
            place = (sentence.start, sentence.end)
            yield found(passage.text, place, "readability", severity, why="readability.long", count=count)
    for pattern, better in _plain():
        for match in pattern.finditer(passage.text):
            why = "readability.officialese" if not better.startswith("(") else "readability.empty"
            yield found(passage.text, match.span(), "readability", Severity.INFO, why=why, better=better)
    if audience is Audience.PUBLIC:
        yield from _unexplained(passage)


def _unexplained(passage: Passage) -> Iterator[GateFinding]:
    """The first use of each abbreviation of the house that the text does not spell out."""
    seen: set[str] = set()
    for match in _abbreviations().finditer(passage.text):
        short = match[0]
        if short in seen:
            continue
        seen.add(short)
        long = told("reading")["abbreviations"][short]
        if " ".join(long.split()[:2]) not in passage.text.lower():
            yield found(
                passage.text,
                match.span(),
                "readability",
                Severity.INFO,
                why="readability.short",
                short=short,
                long=long,
            )
