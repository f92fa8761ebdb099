"""Days as Indonesian newsrooms write them, put into scripts that may be played on any date."""

from __future__ import annotations

from datetime import datetime, timedelta

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def fill_dates(text: str, at: datetime) -> str:
    """Put dates in for {hari}, {kemarin} and {besok}, as seen at `at`: "Selasa (10/3/2026)"."""
    if "{" not in text:
        return text
    for name, days in (("{hari}", 0), ("{kemarin}", -1), ("{besok}", 1)):
        text = text.replace(name, spoken(at + timedelta(days=days)))
    return text


def spoken(day: datetime) -> str:
    """ "Selasa (10/3/2026)": the weekday with the date that Indonesian news puts behind it."""
    return f"{_DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"
