"""Reads labelled streams (JSON Lines) and writes what the machine made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pantau.domain.errors import PantauError


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
    """The articles of a file in the order of `published` (those of one moment as the file has them).

    Raises PantauError "evaluate.bad-line" with `line` for what is no article, "evaluate.no-file".
    """
    items = [_item(number, row) for number, row in rows(path)]
    return sorted(items, key=lambda item: item.published)


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers and objects of a JSON Lines file; blank lines are passed over."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PantauError("evaluate.no-file", path=str(path)) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _object(number, line)


def write(path: Path, found: Iterable[dict[str, Any]]) -> None:
    """One object a line; an existing file is replaced when all is written."""
    partial = path.with_name(path.name + ".part")
    with partial.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    partial.replace(path)


def _object(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise PantauError("evaluate.bad-line", line=number) from error
    if not isinstance(row, dict) or "id" not in row:
        raise PantauError("evaluate.bad-line", line=number)
    return row


def _item(number: int, row: dict[str, Any]) -> Item:
    try:
        published = datetime.fromisoformat(str(row["published"]))
    except (KeyError, ValueError) as error:
        raise PantauError("evaluate.bad-line", line=number) from error
    return Item(
        id=row["id"],
        title=str(row.get("title") or ""),
        text=str(row.get("text") or ""),
        published=published.replace(tzinfo=published.tzinfo or UTC),
        source=str(row.get("source") or ""),
        url=str(row.get("url") or ""),
    )
