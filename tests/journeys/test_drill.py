"""The drill from outside: its own process, real HTTP on loopback, the queue against the script."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from .program import lines, pantau

LEAD_MINUTES = 30


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The lines of a drill that was played once for all tests here."""
    return lines(tmp_path_factory.mktemp("home"), "drill", "kericuhan-lapas", "--headless", "--json")


def test_every_step_of_the_day_is_told_and_the_outcome_comes_last(played: list[dict[str, Any]]) -> None:
    steps = [line for line in played if line["event"] == "step"]
    assert [step["minute"] for step in steps] == list(range(5, 24 * 60 + 1, 5))
    assert played[-1]["event"] == "done"
    assert played[-1]["minutes_played"] == 24 * 60


def test_the_riot_is_in_the_top_ten_by_its_third_report_and_long_before_half_are_out(
    played: list[dict[str, Any]],
) -> None:
    expected = {sighting["key"]: sighting for sighting in played[-1]["expected"]}
    for sighting in expected.values():
        entered = datetime.fromisoformat(sighting["in_top10_at"])
        assert entered <= datetime.fromisoformat(sighting["third_report"])
        assert sighting["lead_minutes"] >= LEAD_MINUTES
    assert expected["ricuh-pontianak"]["best_rank"] == 1


def test_ordinary_news_raises_at_most_one_false_alert_in_two_hours(played: list[dict[str, Any]]) -> None:
    assert played[-1]["false_alerts_per_hour"] <= 0.5


def test_without_a_display_the_crisis_stands_at_the_top_of_the_printed_queue_with_its_reasons(
    tmp_path: Path,
) -> None:
    done = pantau(tmp_path)
    assert done.returncode == 0, done.stderr
    queue = done.stdout[done.stdout.index("\n 1. ") : done.stdout.index("\n 2. ")]
    assert "Pontianak" in queue.splitlines()[1]
    assert len(queue.strip().splitlines()) >= 4
    assert "pantau sources catalogue --install" in done.stdout
    assert "Traceback" not in done.stderr
