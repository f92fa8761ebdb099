"""Results on stdout, all else on stderr. What a stranger wrote reaches a terminal without its control characters."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

import typer

from pantau import words

# (heading's key, what stands in the column); figures go to the right.
Columns = Sequence[tuple[str, Callable[[dict[str, Any]], object]]]

# Controls and what reorders or hides text: a terminal obeys the first, the eye the second.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
_WIDEST_COLUMN = 72


def document(value: Any) -> None:
    """One JSON document. Only ASCII: no console's encoding can spoil it, and no terminal obeys it."""
    typer.echo(json.dumps(value, default=_plain, indent=2))


def line(value: Any) -> None:
    """One JSON object on a line of its own, at once."""
    typer.echo(json.dumps(value, default=_plain))
    sys.stdout.flush()


def lines(*texts: str) -> None:
    """Lines for a person."""
    for text in texts:
        typer.echo(visible(text))


def problem(text: str) -> None:
    """One line on stderr: why it did not work and what to do."""
    typer.echo(f"pantau: {visible(' '.join(text.split()))}", err=True)


def visible(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def table(rows: Sequence[dict[str, Any]], columns: Columns) -> None:
    """Columns with their headings, cut to the terminal where there is one."""
    if not rows:
        lines(words.say("cli.nothing"))
        return
    values = [[column(row) for _key, column in columns] for row in rows]
    cells = [[visible(words.say(f"cli.column.{key}")) for key, _column in columns]]
    cells += [[_cell(value) for value in row] for row in values]
    widths = [min(_WIDEST_COLUMN, max(map(len, column))) for column in zip(*cells, strict=True)]
    figures = [
        all(isinstance(row[number], int | float | None) for row in values) for number in range(len(columns))
    ]
    for row in cells:
        lines(_fitted(row, widths, figures))


def _fitted(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> str:
    told = "  ".join(
        _cut(cell, width).rjust(width) if figure else _cut(cell, width).ljust(width)
        for cell, width, figure in zip(row, widths, figures, strict=True)
    ).rstrip()
    return _cut(told, shutil.get_terminal_size().columns) if sys.stdout.isatty() else told


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _cell(value: object) -> str:
    if value is None or value == "":
        return "\N{EN DASH}"
    if isinstance(value, bool):
        return words.say(f"fact.{str(value).lower()}")
    if isinstance(value, float):
        return words.number(value)
    if isinstance(value, list | tuple):
        return ", ".join(_cell(part) for part in value) or "\N{EN DASH}"
    return visible(" ".join(str(value).split()))


def _plain(value: object) -> object:
    """What JSON has no form for. Times are ISO 8601 with their offset."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(type(value).__name__)
