"""The drill from outside: its own process, real HTTP on loopback, the queue against the script."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.narrative.board.drills import Placed, script, scripted
from tests.narrative.board.drills import shown as shown_on

from pantau.drill.outlets import outlets
from pantau.drill.scenario import Scenario
from pantau.operations import claims, open_desk, queue

from .program import lines, pantau

LEAD_MINUTES = 30
MEASURED = 0.95  # of the figures that the script injects


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


def test_every_figure_of_the_script_stands_on_the_claim_board_at_its_outlet_and_minute(
    played: list[dict[str, Any]],
) -> None:
    play = script("kericuhan-lapas")
    keys = {story.key for story in play.expected}
    wanted = Counter(replace(one, at=one.at.astimezone(UTC)) for one in scripted() if one.story in keys)
    found = _boards(played[0]["database"], play)
    subjects = {(one.story, one.what) for one in wanted}
    shown = Counter({one: count for one, count in found.items() if (one.story, one.what) in subjects})
    assert 1 - (wanted - found).total() / wanted.total() >= MEASURED
    assert 1 - (shown - wanted).total() / shown.total() >= MEASURED


def _boards(database: str, play: Scenario) -> Counter[Placed]:
    """What the boards of all stories show of the script's reports."""
    slugs = {outlet.name: slug for slug, outlet in outlets().items()}
    known = {
        (one.outlet.slug, one.at.astimezone(UTC)): one.story
        for story in play.expected
        for one in play.of_story(story.key)
    }
    found: Counter[Placed] = Counter()
    desk = open_desk(database, name="Pemeriksa")
    for story in queue.ranked(desk, 2_000):
        view = queue.story(desk, story.id)
        if not any((slugs.get(one.source_name), one.published) in known for one in view.articles):
            continue
        for one in shown_on("", claims.of_story(desk, view)):
            slug = slugs[one.outlet]
            found[replace(one, story=known.get((slug, one.at), ""), outlet=slug)] += 1
    desk.close()
    return found


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
