"""Stores what visits brought: the articles of a feed, its validators and its schedule in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy.exc import IntegrityError

from pantau.domain.poll import Kept
from pantau.engine.visit import Visit
from pantau.store.arrivals import Arrival
from pantau.store.database import Database
from pantau.store.search import IndexEntry
from pantau.store.transaction import Transaction

INDEXED = "indexed"
BATCH = 2_000
TOGETHER = 64  # feeds in a transaction at most: a colleague who writes waits for it, about 0.1 s


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
    """Stores visits and remembers the index texts of new articles until the index is fed.

    A failure of the database leaves what is not stored waiting: the same call again goes on from there.
    """

    database: Database
    tally: Tally = field(default_factory=Tally)
    _waiting: list[Visit] = field(default_factory=list)
    _texts: dict[int, tuple[str, str]] = field(default_factory=dict)
    _revised: set[int] = field(default_factory=set)

    @property
    def unindexed(self) -> int:
        return len(self._texts) + len(self._revised)

    def take(self, visits: Iterable[Visit]) -> None:
        """Have visits stored by the next `keep`."""
        self._waiting.extend(visits)

    def keep(self) -> None:
        """Store what waits. What came in together is committed together, a feed never half."""
        self._waiting.sort(key=lambda visit: visit.is_quiet)
        while loud := [visit for visit in self._waiting[:TOGETHER] if not visit.is_quiet]:
            try:
                self._keep_first(loud)
            except IntegrityError:  # another engine was quicker with some article: each feed for itself
                for visit in loud:
                    self._keep_alone(visit)
        if quiet := self._waiting:
            with self.database.write() as tx:
                tx.sources.record([visit.poll for visit in quiet])
            for visit in quiet:
                self.tally.count(visit, Kept())
            self._waiting = []

    def _keep_alone(self, visit: Visit) -> None:
        try:
            self._keep_first([visit])
        except IntegrityError:
            if not visit.is_first:
                raise
            # That engine stored this very feed: this time look up what is known of it.
            self._keep_first([replace(visit, is_first=False)])

    def _keep_first(self, visits: Sequence[Visit]) -> None:
        """Store the visits that wait first of all, in one transaction."""
        kept = self._stored(visits)
        del self._waiting[: len(visits)]
        for visit, one in zip(visits, kept, strict=True):
            self.tally.count(visit, one)
            self._revised.update(one.revised)
            self._texts.update(
                (article, visit.index[place]) for article, place in zip(one.new, one.entries, strict=True)
            )

    def _stored(self, visits: Sequence[Visit]) -> list[Kept]:
        polls = [visit.poll for visit in visits]
        arrivals = [
            Arrival(poll.source, poll.entries, poll.at, visit.identities, is_first=visit.is_first)
            for poll, visit in zip(polls, visits, strict=True)
        ]
        with self.database.write() as tx:
            kept = tx.arrivals.keep_all(arrivals)
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
        told = [(article, title, text) for article, (title, text) in ready.items()]
        return told + _read(tx, [article for article in articles if article not in ready])


def _read(tx: Transaction, articles: Collection[int]) -> list[IndexEntry]:
    if not articles:
        return []
    from pantau.language import tokens

    return [
        (article, tokens.indexed(title), tokens.indexed(text))
        for article, title, text in tx.articles.texts(articles)
    ]
