"""Events that a text dates, the day of each, and the minute where a time stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pantau.domain.claims import Claim, ClaimKind
from pantau.narrative.drift.days import minutes
from pantau.narrative.drift.sides import Side

_ANY_YEAR = 2000  # of days that are told without one


@dataclass(frozen=True, slots=True)
class Event:
    """What a clause speaks of, when that was, whether to the minute, and a word of it."""

    said: frozenset[str]
    when: datetime
    is_timed: bool
    at: int

    def is_after(self, other: Event) -> bool:
        """Whether this was later; not between a day and a minute of the same day."""
        if self.is_timed and other.is_timed:
            return self.when > other.when
        return self.when.date() > other.when.date()


def events(side: Side) -> list[Event]:
    """What is told of one day or one time each; a time alone is of the last day told before it."""
    if "chronicle" not in side.memory:
        side.memory["chronicle"] = list(_events(side))
    found: list[Event] = side.memory["chronicle"]
    return found


def _events(side: Side) -> Iterator[Event]:
    last: datetime | None = None
    moments = list(_moments(side))
    for told in moments:
        days = [_day(claim, last) for claim in told if claim.kind is ClaimKind.DATE]
        times = [claim for claim in told if claim.kind is ClaimKind.TIME]
        if len(days) > 1 or len(times) > 1 or None in days or not (days or last):
            last = None
            continue
        day = (days[0] if days else None) or (last.date() if last else date.min)
        when = datetime.combine(day, datetime.min.time())
        when += timedelta(minutes=minutes(str(times[0].value)) if times else 0)
        if last is not None and not days and when < last:
            last = None  # past midnight, or told out of turn
            continue
        last = when
        at = side.page.at(told[0].start)
        is_alone = sum(side.page.sentence(one[0].start) == side.sentence_of[at] for one in moments) == 1
        yield Event(_said(side, at, is_alone), when, bool(times), at)


def _said(side: Side, at: int, is_alone: bool) -> frozenset[str]:
    """What is told of a moment: its clause, or its sentence where that names no other."""
    if is_alone:
        return side.in_sentence.get(side.sentence_of[at], frozenset())
    span = side.clauses[side.clause_of[at]]
    return frozenset(side.terms[one].concept for one in range(span.first, span.last) if side.is_content[one])


def _moments(side: Side) -> Iterator[list[Claim]]:
    """Days and times in the order of the text, a day with the time right behind it."""
    claims = sorted((*side.by_kind[ClaimKind.DATE], *side.by_kind[ClaimKind.TIME]), key=lambda one: one.start)
    held: list[Claim] = []
    for claim in claims:
        if held and not _is_beside(side, held[-1], claim):
            yield held
            held = []
        held.append(claim)
    if held:
        yield held


def _is_beside(side: Side, before: Claim, behind: Claim) -> bool:
    """Whether nothing is told between two claims of one sentence."""
    first, last = side.page.at(before.end), side.page.at(behind.start)
    is_one = side.page.sentence(before.start) == side.page.sentence(behind.start)
    return is_one and before.kind is not behind.kind and not any(side.is_content[first:last])


def _day(claim: Claim, last: datetime | None) -> date | None:
    """A day with its month; the year of the day before it where it tells none."""
    year, month, day = (int(part or 0) for part in claim.parts[:3])
    if not (month and day):
        return None
    try:
        return date(year or (last.year if last else _ANY_YEAR), month, day)
    except ValueError:
        return None
