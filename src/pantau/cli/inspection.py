"""`pantau inspect`: what the parser makes of feed files, and the language room of a text."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pantau.cli import output, shapes
from pantau.cli.call import Call, command, explained, fail, read_file, read_text
from pantau.domain.errors import PantauError

if TYPE_CHECKING:
    from pantau.domain.article import Feed
    from pantau.domain.topic import Topic
    from pantau.engine.parsing import Parser

app = typer.Typer(name="inspect", help=explained("inspect"), no_args_is_help=True, rich_markup_mode=None)

LARGEST_FEED = 16 * 1024 * 1024
LARGEST_TEXT = 4 * 1024 * 1024


@command(app, "feed")
def feed(
    call: Call,
    files: Annotated[list[str], typer.Argument(metavar="FILE...")],
    url: Annotated[str, typer.Option(metavar="U", help=explained("feed-url"))] = "",
) -> None:
    import asyncio

    if asyncio.run(_inspect(files, url)):
        raise typer.Exit(1)


async def _inspect(files: Sequence[str], url: str) -> int:
    """One object a file on stdout; how many files could not be read."""
    from pantau.engine.parsing import Parser

    unread = 0
    async with Parser(children=1) as parser:
        for file in files:
            try:
                body = read_file(file, LARGEST_FEED)
            except OSError as error:
                fail(PantauError("cli.file", path=file, detail=error.strerror or str(error)))
                unread += 1
                continue
            began = time.perf_counter()
            told = shapes.feed(await _parsed(parser, body, url, None))
            output.line({"file": file, **told, "seconds": round(time.perf_counter() - began, 6)})
    return unread


async def _parsed(parser: Parser, body: bytes, url: str, content_type: str | None) -> Feed:
    from pantau.engine.wire import Job

    return (await parser.parse(Job(url, content_type, datetime.now(UTC), body))).feed


async def parsed(body: bytes, url: str, content_type: str | None) -> Feed:
    """A feed read in a process of its own: one that costs too much comes out empty."""
    from pantau.engine.parsing import Parser

    async with Parser(children=1) as parser:
        return await _parsed(parser, body, url, content_type)


@command(app, "text")
def text(call: Call, file: Annotated[str, typer.Argument(metavar="FILE")]) -> None:
    from pantau.language.reading import read

    content = read_text(file, LARGEST_TEXT)
    # Without a title: offsets of the evidence then count from the beginning of the file.
    output.document(shapes.reading(read("", content, _topics(call))))


def _topics(call: Call) -> Sequence[Topic]:
    """Those of the database that was named, else the shipped ones: a text is inspected without any."""
    from pantau.operations import topics

    if call.url is None:
        return topics.shipped()
    with call.desk() as desk:
        return [topic for topic in topics.listed(desk) if topic.enabled]
