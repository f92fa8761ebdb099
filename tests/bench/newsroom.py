"""Invented Indonesian news for load tests: events, told by several newsrooms each in its own words.

Everything follows from a seed. Places are real names, all else is made up (`newsroom.json`).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

_WORDS: dict[str, Any] = json.loads((Path(__file__).parent / "newsroom.json").read_text(encoding="utf-8"))
_LARGEST = 60  # outlets that tell of one event
_SENTENCE = 12  # words


def _listed(name: str) -> list[str]:
    """The words of a resource, of its Indonesian section if it has sections."""
    text = (Path(__file__).parents[2] / "resources" / name).read_text(encoding="utf-8")
    rows = text.rpartition("[id]")[2].partition("\n[")[0].splitlines()
    return [word for row in rows if not row.startswith("#") for word in row.split()]


_SMALL = _listed("stopwords.txt")
_COMMON = [
    form.format(root) for form in ("{}", "di{}", "{}an", "di{}kan", "ter{}") for root in _listed("roots.txt")
]


@dataclass(frozen=True, slots=True)
class Item:
    """One report: `number` is unique over all feeds, `at` aware."""

    number: int
    at: datetime
    title: str
    summary: str


def _slots(rng: random.Random) -> dict[str, str]:
    """What happened where and to whom: the same for all who tell of it."""
    chosen = {name: rng.choice(choices) for name, choices in _WORDS["slots"].items()}
    return chosen | {"n": str(rng.randint(2, 9)), "m": str(rng.randint(10, 89) * 10)}


def _filled(template: str, slots: dict[str, str]) -> str:
    said = template.format_map(slots)
    return said[0].upper() + said[1:]


def _reports(rng: random.Random, feeds: int, newest: datetime, words: int = 0) -> Iterator[tuple[int, Item]]:
    """Without end: what is reported of one event after the other, each with the feed that has it."""
    number = 0
    while True:
        kind, slots = rng.choice(_WORDS["kinds"]), _slots(rng)
        begun = newest - timedelta(minutes=rng.randint(5, 36 * 60))
        # Most events are told once or twice, a few by dozens.
        outlets = min(feeds, _LARGEST, int(rng.paretovariate(0.9)))
        for feed in rng.sample(range(feeds), outlets):
            at = begun + timedelta(minutes=int(rng.expovariate(1 / 50)))
            if at > newest:
                continue  # not written yet
            told = rng.sample(kind["sentences"], k=rng.randint(2, len(kind["sentences"])))
            summary = " ".join(_filled(line, slots) for line in told) + _background(rng, words)
            yield feed, Item(number, at, _filled(rng.choice(kind["headlines"]), slots), summary)
            number += 1


def _background(rng: random.Random, words: int) -> str:
    """About so many words more in sentences without sense: what surrounds the news in a full text."""
    told = ""
    for _ in range(0, words, _SENTENCE):
        # A few words are everywhere and most are rare; every other one is a small word.
        chosen = [
            rng.choice(_SMALL) if rng.random() < 0.4 else _COMMON[int(len(_COMMON) * rng.random() ** 2.5)]
            for _ in range(_SENTENCE)
        ]
        told += " " + " ".join(chosen).capitalize() + "."
    return told


def stream(
    reports: int, feeds: int, newest: datetime, seed: int, *, words: int = 0
) -> list[tuple[int, Item]]:
    """So many reports in the order of their publication, each with its feed; `words` more in each than a summary."""
    found = islice(_reports(random.Random(seed), feeds, newest, words), reports)
    return sorted(found, key=lambda report: (report[1].at, report[1].number))


def write(feeds: int, items: int, newest: datetime, seed: int) -> list[list[Item]]:
    """`items` reports for each of `feeds` feeds, newest first, none later than `newest`."""
    stand: list[list[Item]] = [[] for _ in range(feeds)]
    missing = feeds * items
    for feed, item in _reports(random.Random(seed), feeds, newest):
        if len(stand[feed]) < items:
            stand[feed].append(item)
            missing -= 1
        if not missing:
            break
    for reports in stand:
        reports.sort(key=lambda item: item.at, reverse=True)
    return stand


def name_of(feed: int) -> str:
    """The outlet behind a feed, counted from 0."""
    brands, places = _WORDS["brands"], _WORDS["slots"]["kota"]
    return f"{brands[feed % len(brands)]} {places[feed // len(brands) % len(places)]} {feed + 1}"
