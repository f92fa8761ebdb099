"""Articles: stored once however often they are seen, older wordings kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import CursorResult, Row, Select, select, update
from sqlalchemy.orm import Session

from pantau.domain.article import Article, DateOrigin, Entry
from pantau.domain.errors import NotFound
from pantau.domain.ids import ArticleId, SourceId
from pantau.domain.poll import Kept
from pantau.store.bulk import among, insert_all, keys_for
from pantau.store.counters import draw
from pantau.store.keys import content_mark, key64
from pantau.store.schema import ArticleRow, RevisionRow, SightingRow, SourceRow, table_of

_LEAST_GLOBAL_GUID = 12  # shorter ones ("1", "post-7") say nothing beyond their own feed

# The hot path speaks to the tables and not to the mapped classes: half the cost a statement.
_article, _sighting = table_of(ArticleRow), table_of(SightingRow)


@cache
def _known_by_guid(dialect: str) -> Select[*tuple[Any, ...]]:
    return (
        select(
            _sighting.c.guid_key,
            _sighting.c.source_id.label("seen_in"),
            _article.c.id,
            _article.c.source_id,
            _article.c.url,
            _article.c.content_sha,
        )
        .join(_article, _article.c.id == _sighting.c.article_id)
        .where(among(_sighting.c.guid_key, dialect))
    )


@cache
def _known_by_key(dialect: str) -> Select[*tuple[Any, ...]]:
    return select(_article.c.key, _article.c.id, _article.c.source_id, _article.c.content_sha).where(
        among(_article.c.key, dialect)
    )


_ARTICLE_COLUMNS = (
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


@dataclass(slots=True)
class _Known:
    """An article that an entry of this poll turned out to be."""

    article: int
    owner: int  # the source that may revise it
    mark: bytes | None
    seen_here: bool


class Articles:
    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, source: SourceId, entries: Sequence[Entry], received: datetime) -> Kept:
        """Store what is new, revise what its own source changed, note who carried what. Idempotent."""
        places = {key64(entry.guid): place for place, entry in reversed(list(enumerate(entries)))}
        by_guid = {
            guid: entries[place] for guid, place in places.items()
        }  # feeds put the newest first: oldest first
        if not by_guid:
            return Kept()
        known = self._known_by_guid(source, by_guid)
        identities = {guid: _identity(source, by_guid[guid]) for guid in by_guid.keys() - known.keys()}
        known |= self._known_by_address(identities)
        fresh = {guid: entry for guid, entry in by_guid.items() if guid not in known}
        new = self._insert(source, fresh, identities, received)
        revised = [
            ArticleId(found.article)
            for guid, found in known.items()
            if found.owner == source and self._revise(found, by_guid[guid], received)
        ]
        self._sight(source, known, new, received)
        first_guid = {article: guid for guid, article in reversed(new.items())}
        stored = sorted(first_guid)
        return Kept(
            tuple(stored),
            tuple(places[first_guid[article]] for article in stored),
            tuple(revised),
            len(known),
        )

    def _known_by_guid(self, source: SourceId, by_guid: dict[int, Entry]) -> dict[int, _Known]:
        known: dict[int, _Known] = {}
        for row in self._lookup(_known_by_guid, by_guid):
            here = row.seen_in == source
            if here or (row.guid_key not in known and _same_elsewhere(by_guid[row.guid_key], row.url)):
                known[row.guid_key] = _Known(row.id, row.source_id, row.content_sha, here)
        return known

    def _known_by_address(self, identities: dict[int, int]) -> dict[int, _Known]:
        if not identities:
            return {}
        found = {row.key: row for row in self._lookup(_known_by_key, set(identities.values()))}
        return {
            guid: _Known(found[key].id, found[key].source_id, found[key].content_sha, seen_here=False)
            for guid, key in identities.items()
            if key in found
        }

    def _insert(
        self, source: SourceId, fresh: dict[int, Entry], identities: dict[int, int], received: datetime
    ) -> dict[int, ArticleId]:
        """Ids by guid key. Two entries of one address in one feed become one article."""
        if not fresh:
            return {}
        by_key: dict[int, list[int]] = {}
        for guid in fresh:
            by_key.setdefault(identities[guid], []).append(guid)
        first = draw(self._session, "article", len(by_key))
        rows, ids = [], {}
        for number, (key, guids) in enumerate(by_key.items()):
            rows.append(_article_values(first + number, key, source, fresh[guids[0]], received))
            ids.update(dict.fromkeys(guids, ArticleId(first + number)))
        insert_all(self._session.connection(), _article, rows)
        return ids

    def _revise(self, found: _Known, entry: Entry, received: datetime) -> bool:
        mark = content_mark(entry.title, entry.summary_text)
        if found.mark is None or mark == found.mark:
            return False
        row = self._session.get_one(ArticleRow, found.article)
        self._session.add(
            RevisionRow(
                article_id=row.id,
                number=row.revision,
                title=row.title,
                url=row.url,
                summary_html=row.summary_html,
                text=row.text,
                replaced=received,
            )
        )
        if entry.link and _host(entry.link) != _host(row.url):
            row.flags = [*dict.fromkeys([*row.flags, "link-moved-host"])]
        row.title, row.text, row.content_sha = entry.title, entry.summary_text, mark
        row.summary_html = _html_worth_keeping(entry)
        row.url = entry.link or row.url
        row.revision += 1
        self._session.flush()
        return True

    def _sight(
        self, source: SourceId, known: dict[int, _Known], new: dict[int, ArticleId], received: datetime
    ) -> None:
        sightings = [(guid, found.article) for guid, found in known.items() if not found.seen_here]
        sightings += new.items()
        insert_all(
            self._session.connection(),
            _sighting,
            [
                {"guid_key": guid, "source_id": source, "article_id": article, "seen": received}
                for guid, article in sightings
            ],
        )

    def _lookup(
        self, statement: Callable[[str], Select[*tuple[Any, ...]]], keys: Iterable[int]
    ) -> CursorResult[*tuple[Any, ...]]:
        connection = self._session.connection()
        dialect = connection.dialect.name
        return connection.execute(statement(dialect), {"keys": keys_for(keys, dialect)})

    def after(self, article: int, limit: int) -> list[Article]:
        """The next articles by id: how a stage of the pipeline goes through them."""
        rows = self._session.execute(
            select(*_ARTICLE_COLUMNS)
            .join(SourceRow, SourceRow.id == ArticleRow.source_id)
            .where(ArticleRow.id > article)
            .order_by(ArticleRow.id)
            .limit(limit)
        )
        return [to_article(row) for row in rows]

    def texts_after(self, article: int, limit: int) -> list[tuple[int, str, str]]:
        """(id, title, text) of the next articles by id, for the full-text index."""
        rows = self._session.execute(
            select(ArticleRow.id, ArticleRow.title, ArticleRow.text)
            .where(ArticleRow.id > article)
            .order_by(ArticleRow.id)
            .limit(limit)
        )
        return [(row.id, row.title, row.text) for row in rows]

    def ids_after(self, article: int, limit: int) -> list[int]:
        """The next article ids."""
        wanted = select(ArticleRow.id).where(ArticleRow.id > article).order_by(ArticleRow.id).limit(limit)
        return list(self._session.scalars(wanted))

    def get(self, article: ArticleId) -> Article:
        found = self.some([article])
        if not found:
            raise NotFound("article.not-found", id=article)
        return found[0]

    def some(self, ids: Iterable[int]) -> list[Article]:
        """The articles with these ids, newest first; unknown ids are left out."""
        rows = self._session.execute(
            select(*_ARTICLE_COLUMNS)
            .join(SourceRow, SourceRow.id == ArticleRow.source_id)
            .where(ArticleRow.id.in_(list(ids)))
            .order_by(ArticleRow.published.desc(), ArticleRow.id.desc())
        )
        return [to_article(row) for row in rows]

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

    def flag(self, article: ArticleId, flag: str) -> None:
        row = self._session.get_one(ArticleRow, article)
        self._session.execute(
            update(ArticleRow).where(ArticleRow.id == article).values(flags=sorted({*row.flags, flag}))
        )


def to_article(row: Row[*tuple[Any, ...]]) -> Article:
    return Article(
        id=ArticleId(row.id),
        source=SourceId(row.source_id),
        source_name=row.name or _host(row.source_url),
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


def _article_values(
    article: int, key: int, source: SourceId, entry: Entry, received: datetime
) -> dict[str, Any]:
    return {
        "id": article,
        "key": key,
        "source_id": source,
        "url": entry.link,
        "title": entry.title,
        "author": entry.author,
        "summary_html": _html_worth_keeping(entry),
        "text": entry.summary_text,
        "language": entry.language,
        "published": entry.published,
        "published_origin": entry.published_origin.value,
        "fetched": received,
        "content_sha": content_mark(entry.title, entry.summary_text),
        "revision": 1,
    }


def _identity(source: SourceId, entry: Entry) -> int:
    """The same for the same address whoever carries it; without an address, the guid inside its own source."""
    return key64(entry.link) if entry.link else key64(f"{source}\0{entry.guid}")


def _same_elsewhere(entry: Entry, url: str) -> bool:
    """A guid that another feed used names the same article only for the same outlet: guids can be forged."""
    return len(entry.guid) >= _LEAST_GLOBAL_GUID and bool(entry.link) and _host(entry.link) == _host(url)


def _html_worth_keeping(entry: Entry) -> str:
    return entry.summary_html if "<" in entry.summary_html else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
