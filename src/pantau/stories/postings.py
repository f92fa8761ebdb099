"""Which stories hold a term: short lists, the latest stories last, so that candidates are found at a steady price."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Sequence

LONGEST = 128  # stories listed under one term; the older half goes when it is full
_HEAVY = 3  # terms that count twice
_ENOUGH = 300  # entries read for one report
_LATELY = 32  # a story listed among the last so many is not listed again


class Postings:
    """Lists are arrays: numbers that stand side by side are read twice as fast as those of all over the memory."""

    def __init__(self) -> None:
        self._lists: dict[int | str, array[int]] = {}

    def add(self, story: int, terms: Iterable[int | str]) -> None:
        """List a story under terms, or other words by which it is found, as the latest."""
        lists = self._lists
        for term in terms:
            listed = lists.get(term)
            if listed is None:
                lists[term] = array("q", (story,))
            elif story not in listed[: -_LATELY - 1 : -1]:  # the latest first: it is mostly one of them
                if len(listed) >= LONGEST:
                    del listed[: LONGEST // 2]
                listed.append(story)

    def count(self, terms: Sequence[int]) -> dict[int, int]:
        """How often each story is listed under the terms, weightiest first; stories may have gone since.

        The first three terms count twice, and the last ones not at all once enough has been read.
        """
        found: dict[int, int] = {}
        known, lists, read = found.get, self._lists, 0
        for place, term in enumerate(terms):
            listed = lists.get(term)
            if listed is not None:
                times = 2 if place < _HEAVY else 1
                for story in listed:  # quicker than a Counter
                    found[story] = known(story, 0) + times
                read += len(listed)
                if read > _ENOUGH:
                    break
        return found

    def latest(self, term: int | str) -> list[int]:
        """The stories listed last under a term; some may have gone since."""
        return list(self._lists.get(term, ())[-_LATELY:])

    def keep(self, stories: Container[int]) -> None:
        """Drop all other stories."""
        kept = {}
        for term, listed in self._lists.items():
            left = [story for story in listed if story in stories]
            if left:
                kept[term] = array("q", left)
        self._lists = kept
