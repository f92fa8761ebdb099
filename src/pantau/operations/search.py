"""Full text: the index narrows, the query language decides, the words found are shown in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pantau.domain.article import Article
from pantau.operations.desk import Desk
from pantau.store.search import Candidate
from pantau.store.transaction import Transaction

if TYPE_CHECKING:
    from pantau.language.nodes import Hit
    from pantau.language.query import Query

_BATCH = 500
_MOST_READ = 50_000  # articles looked at for a query that the index cannot narrow
SNIPPET_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Found:
    """`snippet` is plain text around the first words found; `rank` is BM25: the lower the better.

    `hits` are the words found with their places in title and text, `words` just the words.
    """

    article: Article
    snippet: str
    rank: float
    words: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()


def find(desk: Desk, query: str, limit: int = 50) -> list[Found]:
    """Articles that fit a query, best first; newest first where the index cannot rank.

    Raises PantauError "query.syntax.*".
    """
    from pantau.language import query as queries

    asked = queries.compile(query)
    found: list[Found] = []
    with desk.read() as tx:
        for candidate, article in _candidates(tx, asked.candidates(surfaces=True)):
            if len(found) >= limit:
                break
            if (fitting := _fitting(asked, article, candidate.rank)) is not None:
                found.append(fitting)
    return found


def _candidates(tx: Transaction, narrowed: str | None) -> Iterator[tuple[Candidate, Article]]:
    for skip in range(0, _MOST_READ, _BATCH):
        batch = tx.search.find(narrowed, _BATCH, skip)
        articles = {int(article.id): article for article in tx.articles.some(item.article for item in batch)}
        for candidate in batch:
            if candidate.article in articles:
                yield candidate, articles[candidate.article]
        if len(batch) < _BATCH:
            return


def _fitting(asked: Query, article: Article, rank: float) -> Found | None:
    from pantau.language.document import Document

    document = Document(article.title, article.text)
    if not asked.fits(document):
        return None
    hits = asked.hits(document)
    words = tuple(document.content(hit.field)[hit.start : hit.end] for hit in hits)
    return Found(article, snippet(article.text, hits), rank, words, tuple(hits))


def snippet(text: str, hits: Sequence[Hit], length: int = SNIPPET_LENGTH) -> str:
    """About `length` characters of a text from shortly before the first word found in it, cut between words."""
    first = next((hit.start for hit in hits if hit.field == "text"), 0)
    start = _word_start(text, max(0, first - length // 4))
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + length // 2)
    cut = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}"


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = text.find(" ", place)
    return space + 1 if 0 <= space < place + 40 else place
