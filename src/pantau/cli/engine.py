"""`pantau engine`: the machine's work, once or for ever."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import output
from pantau.cli.call import Call, command, explained

if TYPE_CHECKING:
    from asyncio import Event

    from pantau.engine.parsing import Parser


def register(app: typer.Typer) -> None:
    command(app, "engine")(engine)


def engine(
    call: Call,
    once: Annotated[bool, typer.Option("--once", help=explained("once"))] = False,
    force: Annotated[bool, typer.Option("--force", help=explained("force"))] = False,
) -> None:
    """Poll the sources that are due and run the pipeline, once or until stopped."""
    from pantau.feeds import loop

    loop.run(_run(call, once=once, force=force))


async def _run(call: Call, *, once: bool, force: bool) -> None:
    import asyncio

    from pantau.engine.parsing import Parser

    stopping = asyncio.Event()
    _stop_on_signals(stopping.set)  # until there is an engine to stop
    async with Parser() as parser:
        await _work(call, parser, stopping, once=once, force=force)


async def _work(call: Call, parser: Parser, stopping: Event, *, once: bool, force: bool) -> None:
    from pantau.engine.run import Engine
    from pantau.operations.desk import prepared
    from pantau.store.database import Durability

    database = prepared(call.url, durability=Durability.NORMAL)
    _favour_work()
    try:
        async with Engine(database, telling(as_json=call.as_json), parser=parser) as machine:
            _stop_on_signals(machine.stop)
            if stopping.is_set():
                machine.stop()
            if once:
                await machine.once(every=force)
            else:
                await machine.forever()
    finally:
        database.close()


def _favour_work() -> None:
    """Look for reference cycles seldom, and not in what was loaded for good: a tenth of the time of a large poll."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def telling(*, as_json: bool) -> Callable[[str, dict[str, Any]], None]:
    """Where events go: as JSON lines to stdout, else the last one in words to stdout and failures to stderr."""

    def as_line(event: str, facts: dict[str, Any]) -> None:
        output.line({"event": event, **facts})

    def as_words(event: str, facts: dict[str, Any]) -> None:
        if event in ("done", "stopped"):
            output.lines(words.say(f"cli.engine-{event}", **facts))
        elif event == "waiting":
            output.problem(words.say(facts["error"], **facts["facts"]))
        elif facts.get("error"):
            why = words.say(facts["error"], **facts["facts"])
            output.problem(words.say("cli.engine-failed", source=str(facts["source"]), why=why))

    return as_line if as_json else as_words


def _stop_on_signals(stop: Callable[[], None]) -> None:
    import asyncio

    running = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            running.add_signal_handler(number, stop)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: running.call_soon_threadsafe(stop))
