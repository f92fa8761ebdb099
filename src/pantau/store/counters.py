"""Identities drawn in blocks inside the write transaction, so that bulk inserts know theirs beforehand."""

from __future__ import annotations

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from pantau.store.schema import CounterRow


def draw(session: Session, name: str, count: int) -> int:
    """The first of `count` identities that nobody else will get; a rolled-back transaction gives them back."""
    following = session.scalar(
        update(CounterRow)
        .where(CounterRow.name == name)
        .values(following=CounterRow.following + count)
        .returning(CounterRow.following)
    )
    if following is None:
        session.execute(insert(CounterRow).values(name=name, following=1 + count))
        return 1
    return int(following) - count
