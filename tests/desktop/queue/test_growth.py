from datetime import timedelta

import pytest

from pantau.desktop.queue.growth import Growth, growth, rounded

from ..content import NOW, curve


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 3], Growth(14, "up")),
        ([3, 3, 3, 3, 3, 3, 1, 0, 0, 0, 0, 0], Growth(1, "down")),
        ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], Growth(6, "steady")),
        ([], Growth(0, "steady")),
    ],
)
def test_growth_is_the_last_hour_against_the_hour_before(counts: list[int], expected: Growth) -> None:
    assert growth(curve(counts), NOW) == expected


def test_a_story_of_yesterday_grows_no_more() -> None:
    assert growth(curve([4, 4, 4]), NOW + timedelta(days=1)) == Growth(0, "steady")


@pytest.mark.parametrize(
    "points", [[31.24, 22.04, 18.05, 9.15, 6.92], [33.333, 33.333, 33.334], [50.06, -4.04], [0.0], []]
)
def test_rounded_points_add_up_to_the_score_that_is_shown(points: list[float]) -> None:
    total = round(sum(points), 1)
    shown = rounded(points, total)
    assert round(sum(shown), 1) == total
    assert all(abs(one - other) <= 0.1 for one, other in zip(shown, points, strict=True))
