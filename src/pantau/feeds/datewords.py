"""The slow half of `dates`: dates as people write them, above all in Indonesia.

A text is read by looking for its parts (zone, clock, day), not by trying whole formats: outlets invent those.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from pantau.feeds.dates import NoDate

_MONTHS = {
    "jan": 1, "januari": 1, "january": 1,
    "feb": 2, "peb": 2, "februari": 2, "pebruari": 2, "february": 2,
    "mar": 3, "mrt": 3, "maret": 3, "march": 3,
    "apr": 4, "april": 4,
    "mei": 5, "may": 5,
    "jun": 6, "juni": 6, "june": 6,
    "jul": 7, "juli": 7, "july": 7,
    "agu": 8, "agt": 8, "ags": 8, "agust": 8, "agus": 8, "aug": 8, "agustus": 8, "august": 8,
    "sep": 9, "sept": 9, "september": 9,
    "okt": 10, "oct": 10, "oktober": 10, "october": 10,
    "nov": 11, "nop": 11, "november": 11, "nopember": 11,
    "des": 12, "dec": 12, "desember": 12, "december": 12,
}  # fmt: skip

# Hours east of Greenwich. Left out are the names that two countries use for different hours ("IST").
_ZONES = {
    "wib": 7, "wita": 8, "wit": 9, "asia/jakarta": 7, "asia/pontianak": 7, "asia/makassar": 8, "asia/jayapura": 9,
    "gmt": 0, "utc": 0, "ut": 0, "z": 0, "wet": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "bst": 1,
    "sgt": 8, "myt": 8, "hkt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_CLOCK = re.compile(
    r"(?<![\d.:/-])(?P<hour>\d{1,2})\s?[:.]\s?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?=\s*(?:$|[^\d.:/-]|[-+]\s?\d|[-.](?:\s|$)|-\s*[a-z]))",
    re.ASCII,
)
_HOUR_ALONE = re.compile(
    r"\b(?:pukul|jam|pkl)\.?\s*(?P<hour>\d{1,2})\b|\b(?P<hour2>\d{1,2})\s*(?P<half>[ap])m\b", re.ASCII
)
_COMPACT_CLOCK = re.compile(
    r"\bt?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?=z|[-+]\d|$|\s)", re.ASCII
)
_OFFSET = re.compile(
    r"(?<=[\d\s(a-z])(?P<sign>[-+])(?P<hour>\d{1,2})(?::?(?P<minute>\d{2}))?(?!\d|[-/])", re.ASCII
)
_ZONE = re.compile(r"(?<![a-z])(" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")(?![a-z])")

_DAYS = (
    # 2026-11-24, 2026/11/24, 2026.11.24, 20261124
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})(?!\d)", re.ASCII
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?=t|\s|$)", re.ASCII),
    # 24 November 2026, 24-Nov-26, 24 Nov. '26
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s.,/-]*(?P<name>{_NAMES})[a-z]*[\s.,/'’-]*(?P<year>\d{{4,6}}|\d{{2}})(?!\d)",
        re.ASCII,
    ),
    # November 24, 2026; Nov 24 15:02:25 2026
    re.compile(
        rf"(?<![a-z])(?P<name>{_NAMES})\.?[\s-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,-]+[\d:.]+(?:\s+[a-z]{{1,5}})?)??[\s,-]+(?P<year>\d{{4}})(?!\d)",
        re.ASCII,
    ),
    # 24/11/2026, 24-11-26, 24.11.2026: the day first, as Indonesia writes it
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>\d{4}|\d{2})(?!\d)",
        re.ASCII,
    ),
    # 2026-11, and a year alone (W3CDTF)
    re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{2}))?$", re.ASCII),
)
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?", re.ASCII)
_AGO = re.compile(
    r"(?P<count>\d{1,4}|se|satu|an?|one)\s*(?P<unit>detik|menit|jam|hari|minggu|second|minute|min|hour|day|week)s?"
    r"\s+(?:yang\s+)?(?:lalu|ago)"
)
_UNITS = {
    "detik": 1, "second": 1, "menit": 60, "minute": 60, "min": 60, "jam": 3600, "hour": 3600,
    "hari": 86400, "day": 86400, "minggu": 604800, "week": 604800,
}  # fmt: skip
_NEARBY = re.compile(r"\b(?:(hari ini|today)|(kemarin|yesterday)|(baru saja|just now))\b")


def understood(text: str, *, received: datetime, zone: tzinfo) -> tuple[datetime, bool]:
    """The moment in UTC, and whether the text itself states it (day, time of day and zone).

    Raises NoDate when it holds no date; nothing else.
    """
    low = text.strip().lower()
    try:
        return _since_1970(low) or _near(low, received, zone) or _dated(low, zone)
    except (ValueError, OverflowError) as error:
        raise NoDate(text) from error


def _since_1970(low: str) -> tuple[datetime, bool] | None:
    """Seconds or milliseconds, as some content systems write."""
    found = _EPOCH.fullmatch(low)
    return (datetime.fromtimestamp(int(found[1]), UTC), True) if found else None


def _near(low: str, received: datetime, zone: tzinfo) -> tuple[datetime, bool] | None:
    """Told relative to now, which is when we received it: "2 jam yang lalu", "Kemarin 14.05 WIB"."""
    if ago := _AGO.search(low):
        count = int(ago["count"]) if ago["count"].isdecimal() else 1
        return received.astimezone(UTC) - timedelta(seconds=count * _UNITS[ago["unit"]]), False
    nearby = _NEARBY.search(low)
    if not nearby:
        return None
    if nearby[3]:
        return received.astimezone(UTC), False
    stated, rest = _zone(low)
    here = stated or zone
    day = received.astimezone(here).date() - timedelta(days=1 if nearby[2] else 0)
    clock = _clock(rest)
    return (_moment(day, clock, here) if clock else received.astimezone(UTC)), False


def _dated(low: str, zone: tzinfo) -> tuple[datetime, bool]:
    day, rest = _day(low)
    stated, rest = _zone(rest)
    clock = _clock(rest)
    moment = _moment(day, clock or (0, 0, 0), stated or zone)
    return moment, stated is not None and clock is not None


def _day(low: str) -> tuple[date, str]:
    """The day, and the text without it (a space in its place)."""
    for form in _DAYS:
        found = form.search(low)
        if found:
            parts = found.groupdict()
            month = _MONTHS[parts["name"]] if "name" in parts else int(parts["month"] or 1)
            day = int(parts.get("day") or 1)
            if month > 12 >= day and "name" not in parts:
                day, month = month, day  # 11/24/2026: no other reading is a date
            return date(_year(parts["year"]), month, day), _without_day(low, found)
    raise NoDate(low)


def _without_day(low: str, found: re.Match[str]) -> str:
    """A clock inside the match ("Nov 24 15:02:25 2026") must stay."""
    inner = re.search(r"\d{1,2}:\d{2}(?::\d{2})?(?: [a-z]{1,5}\b)?", found[0])
    return f"{low[: found.start()]} {inner[0] if inner else ''} {low[found.end() :]}"


def _year(digits: str) -> int:
    if len(digits) > 4:
        return 9999  # nonsense such as 99999: clamped as too far ahead
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def _zone(low: str) -> tuple[tzinfo | None, str]:
    """The zone, and the text without it. "WIB (GMT+7)" is +7, "GMT+7" too."""
    offset = _OFFSET.search(low)
    named = _ZONE.search(low)
    hours = _ZONES[named[1]] if named else 0
    rest = _ZONE.sub(" ", low)
    if named and hours:
        return timezone(timedelta(hours=hours)), _OFFSET.sub(" ", rest)
    if offset:
        minutes = int(offset["hour"]) * 60 + int(offset["minute"] or 0)
        if len(offset["hour"]) == 2 and minutes >= 24 * 60:
            raise NoDate(low)
        return timezone(timedelta(minutes=-minutes if offset["sign"] == "-" else minutes)), _OFFSET.sub(
            " ", rest
        )
    return (UTC if named else None), rest


def _clock(rest: str) -> tuple[int, int, int] | None:
    found = _CLOCK.search(rest) or _HOUR_ALONE.search(rest) or _COMPACT_CLOCK.search(rest)
    if not found:
        return None
    parts = found.groupdict()
    hour = int(parts["hour"] or parts["hour2"])
    half = parts.get("half")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(parts.get("minute") or 0), int(parts.get("second") or 0)


def _moment(day: date, clock: tuple[int, int, int], zone: tzinfo) -> datetime:
    """Midnight may be written 24.00, and a leap second is the second before."""
    hour, minute, second = clock
    late = timedelta(days=1) if hour == 24 else timedelta()
    local = datetime(
        day.year, day.month, day.day, hour % 24 if late else hour, minute, min(second, 59), 0, zone
    )
    try:
        return (local + late).astimezone(UTC)
    except OverflowError:  # the last day of 9999
        return datetime.max.replace(tzinfo=UTC) if day.year > 5000 else datetime.min.replace(tzinfo=UTC)
