"""The word lists of resources/claims, each read once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from pantau import assets


@cache
def told(name: str) -> dict[str, Any]:
    """The object of resources/claims/<name>.json."""
    found: dict[str, Any] = json.loads(assets.path(f"claims/{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of resources/claims/<name>, split at tabs, without comments."""
    lines = assets.path(f"claims/{name}").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def spelling() -> dict[str, str]:
    """Chat spelling to the word that is meant."""
    return {row[0]: row[1] for row in rows("spelling.tsv")}


@cache
def words(name: str) -> frozenset[str]:
    """A set of words of resources/claims/sets.json."""
    return frozenset(told("sets")[name].split())


@cache
def listed(name: str) -> frozenset[str]:
    """Every word of a list in resources/claims/<name>."""
    return frozenset(word for row in rows(name) for word in row[0].split())


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of some phrases, longest first, whatever space stands in them."""
    import re

    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
