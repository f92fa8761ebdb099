"""Reading and grouping as windows of active articles grow, taking a window up again, and asking topics."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from measuring import HERE, run
from targets import Target, show_table, show_targets

AROUND = 2_500  # reports on either side of a window's size that its figure is the mean of
ASKED = 100_000  # active articles that targets speak of
LONG = 300  # words that a full text has more than a headline and summary
QUERIES, ARTICLES = 2_000, 1_000
_LIMIT = 7_200.0  # seconds that a step may take: a million articles


@dataclass(frozen=True, slots=True)
class Grown:
    """Processor seconds a report and MiB at each window's size; the same of taking the largest up again.

    words  of a report, in the mean
    """

    words: float
    windows: dict[int, dict[str, float]]
    restart: dict[str, float]

    @property
    def largest(self) -> int:
        return max(self.windows)


def measure_windows(windows: Sequence[int], words: int) -> Grown:
    """Windows up to the largest of these, each report with so many words more than a headline and summary."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        database = str(Path(folder) / "window.sqlite")
        filled = _step("fill", database, str(max(windows) + AROUND), str(words))
        taken = _step("take", database, *map(str, windows))
        grown = {int(size): figures for size, figures in taken["windows"].items()}
        return Grown(filled["words"], grown, _step("restart", database))


def measure_topics() -> dict[str, float]:
    """Seconds of asking QUERIES queries of ARTICLES articles, and how many found one another."""
    return _step("topics", str(QUERIES), str(ARTICLES))


def _step(*what: str) -> dict[str, Any]:
    """A step of placing.py in a process of its own. Raises Skipped."""
    said: list[str] = []
    run(
        [sys.executable, str(HERE / "placing.py"), *what],
        limit=_LIMIT,
        heard=lambda _, line: said.append(line),
    )
    found: dict[str, Any] = json.loads(said[-1])
    return found


def show_windows(name: str, grown: Grown, limit: float) -> None:
    """`limit`: seconds a report at most, at a window of ASKED or the largest below it."""
    print(f"\n{name}: {grown.words:.0f} words in the mean; one core's processor time")
    least = min(grown.windows)
    first = grown.windows[least]["seconds"]
    rows = [
        [
            f"{size:,}",
            f"{1 / figures['seconds']:,.0f}",
            f"{figures['seconds'] * 1e6:.0f}",
            f"{figures['seconds'] / first:.2f}",
            f"{figures['memory']:,.0f}",
        ]
        for size, figures in sorted(grown.windows.items())
    ]
    show_table(["window", "reports/s", "us a report", f"x {least:,}", "MiB"], rows)
    size = max(size for size in grown.windows if size <= max(ASKED, least))
    reached = grown.windows[size]
    seconds, restored = grown.restart["seconds"], grown.largest + AROUND
    print(f"taken up again, {restored:,} reports: {seconds:.1f} s, {grown.restart['memory']:,.0f} MiB")
    share = max(1.0, grown.largest / ASKED)
    show_targets(
        [
            Target(f"a report at {size:,}", reached["seconds"] * 1e6, limit * 1e6, "us", ""),
            *_growth(grown),
            Target(f"memory at {size:,}", reached["memory"], 1_024, "MiB", ""),
            Target(f"taking {grown.largest:,} up again", seconds, 10 * share, "s", f"10 s for {ASKED:,}"),
        ]
    )


def _growth(grown: Grown) -> list[Target]:
    """Ten times the window costs twice as much at most."""
    sizes = sorted(grown.windows)
    return [
        Target(
            f"cost at {more:,} against {size:,}",
            grown.windows[more]["seconds"] / grown.windows[size]["seconds"],
            2,
            "x",
            "",
        )
        for size, more in pairwise(sizes)
    ]


def show_topics(found: dict[str, float]) -> None:
    print(f"\ntopics: {found['found']:,} answers")
    show_targets([Target(f"{QUERIES:,} queries of {ARTICLES:,} articles", found["seconds"], 1, "s", "")])
