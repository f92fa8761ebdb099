"""What sources carried: stored as articles once however often it is seen, older wordings kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection, CursorResult, Select, bindparam, select
from sqlalchemy.orm import Session

from pantau.domain.article import Entry
from pantau.domain.identity import Identity, host, identity, key64
from pantau.domain.ids import ArticleId, SourceId
from pantau.domain.poll import Kept
from pantau.store.bulk import among, insert_rows, keys_for
from pantau.store.counters import draw
from pantau.store.schema import AliasRow, ArticleRow, RevisionRow, SightingRow, table_of

# The hot path speaks to the tables and not to the mapped classes: half the cost a statement.
_article, _sighting, _alias = table_of(ArticleRow), table_of(SightingRow), table_of(AliasRow)
_FOUND = (_article.c.id, _article.c.source_id, _article.c.content_mark)
_ARTICLE = (
    "id",
    "key",
    "source_id",
    "url",
    "title",
    "author",
    "summary_html",
    "text",
    "language",
    "published",
    "published_origin",
    "fetched",
    "content_mark",
    "revision",
)
_SIGHTING = ("source_id", "guid_key", "article_id", "seen")


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


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a source carried at one visit.

    identities  of the entries, where they have been made already
    is_first    it never answered well before, so nothing of it is known
    """

    source: SourceId
    entries: Sequence[Entry]
    received: datetime
    identities: Sequence[Identity] = ()
    is_first: bool = False


class _Named(NamedTuple):
    """An entry with its identities: `here` is its source and guid, `key` it has everywhere."""

    here: tuple[int, int]
    key: int
    alias: int | None
    mark: int
    source: SourceId
    guid: int
    received: datetime
    place: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Known:
    """An article that an entry turned out to be. `owner` is the source that may revise it."""

    article: int
    owner: int
    mark: int


_Knowns = dict[tuple[int, int], _Known]  # by source and guid


