"""The active stories, what each is made of, by what they are found, and what has become of those that are no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pantau.domain.finding import Regrouping
from pantau.stories.active import ActiveStory, Member
from pantau.stories.postings import Postings
from pantau.stories.report import Report
from pantau.stories.strands import KEPT, Knot
from pantau.stories.vectors import POSTED, Vector
from pantau.stories.wordings import Wording, Wordings


class Window:
    """Stories, the strands of each, and what is known of those that have ended.

    stories  by number
    grown    those that have grown since they were looked at as a whole, the last one last
    close    least cosine of a report to another of its story that is of its strand
    """

    def __init__(self, close: float) -> None:
        self.stories: dict[int, ActiveStory] = {}
        self.grown: dict[int, None] = {}
        self._close = close
        self._strands: dict[int, list[ActiveStory]] = {}  # of stories that have several
        self._held: set[int] = set()
        self._became: dict[int, int] = {}
        self._moved: dict[int, int] = {}  # reports that left the story into which they came
        self._postings = Postings()
        self._wordings = Wordings()

    # --- finding

    def listed(self, terms: Sequence[int]) -> dict[int, int]:
        """How often each story is listed under terms (`Postings.count`); some have gone, or become others."""
        return self._postings.count(terms)

    def naming(self, site: str) -> Iterator[int]:
        """The stories that named an establishment last; some have gone."""
        return map(self.now, self._postings.latest(site))

    def said(self, report: Report) -> tuple[int, int] | None:
        """The story and the report that one repeats word for word."""
        wording = self._wordings.find(report)
        return None if wording is None else (self._said_in(wording), wording.root)

    def story_of(self, report: int, story: int) -> int:
        """The story of a report that came into another."""
        return self.now(self._moved.get(report, story))

    def now(self, key: int) -> int:
        """The story that a story has become."""
        became = self._became
        while key in became:
            key = became[key]
        return key

    # --- what stories are made of

    def is_whole(self, key: int) -> bool:
        """Whether a story has but one strand."""
        return key not in self._strands

    def knots(self, key: int) -> list[Knot]:
        """A story as its strands; one that people work on is never parted."""
        if key in self._held:
            return [Knot(self.stories[key], key, held=True)]
        return [Knot(strand, key) for strand in self._strands.get(key, [self.stories[key]])]

    def terms(self) -> set[int]:
        """Every term that a story or strand holds."""
        known = chain(self.stories.values(), chain.from_iterable(self._strands.values()))
        return {term for story in known for term in story.terms()}

    # --- changes

    def open(self, key: int, report: Report, vector: Vector) -> None:
        """Begin a story."""
        self.stories[key] = ActiveStory.of(report, vector)
        self._note(key, report, vector, None)

    def take(
        self, key: int, report: Report, vector: Vector, root: int | None, near: tuple[float, Member]
    ) -> None:
        """Take a report into a story, and into the strand of what is like it: its `near`est with their cosine."""
        member = Member.of(report, vector, report.id if root is None else root)
        story, strands = self.stories[key], self._strands.get(key)
        similarity, closest = near
        if similarity < self._close and len(strands or ()) < 2 * KEPT:
            self._strands[key] = [*(strands or [story.copy()]), ActiveStory.begun(member)]
        elif strands:
            found = (strand for strand in strands if closest in strand.latest)
            next(found, strands[0]).take(member)
        story.take(member)
        self._note(key, report, vector, root)

    def settle(self, into: Sequence[int], knots: Sequence[Knot], changes: Iterable[Regrouping]) -> None:
        """Let stories be as their strands were joined: each knot with its number, and what has moved for it."""
        changed = {key for change in changes for key in (change.story, change.into)}
        for key, knot in zip(into, knots, strict=True):
            strands = knot.strands()
            if len(strands) > 1:
                self._strands[key] = strands
            else:
                self._strands.pop(key, None)
            if key in changed:
                self._become(key, knot.whole)
        for change in changes:
            if change.articles:
                self._moved.update(dict.fromkeys(change.articles, change.into))
            else:
                self._became[change.story] = change.into
                del self.stories[change.story]
                self.grown.pop(change.story, None)
                self._strands.pop(change.story, None)

    def looked(self, keys: Iterable[int]) -> None:
        """Let stories that are looked at as a whole not be due again until they have grown."""
        for key in keys:
            self.stories[key].look_later()
            self.grown.pop(key, None)

    def hold(self, key: int) -> None:
        """Mark a story that people work on."""
        self._held.add(self.now(key))

    def are_held(self, *keys: int) -> bool:
        """Whether people work on all of these stories."""
        return self._held.issuperset(keys)

    def forget(self, before: float) -> None:
        """Drop stories without a report since `before`, and what is known of them."""
        self.stories = {key: story for key, story in self.stories.items() if story.last >= before}
        self._became = {old: new for old, new in self._became.items() if self.now(new) in self.stories}
        self._moved = {report: key for report, key in self._moved.items() if self.now(key) in self.stories}
        self._strands = {key: each for key, each in self._strands.items() if key in self.stories}
        self.grown = {key: None for key in self.grown if key in self.stories}
        self._held.intersection_update(self.stories)
        self._postings.keep(self.stories)
        self._wordings.keep(lambda wording: self._said_in(wording) in self.stories)

    def _become(self, key: int, story: ActiveStory) -> None:
        self.stories[key] = story
        story.look_later()
        self._postings.add(key, story.heaviest())
        self._postings.add(key, sorted(story.sites or ()))

    def _note(self, key: int, report: Report, vector: Vector, root: int | None) -> None:
        """Let a story be found by a report of it, which it has grown by."""
        self.grown.pop(key, None)
        self.grown[key] = None
        self._wordings.note(report, key, root)
        self._postings.add(key, vector.terms[:POSTED])
        self._postings.add(key, sorted(report.sites))

    def _said_in(self, wording: Wording) -> int:
        return self.story_of(wording.root, wording.story)
