"""The greatest of several figures, of which no more is found than it takes to tell which that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heapify, heappop, heappush, heapreplace
from typing import Generic, TypeVar

K = TypeVar("K", int, tuple[int, int])

Bounds = Iterator[
    float
]  # each is the most that a figure can be, none above the one before; the last is the figure


class Rivals(Generic[K]):
    """Figures by key, told by their bounds. Those below `least` are left out."""

    def __init__(self, least: float = 0.0) -> None:
        self._least = least
        self._heap: list[tuple[float, K, Bounds]] = []

    def add(self, key: K, bounds: Bounds) -> None:
        """`key` is not among them."""
        most = next(bounds, None)
        if most is not None and most >= self._least:
            heappush(self._heap, (-most, key, bounds))

    def greatest(self) -> tuple[float, K] | None:
        """The greatest figure and its key, the least key among equals; None when there is no figure left."""
        heap = self._heap
        while heap:
            most, key, bounds = heap[0]
            nearer = next(bounds, None)
            if nearer is None:
                return -most, key
            if nearer >= self._least:
                heapreplace(heap, (-nearer, key, bounds))
            else:
                heappop(heap)
        return None

    def drop(self, is_gone: Callable[[K], object]) -> None:
        """Leave out those whose keys are gone."""
        self._heap = [rival for rival in self._heap if not is_gone(rival[1])]
        heapify(self._heap)
