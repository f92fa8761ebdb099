"""`pantau sources`: who is monitored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pantau import words
from pantau.cli import shapes
from pantau.cli.call import LARGEST_ID, Call, Intranet, command, explained, read_whole
from pantau.cli.output import Columns
from pantau.domain.errors import PantauError
from pantau.domain.source import NewSource, Tier

app = typer.Typer(name="sources", help=explained("sources"), no_args_is_help=True, rich_markup_mode=None)

Id = Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)]
LARGEST_OPML = 32 * 1024 * 1024

COLUMNS: Columns = (
    ("id", lambda row: row["id"]),
    ("source", lambda row: row["name"]),
    ("url", lambda row: row["url"]),
    ("tier", lambda row: row["tier"]),
    ("articles", lambda row: row["articles"]),
    ("failures", lambda row: row["failures"]),
    ("error", lambda row: row["error"]),
)


@command(app, "add")
def add(
    call: Call,
    url: Annotated[str, typer.Argument(metavar="URL")],
    intranet: Intranet = False,
    name: Annotated[str, typer.Option(help=explained("name"))] = "",
    tier: Annotated[Tier, typer.Option(help=explained("tier"))] = Tier.REGIONAL,
    region: Annotated[str | None, typer.Option(help=explained("region"))] = None,
) -> None:
    from pantau.operations import sources

    with call.desk() as desk:
        done = sources.add(desk, NewSource(url, name, tier, region, intranet))
    key = "source-known" if done.activity is None else "source-added"
    call.answer(shapes.source(done.value), call.say(key, id=str(done.value.id), url=done.value.url))


@command(app, "list")
def show(call: Call) -> None:
    from pantau.operations import sources

    with call.desk() as desk:
        call.show([shapes.source(source) for source in sources.listed(desk)], COLUMNS)


@command(app, "remove")
def remove(call: Call, source: Id) -> None:
    from pantau.domain.ids import SourceId
    from pantau.operations import sources

    with call.desk() as desk:
        gone = sources.remove(desk, SourceId(source)).value
    call.answer(shapes.source(gone), call.say("source-removed", id=str(gone.id), url=gone.url))


@command(app, "import")
def take_in(
    call: Call, file: Annotated[str, typer.Argument(metavar="F.opml")], intranet: Intranet = False
) -> None:
    from pantau.operations import sources

    content = read_whole(file, LARGEST_OPML)
    with call.desk() as desk:
        _tell_import(call, shapes.imported(sources.import_opml(desk, content, intranet=intranet).value))


@command(app, "export")
def give_out(call: Call, file: Annotated[Path, typer.Argument(metavar="F.opml")]) -> None:
    from pantau.operations import exports, sources

    with call.desk() as desk:
        content = sources.export_opml(desk)
        count = len(sources.listed(desk))
    written = exports.write(file.parent, file.name, content)
    call.answer(
        {"file": str(written), "sources": count}, call.say("sources-exported", path=str(written), count=count)
    )


@command(app, "check")
def check(call: Call, url: Annotated[str, typer.Argument(metavar="URL")], intranet: Intranet = False) -> None:
    import asyncio

    told = asyncio.run(_probe(url, intranet=intranet))
    if call.as_json or told["format"]:
        call.answer(told, *_check_lines(call, told))
    if not told["format"]:
        raise PantauError("cli.source-no-feed", url=told["url"], why=words.say(told["problems"][0]))


async def _probe(url: str, *, intranet: bool) -> dict[str, Any]:
    """What a source would be: fetched and parsed as the engine does, nothing kept."""
    from pantau.cli.inspection import parsed
    from pantau.feeds.fetch import Fetcher
    from pantau.operations import sources

    async with Fetcher() as fetcher:
        answer = await fetcher.fetch(sources.check(url, intranet=intranet), intranet=intranet)
    feed = await parsed(answer.body or b"", answer.url, answer.content_type)
    return {
        "url": answer.url,
        "status": answer.status,
        "moved_to": answer.permanent_url,
        "seconds": round(answer.elapsed, 3),
        **shapes.feed(feed),
        "entries": len(feed.entries),
    }


def _check_lines(call: Call, told: dict[str, Any]) -> list[str]:
    first = call.say(
        "source-sound", url=told["url"], title=told["title"], format=told["format"], count=told["entries"]
    )
    return [first, *(f"  {words.say(problem)}" for problem in told["problems"])]


@command(app, "catalogue")
def catalogue(
    call: Call, install: Annotated[bool, typer.Option("--install", help=explained("install"))] = False
) -> None:
    if install:
        from pantau.operations import sources

        with call.desk() as desk:
            _tell_import(call, shapes.imported(sources.install_catalogue(desk).value))
        return
    from pantau.feeds import catalogue

    rows = [
        {"name": new.name, "url": new.url, "tier": new.tier.value, "region": new.region}
        for new in catalogue.load()
    ]
    call.show(
        rows,
        (
            ("source", lambda row: row["name"]),
            ("url", lambda row: row["url"]),
            ("tier", lambda row: row["tier"]),
            ("region", lambda row: row["region"]),
        ),
    )


def _tell_import(call: Call, told: dict[str, Any]) -> None:
    summary = call.say(
        "sources-imported", added=told["added"], already=told["already"], refused=len(told["refused"])
    )
    call.answer(
        told, summary, *(f"  {refusal['url'] or '-'}: {refusal['why']}" for refusal in told["refused"])
    )
