"""Grave events by class: a text that tells of a death where its narrative tells of none makes a claim of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pantau.language import tokens
from pantau.language.claims import lexicons
from pantau.narrative.drift.sides import Side

_GAP = 2  # words between those of a phrase: "mengganti seluruh kerugian"


class _Events(NamedTuple):
    """The classes of words, of stems, and of phrases by their first stem.

    "~" before a word: where a narrative has it, it tells of the class; in a text it claims nothing.
    """

    words: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]


def _stem(word: str) -> str:
    return (tokens.stems(word) or [word])[0]


@cache
def _events() -> _Events:
    words: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, listed in lexicons.told("events").items():
        for entry in listed.split():
            is_sign = entry.startswith("~")
            parts = tuple(map(_stem, entry.lstrip("~").split("-")))
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, "~" * is_sign + kind))
            else:
                if not is_sign:
                    words.setdefault(entry, set()).add(kind)
                stems.setdefault(parts[0], set()).add(kind)
    return _Events(
        {word: frozenset(kinds) for word, kinds in words.items()},
        {stem: frozenset(kinds) for stem, kinds in stems.items()},
        phrases,
    )


def told(side: Side) -> frozenset[str]:
    """The classes of events of which a text speaks in any form."""
    if "events" not in side.memory:
        found: set[str] = set()
        for at, word in enumerate(side.page.words):
            found |= _events().stems.get(word.stem, frozenset()) | _events().words.get(word.word, frozenset())
            found.update(kind.lstrip("~") for kind, _last in _phrases(side, at))
        side.memory["events"] = frozenset(found)
    known: frozenset[str] = side.memory["events"]
    return known


def _phrases(side: Side, at: int) -> Iterator[tuple[str, int]]:
    """The classes of the phrases that begin at a word, and where each ends; a word or two may stand between."""
    words = side.page.words
    for parts, kind in _events().phrases.get(words[at].stem, ()):
        last = at
        for part in parts[1:]:
            behind = range(last + 1, min(last + 2 + _GAP, len(words)))
            last = next((one for one in behind if words[one].stem == part), -1)
            if last < 0 or any(side.page.breaks[at:last]):
                break
        else:
            yield kind, last


def find(variant: Side, narrative: Side) -> Iterator[tuple[int, int]]:
    """First and last words of the events that a text asserts and of whose class its narrative has none."""
    known, listed = told(narrative), _events()
    for at, word in enumerate(variant.page.words):
        if word.word not in listed.words and word.stem not in listed.phrases:
            continue
        hits = [(kind, at) for kind in listed.words.get(word.word, ())] + list(_phrases(variant, at))
        last = max((end for kind, end in hits if kind not in known and kind[0] != "~"), default=-1)
        if last < 0 or variant.page.taken[word.start] or at in variant.named:
            continue
        if variant.is_asserted(at) and not variant.is_negated(at) and last not in variant.denied:
            yield at, last
