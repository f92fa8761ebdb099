"""When a source is asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.feeds.schedule import LONGEST, SHORTEST, backoff, gaps, jitter, next_interval

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def settled(current: float, looks: int, *, new_entries: int = 1, **told: object) -> float:
    """The interval after some looks that all found the same."""
    for _ in range(looks):
        current = next_interval(current, new_entries=new_entries, **told)  # type: ignore[arg-type]
    return current


def test_a_busy_feed_comes_to_be_asked_twice_between_its_entries() -> None:
    assert settled(15, 6, observed=[6, 5, 6, 90, 7]) == 3


def test_a_rare_feed_is_asked_once_an_hour_and_no_less() -> None:
    assert settled(15, 20, observed=[1440, 1440, 1440], silence=300) == LONGEST


def test_a_very_busy_feed_is_asked_once_a_minute_and_no_more() -> None:
    assert settled(15, 9, observed=[1] * 20) == SHORTEST


def test_a_feed_that_falls_silent_is_asked_less_and_less() -> None:
    assert settled(3, 20, observed=[6, 6, 6], silence=300) == 30


def test_an_unchanged_feed_slows_by_a_quarter_and_recovers_as_soon_as_it_speaks() -> None:
    slower = next_interval(4, new_entries=0)
    assert slower == 5
    assert next_interval(slower, new_entries=1, observed=[8, 8, 8]) == 4


def test_one_odd_look_changes_the_pace_by_half_at_most() -> None:
    assert next_interval(20, new_entries=9, observed=[1] * 20) == 10
    assert next_interval(2, new_entries=1, observed=[900] * 20) == 2.5


def test_a_feed_without_dates_that_always_changes_is_not_asked_every_minute() -> None:
    assert settled(15, 10) == 5


@pytest.mark.parametrize(("asked", "quickest"), [(60, 6), (5, 1), (1440, 10), (None, 1)])
def test_what_the_feed_asks_for_counts_for_a_tenth(asked: float | None, quickest: float) -> None:
    assert settled(15, 9, observed=[1] * 20, asked_minutes=asked) == quickest


def test_a_feed_that_asks_to_be_read_often_is_not_left_for_an_hour() -> None:
    assert settled(15, 20, new_entries=0, asked_minutes=5) == 15


def test_what_the_server_says_is_fresh_is_not_asked_for_again() -> None:
    assert settled(15, 9, observed=[1] * 20, fresh_seconds=300) == 5


@given(
    current=st.floats(0.01, 10_000),
    new_entries=st.integers(0, 1000),
    observed=st.lists(st.floats(0, 1e6), max_size=30),
    silence=st.floats(-1440, 1e7),
    asked=st.none() | st.floats(0, 1e6),
    fresh=st.none() | st.floats(0, 1e6),
)
def test_the_interval_stays_between_a_minute_and_an_hour(
    current: float,
    new_entries: int,
    observed: list[float],
    silence: float,
    asked: float | None,
    fresh: float | None,
) -> None:
    interval = next_interval(
        current,
        new_entries=new_entries,
        observed=observed,
        silence=silence,
        asked_minutes=asked,
        fresh_seconds=fresh,
    )
    assert SHORTEST <= interval <= LONGEST


def test_gaps_are_counted_from_the_newest_and_batches_are_one() -> None:
    moments = [NOON - timedelta(minutes=ago) for ago in (30, 0, 0.2, 10, 30.5)]
    assert gaps(moments) == pytest.approx((9.8, 20))


def test_a_failing_source_is_left_alone_twice_as_long_each_time_up_to_a_day() -> None:
    waits = [backoff(failures).total_seconds() / 60 for failures in range(1, 14)]
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440]
    assert backoff(10_000) == timedelta(hours=24)


def test_a_server_that_asks_for_time_gets_it_but_not_more_than_a_day() -> None:
    assert backoff(1, 3600) == timedelta(hours=1)
    assert backoff(6, 60) == timedelta(minutes=64)
    assert backoff(1, 1e12) == timedelta(hours=24)


def test_a_source_that_is_gone_is_left_alone_for_a_day_at_once() -> None:
    assert backoff(1, gone=True) == timedelta(hours=24)


def test_jitter_spreads_by_a_tenth_and_repeats_for_its_seed() -> None:
    spread = [jitter(15, f"sumber-{n}") for n in range(500)]
    assert min(spread) >= 13.5
    assert max(spread) <= 16.5
    assert max(spread) - min(spread) > 2.5
    assert spread == [jitter(15, f"sumber-{n}") for n in range(500)]
