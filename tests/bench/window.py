"""The window under load: how late its event loop is, and how soon it is painted."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from measuring import HERE, Skipped
from ours import PROGRAM, Pantau
from peers import Server, write_liferea_feeds
from screen import Screen, end

STARTS = 5
_LIMIT = 180  # seconds that polling with the window open may take
_AFTERWARDS = 5  # seconds more, for what the window still draws


@dataclass(frozen=True, slots=True)
class Lag:
    """Lateness of a 16 ms timer in milliseconds, over `ticks` of it, while `articles` were stored.

    Counted from a second after the first paint; `opening` is the worst before that.
    """

    p99: float
    worst: float
    ticks: int
    articles: int
    seconds: float
    opening: float


def measure_lag(feeds: int, items: int) -> Lag:
    """The window open on new sources, its own engine polling and grouping them all."""
    with (
        Server(feeds, items) as server,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        home = Path(folder)
        pantau = Pantau(home, server)
        pantau.prepare()
        screen = Screen(home)
        try:
            return _tick(screen, pantau, home / "ticks.json")
        finally:
            screen.close()


def _tick(screen: Screen, pantau: Pantau, out: Path) -> Lag:
    screen.env |= pantau.env
    window = screen.start([sys.executable, str(HERE / "ticking.py"), str(out)])
    screen.keep(window)
    opened = screen.wait_for_paint(window) + 1
    began = time.perf_counter()
    wanted = pantau.server.feeds * pantau.server.items
    while pantau.articles() < wanted or pantau.is_behind():
        if window.poll() is not None:
            raise Skipped(f"the window ended with {window.returncode}")
        if time.perf_counter() - began > _LIMIT:
            break
        time.sleep(0.5)
    seconds = time.perf_counter() - began
    time.sleep(_AFTERWARDS)
    os.kill(window.pid, signal.SIGUSR1)
    with suppress(subprocess.TimeoutExpired):
        window.wait(20)
    if not out.exists():
        raise Skipped("the window did not close when asked to")
    if not pantau.articles():
        raise Skipped("the window's engine stored nothing")
    ticks = json.loads(out.read_text())
    late = [lateness for moment, lateness in ticks if moment > opened]
    opening = max(lateness for moment, lateness in ticks if moment <= opened)
    p99 = statistics.quantiles(late, n=100)[98]
    return Lag(p99, max(late), len(late), pantau.articles(), seconds, opening)


def measure_starts(articles: int) -> dict[str, float | str]:
    """Seconds from start to first paint, medians; or why there are none, by program."""
    measured: dict[str, float | str] = {}
    for name, measure in (("pantau", lambda: _pantau_starts(articles)), ("liferea", _liferea_starts)):
        try:
            measured[name] = statistics.median(measure())
        except (Skipped, OSError, subprocess.SubprocessError) as error:
            measured[name] = str(error)
    return measured


def _pantau_starts(articles: int) -> list[float]:
    """With a database that holds about so many articles, read from a server that is gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        with Server(max(1, articles // 100), 100) as server:
            pantau = Pantau(home, server)
            pantau.prepare()
            pantau.poll()
        print(f"start: pantau holds {pantau.articles():,} articles", flush=True)
        return [_start([str(PROGRAM)], home, pantau.env) for _ in range(STARTS)]


def _liferea_starts() -> list[float]:
    times = []
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            write_liferea_feeds(Path(folder), [])
            times.append(_start(["liferea"], Path(folder), {}))
    return times


def _start(command: list[str], home: Path, env: dict[str, str]) -> float:
    """Start a program on an empty screen; seconds until its window has been painted."""
    screen = Screen(home)
    try:
        screen.env |= env
        began = time.perf_counter()
        program = screen.start(command)
        try:
            return screen.wait_for_paint(program) - began
        finally:
            end(program)
    finally:
        screen.close()
