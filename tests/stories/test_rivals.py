from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.stories.rivals import Rivals

Falling = st.lists(st.integers(-3, 9), min_size=1, max_size=4).map(lambda told: sorted(told, reverse=True))


def rivals(told: dict[int, list[float]], *, least: float = 0.0) -> Rivals[int]:
    found = Rivals[int](least)
    for key, bounds in told.items():
        found.add(key, iter(bounds))
    return found


@given(st.dictionaries(st.integers(0, 20), Falling))
def test_the_greatest_figure_is_found_and_the_least_key_among_equals(told: dict[int, list[float]]) -> None:
    figures = [(-bounds[-1], key) for key, bounds in told.items() if bounds[-1] >= 0]
    found = rivals(told).greatest()
    assert found == ((-min(figures)[0], min(figures)[1]) if figures else None)


def test_a_figure_is_not_found_where_it_cannot_be_the_greatest() -> None:
    def found_out() -> Iterator[float]:
        yield 2.0
        pytest.fail("nobody needs to know")

    known = rivals({1: [5.0, 4.0, 3.0]})
    known.add(2, found_out())
    assert known.greatest() == (3.0, 1)


def test_figures_below_the_least_are_left_out() -> None:
    assert rivals({1: [0.5], 2: [3.0, 0.9], 3: []}, least=1.0).greatest() is None


def test_what_is_dropped_wins_no_more() -> None:
    known = rivals({1: [5.0], 2: [4.0], 3: [3.0]})
    known.drop({1, 2}.__contains__)
    assert known.greatest() == (3.0, 3)
