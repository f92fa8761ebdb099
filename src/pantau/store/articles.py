"""Articles: stored once however often they are seen, older wordings kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, Select, bindparam, select, update
from sqlalchemy.orm import Session

from pantau.domain.article import Article, DateOrigin, Entry
from pantau.domain.errors import NotFound
from pantau.domain.ids import ArticleId, SourceId
from pantau.domain.poll import Kept
from pantau.store.bulk import among, insert_all, keys_for
from pantau.store.counters import draw
from pantau.store.keys import content_mark, key64
from pantau.store.schema import AliasRow, ArticleRow, RevisionRow, SightingRow, SourceRow, table_of

_LEAST_GLOBAL_GUID = 12  # shorter ones ("1", "post-7") say nothing beyond their own feed

# The hot path speaks to the tables and not to the mapped classes: half the cost a statement.
_article, _sighting, _alias = table_of(ArticleRow), table_of(SightingRow), table_of(AliasRow)
_FOUND = (_article.c.id, _article.c.source_id, _article.c.content_mark)


@cache
def _seen_here(dialect: str) -> Select[*tuple[Any, ...]]:
    return (
        select(_sighting.c.guid_key, *_FOUND)
        .join(_article, _article.c.id == _sighting.c.article_id)
        .where(_sighting.c.source_id == bindparam("source"), among(_sighting.c.guid_key, dialect))
    )


@cache
def _known_by_key(dialect: str) -> Select[*tuple[Any, ...]]:
    return select(_article.c.key, *_FOUND).where(among(_article.c.key, dialect))


@cache
def _known_by_alias(dialect: str) -> Select[*tuple[Any, ...]]:
    return (
        select(_alias.c.key, *_FOUND)
        .join(_article, _article.c.id == _alias.c.article_id)
        .where(among(_alias.c.key, dialect))
    )


ARTICLE_COLUMNS = (
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


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry with its identities: `guid` in its source, `key` everywhere, `alias` as its outlet names it."""

    place: int
    entry: Entry
    guid: int
    key: int
    alias: int | None


@dataclass(frozen=True, slots=True)
class _Known:
    """An article that an entry of this poll turned out to be. `owner` is the source that may revise it."""

    article: int
    owner: int
    mark: int


class Articles:
    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _connection(self) -> Connection:
        return self._session.connection()

    def keep(self, source: SourceId, entries: Sequence[Entry], received: datetime) -> Kept:
        """Store what is new, revise what its own source changed, note who carried what. Idempotent."""
        named = _named(source, entries)
        if not named:
            return Kept()
        here = self._seen_here(source, named)
        elsewhere = self._known_elsewhere([one for one in named if one.guid not in here])
        known = here | elsewhere
        fresh = [one for one in named if one.guid not in known]
        new = self._insert(source, fresh, received)
        revised = [
            ArticleId(found.article)
            for one in named
            if (found := known.get(one.guid))
            and found.owner == source
            and self._revise(found, one.entry, received)
        ]
        carried = [(guid, found.article) for guid, found in elsewhere.items()]
        self._sight(source, carried + [(one.guid, new[one.key]) for one in fresh], received)
        firsts = {new[one.key]: one.place for one in reversed(fresh)}
        stored = sorted(firsts)
        return Kept(tuple(stored), tuple(firsts[article] for article in stored), tuple(revised), len(known))

    def _seen_here(self, source: SourceId, named: Sequence[_Named]) -> dict[int, _Known]:
        """By guid, what this source carried before."""
        rows = self._lookup(_seen_here, [one.guid for one in named], source=source)
        return {row.guid_key: _Known(row.id, row.source_id, row.content_mark) for row in rows}

    def _known_elsewhere(self, named: Sequence[_Named]) -> dict[int, _Known]:
        """By guid, what another source carried, by its address or its outlet's own name for it."""
        if not named:
            return {}
        rows = [*self._lookup(_known_by_key, {one.key for one in named})]
        if aliases := {one.alias for one in named if one.alias is not None}:
            rows += self._lookup(_known_by_alias, aliases)
        found = {row.key: _Known(row.id, row.source_id, row.content_mark) for row in rows}
        pairs = ((one.guid, found.get(one.key) or found.get(one.alias or 0)) for one in named)
        return {guid: known for guid, known in pairs if known}

    def _insert(self, source: SourceId, fresh: Sequence[_Named], received: datetime) -> dict[int, ArticleId]:
        """Ids by key. Entries of one feed that share an address become one article."""
        firsts = {one.key: one for one in reversed(fresh)}
        if not firsts:
            return {}
        first = draw(self._connection, "article", len(firsts))
        ids = {key: ArticleId(first + number) for number, key in enumerate(reversed(firsts))}
        rows = [_article_values(ids[key], key, source, one.entry, received) for key, one in firsts.items()]
        insert_all(self._connection, _article, rows[::-1])
        aliases = {one.alias: ids[one.key] for one in fresh if one.alias is not None}
        named_so = [{"key": key, "article_id": article} for key, article in aliases.items()]
        insert_all(self._connection, _alias, named_so)
        return ids

    def _revise(self, found: _Known, entry: Entry, received: datetime) -> bool:
        mark = content_mark(entry.title, entry.summary_text)
        if mark == found.mark:
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
        row.title, row.text, row.content_mark = entry.title, entry.summary_text, mark
        row.summary_html = _html_worth_keeping(entry)
        row.url = entry.link or row.url
        row.revision += 1
        self._session.flush()
        return True

    def _sight(self, source: SourceId, carried: Iterable[tuple[int, int]], received: datetime) -> None:
        rows = [
            {"source_id": source, "guid_key": guid, "article_id": article, "seen": received}
            for guid, article in carried
        ]
        insert_all(self._connection, _sighting, rows)

    def _lookup(
        self, statement: Callable[[str], Select[*tuple[Any, ...]]], keys: Iterable[int], **more: object
    ) -> CursorResult[*tuple[Any, ...]]:
        dialect = self._connection.dialect.name
        return self._connection.execute(statement(dialect), {"keys": keys_for(keys, dialect), **more})

    def after(self, article: int, limit: int) -> list[Article]:
        """The next articles by id: how a stage of the pipeline goes through them."""
        rows = self._session.execute(
            select(*ARTICLE_COLUMNS)
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
            select(*ARTICLE_COLUMNS)
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
        "published_origin": str(entry.published_origin),
        "fetched": received,
        "content_mark": content_mark(entry.title, entry.summary_text),
        "revision": 1,
    }


def _named(source: SourceId, entries: Sequence[Entry]) -> list[_Named]:
    """Entries with their identities, the oldest first (feeds put the newest first), each guid once."""
    found: dict[int, _Named] = {}
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        guid = key64(entry.guid)
        if not entry.link:
            key = key64(f"{source}\0{entry.guid}")
        else:
            key = guid if entry.link == entry.guid else key64(entry.link)
        found[guid] = _Named(
            place, entry, guid, key, guid if guid != key and _names_its_outlet(entry) else None
        )
    return list(found.values())


def _names_its_outlet(entry: Entry) -> bool:
    """Whether a guid says whose it is ("https://kabar.example/?p=7", "tag:kabar.example,2026:7").

    Such a guid names the same article in every feed of the outlet; any other may have been made up by anybody.
    """
    if len(entry.guid) < _LEAST_GLOBAL_GUID:
        return False
    host = _host(entry.link)
    return bool(host) and host in entry.guid


def _html_worth_keeping(entry: Entry) -> str:
    return entry.summary_html if "<" in entry.summary_html else ""


def _host(url: str) -> str:
    """The host of a canonical address, without "www."."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
