"""What the machine fetched and found: recomputable, never edited by people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Float, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pantau.store.schema.base import Base, Json, Key, Moment


class SourceRow(Base):
    __tablename__ = "source"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    url: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    tier: Mapped[str] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(8))
    enabled: Mapped[bool] = mapped_column(Boolean, default=True)
    intranet: Mapped[bool] = mapped_column(Boolean, default=False)
    muted: Mapped[bool] = mapped_column(Boolean, default=False)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    body_sha: Mapped[str | None] = mapped_column(String(64))
    last_polled: Mapped[datetime | None] = mapped_column(Moment)
    last_ok: Mapped[datetime | None] = mapped_column(Moment)
    status: Mapped[int | None] = mapped_column(Integer)
    error: Mapped[str | None] = mapped_column(String(64))
    error_facts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    articles: Mapped[int] = mapped_column(Integer, default=0)
    interval_minutes: Mapped[float] = mapped_column(Float, default=15.0)
    next_due: Mapped[datetime | None] = mapped_column(Moment, index=True)
    removed: Mapped[bool] = mapped_column(Boolean, default=False)


class ArticleRow(Base):
    """`key` is the identity across sources: a hash of the canonical address, or of the guid where there is none.

    Hashes fall all over an index, and each page that a poll touches is written: so there is one such index only.
    """

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    key: Mapped[int] = mapped_column(BigInteger, unique=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    url: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(Text)
    summary_html: Mapped[str] = mapped_column(Text)  # "" where it says no more than `text`
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    published: Mapped[datetime] = mapped_column(Moment)
    published_origin: Mapped[str] = mapped_column(String(8))
    fetched: Mapped[datetime] = mapped_column(Moment, index=True)
    content_mark: Mapped[int] = mapped_column(BigInteger)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    flags: Mapped[list[str]] = mapped_column(Json, server_default="[]")


class AliasRow(Base):
    """Another identity of an article: the guid by which its outlet names it, where that is not its address."""

    __tablename__ = "alias"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(BigInteger)


class SightingRow(Base):
    """That a source carried an article, under its own guid."""

    __tablename__ = "sighting"
    __table_args__ = (
        Index("ix_sighting_article", "article_id"),
        {"sqlite_with_rowid": False},
    )

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), primary_key=True, autoincrement=False)
    guid_key: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(BigInteger)
    seen: Mapped[datetime] = mapped_column(Moment)


class RevisionRow(Base):
    """An older wording of an article, kept when its source changed it."""

    __tablename__ = "revision"

    article_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    summary_html: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    replaced: Mapped[datetime] = mapped_column(Moment)


class FindingRow(Base):
    """What the machine made of an article: its story now and at arrival, and its reading."""

    __tablename__ = "finding"

    article_id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    story_id: Mapped[int] = mapped_column(BigInteger, index=True)
    arrival_story_id: Mapped[int] = mapped_column(BigInteger)
    copy_of: Mapped[int | None] = mapped_column(BigInteger)
    topics: Mapped[list[Any]] = mapped_column(Json)
    regions: Mapped[list[Any]] = mapped_column(Json)
    units: Mapped[list[Any]] = mapped_column(Json)
    tone: Mapped[list[Any]] = mapped_column(Json)  # [label, score]
    risks: Mapped[list[Any]] = mapped_column(Json)


class StoryRow(Base):
    """A story with its figures as last scored; `merged_into` keeps the way from a story that joined another."""

    __tablename__ = "story"

    id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(Text)
    headline_id: Mapped[int] = mapped_column(BigInteger)
    score: Mapped[float] = mapped_column(Float, index=True)
    alert: Mapped[bool] = mapped_column(Boolean)
    reasons: Mapped[list[Any]] = mapped_column(Json)
    articles: Mapped[int] = mapped_column(Integer)
    sources: Mapped[int] = mapped_column(Integer)
    first_seen: Mapped[datetime] = mapped_column(Moment)
    last_seen: Mapped[datetime] = mapped_column(Moment, index=True)
    topics: Mapped[list[Any]] = mapped_column(Json)
    regions: Mapped[list[Any]] = mapped_column(Json)
    units: Mapped[list[Any]] = mapped_column(Json)
    tone: Mapped[str] = mapped_column(String(8))
    risks: Mapped[list[Any]] = mapped_column(Json)
    curve: Mapped[list[Any]] = mapped_column(Json)  # [[epoch seconds, reports], ...]
    merged_into: Mapped[int | None] = mapped_column(BigInteger)


class StoryThreadRow(Base):
    """The affair of a story that is akin to others; those of one have the same thread. A story by itself has no row."""

    __tablename__ = "story_thread"

    story_id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    thread_id: Mapped[int] = mapped_column(BigInteger, index=True)


class ChangeRow(Base):
    """The change feed: what a write transaction touched, in order."""

    __tablename__ = "change"

    sequence: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(16))
    item: Mapped[int] = mapped_column(BigInteger)


class CursorRow(Base):
    """How far a stage of the pipeline has come, and what it must remember (`state`)."""

    __tablename__ = "cursor"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)


class CounterRow(Base):
    """Where the next identities of a table are drawn from, in blocks, inside the write transaction."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    following: Mapped[int] = mapped_column(BigInteger)


class LeaseRow(Base):
    """Who does the machine's work on this database, by a heartbeat in the database's own clock."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    holder: Mapped[str] = mapped_column(String(64))
    expires: Mapped[datetime] = mapped_column(Moment)
    facts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
