"""Days that a text names, and what lies between its days and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from pantau.domain.claims import Claim, ClaimKind
from pantau.narrative.drift.sides import Side

_DAY = 86_400
_OPENS = re.compile(r"\b(?:dibuka|mulai|dimulai|sejak|dari|berlangsung)\b[^.]*$")
_CLOSES = re.compile(r"^[^.\n]*\b(?:ditutup|berakhir|selesai|sampai|hingga)\b[^.\n]*$")
_BESIDE = 5  # days of a sentence among which one states the year
_LONGEST_SPAN = 31  # days of a span whose days are told one by one


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as a text tells it; 0 where it does not, -1 for an unknown weekday."""

    year: int
    month: int
    day: int
    weekday: int
    claim: Claim

    @property
    def date(self) -> date | None:
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None


def minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def days(side: Side) -> list[Day]:
    """The days that a text names, both ends of spans; a year is lent to days beside it that have none."""
    claims = side.by_kind[ClaimKind.DATE]
    years = {int(claim.parts[0]) for claim in claims if claim.parts[0]}
    lent = years.pop() if len(years) == 1 else 0
    several = _lent(side, claims) if years else {}
    found = []
    for claim in claims:
        lent = several.get(claim.start, lent)
        year, month, day = (int(part) if part else 0 for part in claim.parts[:3])
        known = int(claim.parts[3]) if claim.parts[3] else -1
        year = year or (lent if month else 0)
        found.append(make_day(year, month, day, known, claim))
        if claim.high:
            found.append(make_day(year, month, int(str(claim.high)[-2:]), -1, claim))
    return found


def _lent(side: Side, claims: list[Claim]) -> dict[int, int]:
    """Where a text names several years: that of the next full day in the sentence of one without, else of the last."""
    found: dict[int, int] = {}
    last = 0
    for number, claim in enumerate(claims):
        if claim.parts[0]:
            last = int(claim.parts[0])
            continue
        sentence = side.page.sentence(claim.start)
        behind = (
            int(one.parts[0])
            for one in claims[number : number + _BESIDE]
            if one.parts[0] and side.page.sentence(one.start) == sentence
        )
        found[claim.start] = next(behind, last)
    return found


def reached(side: Side, told: list[Day]) -> Iterator[Day]:
    """The last day of what begins on a day and takes some days: 14 May and four days reach 17 May."""
    for duration in side.by_kind[ClaimKind.DURATION]:
        if duration.unit not in ("hari", "minggu", "pekan") or not isinstance(duration.value, int):
            continue
        length = duration.value * (1 if duration.unit == "hari" else 7)
        sentence = side.page.sentence(duration.start)
        for day in told:
            if day.date and length < 400 and side.page.sentence(day.claim.start) == sentence:
                for more in (length - 1, length):
                    end = day.date + timedelta(days=more)
                    yield make_day(end.year, end.month, end.day, -1, day.claim)


def make_day(year: int, month: int, day: int, weekday: int, claim: Claim) -> Day:
    if weekday < 0 and year and month and day:
        try:
            weekday = date(year, month, day).weekday()
        except ValueError:
            year = 0
    return Day(year, month, day, weekday, claim)


@dataclass(frozen=True, slots=True)
class Spans:
    """What lies between the times and days of a text: seconds by the clock, whole days, months."""

    clock: frozenset[float]
    days: frozenset[float]
    months: frozenset[int]
    between: frozenset[int]  # months from the month of one day to that of another


def spans(side: Side) -> Spans:
    return Spans(
        frozenset(_clock_spans(side)),
        frozenset(_day_spans(side)),
        frozenset((*_month_spans(side), *_year_spans(side))),
        frozenset(_between(side)),
    )


def _between(side: Side) -> Iterator[int]:
    told = sorted({(day.year, day.month) for day in days(side) if day.year and day.month})
    for (year, month), (later, other) in combinations(told, 2):
        yield 12 * (later - year) + other - month


def _clock_spans(side: Side) -> Iterator[float]:
    clocks: set[int] = set()
    lengths: set[int] = set()
    for claim in side.by_kind[ClaimKind.TIME]:
        clocks.add(minutes(str(claim.value)))
        if claim.high:
            clocks.add(minutes(str(claim.high)))
            lengths.add((minutes(str(claim.high)) - minutes(str(claim.value))) % (24 * 60))
    yield from (60.0 * length for length in lengths)
    for told in (clocks, lengths):
        for one, other in combinations(sorted(told), 2):
            yield from (60.0 * (other - one), 60.0 * (24 * 60 - other + one))  # over midnight


def _day_spans(side: Side) -> Iterator[float]:
    for left, right in pairwise(days(side)):
        gap = side.page.low[left.claim.end : right.claim.start].strip()
        if left.weekday >= 0 and right.weekday >= 0 and gap in ("sampai", "hingga", "-", "–", "s.d.", "s/d"):
            yield float(((right.weekday - left.weekday) % 7 + 1) * _DAY)
    told = sorted({day.date for day in days(side) if day.date})
    for first, second in combinations(told, 2):
        length = (second - first).days
        yield from (float(length * _DAY), float((length + 1) * _DAY))


def _year_spans(side: Side) -> Iterator[int]:
    """Months of the years from one to another that stand side by side: 2027-2029 are three years."""
    told = [day for day in days(side) if day.year and not day.month]
    for first, last in pairwise(told):
        gap = side.page.low[first.claim.end : last.claim.start].strip()
        if (
            gap in ("-", "–", "sampai", "hingga", "s.d.", "sampai dengan", "")
            and 0 < last.year - first.year < 60
        ):
            yield 12 * (last.year - first.year + 1)


def _month_spans(side: Side) -> Iterator[int]:
    """Months from one to another that a sentence names: January to June are six."""
    told = [
        (side.page.sentence(day.claim.start), day.year, day.month)
        for day in days(side)
        if day.month and not day.day
    ]
    for (one, year, first), (other, later, second) in combinations(told, 2):
        months = 12 * ((later or year) - (year or later)) + second - first
        if one == other and 0 < months < 60:
            yield months + 1


def inside(side: Side, told: list[Day]) -> Iterator[date]:
    """The days between the ends of each span."""
    for first, last in pairwise(told):
        if not (first.date and last.date and first.date < last.date):
            continue
        gap = side.page.low[first.claim.end : last.claim.start]
        is_open = _OPENS.search(side.page.low, max(0, first.claim.start - 30), first.claim.start) is not None
        if (
            (is_open and _CLOSES.search(gap))
            or first.claim is last.claim
            or gap.strip(" ,")
            in (
                "sampai",
                "hingga",
                "s.d.",
                "sampai dengan",
                "–",
                "-",
            )
        ):
            days_between = min((last.date - first.date).days, _LONGEST_SPAN)
            yield from (first.date + timedelta(days=step) for step in range(1, days_between))
