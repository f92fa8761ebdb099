from datetime import UTC, datetime

from pantau.stories.activity import KEPT
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
