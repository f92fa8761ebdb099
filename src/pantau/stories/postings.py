"""Which stories hold a term: short lists, the latest stories last, so that candidates are found at a steady price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import chain

LONGEST = 128  # stories listed under one term; the older half goes when it is full
_HEAVY = 3  # terms that count twice
_ENOUGH = 300  # entries read for one report
_LATELY = 32  # a story listed among the last so many is not listed again


class Postings:
    def __init__(self) -> None:
        self._lists: dict[int | str, list[int]] = {}

    def add(self, story: int, terms: Iterable[int | str]) -> None:
        """List a story under terms, or other words by which it is found, as the latest."""
        lists = self._lists
        for term in terms:
            listed = lists.get(term)
            if listed is None:
                lists[term] = [story]
            elif story not in listed[-_LATELY:]:
                if len(listed) >= LONGEST:
                    del listed[: LONGEST // 2]
                listed.append(story)

    def count(self, terms: Sequence[int]) -> Counter[int]:
        """How often each story is listed under the terms, weightiest first; stories may have gone since.

        The first three terms count twice, and the last ones not at all once enough has been read.
        """
        lists = self._lists
        read, found = 0, []
        for place, term in enumerate(terms):
            listed = lists.get(term)
            if listed is not None:
                found.append(listed)
                if place < _HEAVY:
                    found.append(listed)
                read += len(listed)
                if read > _ENOUGH:
                    break
        return Counter(chain.from_iterable(found))

    def latest(self, term: int | str) -> list[int]:
        """The stories listed last under a term; some may have gone since."""
        return self._lists.get(term, [])[-_LATELY:]

    def keep(self, stories: Container[int]) -> None:
        """Drop all other stories."""
        kept = {}
        for term, listed in self._lists.items():
            left = [story for story in listed if story in stories]
            if left:
                kept[term] = left
        self._lists = kept