class Arrivals:
    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _connection(self) -> Connection:
        return self._session.connection()

    def keep(self, source: SourceId, entries: Sequence[Entry], received: datetime) -> Kept:
        """As `keep_all`, for one source."""
        return self.keep_all([Arrival(source, entries, received)])[0]

    def keep_all(self, arrivals: Sequence[Arrival]) -> list[Kept]:
        """Store what is new, revise what its own source changed, note who carried what. Idempotent.

        Several sources at once cost little more than one: each of them once, as the database sees it.
        """
        named = [_named(arrival) for arrival in arrivals]
        seen = self._seen_here(arrivals, named)
        rest = [one for each in named for one in each if one.here not in seen]
        elsewhere = self._known_elsewhere(rest)
        fresh = [one for one in rest if one.here not in elsewhere]
        new = self._insert(fresh)
        self._sight(rest, elsewhere, new)
        known = seen | elsewhere
        return [
            self._kept(arrival.source, each, known, new)
            for arrival, each in zip(arrivals, named, strict=True)
        ]

    def _seen_here(self, arrivals: Sequence[Arrival], named: Sequence[Sequence[_Named]]) -> _Knowns:
        """What each source carried before."""
        found: _Knowns = {}
        for arrival, each in zip(arrivals, named, strict=True):
            if each and not arrival.is_first:
                rows = self._lookup(_seen_here, [one.guid for one in each], source=arrival.source)
                for row in rows:
                    found[arrival.source, row.guid_key] = _Known(row.id, row.source_id, row.content_mark)
        return found

    def _known_elsewhere(self, named: Sequence[_Named]) -> _Knowns:
        """What another source carried, by its address or by its outlet's own name for it."""
        if not named:
            return {}
        rows = [*self._lookup(_known_by_key, {one.key for one in named})]
        if aliases := {one.alias for one in named if one.alias is not None}:
            rows += self._lookup(_known_by_alias, aliases)
        if not rows:
            return {}
        found = {row.key: _Known(row.id, row.source_id, row.content_mark) for row in rows}
        pairs = ((one.here, found.get(one.key) or found.get(one.alias or 0)) for one in named)
        return {here: known for here, known in pairs if known}

    def _insert(self, fresh: Sequence[_Named]) -> dict[tuple[int, int], tuple[ArticleId, bool]]:
        """By source and guid the new article, and whether this very entry was stored: one entry of an address is."""
        leaders: dict[int, _Named] = {}
        led = [
            (one, leaders.get(one.key) or leaders.get(one.alias or 0) or _lead(leaders, one)) for one in fresh
        ]
        firsts = [one for one, leader in led if one is leader]
        if not firsts:
            return {}
        first = draw(self._connection, "article", len(firsts))
        ids = {one.here: ArticleId(first + number) for number, one in enumerate(firsts)}
        insert_rows(
            self._connection, _article, _ARTICLE, [_article_values(ids[one.here], one) for one in firsts]
        )
        aliases = {one.alias: ids[leader.here] for one, leader in reversed(led) if one.alias is not None}
        insert_rows(self._connection, _alias, ("key", "article_id"), list(aliases.items()))
        return {one.here: (ids[leader.here], one is leader) for one, leader in led}

    def _sight(
        self, named: Sequence[_Named], known: _Knowns, new: dict[tuple[int, int], tuple[ArticleId, bool]]
    ) -> None:
        rows = [
            (
                one.source,
                one.guid,
                known[one.here].article if one.here in known else new[one.here][0],
                one.received,
            )
            for one in named
        ]
        insert_rows(self._connection, _sighting, _SIGHTING, rows)

    def _kept(
        self,
        source: SourceId,
        named: Sequence[_Named],
        known: _Knowns,
        new: dict[tuple[int, int], tuple[ArticleId, bool]],
    ) -> Kept:
        stored = [(new[one.here][0], one.place) for one in named if one.here in new and new[one.here][1]]
        revised = [
            ArticleId(found.article)
            for one in named
            if (found := known.get(one.here)) and found.owner == source and self._revise(found, one)
        ]
        return Kept(
            new=tuple(article for article, _ in stored),
            entries=tuple(place for _, place in stored),
            revised=tuple(revised),
            known=len(named) - len(stored),
        )

    def _revise(self, found: _Known, one: _Named) -> bool:
        if one.mark == found.mark:
            return False
        entry, received = one.entry, one.received
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
        if entry.link and host(entry.link) != host(row.url):
            row.flags = [*dict.fromkeys([*row.flags, "link-moved-host"])]
        row.title, row.text, row.content_mark = entry.title, entry.summary_text, one.mark
        row.summary_html = _html_worth_keeping(entry)
        row.url = entry.link or row.url
        row.revision += 1
        self._session.flush()
        return True

    def _lookup(
        self, statement: Callable[[str], Select[*tuple[Any, ...]]], keys: Iterable[int], **more: object
    ) -> CursorResult[*tuple[Any, ...]]:
        dialect = self._connection.dialect.name
        return self._connection.execute(statement(dialect), {"keys": keys_for(keys, dialect), **more})


def _article_values(article: ArticleId, one: _Named) -> tuple[Any, ...]:
    """The values of the columns `_ARTICLE`."""
    entry = one.entry
    return (
        article,
        one.key,
        one.source,
        entry.link,
        entry.title,
        entry.author,
        _html_worth_keeping(entry),
        entry.summary_text,
        entry.language,
        entry.published,
        entry.published_origin.value,
        one.received,
        one.mark,
        1,
    )


def _named(arrival: Arrival) -> list[_Named]:
    """Entries with their identities, the oldest first (feeds put the newest first), each guid once."""
    source, received, entries = arrival.source, arrival.received, arrival.entries
    identities = arrival.identities or [identity(entry) for entry in entries]
    found: dict[int, _Named] = {}
    for place in range(len(entries) - 1, -1, -1):
        entry, (guid, link, alias, mark) = entries[place], identities[place]
        key = key64(f"{source}\0{entry.guid}") if link is None else link
        found[guid] = _Named((source, guid), key, alias, mark, source, guid, received, place, entry)
    return list(found.values())


def _lead(leaders: dict[int, _Named], one: _Named) -> _Named:
    """The entry is the first of its article: others of its address or alias follow it."""
    leaders[one.key] = one
    if one.alias is not None:
        leaders[one.alias] = one
    return one


def _html_worth_keeping(entry: Entry) -> str:
    return entry.summary_html if "<" in entry.summary_html else ""
