"""Threads: which stories are of one affair, kept up to date as stories are looked at one by one.

Stories that are akin, and what is akin to those, are a thread, named by the earliest story that it had when it came
about. It keeps its name, and with it the stories that are over, for as long as it goes on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from pantau.domain.finding import Threading


class Threads:
    """The active stories that are akin to others, and the threads that they make."""

    def __init__(self) -> None:
        self._akin: dict[int, set[int]] = {}  # as a story was looked at last
        self._named_by: dict[int, set[int]] = {}  # the stories that were akin to it when they were looked at
        self._of: dict[int, int] = {}  # the thread of each active story that is of one
        self._told: dict[int, int] = {}  # the same as it was last told
        self._stirred: dict[int, None] = {}  # stories whose thread may be another now
        self._parted: set[int] = set()  # of these those that are no longer akin to one that they were akin to
        self._gone: set[int] = set()  # stories that ended in another

    def restore(self, threads: Iterable[tuple[int, int]]) -> None:
        """Take up the threads of active stories, as (story, thread), as after a restart."""
        first: dict[int, int] = {}
        for story, thread in sorted(threads):
            self._of[story] = self._told[story] = thread
            if first.setdefault(thread, story) != story:
                self._tie(story, first[thread])  # both ways, until each has been looked at
                self._tie(first[thread], story)

    def look(self, story: int, akin: Iterable[int]) -> None:
        """Take note of the stories that a story is akin to now."""
        now, before = set(akin) - {story}, set(self._akin.get(story, ()))
        for other in before - now:
            self._untie(story, other)
            self._parted.update((story, other))
        for other in now - before:
            self._tie(story, other)
        if now != before:
            self._stirred.update(dict.fromkeys((story, *(now ^ before))))

    def merge(self, loser: int, winner: int) -> None:
        """A story has ended in another: what was akin to it is akin to that one."""
        self._contract(loser, winner)
        self._gone.add(loser)
        thread = self._of.pop(loser, None)
        if thread is not None:
            self._of.setdefault(winner, thread)
            self._stirred[winner] = None
        self._forget(loser)

    def keep(self, active: Container[int]) -> None:
        """Drop stories that are over. They stay in their threads, and what was akin to one stays together."""
        for story in [story for story in {*self._akin, *self._named_by, *self._of} if story not in active]:
            near = self._near(story)
            if near:
                self._contract(story, min(near))
            if story in self._stirred:
                self._stirred.update(dict.fromkeys(near))
            self._of.pop(story, None)
            self._told.pop(story, None)
            self._forget(story)

    def changes(self) -> Threading:
        """What has changed since this was last asked."""
        parts = self._parts()
        ended = self._name(parts)
        if ended:
            self._told = {story: ended.get(thread, thread) for story, thread in self._told.items()}
        heard = self._gone.union(*parts)
        moved = {
            story: self._of.get(story) for story in heard if self._told.get(story) != self._of.get(story)
        }
        for story, thread in moved.items():
            if thread is None:
                del self._told[story]
            else:
                self._told[story] = thread
        self._stirred, self._parted, self._gone = {}, set(), set()
        return Threading(moved, tuple(ended.items()))

    def _name(self, parts: list[set[int]]) -> dict[int, int]:
        """Give stories that hang together their thread; the threads that have ended in another."""
        claimed: set[int] = set()
        ended: dict[int, int] = {}
        # Of the parts of a thread that came apart the one with its oldest story keeps the name.
        for part in sorted(parts, key=min):
            names = {self._of[story] for story in part if story in self._of} - claimed
            if len(part) == 1 and (not names or part & self._parted):
                claimed |= part
                self._of.pop(min(part), None)
                continue
            thread = min({*names, min(part)})
            claimed.update({thread, *names})
            ended.update(dict.fromkeys(names - {thread}, thread))
            self._of.update(dict.fromkeys(part, thread))
        return ended

    def _parts(self) -> list[set[int]]:
        """Stories that hang together, of those that are stirred."""
        parts: list[set[int]] = []
        seen: set[int] = set()
        for story in self._stirred:
            if story in seen:
                continue
            part, edge = {story}, [story]
            while edge:
                new = self._near(edge.pop()) - part
                part |= new
                edge += new
            seen |= part
            parts.append(part)
        return parts

    def _near(self, story: int) -> set[int]:
        return self._akin.get(story, set()) | self._named_by.get(story, set())

    def _tie(self, story: int, other: int) -> None:
        self._akin.setdefault(story, set()).add(other)
        self._named_by.setdefault(other, set()).add(story)

    def _untie(self, story: int, other: int) -> None:
        self._akin[story].discard(other)
        self._named_by[other].discard(story)

    def _contract(self, story: int, into: int) -> None:
        for other in self._akin.get(story, set()) - {into}:
            self._tie(into, other)
        for other in self._named_by.get(story, set()) - {into}:
            self._tie(other, into)

    def _forget(self, story: int) -> None:
        for other in self._akin.pop(story, set()):
            self._named_by[other].discard(story)
        for other in self._named_by.pop(story, set()):
            self._akin[other].discard(story)
        self._stirred.pop(story, None)
        self._parted.discard(story)
