"""Takes stored articles through reading, grouping and scoring, and stores what comes out.

It can be stopped at any article.

What reads and groups is loaded when there is something to read: a round that brings nothing is over before that.
Each turn is one transaction: findings, stories and the place reached are kept together, so an engine that dies
neither skips an article nor places one twice.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pantau.domain.article import Article
from pantau.domain.changes import ChangeKind
from pantau.engine.horizon import SOON, WINDOW
from pantau.store.database import Database
from pantau.store.stories import QueueFilter
from pantau.store.transaction import Transaction

if TYPE_CHECKING:
    from pantau.engine.analysis import Analysis

GROUPED = "grouped"
REFRESHED = "refreshed"  # seconds since 1970
SLICE = 250
BULK = 2_000
FADING = 100
RESCORED = 2_000  # stories at a time, about half a second
REVIEWED = 100  # stories at a time, about a third of a second
TIDYING = timedelta(minutes=10)  # going through all that is in memory takes some tenths of a second
CHANGES_KEPT = 100_000


class Pipeline:
    """The stages behind the index. `clock` tells UTC. Not for use by two threads at once."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._analysis: Analysis | None = None
        self._seen = 0
        self._tidied: datetime | None = None
        self.is_behind = True  # until a step finds nothing to do

    @property
    def stories(self) -> int:
        """Active stories, as far as this run knows them."""
        return 0 if self._analysis is None else self._analysis.stories

    def step(self, seconds: float, at_once: int = SLICE) -> int:
        """Work for about so long; how many articles were placed, 0 when there are none left.

        at_once  articles in a transaction: many are cheaper, few let others write in between
        """
        limit = time.monotonic() + seconds
        placed = 0
        while batch := self._turn(at_once):
            placed += batch
            if time.monotonic() >= limit:
                break
        return placed

    def refresh(self) -> int:
        """Look again at what has grown, score what is due since time has passed; how many stories are active."""
        if self._analysis is not None and self._analysis.unreviewed:
            self._review()
        with self._writing() as tx:
            now = self._clock()
            if self._analysis is None:
                return self._fade(tx, now)
            from pantau.engine.decisions import lessons

            analysis = self._ready(tx)
            if self._tidied is None or abs(now - self._tidied) >= TIDYING:
                analysis.forget(now)
                self._tidied = now
            analysis.learn(lessons(tx, now))
            tx.stories.save(analysis.rescored(now, RESCORED))
            tx.threads.save(analysis.threaded())
            tx.progress.advance(REFRESHED, int(now.timestamp()))
            tx.changes.prune(CHANGES_KEPT)
            return analysis.stories

    def _review(self) -> None:
        """In a transaction of its own, so that others can write before the scores."""
        with self._writing() as tx:
            analysis = self._ready(tx)
            analysis.review(REVIEWED)
            tx.stories.regroup(analysis.regrouped())
            tx.stories.save(analysis.changed(self._clock()))

    def _fade(self, tx: Transaction, now: datetime) -> int:
        """Without the stories in memory (nothing came in), let the top of the queue fade, at most once a minute."""
        if now.timestamp() - tx.progress.position(REFRESHED) >= SOON:
            from pantau.engine import briefing

            analysis = briefing.fresh(tx, briefing.scoring(tx, now), now)
            top = [story.id for story in tx.stories.queue(FADING)]
            analysis.remember(tx.stories.reports(top), tx.sources.tiers())
            tx.stories.save(analysis.rescored(now))
            tx.progress.advance(REFRESHED, int(now.timestamp()))
            tx.changes.prune(CHANGES_KEPT)
        return tx.stories.count(QueueFilter(since=now - WINDOW, with_dismissed=True))

    def _turn(self, at_once: int) -> int:
        with self._writing() as tx:
            articles = tx.articles.after(tx.progress.position(GROUPED), at_once)
            self.is_behind = len(articles) == at_once
            if articles:
                self._place(tx, articles)
        return len(articles)

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        try:
            with _without_collecting(), self._database.write() as tx:
                yield tx
        except BaseException:
            self._analysis = None  # it may know what the database does not: begin from the database again
            self.is_behind = True
            raise

    def _place(self, tx: Transaction, articles: list[Article]) -> None:
        from pantau.engine import briefing

        analysis = self._ready(tx)
        tx.stories.record(analysis.take(articles, tx.sources.tiers()))
        tx.stories.regroup(analysis.regrouped())
        tx.stories.save(analysis.changed(self._clock()))
        tx.progress.advance(GROUPED, articles[-1].id)
        tx.progress.remember(briefing.USUAL, analysis.usual)

    def _ready(self, tx: Transaction) -> Analysis:
        """The analysis as it was when the last transaction was kept, with what officers have changed since."""
        from pantau.engine import briefing

        if self._analysis is None:
            self._analysis = briefing.restored(tx, briefing.scoring(tx, self._clock()), self._clock())
        elif tx.changes.touched(self._seen, (ChangeKind.TOPIC, ChangeKind.SETTING)):
            self._analysis.reconfigure(tx.topics.in_force(), briefing.scoring(tx, self._clock()))
        elif not tx.changes.touched(self._seen, (ChangeKind.ISSUE,)):
            return self._analysis
        self._analysis.hold(tx.stories.in_hand())
        self._seen = tx.changes.last()
        return self._analysis


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the collector of reference cycles off for a turn, which makes none but a great many new objects.

    Looking through all stories in memory again and again for cycles takes a sixth of the time of a turn.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
