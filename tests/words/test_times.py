from datetime import UTC, datetime, timedelta

import pytest

from pantau import words

NOON = datetime(2025, 2, 3, 6, 42, tzinfo=UTC)  # 13.42 in Jakarta, a Monday


def test_the_clock_is_jakartas_whatever_this_machine_says() -> None:
    assert words.clock(NOON) == "13.42 WIB"
    assert words.clock(NOON, language="en") == "13:42 WIB"
    assert words.clock(NOON, zone=False) == "13.42"


def test_the_day_is_jakartas_after_five_in_the_afternoon_utc() -> None:
    assert words.day(datetime(2025, 2, 3, 17, 30, tzinfo=UTC)) == "Selasa, 4 Februari 2025"
    assert words.day(NOON, language="en") == "Monday, 3 February 2025"


@pytest.mark.parametrize(
    ("ago", "indonesian", "english"),
    [
        (timedelta(seconds=2), "baru saja", "just now"),
        (timedelta(seconds=14), "14 detik lalu", "14 seconds ago"),
        (timedelta(minutes=1), "1 menit lalu", "1 minute ago"),
        (timedelta(minutes=42), "42 menit lalu", "42 minutes ago"),
        (timedelta(hours=3, minutes=20), "3 jam lalu", "3 hours ago"),
        (timedelta(days=5), "5 hari lalu", "5 days ago"),
        (-timedelta(minutes=5), "dalam 5 menit", "in 5 minutes"),
    ],
)
def test_an_age_is_told_in_one_unit(ago: timedelta, indonesian: str, english: str) -> None:
    assert words.age(NOON - ago, NOON) == indonesian
    assert words.age(NOON - ago, NOON, language="en") == english


def test_a_short_age_fits_a_row() -> None:
    assert words.age(NOON - timedelta(minutes=42), NOON, short=True) == "42 mnt"
    assert words.age(NOON - timedelta(hours=30), NOON, short=True) == "30 jam"


def test_a_length_of_hours_keeps_its_minutes() -> None:
    assert words.duration(timedelta(minutes=80)) == "1 jam 20 menit"
    assert words.duration(timedelta(hours=9, minutes=20)) == "9 jam"


def test_a_moment_says_no_more_than_is_needed() -> None:
    assert words.moment(NOON, NOON) == "13.42 WIB"
    assert words.moment(NOON - timedelta(days=1), NOON) == "kemarin 13.42 WIB"
    assert words.moment(NOON - timedelta(days=3), NOON) == "31 Jan 13.42 WIB"
    assert words.moment(NOON - timedelta(days=60), NOON) == "5 Des 2024 13.42 WIB"
