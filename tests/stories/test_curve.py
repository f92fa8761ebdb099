from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from pantau.stories.activity import KEPT, STEP
from pantau.stories.curve import curve


def test_reports_are_counted_in_steps_of_ten_minutes_with_the_empty_ones():
    told = curve([1800.0, 1801.0, 0.0])
    assert told == (
        (datetime(1970, 1, 1, 0, 0, tzinfo=UTC), 1),
        (datetime(1970, 1, 1, 0, 10, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 20, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 30, tzinfo=UTC), 2),
    )


def test_no_report_makes_no_curve_and_a_long_one_is_cut_to_its_end():
    assert curve([]) == ()
    assert len(curve([0.0, 3600.0 * 24 * 30])) == KEPT


@given(st.lists(st.integers(0, 2 * KEPT * STEP), min_size=1, max_size=20), st.randoms())
def test_a_curve_does_not_depend_on_the_order_of_the_reports(times, chance):
    shuffled = list(times)
    chance.shuffle(shuffled)
    told = curve(shuffled)
    assert told == curve(times)
    last = max(time // STEP for time in times)
    assert sum(count for _, count in told) == sum(time // STEP > last - KEPT for time in times)
