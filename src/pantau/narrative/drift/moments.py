"""Moments that a text dates to the minute, and days that it tells only by another: "keesokan harinya"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pantau.domain.claims import ClaimKind
from pantau.language.claims.spoken import SMALL, small
from pantau.narrative.drift.days import days, minutes
from pantau.narrative.drift.sides import Side

_LENGTHS = {"hari": 1, "minggu": 7, "pekan": 7}
_LATER = r"(?:kemudian|berselang|setelahnya|sesudahnya|setelah\s+itu|sesudah\s+itu|berikutnya)"
_EARLIER = r"(?:sebelumnya|sebelum\s+itu)"
_RELATIVE = re.compile(
    r"\b(?:(?P<next>(?:ke)?esok(?:an)?\s*(?:hari|pagi|siang|sore|malam)(?:nya)?|besoknya|esoknya|hari\s+berikutnya)"
    rf"|(?:(?P<n>{SMALL})\s+|(?P<one>se))(?P<unit>hari|minggu|pekan)\s+(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER})))\b"
)
_FAR = 2  # sentences between a day and what is told by it
_LONGEST = timedelta(days=45)  # between two moments whose distance a text may tell


@dataclass(frozen=True, slots=True)
class Related:
    """A day that a text tells by another one, and where."""

    day: date
    start: int
    end: int


def related(side: Side) -> list[Related]:
    """The days that are told by the last full one before them."""
    told = sorted(((day.claim.start, day.date) for day in days(side) if day.date), key=lambda one: one[0])
    found: list[Related] = []
    for match in _RELATIVE.finditer(side.page.low):
        before = [(start, day) for start, day in told if start < match.start()]
        before += [(one.start, one.day) for one in found]
        if not before:
            continue
        start, day = max(before)
        if side.page.sentence(match.start()) - side.page.sentence(start) <= _FAR:
            found.append(Related(day + timedelta(days=_step(match)), *match.span()))
    return found


def _step(match: re.Match[str]) -> int:
    if match["next"]:
        return 1
    count = 1 if match["one"] else small(match["n"])
    return count * _LENGTHS[match["unit"]] * (-1 if match["earlier"] else 1)


def moments(side: Side) -> list[datetime]:
    """Days with the times that stand behind them in their sentence, and both ends of a span of times."""
    told = [(day.claim, day.date) for day in days(side) if day.date]
    found = []
    for clock in side.by_kind[ClaimKind.TIME]:
        sentence = side.page.sentence(clock.start)
        beside = [
            (abs(claim.start - clock.start), day)
            for claim, day in told
            if side.page.sentence(claim.start) == sentence
        ]
        if beside:
            day = min(beside)[1]
            for said in filter(None, (clock.value, clock.high)):
                found.append(datetime.combine(day, time()) + timedelta(minutes=minutes(str(said))))
    return found


def apart(side: Side) -> Iterator[float]:
    """Seconds between any two moments that a text dates."""
    told = sorted(set(moments(side)))
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if timedelta(hours=12) < other - one <= _LONGEST:
                yield (other - one).total_seconds()


def reached(side: Side) -> Iterator[date]:
    """The day of a moment that lies a length in hours behind a dated one."""
    lengths = [
        timedelta(hours=float(claim.value))
        for claim in side.by_kind[ClaimKind.DURATION]
        if claim.unit == "jam" and isinstance(claim.value, int | float) and claim.value < 400
    ]
    for moment in moments(side):
        yield from ((moment + length).date() for length in lengths)
        yield from ((moment - length).date() for length in lengths)
