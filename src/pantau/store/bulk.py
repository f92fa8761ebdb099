"""Many rows at little cost: what a poll of a thousand feeds spends its time on.

SQLAlchemy compiles the SQL, so it is right on every database; the rows then go to the driver without being turned
over value by value, and a set of keys goes as one value instead of as many parameters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Dialect,
    Table,
    Text,
    any_,
    bindparam,
    func,
    insert,
    select,
)


def insert_all(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns. The rows are used up: their values are made fit for the driver."""
    if not rows:
        return
    sql, converted = _prepared(table, tuple(rows[0]), connection.dialect)
    for name, convert in converted:
        last = fit = object()
        for row in rows:
            value = row[name]
            if value is not last:  # rows of one arrival share their moment
                last, fit = value, convert(value)
            row[name] = fit
    connection.exec_driver_sql(sql, list(rows))


@lru_cache(maxsize=64)
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, list[tuple[str, Any]]]:
    named: Dialect = type(dialect)(paramstyle="named" if dialect.name == "sqlite" else dialect.paramstyle)  # type: ignore[call-arg]
    sql = str(insert(table).compile(dialect=named, column_keys=list(columns)))
    processors = [
        (name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in columns
    ]
    return sql, [(name, processor) for name, processor in processors if processor is not None]


def among(column: ColumnElement[int], dialect: str) -> ColumnElement[bool]:
    """`column` is one of the integers that come in as the parameter `keys`, made by `keys_for`."""
    if dialect == "sqlite":
        return column.in_(select(func.json_each(bindparam("keys", type_=Text)).table_valued("value").c.value))
    from sqlalchemy.dialects.postgresql import ARRAY  # costs a start more than all the rest here

    return column == any_(bindparam("keys", type_=ARRAY(BigInteger())))


def keys_for(keys: Iterable[int], dialect: str) -> object:
    """The value of the parameter `keys` of `among`."""
    return json.dumps(list(keys)) if dialect == "sqlite" else list(keys)
