import json

import pytest

from pantau.stories.baseline import Baseline

HOUR = 3600.0


def learned(hours, reports):
    baseline = Baseline()
    for hour in range(hours):
        for _ in range(reports(hour)):
            baseline.observe("Imigrasi", hour * HOUR)
    return baseline


def test_what_was_never_seen_has_no_usual_volume():
    assert Baseline().expected("Imigrasi", 0.0) == 0.0


def test_a_steady_stream_is_expected_to_go_on():
    assert learned(48, lambda hour: 3).expected("Imigrasi", 48 * HOUR) == pytest.approx(3.0)


def test_the_hour_that_runs_does_not_explain_itself():
    baseline = learned(24, lambda hour: 1)
    for _ in range(50):
        baseline.observe("Imigrasi", 24 * HOUR)
    assert baseline.expected("Imigrasi", 24 * HOUR) == pytest.approx(1.0)


def test_hours_of_the_week_are_told_apart():
    busy_at_nine = learned(21 * 24, lambda hour: 12 if hour % 24 == 9 else 1)
    at_nine = busy_at_nine.expected("Imigrasi", (21 * 24 + 9) * HOUR)
    at_three = busy_at_nine.expected("Imigrasi", (22 * 24 + 3) * HOUR)
    assert at_nine > 3 * at_three


def test_silence_counts_as_empty_hours():
    baseline = learned(24, lambda hour: 6)
    assert baseline.expected("Imigrasi", 48 * HOUR) < 4.5


def test_after_weeks_of_silence_nothing_is_usual():
    assert learned(24, lambda hour: 6).expected("Imigrasi", 24 * 60 * HOUR) == 0.0


def test_it_survives_the_store():
    before = learned(200, lambda hour: hour % 5)
    after = Baseline.from_json(json.loads(json.dumps(before.to_json())))
    for hour in (200, 250, 300):
        assert after.expected("Imigrasi", hour * HOUR) == pytest.approx(
            before.expected("Imigrasi", hour * HOUR), abs=0.01
        )
    assert Baseline.of_source(3) != "3"


def test_the_tempo_of_an_hour_is_unknown_for_a_day_and_then_tells_busy_from_quiet_ones():
    baseline = Baseline()
    assert baseline.tempo(0.0) == 1.0
    for hour in range(14 * 24):
        for _ in range(30 if hour % 24 == 9 else 2):
            baseline.observe(Baseline.ALL, hour * HOUR)
    assert baseline.tempo((14 * 24 + 9) * HOUR) > 3
    assert baseline.tempo((14 * 24 + 3) * HOUR) < 1


def test_a_source_is_remembered_in_a_few_figures():
    baseline = Baseline()
    for hour in range(400):
        baseline.observe(Baseline.of_source(7), hour * HOUR)
    assert baseline.expected(Baseline.of_source(7), 400 * HOUR) == pytest.approx(1.0)
    assert len(json.dumps(baseline.to_json())) < 60
