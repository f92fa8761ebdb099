"""`pantau drill`: a scripted crisis, played over real HTTP through the real engine into a database of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import output, shapes
from pantau.cli.call import Call, command, explained
from pantau.cli.output import Columns
from pantau.domain.errors import Refused

if TYPE_CHECKING:
    from pantau.drill.outcome import Outcome, Ranked
    from pantau.drill.play import Moment
    from pantau.drill.scenario import Scenario
    from pantau.store.database import Database

SHOWN_ALERTS = 50
TERMINAL_SCENARIO = "kericuhan-lapas"
TERMINAL_ROWS = 10

LISTED: Columns = (
    ("id", lambda row: row["id"]),
    ("title", lambda row: row["title"]),
    ("hours", lambda row: row["hours"]),
)


def register(app: typer.Typer) -> None:
    command(app, "drill")(drill)


def _pace(speed: float | None) -> float | None:
    """A speed that time can go at, or wrong usage."""
    if speed is not None and not speed > 0:
        raise typer.BadParameter(words.say("drill.speed-wrong", speed=speed))
    return speed


def drill(
    call: Call,
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO|list")] = "list",
    speed: Annotated[float | None, typer.Option("--speed", callback=_pace, help=explained("speed"))] = None,
    headless: Annotated[bool, typer.Option("--headless", help=explained("headless"))] = False,
) -> None:
    """List the drills, or play one; every step is told as a line, the outcome as the last."""
    from pantau.drill import scenario as scenarios
    from pantau.store.location import url_of

    if scenario == "list":
        rows = [{"id": one.id, "title": one.title, "hours": one.hours} for one in scenarios.available()]
        call.show(rows, LISTED)
        return
    script = scenarios.load(scenario)
    if not (headless or call.as_json) and sys.stdout.isatty():
        output.problem(words.say("cli.drill-playing", title=script.title))
    url = call.url or url_of(new_database(script.id))
    output.line({"event": "started", "scenario": script.id, "title": script.title, "database": url})
    outcome = play(script, url, speed=speed, tell=_as_line)
    output.line(outcome.as_json())


def play_in_terminal() -> int:
    """What `pantau` does without a display: the drill, the queue at its end, and how to monitor for real."""
    from pantau.drill import scenario as scenarios
    from pantau.store.location import url_of
    from pantau.store.migrate import open_database

    script = scenarios.load(TERMINAL_SCENARIO)
    output.lines(words.say("cli.terminal-begin", title=script.title, hours=script.hours), "")
    path = new_database(script.id)
    url = url_of(path)
    outcome = play(script, url, speed=None, tell=_Progress(script))
    database = open_database(url)
    try:
        _print_queue(database)
    finally:
        database.close()
    _print_outcome(outcome)
    output.lines("", *words.say("cli.terminal-end", path=str(path)).splitlines())
    return 0


def new_database(scenario: str) -> Path:
    """A file that no drill has used yet, in the user's data folder."""
    from pantau.store.location import home

    folder = home() / "latihan"
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    name = f"{scenario}-{stamp}"
    number = 1
    while (path := folder / f"{name}{'' if number == 1 else f'-{number}'}.db").exists():
        number += 1
    return path


def play(script: Scenario, url: str, *, speed: float | None, tell: Callable[[Moment], None]) -> Outcome:
    """Play a scenario into the database at `url`; the simulated clock waits for the pipeline.

    Raises Refused("drill.database-in-use") for one that has sources: invented news must not mix with the real.
    """
    from pantau.feeds import loop
    from pantau.operations.desk import prepared
    from pantau.store.database import Durability

    database = prepared(url, durability=Durability.NORMAL)
    try:
        with database.read() as tx:
            if tx.sources.all():
                raise Refused("drill.database-in-use", url=database.url.render_as_string())
        return loop.run(_play(script, database, speed, tell))
    finally:
        database.close()


async def _play(
    script: Scenario, database: Database, speed: float | None, tell: Callable[[Moment], None]
) -> Outcome:
    from pantau.drill.clock import Clock
    from pantau.drill.play import play as played
    from pantau.drill.server import serve
    from pantau.engine.run import Engine

    clock = Clock(script.start)
    async with serve(script, clock) as server:
        with database.write() as tx:
            for source in server.sources:
                tx.sources.add(source)
        async with Engine(database, _silent, clock=lambda: clock.now) as machine:

            async def step(_now: datetime) -> None:
                await machine.round(every=True)

            return await played(script, clock, step, lambda: ranked(database), speed=speed, tell=tell)


def ranked(database: Database) -> list[Ranked]:
    """The queue as an outcome reads it: the first ten and every alert, with their articles' addresses."""
    from pantau.drill.outcome import TOP, Ranked

    with database.read() as tx:
        stories = tx.stories.queue(SHOWN_ALERTS)
        shown = [story for rank, story in enumerate(stories) if rank < TOP or story.alert]
        urls = tx.stories.urls([story.id for story in shown])
    return [
        Ranked(story.id, story.title, story.score, story.alert, tuple(urls.get(story.id, ())))
        for story in shown
    ]


def _silent(_event: str, _facts: dict[str, Any]) -> None:
    """The engine's own events are not part of a drill's telling."""


def _as_line(moment: Moment) -> None:
    queue = [
        {"story": one.story, "title": one.title, "score": one.score, "alert": one.alert}
        for one in moment.queue[:TERMINAL_ROWS]
    ]
    output.line(
        {
            "event": "step",
            "at": moment.now,
            "minute": moment.minute,
            "reports": moment.reports,
            "queue": queue,
        }
    )


class _Progress:
    """One line on stderr every two simulated hours: what leads the queue."""

    def __init__(self, script: Scenario) -> None:
        self._script = script
        self._told = -1

    def __call__(self, moment: Moment) -> None:
        if moment.minute // 120 == self._told:
            return
        self._told = moment.minute // 120
        top = moment.queue[0] if moment.queue else None
        leading = "" if top is None else f"{words.number(top.score)}  {top.title}"
        sys.stderr.write(output.visible(f"  {words.clock(moment.now)}  {leading}")[:110] + "\n")


def _print_queue(database: Database) -> None:
    with database.read() as tx:
        stories = tx.stories.queue(TERMINAL_ROWS)
    for rank, story in enumerate(stories, 1):
        told = shapes.story(story)
        output.lines(
            "",
            f"{rank:>2}. [{words.number(story.score)}] {story.title}",
            words.say("cli.terminal-story", reports=story.articles, sources=story.sources),
        )
        output.lines(
            *(f"      {words.number(reason['points']):>6}  {reason['text']}" for reason in told["reasons"])
        )


def _print_outcome(outcome: Outcome) -> None:
    output.lines("")
    for sighting in outcome.expected:
        if sighting.in_top10_at is None or sighting.lead_minutes is None:
            output.lines(words.say("cli.terminal-missed", title=sighting.title))
        else:
            output.lines(
                words.say(
                    "cli.terminal-sighting",
                    title=sighting.title,
                    at=words.clock(sighting.in_top10_at),
                    lead=round(sighting.lead_minutes),
                )
            )
