from __future__ import annotations

from collections import Counter
from datetime import timedelta

import newsrooms
import pytest

STREAM = newsrooms.stream(11, outlets=50, days=1, planted=8)


def reports(key: str) -> list[newsrooms.Item]:
    return [item for item in STREAM.items if STREAM.gold[item.id] == key]


def test_a_stream_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert newsrooms.stream(11, outlets=50, days=1, planted=8) == STREAM
    assert newsrooms.stream(12, outlets=50, days=1, planted=8).items != STREAM.items


def test_planted_events_reach_ten_outlets_and_no_two_of_their_headlines_are_the_same() -> None:
    assert len(STREAM.planted) >= 6
    for event in STREAM.planted:
        told = reports(event.key)
        assert len({item.source for item in told}) >= newsrooms.WIDE
        assert len({item.title for item in told}) == len(told)


def test_ordinary_news_stays_with_fewer_outlets() -> None:
    planted = {event.key for event in STREAM.planted}
    carriers = Counter(key for key, _ in {(STREAM.gold[item.id], item.source) for item in STREAM.items})
    assert max(count for key, count in carriers.items() if key not in planted) < newsrooms.WIDE


def test_the_first_reports_of_slow_events_lie_hours_apart() -> None:
    for event in STREAM.planted:
        told = [item.published for item in reports(event.key)]
        if event.slow:
            assert told[2] - told[0] > timedelta(hours=1)


def test_newsrooms_sleep_at_night() -> None:
    hours = Counter((item.published.hour + 7) % 24 for item in STREAM.items)
    assert hours[10] > 5 * hours[2]


@pytest.mark.parametrize("part", ["dev", "kept"])
def test_no_slot_of_a_template_is_left_open(part: str) -> None:
    for item in newsrooms.stream(1, outlets=40, days=1, planted=12, part=part).items:
        assert "{" not in item.title + item.text


def test_the_kept_part_shares_no_headline_with_the_part_for_tuning() -> None:
    def wide(part: str) -> set[str]:
        stream = newsrooms.stream(1, outlets=60, days=2, planted=12, part=part)
        planted = {event.key for event in stream.planted}
        return {item.title for item in stream.items if stream.gold[item.id] in planted}

    assert not wide("dev") & wide("kept")
