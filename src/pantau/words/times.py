"""Times and ages. The desk works by Jakarta's clock: every time is shown in WIB (UTC+7, no summer time)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from pantau.words.sentences import say

WIB = timezone(timedelta(hours=7), "WIB")

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def clock(at: datetime, *, language: str = "id", zone: bool = True) -> str:
    """The time of day: "13.42 WIB" (English "13:42 WIB"). `at` must be aware."""
    local = at.astimezone(WIB)
    text = f"{local:%H.%M}" if language == "id" else f"{local:%H:%M}"
    return f"{text} WIB" if zone else text


def day(at: datetime, *, language: str = "id") -> str:
    """The day with its name: "Senin, 3 Februari 2025", as it is in Jakarta."""
    local = at.astimezone(WIB)
    name, month = _named("day", local.isoweekday(), language), _named("month", local.month, language)
    return f"{name}, {local.day} {month} {local.year}"


def moment(at: datetime, now: datetime, *, language: str = "id") -> str:
    """As short as `now` allows: "13.42 WIB" today, "kemarin 13.42 WIB", else "3 Feb 13.42 WIB"."""
    local, today = at.astimezone(WIB), now.astimezone(WIB)
    time = clock(at, language=language)
    days = (today.date() - local.date()).days
    if days == 0:
        return time
    if days == 1:
        return say("time.yesterday", language, time=time)
    month = _named("month", local.month, language)[:3]
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local.day} {month}{year} {time}"


def duration(length: timedelta, *, language: str = "id", short: bool = False) -> str:
    """How long, in one unit (two for hours): "42 menit", "1 jam 20 menit"; short "42 mnt", "1 jam"."""
    seconds = max(0, int(length.total_seconds()))
    style = "short" if short else "long"
    if seconds < _MINUTE:
        return say(f"time.seconds.{style}", language, count=seconds)
    if seconds < _HOUR:
        return say(f"time.minutes.{style}", language, count=seconds // _MINUTE)
    if seconds >= 2 * _DAY:
        return say(f"time.days.{style}", language, count=seconds // _DAY)
    hours, rest = divmod(seconds, _HOUR)
    text = say(f"time.hours.{style}", language, count=hours)
    minutes = rest // _MINUTE
    if short or minutes == 0 or hours >= 6:
        return text
    return f"{text} {say(f'time.minutes.{style}', language, count=minutes)}"


def age(at: datetime, now: datetime, *, language: str = "id", short: bool = False) -> str:
    """How long ago: "42 menit lalu", "3 jam lalu"; "dalam 5 menit" for what is still to come."""
    length = now - at
    if abs(length) < timedelta(seconds=5):
        return say("time.just-now", language)
    if length < timedelta(0):
        return say("time.ahead", language, length=duration(-length, language=language, short=short))
    if short:
        return duration(length, language=language, short=True)
    return say("time.ago", language, length=_one_unit(length, language))


def _one_unit(length: timedelta, language: str) -> str:
    hours = length // timedelta(hours=1)
    whole = length if hours == 0 else timedelta(hours=hours)
    return duration(whole, language=language)


def _named(kind: str, place: int, language: str) -> str:
    return say(f"time.{kind}.{place}", language)
