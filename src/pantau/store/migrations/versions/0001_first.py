"""The first schema: sources and what they carried, stories, and what officers decide and write.

On SQLite the full-text index is FTS5 over stems; triggers hold what no program may do to people's words.
"""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None
branch_labels = depends_on = None


def upgrade() -> None:
    create_source()
    create_article()
    create_alias()
    create_sighting()
    create_revision()
    create_finding()
    create_story()
    create_change()
    create_cursor()
    create_counter()
    create_lease()
    create_officer()
    create_topic()
    create_story_mark()
    create_mute()
    create_setting()
    create_activity()
    create_issue()
    create_issue_story()
    create_note()
    create_fact()
    create_narrative()
    if op.get_bind().dialect.name == "sqlite":
        create_search()
        create_guards()


def key() -> sa.types.TypeEngine[int]:
    """SQLite makes an integer primary key the row id only when it is spelt INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def moment() -> sa.types.TypeEngine[datetime]:
    return sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def create_source() -> None:
    op.create_table(
        "source",
        sa.Column("id", key(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tier", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=8), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("intranet", sa.Boolean(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_sha", sa.String(length=64), nullable=True),
        sa.Column("last_polled", moment(), nullable=True),
        sa.Column("last_ok", moment(), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("error", sa.String(length=64), nullable=True),
        sa.Column("error_facts", sa.JSON(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("interval_minutes", sa.Float(), nullable=False),
        sa.Column("next_due", moment(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("url"),
    )
    op.create_index(op.f("ix_source_next_due"), "source", ["next_due"], unique=False)


def create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", key(), autoincrement=False, nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("source_id", key(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("summary_html", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("published", moment(), nullable=False),
        sa.Column("published_origin", sa.String(length=8), nullable=False),
        sa.Column("fetched", moment(), nullable=False),
        sa.Column("content_mark", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("flags", sa.JSON(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index(op.f("ix_article_published"), "article", ["published"], unique=False)
    op.create_index(op.f("ix_article_source_id"), "article", ["source_id"], unique=False)


def create_alias() -> None:
    op.create_table(
        "alias",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )


def create_sighting() -> None:
    op.create_table(
        "sighting",
        sa.Column("source_id", key(), autoincrement=False, nullable=False),
        sa.Column("guid_key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.Column("seen", moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("source_id", "guid_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sighting_article", "sighting", ["article_id"], unique=False)


def create_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("article_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("summary_html", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("replaced", moment(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "number"),
    )


def create_finding() -> None:
    op.create_table(
        "finding",
        sa.Column("article_id", key(), autoincrement=False, nullable=False),
        sa.Column("story_id", sa.BigInteger(), nullable=False),
        sa.Column("arrival_story_id", sa.BigInteger(), nullable=False),
        sa.Column("copy_of", sa.BigInteger(), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("tone", sa.JSON(), nullable=False),
        sa.Column("risks", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_index(op.f("ix_finding_story_id"), "finding", ["story_id"], unique=False)


def create_story() -> None:
    op.create_table(
        "story",
        sa.Column("id", key(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("headline_id", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("alert", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("first_seen", moment(), nullable=False),
        sa.Column("last_seen", moment(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("tone", sa.String(length=8), nullable=False),
        sa.Column("risks", sa.JSON(), nullable=False),
        sa.Column("curve", sa.JSON(), nullable=False),
        sa.Column("merged_into", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_story_last_seen"), "story", ["last_seen"], unique=False)
    op.create_index(op.f("ix_story_score"), "story", ["score"], unique=False)


def create_change() -> None:
    op.create_table(
        "change",
        sa.Column("sequence", key(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("item", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
    )


def create_cursor() -> None:
    op.create_table(
        "cursor",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def create_counter() -> None:
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("following", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def create_lease() -> None:
    op.create_table(
        "lease",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("holder", sa.String(length=64), nullable=False),
        sa.Column("expires", moment(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def create_officer() -> None:
    op.create_table(
        "officer",
        sa.Column("id", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )


def create_topic() -> None:
    op.create_table(
        "topic",
        sa.Column("id", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )


def create_story_mark() -> None:
    op.create_table(
        "story_mark",
        sa.Column("story_id", key(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.Column("by", key(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"],
            ["officer.id"],
        ),
        sa.PrimaryKeyConstraint("story_id"),
    )


def create_mute() -> None:
    op.create_table(
        "mute",
        sa.Column("id", key(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by", key(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"],
            ["officer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "value"),
    )


def create_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def create_activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", key(), autoincrement=False, nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("actor", key(), nullable=True),
        sa.Column("kind", sa.String(length=48), nullable=False),
        sa.Column("subject", sa.String(length=48), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["officer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index(op.f("ix_activity_subject"), "activity", ["subject"], unique=False)


def create_issue() -> None:
    op.create_table(
        "issue",
        sa.Column("id", key(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("owner", key(), nullable=True),
        sa.Column("deadline", moment(), nullable=True),
        sa.Column("opened", moment(), nullable=False),
        sa.Column("opened_by", key(), nullable=False),
        sa.Column("merged_into", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opened_by"],
            ["officer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["owner"],
            ["officer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )


def create_issue_story() -> None:
    op.create_table(
        "issue_story",
        sa.Column("story_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("issue_id", key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["issue.id"],
        ),
        sa.PrimaryKeyConstraint("story_id"),
    )
    op.create_index(op.f("ix_issue_story_issue_id"), "issue_story", ["issue_id"], unique=False)


def create_note() -> None:
    op.create_table(
        "note",
        sa.Column("id", key(), nullable=False),
        sa.Column("issue_id", key(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", key(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"],
            ["officer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["issue.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_note_issue_id"), "note", ["issue_id"], unique=False)


def create_fact() -> None:
    op.create_table(
        "fact",
        sa.Column("id", key(), nullable=False),
        sa.Column("issue_id", key(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=True),
        sa.Column("by", key(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"],
            ["officer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["issue.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_fact_issue_id"), "fact", ["issue_id"], unique=False)


def create_narrative() -> None:
    op.create_table(
        "narrative",
        sa.Column("id", key(), nullable=False),
        sa.Column("issue_id", key(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("umbrella", sa.Text(), nullable=False),
        sa.Column("messages", sa.JSON(), nullable=False),
        sa.Column("author", key(), nullable=False),
        sa.Column("edited", moment(), nullable=False),
        sa.Column("sha", sa.String(length=64), nullable=True),
        sa.Column("submitted", moment(), nullable=True),
        sa.Column("approved_by", key(), nullable=True),
        sa.Column("approved", moment(), nullable=True),
        sa.Column("returned_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by"],
            ["officer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["author"],
            ["officer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["issue.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("issue_id", "number"),
    )
    op.create_index(op.f("ix_narrative_issue_id"), "narrative", ["issue_id"], unique=False)


def create_search() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE article_fts USING fts5("
        "title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
    )


GUARDS = {
    "activity_fixed": ("BEFORE UPDATE ON activity", "1", "activity.fixed"),
    "activity_kept": ("BEFORE DELETE ON activity", "1", "activity.fixed"),
    "issue_version": ("BEFORE UPDATE ON issue", "NEW.version IS NOT OLD.version + 1", "issue.stale"),
    "issue_kept": ("BEFORE DELETE ON issue", "1", "issue.kept"),
    "narrative_version": (
        "BEFORE UPDATE ON narrative",
        "NEW.version IS NOT OLD.version + 1",
        "narrative.stale",
    ),
    "narrative_kept": ("BEFORE DELETE ON narrative", "1", "narrative.kept"),
    "narrative_born_draft": (
        "BEFORE INSERT ON narrative",
        "NEW.status IS NOT 'draft'",
        "narrative.not-reviewed",
    ),
    "narrative_fixed": (
        "BEFORE UPDATE ON narrative",
        "OLD.status IN ('approved', 'superseded') AND (NEW.status IS NOT 'superseded' OR NEW.umbrella IS NOT "
        "OLD.umbrella OR NEW.messages IS NOT OLD.messages OR NEW.approved_by IS NOT OLD.approved_by "
        "OR NEW.approved IS NOT OLD.approved OR NEW.sha IS NOT OLD.sha OR NEW.author IS NOT OLD.author)",
        "narrative.fixed",
    ),
    "narrative_reviewed": (
        "BEFORE UPDATE ON narrative",
        "NEW.status = 'approved' AND (OLD.status IS NOT 'in-review' OR NEW.umbrella IS NOT OLD.umbrella "
        "OR NEW.messages IS NOT OLD.messages OR NEW.author IS NOT OLD.author OR NEW.sha IS NULL "
        "OR NEW.sha IS NOT OLD.sha)",
        "narrative.not-reviewed",
    ),
    "narrative_pinned": (
        "BEFORE UPDATE ON narrative",
        "OLD.status = 'in-review' AND NEW.status = 'in-review' AND (NEW.umbrella IS NOT OLD.umbrella "
        "OR NEW.messages IS NOT OLD.messages OR NEW.author IS NOT OLD.author OR NEW.sha IS NOT OLD.sha)",
        "narrative.in-review",
    ),
    "narrative_second_person": (
        "BEFORE UPDATE ON narrative",
        "NEW.status = 'approved' AND (NEW.approved_by IS NULL OR NEW.approved_by = OLD.author)",
        "narrative.own-text",
    ),
}


def create_guards() -> None:
    for name, (event, wrong, refusal) in GUARDS.items():
        op.execute(
            f"CREATE TRIGGER {name} {event} WHEN {wrong} BEGIN SELECT RAISE(ABORT, 'pantau:{refusal}'); END"
        )
