"""Compares Pantau with other feed readers on this machine, in one run.

    make bench                                            everything
    make bench ARGS="--sections polls --feeds 200"        a part of it
    make bench ARGS="--sections polls --only newsboat --runs 1"
    make bench ARGS="--sections grouping --windows 10000,100000,1000000 --texts 10000,100000"

Sections
    polls   feeds served on loopback are read once, and again with nothing new: pantau, newsboat, reader, liferea
    lag     how late the window's event loop is while an engine polls the feeds
    start   seconds from start to first paint: pantau with 100,000 stored articles, liferea with an empty profile
    grouping  reading and grouping as a window of active articles grows, taking it up again, and asking topics;
            a million takes twenty minutes and 3 GB of disk

A peer that is not installed is skipped with a word. `apt-get install newsboat liferea xvfb dbus libglib2.0-bin`
brings them on Debian; reader goes into build/peers by itself. As root the run cuts itself off from every network
but loopback. Nothing here fails: a missed target is said plainly.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import psutil
from grouping import LONG, measure_topics, measure_windows, show_topics, show_windows
from measuring import ROOT, Skipped, Usage, stand_alone
from ours import Pantau
from peers import PEERS, Peer, Server, have_reader
from targets import Target, show_table, show_targets
from window import STARTS, measure_lag, measure_starts

KINDS: tuple[type[Peer], ...] = (Pantau, *PEERS)
SECTIONS = ("polls", "lag", "start", "grouping")
Polls = tuple[Usage, Usage]  # the first, and the next with nothing new


def poll_twice(kind: type[Peer], feeds: int, items: int) -> Polls:
    """A fresh profile's first poll and its second."""
    with (
        Server(feeds, items) as server,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        peer = kind(Path(folder), server)
        try:
            peer.prepare()
            polls = peer.poll(), peer.poll()
            polls[1].articles = peer.articles()
            return polls
        finally:
            peer.close()


def measure_polls(options: argparse.Namespace) -> dict[str, list[Polls]]:
    """Runs of each peer, in turns so that a busy moment of the machine does not hit one alone."""
    runs: dict[str, list[Polls]] = {}
    skipped: set[str] = set()
    for number in range(options.runs):
        for kind in KINDS:
            if kind.name in skipped or (options.only and kind.name not in options.only):
                continue
            try:
                polls = poll_twice(kind, options.feeds, options.items)
            except (Skipped, psutil.Error, subprocess.SubprocessError) as error:
                print(f"{kind.name}: skipped: {error}", flush=True)
                skipped.add(kind.name)
                continue
            runs.setdefault(kind.name, []).append(polls)
            first, again = polls
            print(
                f"run {number + 1}: {kind.name}: {first.seconds:.2f} s, again {again.seconds:.2f} s",
                flush=True,
            )
    return runs


def middle(runs: list[Polls], figure: Callable[[Polls], float]) -> float:
    return statistics.median(map(figure, runs))


def _first(name: str) -> Callable[[Polls], float]:
    """The seconds of a first poll until everything is stored: an engine goes on grouping after that."""
    return lambda polls: polls[0].marks["searchable"] if name == "pantau" else polls[0].seconds


def show_polls(runs: dict[str, list[Polls]], options: argparse.Namespace) -> None:
    print(f"\n{options.feeds:,} feeds x {options.items} items, medians of {options.runs}")
    firsts = {name: middle(polls, _first(name)) for name, polls in runs.items()}
    again = {name: middle(polls, lambda polls: polls[1].seconds) for name, polls in runs.items()}
    others = [name for name in runs if name != "pantau"]
    rows = []
    for name, polls in runs.items():
        figures = [
            f"{firsts[name]:.2f}",
            f"{again[name]:.2f}",
            f"{middle(polls, lambda polls: polls[0].cpu):.2f}",
            f"{middle(polls, lambda polls: polls[1].cpu):.2f}",
            f"{middle(polls, lambda polls: max(usage.peak_mib for usage in polls)):.0f}",
            f"{polls[-1][1].articles:,}",
        ]
        ratios = [
            f"{firsts[name] / firsts[other]:.2f} / {again[name] / again[other]:.2f}" for other in others
        ]
        rows.append([name, *figures, *ratios])
    columns = ["", "first, s", "unchanged, s", "CPU first, s", "CPU unchanged, s", "peak MiB", "articles"]
    show_table([*columns, *(f"x {other}" for other in others)], rows)
    print(
        "first: until all is stored (pantau: and searchable). Ratios: first / unchanged, below 1 is faster."
    )
    if "pantau" in runs:
        _show_ours(runs["pantau"], firsts, again)


def _show_ours(polls: list[Polls], firsts: dict[str, float], again: dict[str, float]) -> None:
    """How Pantau got there, and its targets as far as the peers were there to compare with."""
    mark = {name: middle(polls, lambda polls, name=name: polls[0].marks[name]) for name in polls[0][0].marks}
    print("\npantau, seconds since its start: " + ", ".join(f"{name} {at:.2f}" for name, at in mark.items()))
    print(f"pantau, closing words of the second poll: {json.dumps(polls[-1][1].facts)}")
    queue_after = mark["queue"] - mark["first"]
    peak = middle(polls, lambda polls: max(usage.peak_mib for usage in polls))
    targets = [
        Target("first queue after the first feed was stored", queue_after, 2, "s", ""),
        Target("memory of the engine's process tree", peak, 300, "MiB", ""),
    ]
    if "liferea" in firsts:
        basis = firsts["liferea"], again["liferea"]
        targets += [
            Target(
                "stored and searchable",
                mark["searchable"],
                basis[0] / 2,
                "s",
                f"0.5 x liferea's {basis[0]:.2f} s",
            ),
            Target(
                "unchanged, process start included",
                again["pantau"],
                basis[1] * 1.5,
                "s",
                f"1.5 x liferea's {basis[1]:.2f} s",
            ),
        ]
    if "newsboat" in firsts:
        limit = firsts["newsboat"] * 3
        targets.append(
            Target(
                "all grouped and scored",
                mark["done"],
                limit,
                "s",
                f"3 x newsboat's {firsts['newsboat']:.2f} s",
            )
        )
    show_targets(targets)


def show_lag(feeds: int, items: int) -> None:
    print(f"\nlag: the window open while its engine polls {feeds:,} feeds")
    try:
        lag = measure_lag(feeds, items)
    except (Skipped, psutil.Error, subprocess.SubprocessError) as error:
        print(f"lag: skipped: {error}")
        return
    print(
        f"{lag.articles:,} articles stored and grouped in {lag.seconds:.1f} s beside {lag.ticks:,} ticks; "
        f"worst while opening {lag.opening:.0f} ms"
    )
    show_targets(
        [
            Target("lateness of a 16 ms timer, 99 of 100", lag.p99, 16, "ms", ""),
            Target("the worst of all", lag.worst, 100, "ms", ""),
        ]
    )


def show_starts(articles: int) -> None:
    print(f"\nstart: seconds to first paint, medians of {STARTS}", flush=True)
    starts = measure_starts(articles)
    for name, seconds in starts.items():
        print(f"{name}: {seconds:.2f} s" if isinstance(seconds, float) else f"{name}: skipped: {seconds}")
    ours, liferea = starts["pantau"], starts["liferea"]
    if isinstance(ours, float) and isinstance(liferea, float):
        basis = f"3 x liferea's {liferea:.2f} s with an empty profile"
        show_targets([Target(f"first paint with {articles:,} articles", ours, liferea * 3, "s", basis)])


def show_grouping(options: argparse.Namespace) -> None:
    kinds = (
        ("headlines and summaries", options.windows, 0, 1 / 2_000),
        ("full texts", options.texts, LONG, 1 / 500),
    )
    for name, windows, words, limit in kinds:
        if windows:
            print(f"\ngrouping: {name}, windows of {', '.join(f'{size:,}' for size in windows)}", flush=True)
            try:
                show_windows(name, measure_windows(windows, words), limit)
            except (Skipped, subprocess.SubprocessError) as error:
                print(f"grouping: skipped: {error}")
    show_topics(measure_topics())


def save(path: Path, runs: dict[str, list[Polls]]) -> None:
    """The single runs as JSON, for whoever wants to look closer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = {name: [[asdict(usage) for usage in polls] for polls in each] for name, each in runs.items()}
    path.write_text(json.dumps(told, indent=1))


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",") if size]


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    listed = {"type": lambda text: text.split(",")}
    parser.add_argument("--sections", default=list(SECTIONS), help=f"any of {','.join(SECTIONS)}", **listed)
    parser.add_argument("--only", default=[], help="peers to run, pantau among them; default: all", **listed)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--items", type=int, default=50)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--windows", default=[10_000, 100_000], help="sizes, in steps of 500", type=_sizes)
    parser.add_argument("--texts", default=[10_000], help="the same with full texts", type=_sizes)
    parser.add_argument("--articles", type=int, default=100_000, help="stored articles of the start section")
    return parser.parse_args(arguments)


def main() -> None:
    options = options_of()
    have_reader()  # while there is still a network to install it from
    alone = "loopback alone" if stand_alone() else "all networks visible"
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, {alone}")
    print(
        f"load before: {', '.join(f'{load:.1f}' for load in os.getloadavg())} (1, 5, 15 minutes)", flush=True
    )
    if "polls" in options.sections:
        runs = measure_polls(options)
        if runs:
            show_polls(runs, options)
            save(ROOT / "build" / "bench.json", runs)
    if "lag" in options.sections:
        show_lag(options.feeds, options.items)
    if "start" in options.sections:
        show_starts(options.articles)
    if "grouping" in options.sections:
        show_grouping(options)


if __name__ == "__main__":
    main()
