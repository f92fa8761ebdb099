"""What a verb is done to: the words behind an active verb, those before a passive one."""

from __future__ import annotations

from pantau.narrative.drift.sides import Side

_OBJECT = 3  # content words behind a verb that tell what it is done to


def are_others(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """Whether two verbs are done to things that have no word in common: "memberi sanksi", "memberi rekomendasi"."""
    mine, theirs = _patients(variant, at), _patients(narrative, other)
    return bool(mine) and bool(theirs) and not mine & theirs


def _patients(side: Side, at: int) -> frozenset[str]:
    """The concepts of what a verb is done to; none of what is no transitive verb, or stands without it."""
    word, span = side.page.words[at].word, side.clauses[side.clause_of[at]]
    if word.startswith("di"):
        places = [one for one in range(span.first, at) if side.is_content[one]]
    elif word.startswith("me"):
        places = _behind(side, at, span.last)
    else:
        places = []
    return frozenset(side.terms[one].concept for one in places)


def _behind(side: Side, at: int, end: int) -> list[int]:
    found: list[int] = []
    for one in range(at + 1, end):
        if side.page.breaks[one - 1] or len(found) == _OBJECT:
            break
        if side.is_content[one]:
            found.append(one)
    return found
