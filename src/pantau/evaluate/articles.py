"""A stream's items as the articles that the engine would have stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pantau.domain.article import Article, DateOrigin
from pantau.domain.ids import ArticleId, SourceId
from pantau.evaluate.streams import Item


def as_articles(items: Iterable[Item]) -> Iterator[Article]:
    """Articles numbered from 1 in the order given; an outlet's name makes its source."""
    sources: dict[str, int] = {}
    for number, item in enumerate(items, 1):
        source = sources.setdefault(item.source, len(sources) + 1)
        yield Article(
            id=ArticleId(number),
            source=SourceId(source),
            source_name=item.source,
            title=item.title,
            url=item.url,
            author="",
            summary_html="",
            text=item.text,
            language="",
            published=item.published,
            published_origin=DateOrigin.STATED,
            fetched=item.published,
        )
