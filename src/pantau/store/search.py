"""The full-text index: stems of titles and texts, fed in batches by the engine.

The caller brings stems (the language room's work); here they are only kept and found. On SQLite this is an FTS5 table
without content of its own (https://sqlite.org/fts5.html#contentless_delete_tables).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

_PUT = "INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)"
_DROP = text("DELETE FROM article_fts WHERE rowid = :id")
_FIND = text(
    "SELECT article_fts.rowid AS id, bm25(article_fts, 3.0, 1.0) AS rank FROM article_fts "
    "WHERE article_fts MATCH :query ORDER BY rank, article_fts.rowid DESC LIMIT :limit OFFSET :skip"
)
_NEWEST = text("SELECT id, 0.0 AS rank FROM article ORDER BY id DESC LIMIT :limit OFFSET :skip")


IndexEntry = tuple[int, str, str]
"""An article and the stems of its title and its text, each a text of stems with single spaces between."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`rank` is BM25 as FTS5 gives it: the lower the better."""

    article: int
    rank: float


class Search:
    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, entries: Iterable[IndexEntry]) -> None:
        """Index articles that are not in the index yet."""
        if rows := list(entries):
            self._session.connection().exec_driver_sql(_PUT, rows)

    def replace(self, entries: Iterable[IndexEntry]) -> None:
        """Index articles anew whose wording changed."""
        entries = list(entries)
        for article, _title, _text in entries:
            self._session.execute(_DROP, {"id": article})
        self.put(entries)

    def find(self, query: str | None, limit: int, skip: int = 0) -> list[Candidate]:
        """Articles that an FTS5 expression matches, best first; with None, the newest articles."""
        sql = _NEWEST if query is None else _FIND
        rows = self._session.execute(sql, {"query": query, "limit": limit, "skip": skip})
        return [Candidate(row.id, row.rank) for row in rows]
