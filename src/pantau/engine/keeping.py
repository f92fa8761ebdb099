"""Stores what visits brought: the articles of a feed, its validators and its schedule in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy.exc import IntegrityError

from pantau.domain.poll import Kept
from pantau.engine.visit import Visit
from pantau.store.articles import Arrival
from pantau.store.database import Database
from pantau.store.search import IndexEntry
from pantau.store.transaction import Transaction

INDEXED = "indexed"
BATCH = 2_000
TOGETHER = 16  # feeds in a transaction at most: a colleague who writes waits for it


@dataclass(slots=True)
class Tally:
    """What a run has seen so far."""

    sources: int = 0
    ok: int = 0
    not_modified: int = 0
    failed: int = 0
    articles_seen: int = 0
    articles_new: int = 0

    def facts(self) -> dict[str, int]:
        return asdict(self)

    def count(self, visit: Visit, kept: Kept) -> None:
        self.sources += 1
        self.failed += visit.poll.error is not None
        self.ok += visit.poll.error is None
        self.not_modified += not visit.changed
        self.articles_seen += len(visit.poll.entries)
        self.articles_new += len(kept.new)


@dataclass(slots=True)
class Keeper:
    """Stores visits and remembers the index texts of new articles until the index is fed."""

    database: Database
    tally: Tally = field(default_factory=Tally)
    _texts: dict[int, tuple[str, str]] = field(default_factory=dict)
    _revised: set[int] = field(default_factory=set)

    @property
    def unindexed(self) -> int:
        return len(self._texts) + len(self._revised)

    def keep(self, visits: Sequence[Visit]) -> int:
        """Store visits; how many articles are new. What came in together is committed together, a feed never half."""
        before = self.tally.articles_new
        quiet = [visit for visit in visits if visit.is_quiet]
        loud = [visit for visit in visits if not visit.is_quiet]
        for start in range(0, len(loud), TOGETHER):
            self._keep_feeds(loud[start : start + TOGETHER])
        if quiet:
            with self.database.write() as tx:
                tx.sources.record([visit.poll for visit in quiet])
            for visit in quiet:
                self.tally.count(visit, Kept())
        return self.tally.articles_new - before

    def _keep_feeds(self, visits: Sequence[Visit]) -> None:
        try:
            kept = self._stored(visits)
        except IntegrityError:
            if len(visits) == 1:
                raise
            for visit in visits:  # another engine was quicker with some article: each feed for itself
                self._keep_feeds([visit])
            return
        for visit, one in zip(visits, kept, strict=True):
            self.tally.count(visit, one)
            self._revised.update(one.revised)
            self._texts.update(
                (article, visit.index[place]) for article, place in zip(one.new, one.entries, strict=True)
            )

    def _stored(self, visits: Sequence[Visit]) -> list[Kept]:
        polls = [visit.poll for visit in visits]
        arrivals = [
            Arrival(poll.source, poll.entries, poll.at, is_first=visit.is_first)
            for poll, visit in zip(polls, visits, strict=True)
        ]
        with self.database.write() as tx:
            kept = tx.articles.keep_all(arrivals)
            tx.sources.record(polls, [len(one.new) for one in kept])
        return kept

    def index(self) -> int:
        """Feed the full-text index with all that it lacks, in batches; how many articles were added."""
        added = 0
        while batch := self._index_batch():
            added += batch
        return added

    def _index_batch(self) -> int:
        with self.database.write() as tx:
            missing = tx.articles.ids_after(tx.progress.position(INDEXED), BATCH)
            tx.search.put(self._entries(tx, missing))
            if missing:
                tx.progress.advance(INDEXED, missing[-1])
            tx.search.replace(_read(tx, self._revised))
        self._revised.clear()
        return len(missing)

    def _entries(self, tx: Transaction, articles: Sequence[int]) -> list[IndexEntry]:
        """From what the parser made ready; read from the articles themselves after a restart."""
        ready = {article: self._texts.pop(article) for article in articles if article in self._texts}
        told = [IndexEntry(article, *texts) for article, texts in ready.items()]
        return told + _read(tx, [article for article in articles if article not in ready])


def _read(tx: Transaction, articles: Collection[int]) -> list[IndexEntry]:
    if not articles:
        return []
    from pantau.language import tokens

    return [
        IndexEntry(article, tokens.indexed(title), tokens.indexed(text))
        for article, title, text in tx.articles.texts(articles)
    ]
