"""Identities drawn in blocks inside the write transaction, so that bulk inserts know theirs beforehand."""

from __future__ import annotations

from sqlalchemy import BigInteger, Connection, bindparam, insert, update

from pantau.store.schema import CounterRow, table_of

_counter = table_of(CounterRow)
_DRAW = (
    update(_counter)
    .where(_counter.c.name == bindparam("counter"))
    .values(following=_counter.c.following + bindparam("count", type_=BigInteger))
    .returning(_counter.c.following)
)


def draw(connection: Connection, name: str, count: int) -> int:
    """The first of `count` identities that nobody else will get; a rolled-back transaction gives them back."""
    following = connection.scalar(_DRAW, {"counter": name, "count": count})
    if following is None:
        connection.execute(insert(_counter).values(name=name, following=1 + count))
        return 1
    return int(following) - count
