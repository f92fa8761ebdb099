"""Articles as they were kept, and their older wordings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from pantau.domain.article import Article, DateOrigin
from pantau.domain.errors import NotFound
from pantau.domain.identity import host
from pantau.domain.ids import ArticleId, SourceId
from pantau.domain.source import Tier
from pantau.store.schema import ArticleRow, RevisionRow, SourceRow

_COLUMNS = (
    ArticleRow.id,
    ArticleRow.source_id,
    SourceRow.name,
    SourceRow.url.label("source_url"),
    ArticleRow.title,
    ArticleRow.url,
    ArticleRow.author,
    ArticleRow.summary_html,
    ArticleRow.text,
    ArticleRow.language,
    ArticleRow.published,
    ArticleRow.published_origin,
    ArticleRow.fetched,
    ArticleRow.revision,
    ArticleRow.flags,
)


class Articles:
    def __init__(self, session: Session) -> None:
        self._session = session

    def after(self, article: int, limit: int) -> list[Article]:
        """The next articles by id: how a stage of the pipeline goes through them."""
        rows = self._session.execute(
            select(*_COLUMNS)
            .join(SourceRow, SourceRow.id == ArticleRow.source_id)
            .where(ArticleRow.id > article)
            .order_by(ArticleRow.id)
            .limit(limit)
        )
        return [_to_article(row) for row in rows]

    def ids_after(self, article: int, limit: int) -> list[int]:
        """The next article ids."""
        wanted = select(ArticleRow.id).where(ArticleRow.id > article).order_by(ArticleRow.id).limit(limit)
        return list(self._session.scalars(wanted).all())

    def get(self, article: ArticleId) -> Article:
        found = self.some([article])
        if not found:
            raise NotFound("article.not-found", id=article)
        return found[0]

    def some(self, ids: Iterable[int]) -> list[Article]:
        """The articles with these ids, newest first; unknown ids are left out."""
        rows = self._session.execute(
            select(*_COLUMNS)
            .join(SourceRow, SourceRow.id == ArticleRow.source_id)
            .where(ArticleRow.id.in_(list(ids)))
            .order_by(ArticleRow.published.desc(), ArticleRow.id.desc())
        )
        return [_to_article(row) for row in rows]

    def headlines(self, tier: Tier, since: datetime, limit: int) -> list[tuple[int, str, datetime]]:
        """(id, title, published) of what sources of a tier wrote, the newest of them, oldest first."""
        rows = self._session.execute(
            select(ArticleRow.id, ArticleRow.title, ArticleRow.published)
            .join(SourceRow, SourceRow.id == ArticleRow.source_id)
            .where(SourceRow.tier == tier.value, ArticleRow.published >= since)
            .order_by(ArticleRow.published.desc())
            .limit(limit)
        )
        return [(row.id, row.title, row.published) for row in rows][::-1]

    def revisions(self, article: ArticleId) -> list[tuple[int, str, str, datetime]]:
        """(number, title, text, replaced at) of the older wordings, oldest first."""
        rows = self._session.scalars(
            select(RevisionRow).where(RevisionRow.article_id == article).order_by(RevisionRow.number)
        )
        return [(row.number, row.title, row.text, row.replaced) for row in rows]

    def texts(self, ids: Iterable[int]) -> list[tuple[int, str, str]]:
        """(id, title, text) of these articles as they now read."""
        rows = self._session.execute(
            select(ArticleRow.id, ArticleRow.title, ArticleRow.text).where(ArticleRow.id.in_(list(ids)))
        )
        return [(row.id, row.title, row.text) for row in rows]


def _to_article(row: Row[*tuple[Any, ...]]) -> Article:
    return Article(
        id=ArticleId(row.id),
        source=SourceId(row.source_id),
        source_name=row.name or host(row.source_url),
        title=row.title,
        url=row.url,
        author=row.author,
        summary_html=row.summary_html,
        text=row.text,
        language=row.language,
        published=row.published,
        published_origin=DateOrigin(row.published_origin),
        fetched=row.fetched,
        revision=row.revision,
        flags=tuple(row.flags),
    )
