"""Which stories are of one affair. The machine finds out anew, so nothing is carried over."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "story_thread",
        sa.Column(
            "story_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("story_id"),
    )
    op.create_index(op.f("ix_story_thread_thread_id"), "story_thread", ["thread_id"], unique=False)
