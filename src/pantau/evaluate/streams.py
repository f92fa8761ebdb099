"""Reads labelled streams (JSON Lines) and writes what the machine made of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pantau.domain.errors import PantauError

_YEARS = (1900, 2900)  # a clock that is to be moved on must not come to the calendar's end


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a stream. `id` is as the file has it and goes back unchanged."""

    id: Any
    title: str
    text: str
    published: datetime
    source: str
    url: str


def stream(path: Path) -> list[Item]:
    """The articles of a file in the order of `published`; those of one moment by their address and
    their words, so that neither their order in the file nor their ids change anything.

    Raises PantauError "evaluate.bad-line" with `line` for what is no article, "evaluate.no-file".
    """
    items = [_item(number, row) for number, row in rows(path)]
    return sorted(items, key=lambda item: (item.published, item.url, item.title, item.text, item.source))


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers and objects of a JSON Lines file; blank lines are passed over.

    Raises PantauError "evaluate.no-file", "evaluate.not-utf8" or "evaluate.bad-line", these two with `line`.
    """
    for number, line in enumerate(_text(path).split("\n"), 1):  # a title may hold what else ends lines
        if line.strip():
            yield number, _object(number, line)


def words(row: dict[str, Any], name: str, number: int) -> str:
    """A text of a row; what is missing or null is empty, a figure is told in figures.

    Raises PantauError "evaluate.bad-line" for a list, an object or a truth value, which would be read as code.
    """
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise PantauError("evaluate.bad-line", line=number)
    return "" if value is None else str(value)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PantauError("evaluate.no-file", path=str(path)) from error
    try:
        told = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PantauError("evaluate.not-utf8", path=str(path), line=line) from error
    return told.replace("\r\n", "\n").replace("\r", "\n")


def write(path: Path, found: Iterable[dict[str, Any]]) -> None:
    """One object a line; an existing file is replaced when all is written, what is no file (a pipe) written to."""
    if path.exists() and not path.is_file():
        _write(path, found)
        return
    path = path.resolve()  # a link stays a link
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")  # another run may be writing there
    try:
        _write(partial, found)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _write(path: Path, found: Iterable[dict[str, Any]]) -> None:
    # Half a surrogate pair has no UTF-8; with its backslash it is JSON's own escape.
    with path.open("w", encoding="utf-8", errors="backslashreplace") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)


def _object(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise PantauError("evaluate.bad-line", line=number) from error
    if not isinstance(row, dict) or "id" not in row:
        raise PantauError("evaluate.bad-line", line=number)
    return row


def _refuse(constant: str) -> None:
    """NaN and the infinities, which Python would write back though JSON has no such thing."""
    raise ValueError(constant)


def _item(number: int, row: dict[str, Any]) -> Item:
    try:
        published = datetime.fromisoformat(str(row["published"]).strip().upper())
        published = (published if published.tzinfo else published.replace(tzinfo=UTC)).astimezone(UTC)
        if not _YEARS[0] <= published.year <= _YEARS[1]:
            raise ValueError(published.year)
    except (KeyError, ValueError, OverflowError) as error:
        raise PantauError("evaluate.bad-line", line=number) from error
    return Item(
        id=row["id"],
        title=words(row, "title", number),
        text=words(row, "text", number),
        published=published,
        source=words(row, "source", number),
        url=words(row, "url", number),
    )
