"""What people decided and wrote: never overwritten by the machine. Rows that people edit carry a version."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Float, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pantau.store.schema.base import Base, Json, Key, Moment


class OfficerRow(Base):
    __tablename__ = "officer"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    role: Mapped[str] = mapped_column(String(16))


class TopicRow(Base):
    __tablename__ = "topic"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    query: Mapped[str] = mapped_column(Text)
    unit: Mapped[str] = mapped_column(Text)
    weight: Mapped[float] = mapped_column(Float, default=5.0)
    enabled: Mapped[bool] = mapped_column(Boolean, default=True)
    shipped: Mapped[bool] = mapped_column(Boolean, default=False)


class StoryMarkRow(Base):
    """An officer's word on a story: watched or dismissed."""

    __tablename__ = "story_mark"

    story_id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    mark: Mapped[str] = mapped_column(String(16))
    by: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    at: Mapped[datetime] = mapped_column(Moment)


class MuteRow(Base):
    """A source or a word that is to weigh nothing in the queue."""

    __tablename__ = "mute"
    __table_args__ = (UniqueConstraint("kind", "value"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    value: Mapped[str] = mapped_column(Text)
    by: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    at: Mapped[datetime] = mapped_column(Moment)


class IssueRow(Base):
    __tablename__ = "issue"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    owner: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    deadline: Mapped[datetime | None] = mapped_column(Moment)
    opened: Mapped[datetime] = mapped_column(Moment)
    opened_by: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    merged_into: Mapped[int | None] = mapped_column(BigInteger)
    version: Mapped[int] = mapped_column(Integer, default=1)


class IssueStoryRow(Base):
    """The stories of an issue; a story belongs to one issue at most."""

    __tablename__ = "issue_story"

    story_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)


class NoteRow(Base):
    __tablename__ = "note"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    at: Mapped[datetime] = mapped_column(Moment)


class FactRow(Base):
    """A fact of an issue; one taken back keeps its row."""

    __tablename__ = "fact"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    article_id: Mapped[int | None] = mapped_column(BigInteger)
    by: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    withdrawn: Mapped[bool] = mapped_column(Boolean, default=False)


class NarrativeRow(Base):
    """One version of the single narrative; triggers hold what may change in it."""

    __tablename__ = "narrative"
    __table_args__ = (UniqueConstraint("issue_id", "number"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    number: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(16))
    umbrella: Mapped[str] = mapped_column(Text, default="")
    messages: Mapped[list[Any]] = mapped_column(Json, default=list)
    author: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    edited: Mapped[datetime] = mapped_column(Moment)
    sha: Mapped[str | None] = mapped_column(String(64))
    submitted: Mapped[datetime | None] = mapped_column(Moment)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    approved: Mapped[datetime | None] = mapped_column(Moment)
    returned_because: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(Integer, default=1)


class SettingRow(Base):
    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Any] = mapped_column(Json)


class ActivityRow(Base):
    """Append-only, hash-chained; triggers refuse every other change."""

    __tablename__ = "activity"

    id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    kind: Mapped[str] = mapped_column(String(48))
    subject: Mapped[str] = mapped_column(String(48), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(Json)
    before: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
