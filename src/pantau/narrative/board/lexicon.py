"""The words of resources/claims/board.json, each list read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pantau.language.claims import lexicons


@dataclass(frozen=True, slots=True)
class StateWord:
    """What a word says happened. A weak one says it only of people: a lamp may be "mati"."""

    state: str
    weak: bool


def _told() -> dict[str, Any]:
    return lexicons.told("board")


@cache
def states() -> dict[str, StateWord]:
    found: dict[str, StateWord] = {}
    for state, forms in _told()["states"].items():
        found |= {word: StateWord(state, weak=True) for word in forms.get("weak", "").split()}
        found |= {word: StateWord(state, weak=False) for word in forms["words"].split()}
    return found


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """States that take several words: "korban jiwa"."""
    return {
        tuple(phrase.split()): state
        for state, forms in _told()["states"].items()
        for phrase in forms.get("phrases", ())
    }


@cache
def words(name: str) -> frozenset[str]:
    """A list of words; "_" stands for the space in names of two words."""
    return frozenset(word.replace("_", " ") for word in _told()[name].split())


@cache
def listed(name: str) -> tuple[str, ...]:
    return tuple(_told()[name])


@cache
def same() -> dict[str, str]:
    """Words for one thing, each with the one that stands for all."""
    return dict(_told()["same"])


@cache
def officers() -> frozenset[str]:
    return frozenset(_told()["sets"]["officers"].split())


@cache
def money() -> dict[str, str]:
    """Words beside an amount, with what it is then."""
    return {word: role for role, forms in _told()["money"].items() for word in forms.split()}


@cache
def words_of(name: str) -> frozenset[str]:
    """A list that is written as one."""
    return frozenset(_told()[name])


def is_kept(thing: str) -> bool:
    """Whether these are people in custody, of whom most figures of this trade are told."""
    return thing in ("warga binaan", "deteni")


@cache
def gravity() -> dict[str, int]:
    """How soon a state is read: the dead first."""
    return {state: place for place, state in enumerate(listed("gravity"))}
