"""Takes stored articles through reading, grouping and scoring, and stores what comes out.

It can be stopped at any article.

Each turn is one transaction: findings, stories and the place reached are kept together, so an engine that dies
neither skips an article nor places one twice.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from pantau.domain.article import Article
from pantau.domain.changes import ChangeKind
from pantau.engine.analysis import SOON, WINDOW, Analysis
from pantau.engine.decisions import lessons
from pantau.engine.scoring import Muted, Scoring
from pantau.store.database import Database
from pantau.store.marks import MuteKind
from pantau.store.stories import QueueFilter
from pantau.store.transaction import Transaction

GROUPED = "grouped"
USUAL = "usual"
REFRESHED = "refreshed"  # seconds since 1970
SLICE = 250
BULK = 2_000
RESTORED = 5_000
FADING = 100
CHANGES_KEPT = 100_000


class Pipeline:
    """The stages behind the index. `clock` tells UTC. Not for use by two threads at once."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._analysis: Analysis | None = None
        self._scoring = Scoring()
        self._seen = 0
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
        """Score again what is due, since time has passed; how many stories are active."""
        with self._writing() as tx:
            now = self._clock()
            if self._analysis is None:
                return self._fade(tx, now)
            analysis = self._ready(tx)
            analysis.forget(now)
            self._scoring.learn(lessons(tx, now))
            tx.stories.save(analysis.rescored(now))
            tx.progress.advance(REFRESHED, int(now.timestamp()))
            tx.changes.prune(CHANGES_KEPT)
            return analysis.stories

    def _fade(self, tx: Transaction, now: datetime) -> int:
        """Without the stories in memory (nothing came in), let the top of the queue fade, at most once a minute."""
        if now.timestamp() - tx.progress.position(REFRESHED) >= SOON:
            analysis = _new(tx, _scoring(tx, now))
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
        analysis = self._ready(tx)
        tx.stories.record(analysis.take(articles, tx.sources.tiers()))
        tx.stories.merge(analysis.merged())
        tx.stories.save(analysis.changed(self._clock()))
        tx.progress.advance(GROUPED, articles[-1].id)
        tx.progress.remember(USUAL, analysis.usual)

    def _ready(self, tx: Transaction) -> Analysis:
        """The analysis as it was when the last transaction was kept, with what officers have changed since."""
        if self._analysis is None:
            self._analysis = self._restored(tx)
        elif tx.changes.touched(self._seen, (ChangeKind.TOPIC, ChangeKind.SETTING)):
            self._scoring = _scoring(tx, self._clock())
            self._analysis.reconfigure(tx.topics.in_force(), self._scoring)
        elif not tx.changes.touched(self._seen, (ChangeKind.ISSUE,)):
            return self._analysis
        self._analysis.hold(tx.stories.in_hand())
        self._seen = tx.changes.last()
        return self._analysis

    def _restored(self, tx: Transaction) -> Analysis:
        self._scoring = _scoring(tx, self._clock())
        analysis = _new(tx, self._scoring)
        since, after, tiers = self._clock() - WINDOW, 0, tx.sources.tiers()
        while found := tx.stories.window(since, after, RESTORED):
            analysis.restore(found, tiers)
            after = found[-1][0].id
        return analysis


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


def _new(tx: Transaction, scoring: Scoring) -> Analysis:
    return Analysis(tx.topics.in_force(), scoring, next_story=tx.stories.next_id())


def _scoring(tx: Transaction, now: datetime) -> Scoring:
    alert, usual = tx.settings.get("alert_score"), tx.progress.state(USUAL)
    scoring = Scoring(tx.topics.in_force(), alert=alert, muted=_muted(tx), usual=usual)
    scoring.learn(lessons(tx, now))
    return scoring


def _muted(tx: Transaction) -> Muted:
    mutes = tx.marks.mutes()
    sources = {int(source.id) for source in tx.sources.all() if source.muted}
    sources |= {int(mute.value) for mute in mutes if mute.kind is MuteKind.SOURCE}
    return Muted.of(sources, [mute.value for mute in mutes if mute.kind is MuteKind.WORD])
