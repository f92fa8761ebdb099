"""Many rows at little cost: what a poll of a thousand feeds spends its time on.

SQLAlchemy compiles the SQL, so it is right on every database; the rows then go to the driver without being turned
over value by value, and a set of keys goes as one value instead of as many parameters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
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
    """Insert rows that all have the same columns in the same order."""
    if rows:
        insert_rows(connection, table, tuple(rows[0]), [tuple(row.values()) for row in rows])


def insert_rows(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows, each the values of `columns` in that order."""
    if not rows:
        return
    sql, converted = _prepared(table, columns, connection.dialect)
    if converted:
        values = list(zip(*rows, strict=True))
        for place, convert in converted:
            values[place] = _fit(values[place], convert)
        rows = list(zip(*values, strict=True))
    connection.exec_driver_sql(sql, rows)


def _fit(values: Sequence[Any], convert: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The values as the driver takes them. Rows of one arrival share their moment, which is converted once."""
    last = fit = object()
    converted = []
    for value in values:
        if value is not last:
            last, fit = value, convert(value)
        converted.append(fit)
    return tuple(converted)


@lru_cache(maxsize=64)
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, list[tuple[int, Any]]]:
    style = "qmark" if dialect.name == "sqlite" else "format"
    by_place: Dialect = type(dialect)(paramstyle=style)  # type: ignore[call-arg]
    sql = str(insert(table).compile(dialect=by_place, column_keys=list(columns)))
    processors = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns]
    return sql, [(place, processor) for place, processor in enumerate(processors) if processor is not None]


def among(column: ColumnElement[int], dialect: str) -> ColumnElement[bool]:
    """`column` is one of the integers that come in as the parameter `keys`, made by `keys_for`."""
    if dialect == "sqlite":
        return column.in_(select(func.json_each(bindparam("keys", type_=Text)).table_valued("value").c.value))
    from sqlalchemy.dialects.postgresql import ARRAY  # costs a start more than all the rest here

    return column == any_(bindparam("keys", type_=ARRAY(BigInteger())))


def keys_for(keys: Iterable[int], dialect: str) -> object:
    """The value of the parameter `keys` of `among`."""
    return json.dumps(list(keys)) if dialect == "sqlite" else list(keys)
