"""Streams as newsrooms make them: days of ordinary news, and planted events that grow wide, each told in its own words.

Outlets write by the rhythm of the day; who follows a story does so with a lag of minutes to hours, longer at
night. A fast event has half of its reports out within the hour; a slow one is told by one or two outlets, hours
apart, before the others notice. Everything follows from the seed.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from pantau.drill.dates import fill_dates
from pantau.drill.events import Event, happen, templates
from pantau.drill.outlets import WIB, Place, places
from pantau.evaluate.streams import Item

TEMPLATES = Path(__file__).parent / "templates"
BEGIN = datetime(2026, 9, 6, 17, tzinfo=UTC)  # a Monday's midnight in WIB
RHYTHM = (2, 1, 1, 1, 2, 6, 14, 22, 30, 36, 38, 34, 30, 33, 35, 34, 30, 25, 20, 19, 17, 12, 8, 4)
WIDE = 10  # outlets make an event wide
_BUSY = max(RHYTHM)
_MINISTRY = frozenset({"pemasyarakatan", "imigrasi", "layanan-hukum", "kementerian"})
_LOCAL_SLOTS = ("{kota}", "{provinsi}", "{zona}", "{pemda}", "{kepala_daerah}")
_LOCAL_FOLLOWERS = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2)
_NATIONAL_FOLLOWERS = (0, 0, 1, 1, 2, 2, 3, 4, 5, 7)  # one in ten is taken up widely, yet by fewer than ten
_HEADLINES_ONLY = 0.3  # of the outlets send no text
_WIRE = 0.25  # of the followers of ordinary news print the agency's text


@dataclass(frozen=True, slots=True)
class Newsroom:
    """`place` is None for an outlet of the whole country; `output` articles a day."""

    name: str
    place: Place | None
    output: int
    has_text: bool


@dataclass(frozen=True, slots=True)
class Planted:
    key: str
    ministry: bool
    slow: bool


@dataclass(frozen=True, slots=True)
class Stream:
    """Articles in order of time, the event that each tells by its id, and the events that grow wide."""

    items: tuple[Item, ...]
    gold: dict[str, str]
    planted: tuple[Planted, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    minute: float
    outlet: Newsroom
    title: str
    text: str
    key: str


class Clock:
    """Time as newsrooms feel it: an hour of lag before noon is most of a night."""

    def __init__(self, days: int) -> None:
        self.minutes = days * 24 * 60
        self._felt = list(accumulate(RHYTHM[minute // 60 % 24] / _BUSY for minute in range(self.minutes)))

    def some(self, dice: Random, first: float = 0.0, last: float = 1.0) -> float:
        """A minute when somebody writes, in a part of the days."""
        felt = dice.uniform(first, last) * self._felt[-1]
        return bisect_left(self._felt, felt) + dice.random()

    def after(self, minute: float, lag: float) -> float:
        """The minute that comes `lag` busy minutes after another; past the end when there is none."""
        place = min(int(minute), self.minutes - 1)
        return bisect_left(self._felt, self._felt[place] + lag) + minute % 1


def stream(seed: int, *, outlets: int, days: int, planted: int, part: str = "dev") -> Stream:
    """Ordinary news of so many outlets and days with so many planted events; half of these are slow.

    part  whose templates the planted events come from: "dev" or "kept"
    """
    dice = Random(f"{part}-{seed}")
    press, clock = _press(outlets, dice), Clock(days)
    told = list(_ordinary(press, clock, days, dice))
    events = []
    for number, facts in enumerate(_events(part, planted, dice)):
        event = Planted(f"besar-{number}", bool(facts.get("ministry")), number % 2 == 1)
        events.append(event)
        told += _wide(event, facts, press, clock, dice)
    told = sorted((one for one in told if one.minute < clock.minutes), key=lambda one: one.minute)
    carriers = Counter(key for key, _outlet in {(one.key, one.outlet) for one in told})
    events = [event for event in events if carriers[event.key] >= WIDE]
    items = tuple(_item(number, one) for number, one in enumerate(told, 1))
    return Stream(items, {item.id: one.key for item, one in zip(items, told, strict=True)}, tuple(events))


def _item(number: int, one: _Told) -> Item:
    at = BEGIN + timedelta(seconds=round(one.minute * 60))
    local = at.astimezone(WIB)
    text = fill_dates(one.text, local) if one.outlet.has_text else ""
    return Item(
        f"a{number}",
        fill_dates(one.title, local),
        text,
        at,
        one.outlet.name,
        f"https://berita.example/{number}",
    )


def _press(count: int, dice: Random) -> list[Newsroom]:
    """Three in ten write for the whole country; a few write much, most little."""
    spots = list(places().values())
    national = round(count * 0.3)
    return [
        Newsroom(
            name=f"Warta {number}"
            if number < national
            else f"Kabar {spots[number % len(spots)].name} {number}",
            place=None if number < national else spots[number % len(spots)],
            output=max(4, min(40, round(dice.lognormvariate(2.2, 0.6)))),
            has_text=dice.random() > _HEADLINES_ONLY,
        )
        for number in range(count)
    ]


# --- ordinary news


def _ordinary(press: Sequence[Newsroom], clock: Clock, days: int, dice: Random) -> Iterator[_Told]:
    left = {outlet: outlet.output * days for outlet in press}
    happened: set[tuple[str, ...]] = set()
    number = 0
    while any(count > 0 for count in left.values()):
        leader = dice.choices(list(left), [max(0, count) for count in left.values()])[0]
        left[leader] -= 1
        event = _happening(leader, dice)
        if event is None or event.identity in happened:
            continue
        happened.add(event.identity)
        number += 1
        for told in _coverage(event, leader, press, clock, f"umum-{number}", dice):
            left[told.outlet] -= told.outlet is not leader
            yield told


def _happening(leader: Newsroom, dice: Random) -> Event | None:
    is_regional = leader.place is not None or dice.random() < 0.2
    wanted = [t for t in templates() if (t.desk == "daerah" or t.desk in _MINISTRY) == is_regional]
    weights = [0.25 if template.desk in _MINISTRY else 1.0 for template in wanted]
    template = dice.choices(wanted, weights)[0]
    words = " ".join((*template.titles, *template.leads, *template.details))
    is_local = any(slot in words for slot in _LOCAL_SLOTS)
    spot = (leader.place or dice.choice(list(places().values()))) if is_local else None
    return happen(template, spot, dice)


def _coverage(
    event: Event, leader: Newsroom, press: Sequence[Newsroom], clock: Clock, key: str, dice: Random
) -> Iterator[_Told]:
    many = _LOCAL_FOLLOWERS if event.place else _NATIONAL_FOLLOWERS
    near = [o for o in press if o is not leader and (event.place is None or o.place in (None, event.place))]
    followers = dice.sample(near, min(dice.choice(many), len(near)))
    angles = dice.sample(event.template.titles, len(event.template.titles))
    minute, first = clock.some(dice), None
    for outlet in (leader, *followers):
        if first is not None and (not angles or dice.random() < _WIRE):
            yield replace(first, minute=minute, outlet=outlet)
        else:
            title = event.headline(angles.pop())
            body = [dice.choice(event.template.leads), *_some(event.template.details, dice)]
            text = " ".join(event.text(sentence) for sentence in body)
            one = _Told(minute, outlet, title, text, key)
            first = first or one
            yield one
        minute = clock.after(minute, 4 + dice.expovariate(1 / 40))


def _some(details: Sequence[str], dice: Random) -> list[str]:
    return dice.sample(details, min(len(details), dice.randint(1, 2)))


# --- events that grow wide


@cache
def _script(part: str) -> dict[str, Any]:
    return tomllib.loads((TEMPLATES / f"{part}.toml").read_text(encoding="utf-8"))


def _events(part: str, count: int, dice: Random) -> Iterator[dict[str, Any]]:
    """Templates in turn, each time in another province, with their slots filled."""
    listed = _script(part)["event"]
    order = dice.sample(listed, len(listed))
    spots = dice.sample(list(places().values()), len(places()))
    for number in range(count):
        spot = spots[number % len(spots)]
        slots = {"kota": dice.choice(spot.cities or spot.regencies), "wilayah": spot.name}
        template = order[number % len(order)]
        slots |= {name: _pick(values, dice) for name, values in template["pick"].items()}
        filled = {
            kind: [_fill(text, slots) for text in template[kind]]
            for kind in ("names", "titles", "leads", "details")
        }
        angles = [_fill(text, slots) for text in _script(part)["angles"]]
        yield {**filled, "angles": angles, "ministry": template.get("ministry", False), "spot": spot}


def _pick(values: str | list[str], dice: Random) -> str:
    if not isinstance(values, str):
        return dice.choice(values)
    low, _, high = values.partition("-")
    if "." in values:
        return f"{dice.uniform(float(low), float(high)):.1f}".replace(".", ",")
    return str(dice.randint(int(low), int(high)))


def _fill(text: str, slots: dict[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _wide(
    event: Planted, facts: dict[str, Any], press: Sequence[Newsroom], clock: Clock, dice: Random
) -> Iterator[_Told]:
    """Reports of an event by its outlets, the local ones first; some write twice."""
    local = [outlet for outlet in press if outlet.place == facts["spot"]]
    others = [outlet for outlet in press if outlet not in local]
    many = min(30, max(12, int(dice.lognormvariate(3.0, 0.35))))
    reporters = [*local[:3], *dice.sample(others, len(others))][:many]
    minutes = list(_times(event.slow, len(reporters), clock, dice))
    again = dice.sample(reporters, len(reporters) // 4)
    reporters += again
    minutes += [clock.after(minutes[-1], dice.expovariate(1 / 120)) for _ in again]
    titles = _wordings(facts, dice)
    for minute, outlet in zip(minutes, reporters, strict=True):
        text = " ".join([dice.choice(facts["leads"]), *_some(facts["details"], dice)])
        yield _Told(minute, outlet, next(titles), text, event.key)


def _times(slow: bool, count: int, clock: Clock, dice: Random) -> Iterator[float]:
    """When the outlets come in, in order. Slow: three to five alone, hours apart, then the rest at once."""
    begin = clock.some(dice, 0.05, 0.65)
    waits = [dice.uniform(45, 150) for _ in range(dice.randint(2, 4))] if slow else []
    minute = begin
    for wait in waits:
        yield minute
        minute = clock.after(minute, wait)
    yield minute
    middle = 70.0 if slow else 40.0
    lags = sorted(dice.lognormvariate(0, 0.75) * middle for _ in range(count - len(waits) - 1))
    yield from (clock.after(minute, lag) for lag in lags)


def _wordings(facts: dict[str, Any], dice: Random) -> Iterator[str]:
    """Headlines, none twice: what happened at first, what others make of it later."""
    direct = dice.sample(facts["titles"], len(facts["titles"]))
    names = [_capitals(name) for name in facts["names"]]
    spoken = [angle.replace("{N}", name) for angle in facts["angles"] for name in names]
    dice.shuffle(spoken)
    yield from direct[:3]
    later = direct[3:] + spoken[: 3 * len(direct)]
    dice.shuffle(later)
    yield from later
    yield from spoken[3 * len(direct) :]


def _capitals(name: str) -> str:
    small = {"di", "dari", "ke", "yang", "atas", "lewat"}
    words = name.split()
    return " ".join(
        word if number and word in small else word[:1].upper() + word[1:] for number, word in enumerate(words)
    )
