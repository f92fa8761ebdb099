from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.story import Story
from pantau.evaluate.replay import Snapshot
from pantau.evaluate.streams import Item
from pantau.evaluate.trends import median_lead, outcome

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GOLD = {f"r{number}": "riot" for number in range(6)} | {f"m{number}": "market" for number in range(4)}


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def item(name: str, minute: int) -> Item:
    return Item(name, name, "", at(minute), f"outlet {name}", "")


def story(number: int, *, alert: bool = False) -> Story:
    return Story(
        StoryId(number), f"Kabar {number}", 50.0, alert, (), 1, 1, NOON, NOON, headline=ArticleId(number)
    )


RIOT = tuple(item(f"r{number}", 20 * number) for number in range(6))


def test_a_lead_runs_from_the_first_snapshot_in_the_top_ten_to_half_of_the_reports() -> None:
    snapshots = [
        Snapshot(at(0), ()),
        Snapshot(at(15), ((story(1), ("r0",)),)),
        Snapshot(at(60), ((story(1), ("r0", "r1", "r2", "r3")),)),
    ]
    (seen,) = outcome(RIOT, GOLD, ["riot"], snapshots).sightings
    assert (seen.third_report, seen.half_of_reports, seen.entered) == (at(40), at(40), at(15))
    assert (seen.by_third, seen.lead_minutes) == (True, 25)


def test_the_first_snapshot_that_can_know_the_third_report_still_counts_and_the_next_does_not() -> None:
    def by_third(entered: int) -> bool:
        snapshots = [
            Snapshot(at(minute), ((story(1), ("r0",)),) if minute >= entered else ())
            for minute in (0, 15, 30, 45, 60)
        ]
        return outcome(RIOT, GOLD, ["riot"], snapshots).sightings[0].by_third

    assert by_third(45)
    assert not by_third(60)


def test_the_eleventh_place_is_not_seen() -> None:
    crowd = tuple((story(number), (f"m{number % 4}",)) for number in range(2, 12))
    found = outcome(RIOT, GOLD, ["riot"], [Snapshot(at(0), (*crowd, (story(1), ("r0",))))])
    assert found.sightings[0].entered is None
    assert median_lead(found.sightings) == float("-inf")


def test_an_alert_of_a_story_that_is_not_expected_is_false_once_however_long_it_stands() -> None:
    queue = ((story(1, alert=True), ("r0", "r1", "m0")), (story(2, alert=True), ("m1", "m2")))
    found = outcome(RIOT, GOLD, ["riot"], [Snapshot(at(minute), queue) for minute in (0, 60, 120)])
    assert found.false_alerts == ((at(0), "Kabar 2"),)
    assert found.alerted == {"riot"}
    assert found.false_alerts_in_two_hours == pytest.approx(1.0)


def test_a_story_of_many_matters_tells_none() -> None:
    found = outcome(RIOT, GOLD, ["riot"], [Snapshot(at(0), ((story(1, alert=True), ("r0", "m0")),))])
    assert found.sightings[0].entered is None
    assert len(found.false_alerts) == 1
