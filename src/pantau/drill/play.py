"""Plays a scenario: moves the clock, lets the pipeline run, looks at the queue, and tells how it went."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from pantau.domain.errors import PantauError
from pantau.drill.clock import Clock
from pantau.drill.outcome import Outcome, Ranked, Tally
from pantau.drill.scenario import Scenario

T = TypeVar("T")
Step = Callable[[datetime], Awaitable[object] | object]
Queue = Callable[[], Awaitable[Sequence[Ranked]] | Sequence[Ranked]]


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a drill stands after a step. `reports` of the script are out in all."""

    now: datetime
    minute: int
    reports: int
    queue: Sequence[Ranked]


async def play(
    scenario: Scenario,
    clock: Clock,
    step: Step,
    queue: Queue,
    *,
    every: timedelta = timedelta(minutes=5),
    speed: float | None = None,
    tell: Callable[[Moment], None] | None = None,
) -> Outcome:
    """Play a scenario from its start to its end; the clock moves on only when the pipeline is through.

    step    runs the pipeline on all that is due at the simulated time; may be async. One that is not
            must not ask this loop's server for feeds, since the loop stands still meanwhile
    queue   the ranked stories, at least the first ten and those that raise an alert; may be async
    speed   simulated seconds for a real one at most; None plays as fast as the pipeline goes
    tell    hears of every step
    Raises PantauError for a speed that is not above 0, and whatever `step` and `queue` raise.
    """
    if speed is not None and not speed > 0:
        raise PantauError("drill.speed-wrong", speed=speed)
    tally, began = Tally(scenario), time.monotonic()
    clock.now = scenario.start
    while clock.now < scenario.end:
        step_began, before = time.monotonic(), clock.now
        clock.now = min(before + every, scenario.end)
        await _settled(step(clock.now))
        ranked = await _settled(queue())
        tally.see(clock.now, ranked)
        if tell is not None:
            tell(_moment(scenario, clock.now, ranked))
        if speed is not None:
            least = (clock.now - before).total_seconds() / speed
            await asyncio.sleep(max(0.0, step_began + least - time.monotonic()))
    return Outcome(
        scenario=scenario.id,
        minutes_played=_minutes(scenario.end - scenario.start),
        seconds=round(time.monotonic() - began, 3),
        expected=tally.sightings(),
        false_alerts_per_hour=tally.false_alerts_per_hour(scenario.end - scenario.start),
    )


async def _settled(value: Awaitable[T] | T) -> T:
    if inspect.isawaitable(value):
        return await value
    return value


def _moment(scenario: Scenario, now: datetime, ranked: Sequence[Ranked]) -> Moment:
    return Moment(now, _minutes(now - scenario.start), scenario.count_at(now), ranked)


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)
