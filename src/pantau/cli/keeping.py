"""`pantau db` and `audit`: the database's keeping."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau.cli.call import Call, command, explained

if TYPE_CHECKING:
    from pantau.operations.keeping import Info

db = typer.Typer(name="db", help=explained("db"), no_args_is_help=True, rich_markup_mode=None)
audit = typer.Typer(name="audit", help=explained("audit"), no_args_is_help=True, rich_markup_mode=None)

File = Annotated[Path, typer.Argument(metavar="FILE")]


@command(db, "info")
def info(call: Call) -> None:
    from pantau.operations import keeping

    told = _told(keeping.info(call.url))
    call.answer(told, *_info_lines(call, told))


def _told(of: Info) -> dict[str, Any]:
    return {**asdict(of), "path": None if of.path is None else str(of.path)}


def _info_lines(call: Call, told: dict[str, Any]) -> list[str]:
    shown = [(name, told[name]) for name in ("url", "engine", "schema", "bytes")]
    return [call.say(f"info-{name}", value=value) for name, value in shown] + [
        call.say("info-count", kind=call.say(f"kind-{kind}"), count=count)
        for kind, count in told["counts"].items()
    ]


@command(db, "upgrade")
def upgrade(call: Call) -> None:
    from pantau.operations import keeping

    done = keeping.upgrade(call.url)
    kept = None if done.backup is None else str(done.backup)
    key = "db-upgraded" if done.was != done.now else "db-current"
    call.answer({"was": done.was, "now": done.now, "backup": kept}, call.say(key, now=done.now, backup=kept))


@command(db, "check")
def check(call: Call) -> None:
    from pantau.operations import keeping

    told = {"sound": True, **_told(keeping.check(call.url))}
    call.answer(told, call.say("db-sound", url=told["url"]))


@command(db, "backup")
def backup(call: Call, file: File) -> None:
    from pantau.operations import keeping

    written = keeping.backup(call.url, file)
    size = written.stat().st_size
    call.answer(
        {"file": str(written), "bytes": size}, call.say("db-backed-up", path=str(written), bytes=size)
    )


@command(db, "restore")
def restore(call: Call, file: File) -> None:
    from pantau.operations import keeping

    kept = keeping.restore(call.url, file)
    before = None if kept is None else str(kept)
    key = "db-restored" if kept is None else "db-restored-over"
    call.answer({"restored": str(file), "before": before}, call.say(key, path=str(file), before=before))


@command(audit, "verify")
def verify(
    call: Call,
    head: Annotated[str | None, typer.Option(metavar="SHA256", help=explained("head"))] = None,
) -> None:
    from pantau.operations import keeping

    proof = keeping.verify(call.url, head)
    call.answer(
        {"sound": True, "links": proof.links, "head": proof.head},
        call.say("audit-sound", count=proof.links, head=proof.head),
    )
