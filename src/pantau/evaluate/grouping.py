"""Groups a labelled stream exactly as the engine would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pantau.engine.analysis import Analysis
from pantau.evaluate.articles import as_articles
from pantau.evaluate.streams import Item


@dataclass(frozen=True, slots=True)
class Grouped:
    """An article of the stream: the story at the stream's end and its affair's earliest, the story at arrival."""

    id: Any
    story: int
    first: int
    thread: int


def group(items: Sequence[Item], analysis: Analysis) -> list[Grouped]:
    """Stories for a stream, in its order. Nothing looks ahead; merges and splits that came later show in `story`."""
    became: dict[int, int] = {}
    first: dict[int, int] = {}
    now: dict[int, int] = {}

    def follow() -> None:
        for change in analysis.regrouped():
            if change.articles:
                now.update(dict.fromkeys(change.articles, change.into))
            else:
                became[change.story] = change.into
        analysis.unmark()

    for article in as_articles(items):
        (finding,) = analysis.take([article], {})
        first[article.id] = now[article.id] = finding.arrival
        follow()
    analysis.review()
    follow()
    threads = analysis.threads()
    ends = {number: _now(story, became) for number, story in now.items()}
    return [
        Grouped(item.id, ends[number], first[number], threads[ends[number]])
        for number, item in enumerate(items, 1)
    ]


def _now(story: int, became: dict[int, int]) -> int:
    while story in became:
        story = became[story]
    return story
