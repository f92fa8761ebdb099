"""The gate's word lists: `resources/gate/*.json`, lists of patterns that are put together once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pantau import assets

_DEEPEST = 5  # letters of a beginning; deeper trees save nothing
_LETTER = re.compile(r"[a-z](?![?*+{])")
_CHOICE = re.compile(r"\(\?:([a-z |]+)\)(\?(?![?*+]))?(?![?*+{])")


@cache
def told(name: str) -> dict[str, Any]:
    """A file of lists, as in told("identity")["case"]."""
    found: dict[str, Any] = json.loads(assets.path(f"gate/{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def either(name: str, key: str) -> str:
    """A list as one group of alternatives, its letters small or large alike."""
    spread = dict.fromkeys(variant for phrase in told(name)[key] for variant in _spread(phrase))
    return f"(?i:{_tree(list(spread), 0)})".replace(" ?", r"\s*").replace(" ", r"\s+")


def _spread(phrase: str) -> list[str]:
    """ "(?:men|di)cabuli" as "mencabuli" and "dicabuli", so that a tree can tell them apart by their letters."""
    match = _CHOICE.match(phrase)
    if match is None:
        return [phrase]
    heads = [*match[1].split("|"), *([""] if match[2] else [])]
    return [head + phrase[match.end() :] for head in heads]


def _tree(phrases: list[str], depth: int) -> str:
    """Alternatives by their common beginnings: the engine of `re` would try each list from its top."""
    branches: dict[str, list[str]] = {}
    ends: list[str] = []
    for phrase in phrases:
        if depth < _DEEPEST and _LETTER.match(phrase):
            branches.setdefault(phrase[0], []).append(phrase[1:])
        else:
            ends.append(phrase)
    grown = [letter + _tree(rest, depth + 1) for letter, rest in branches.items()]
    ends.sort(key=len, reverse=True)
    return f"(?:{'|'.join([*grown, *ends])})" if len(grown) + len(ends) > 1 else "".join([*grown, *ends])


def each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches from every place: where "Sipir Rutan, Budi, ..." fails to name anybody, "Budi, ..." may."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


@cache
def anywhere(name: str, key: str) -> re.Pattern[str]:
    """A list as a pattern that finds whole words."""
    return re.compile(rf"(?<!\w){either(name, key)}(?!\w)")
