"""When something was published, whatever way the outlet chose to say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from pantau.domain.article import DateOrigin

WIB = timezone(timedelta(hours=7), "WIB")
WITA = timezone(timedelta(hours=8), "WITA")
WIT = timezone(timedelta(hours=9), "WIT")

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(hours=24)
LOOKED_AT = 200

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), start=1
    )
}
_OFFSETS = {
    "+0700": timedelta(hours=7),
    "+0800": timedelta(hours=8),
    "+0900": timedelta(hours=9),
    "+0000": timedelta(),
    "GMT": timedelta(),
    "UTC": timedelta(),
}


class NoDate(ValueError):
    """The text holds no date."""


@dataclass(frozen=True, slots=True)
class Published:
    """A moment in UTC and how we know it."""

    moment: datetime
    origin: DateOrigin


def published(text: str, *, received: datetime, zone: tzinfo) -> Published:
    """When an item says it was published, in UTC.

    Reads RFC 822 (RSS 2.0), RFC 3339 and W3CDTF (Atom, JSON Feed, Dublin Core), seconds since 1970, and
    Indonesian forms such as "Senin, 3 Februari 2025 10.00 WIB", "03/02/2025 pukul 14.05" or
    "2 jam yang lalu" (WIB +07, WITA +08, WIT +09).

    text      as the feed has it; 200 characters are looked at
    received  when we fetched it, aware: the answer is at most 24 h later, and never before 1990
    zone      used if the text names none: the outlet's, not this machine's
    Returns the moment and how we know: stated, assumed (no zone, no time of day, or told relative to now) or
    clamped.
    Raises NoDate when the text holds no date; nothing else, whatever the text.
    """
    moment = _rfc822(text) if text[3:4] == "," else _rfc3339(text)
    if moment is not None:
        origin = DateOrigin.STATED
    else:
        # The slow forms stand apart so that the two common ones stay cheap: millions of entries have them.
        from pantau.feeds.datewords import understood

        moment, is_stated = understood(text[:LOOKED_AT], received=received, zone=zone)
        origin = DateOrigin.STATED if is_stated else DateOrigin.ASSUMED
    return _clamped(moment, origin, received)


def _rfc822(text: str) -> datetime | None:
    """ "Tue, 24 Nov 2026 15:02:25 +0700" exactly, by position; None for any other form."""
    offset = _OFFSETS.get(text[26:])
    month = _MONTHS.get(text[8:11])
    if offset is None or month is None or text[19] != ":" or text[22] != ":" or not text[5:7].isdecimal():
        return None
    try:
        return datetime(
            int(text[12:16]), month, int(text[5:7]), int(text[17:19]), int(text[20:22]), int(text[23:25]), 0, UTC
        ) - offset  # fmt: skip
    except (ValueError, OverflowError):
        return None


def _rfc3339(text: str) -> datetime | None:
    """ "2026-11-24T15:02:25+07:00" or with Z and fractions; None for any other form, or without a zone."""
    if text[10:11] != "T" or text[4:5] != "-" or text[13:14] != ":":
        return None
    try:
        moment = datetime.fromisoformat(text)
        return None if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _clamped(moment: datetime, origin: DateOrigin, received: datetime) -> Published:
    if moment < EARLIEST:
        return Published(EARLIEST, DateOrigin.CLAMPED)
    if moment - received > AHEAD:
        return Published(received.astimezone(UTC) + AHEAD, DateOrigin.CLAMPED)
    return Published(moment, origin)
