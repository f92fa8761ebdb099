"""The state that somebody or something is in: held or at large, dead or alive, running or halted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.predicates import differ_in_figures, is_timed
from pantau.narrative.drift.sides import Side

_EXCLUSIVE = (
    frozenset(("held", "at large")),
    frozenset(("held", "freed")),
    frozenset(("dead", "alive")),
    frozenset(("running", "halted")),
    frozenset(("granted", "refused")),
)
_PHASES = frozenset(("running", "halted"))  # at another time it may be otherwise


class State(NamedTuple):
    """A state, the word that says it, and what stands before it in its clause."""

    name: str
    at: int
    who: frozenset[str]


@cache
def _names() -> dict[str, str]:
    """The state that each word says."""
    return {word: name for name, words in lexicons.told("states").items() for word in words.split()}


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """States that exclude every one in which the narrative has the same."""
    told = states(narrative)
    for mine in states(variant) if told else ():
        if not variant.is_asserted(mine.at) or variant.is_hedged(mine.at):
            continue
        theirs = [
            one
            for one in told
            if (one.who <= mine.who or mine.who <= one.who)
            and not differ_in_figures(variant, mine.at, narrative, one.at)
        ]
        if theirs and all({mine.name, one.name} in _EXCLUSIVE for one in theirs):
            yield findings.instead(FindingKind.NEGATION, variant, mine.at, narrative, theirs[0].at)


def states(side: Side) -> list[State]:
    """What a text says plainly of the state of what it names before."""
    if "states" not in side.memory:
        side.memory["states"] = [state for at in range(len(side.page.words)) if (state := _state(side, at))]
    found: list[State] = side.memory["states"]
    return found


def _state(side: Side, at: int) -> State | None:
    name = _names().get(side.page.words[at].word, "")
    if not name or side.is_negated(at) or _is_to_come(side, at) or (name in _PHASES and is_timed(side, at)):
        return None
    who = _before(side, at)
    return State(name, at, who) if who else None


def _before(side: Side, at: int) -> frozenset[str]:
    """What stands before a word in its clause, or before the verb with which it shares its subject."""
    number = side.clause_of[at]
    first = side.clauses[number].first
    verb = side.sharing.get(number)
    if verb is not None:
        first, at = side.clauses[number - 1].first, verb
    return frozenset(side.terms[one].concept for one in range(first, at) if side.is_content[one])


def _is_to_come(side: Side, at: int) -> bool:
    mode = side.mode(at)
    return mode is not None and mode[0] in ("future", "must", "may")
