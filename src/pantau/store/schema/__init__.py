"""The tables, typed. What the machine finds and what people wrote stand in modules apart.

Shapes are portable: SQLite stores moments as integers and JSON as text, PostgreSQL natively.
"""

from pantau.store.schema.base import Base, Moment, table_of
from pantau.store.schema.machine import (
    AliasRow,
    ArticleRow,
    ChangeRow,
    CounterRow,
    CursorRow,
    FindingRow,
    LeaseRow,
    RevisionRow,
    SightingRow,
    SourceRow,
    StoryRow,
    StoryThreadRow,
)
from pantau.store.schema.people import (
    ActivityRow,
    FactRow,
    IssueRow,
    IssueStoryRow,
    MuteRow,
    NarrativeRow,
    NoteRow,
    OfficerRow,
    SettingRow,
    StoryMarkRow,
    TopicRow,
)

__all__ = [
    "ActivityRow",
    "AliasRow",
    "ArticleRow",
    "Base",
    "ChangeRow",
    "CounterRow",
    "CursorRow",
    "FactRow",
    "FindingRow",
    "IssueRow",
    "IssueStoryRow",
    "LeaseRow",
    "Moment",
    "MuteRow",
    "NarrativeRow",
    "NoteRow",
    "OfficerRow",
    "RevisionRow",
    "SettingRow",
    "SightingRow",
    "SourceRow",
    "StoryMarkRow",
    "StoryRow",
    "StoryThreadRow",
    "TopicRow",
    "table_of",
]
