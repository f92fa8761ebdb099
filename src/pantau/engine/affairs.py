"""Which stories are to be looked at for their affair, and in what order; what came of it is shown beside a story."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from heapq import nlargest

from pantau.domain.finding import Threading
from pantau.stories.threads import Threads

LOOKS = 200  # stories at a time: a look takes a tenth to a fifth of a millisecond
_GROWTH = 2  # a story is looked at again when it has grown by one in so many


class Affairs:
    """Looks at stories when they are new and when they have grown by half, the most pressing first.

    akin  tells the stories of one affair with a story, as far as its own words tell
    """

    def __init__(self, akin: Callable[[int], Iterable[int]]) -> None:
        self._akin = akin
        self._threads = Threads()
        self._looked: dict[int, int] = {}  # at how many reports a story was looked at
        self._waiting: dict[int, tuple[int, float]] = {}  # reports and score

    def restore(self, threads: Iterable[tuple[int, int]]) -> None:
        """Take up the threads of active stories, as (story, thread)."""
        self._threads.restore(threads)

    def note(self, story: int, reports: int, score: float) -> None:
        """A story as it now is."""
        known = self._looked.get(story, 0)
        if reports >= known + known // _GROWTH + 1:
            self._waiting[story] = reports, score

    def merge(self, loser: int, winner: int) -> None:
        """A story has ended in another."""
        self._threads.merge(loser, winner)
        self._drop(loser)

    def split(self, story: int) -> None:
        """A story has given reports away, and is another than was looked at."""
        self._looked.pop(story, None)

    def keep(self, active: Collection[int]) -> None:
        """Drop stories that are over."""
        self._threads.keep(active)
        for story in [story for story in {*self._looked, *self._waiting} if story not in active]:
            self._drop(story)

    def look(self, most: int = LOOKS) -> Threading:
        """Look at so many of the stories that wait; how threads have changed."""
        waiting = self._waiting
        for story in nlargest(most, waiting, key=lambda story: waiting[story][1]):
            self._looked[story], _score = waiting.pop(story)
            self._threads.look(story, self._akin(story))
        return self._threads.changes()

    def _drop(self, story: int) -> None:
        self._looked.pop(story, None)
        self._waiting.pop(story, None)
