"""The queue against a stream that nothing was tuned on: what grows wide is seen early, other news raises no alarm.

A guard against getting worse, on one small stream; docs/trends.md has the measure.
"""

from __future__ import annotations

from datetime import timedelta

import newsrooms
import pytest

from pantau.engine.analysis import Analysis
from pantau.engine.scoring import Scoring
from pantau.evaluate import replay, trends
from pantau.operations import topics


@pytest.fixture(scope="module")
def seen() -> trends.Outcome:
    stream = newsrooms.stream(31, outlets=60, days=1, planted=10, part="kept")
    shipped = topics.shipped()
    snapshots = replay.snapshots(
        stream.items, Analysis(shipped, Scoring(shipped)), every=timedelta(minutes=15), top=20
    )
    return trends.outcome(stream.items, stream.gold, [event.key for event in stream.planted], snapshots)


def test_most_of_what_grows_wide_is_in_the_top_ten_by_its_third_report(seen: trends.Outcome) -> None:
    assert len(seen.sightings) >= 8
    assert seen.by_third >= 0.7


def test_it_is_seen_half_an_hour_before_half_of_its_reports_are_out(seen: trends.Outcome) -> None:
    assert trends.median_lead(seen.sightings) >= 30


def test_ordinary_news_raises_at_most_one_false_alert_in_two_hours(seen: trends.Outcome) -> None:
    assert seen.false_alerts_in_two_hours <= 1
