"""The other news of the day: hundreds of small events, so that a crisis has something to stand out from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from pantau.domain.source import Tier
from pantau.drill.draft import Draft
from pantau.drill.events import Event, Template, happen, templates
from pantau.drill.outlets import WIB, Outlet, Place, Style, outlets, places

# How busy newsrooms are by the hour of the day in WIB: asleep at night, busiest before noon.
_RHYTHM = (2, 1, 1, 1, 2, 6, 14, 22, 30, 36, 38, 34, 30, 33, 35, 34, 30, 25, 20, 19, 17, 12, 8, 4)
# How many others take an event up, each number as likely: more when it concerns the whole country.
_LOCAL_FOLLOWERS = (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2)
_NATIONAL_FOLLOWERS = (0, 0, 0, 1, 1, 2, 2, 3, 3, 4)
_HOOKS = (
    ", Begini Ceritanya",
    ", Ini Faktanya",
    ", Begini Penjelasannya",
    ", Simak Rinciannya",
)
_APPETITE = {"daerah": 14.0, "nasional": 4.0, "ekonomi": 3.0, "olahraga": 2.0, "kementerian": 0.7}
_NATIONAL_APPETITE = {"daerah": 8.0}
_TRIES = 12
_NATIONAL_DESKS = frozenset({"nasional", "ekonomi", "olahraga", "hukum", "kementerian", "cek-fakta", "viral"})


def ordinary_news(seed: str, start: datetime, hours: int, taken: set[str]) -> list[Draft]:
    """A day's ordinary articles of all outlets; the same for the same arguments.

    start  minute 0, aware: it decides when it is night
    taken  headlines that exist already; grows by those made here
    """
    return list(_Newsroom(seed, start, hours, taken).write())


class _Newsroom:
    """Gives every outlet its share of events until all have written what they write in the time."""

    def __init__(self, seed: str, start: datetime, hours: int, taken: set[str]) -> None:
        self._dice = Random(seed)  # noqa: S311 - a script must play the same way each time
        self._taken = taken
        self._minutes = hours * 60
        self._busy = [_RHYTHM[_hour(start, minute)] for minute in range(self._minutes)]
        day = sum(_RHYTHM) * 60
        self._left = {o: round(o.output * sum(self._busy) / day) for o in outlets().values()}
        self._happened: set[tuple[str, ...]] = set()
        self._times: Counter[str] = Counter()
        self._bags: dict[str, list[Template]] = {}

    def write(self) -> Iterator[Draft]:
        number = 0
        while any(left > 0 for left in self._left.values()):
            number += 1
            yield from self._cover(self._leader(), f"umum-{number}")

    def _leader(self) -> Outlet:
        names = [outlet for outlet, left in self._left.items() if left > 0]
        return self._dice.choices(names, [self._left[name] for name in names])[0]

    def _cover(self, leader: Outlet, story: str) -> Iterator[Draft]:
        """An event, told by the outlet that has it first and by those that follow."""
        event = self._event(leader)
        if event is None:
            self._left[leader] -= 1  # the outlet has run out of news
            return
        minute = self._dice.choices(range(self._minutes), self._busy)[0]
        reporters = [leader, *self._followers(leader, event)]
        for outlet, told in zip(reporters, self._tellings(event, reporters), strict=True):
            self._left[outlet] -= 1
            title, text = told
            if title not in self._taken and minute < self._minutes:
                self._taken.add(title)
                yield Draft(minute, outlet, title, text, story, event.city)
            minute += 6 + int(self._dice.expovariate(1 / 45))

    def _event(self, leader: Outlet) -> Event | None:
        """Something that has not happened yet today; None if nothing comes to mind."""
        for _ in range(_TRIES):
            template = self._template(self._desk(leader))
            event = happen(template, self._place(leader, template), self._dice)
            if event is not None and self._is_news(event):
                self._happened.add(event.identity)
                self._times[template.id] += 1
                return event
        return None

    def _is_news(self, event: Event) -> bool:
        often = self._times[event.template.id] >= event.template.times
        return not often and event.identity not in self._happened

    def _desk(self, leader: Outlet) -> str:
        appetite = _APPETITE if leader.region else _APPETITE | _NATIONAL_APPETITE
        return self._dice.choices(leader.desks, [appetite.get(desk, 1) for desk in leader.desks])[0]

    def _template(self, desk: str) -> Template:
        """The next of a desk's templates: each comes once before any comes again."""
        bag = self._bags.setdefault(desk, [])
        if not bag:
            bag += (template for template in templates() if template.desk == desk)
            self._dice.shuffle(bag)
        return bag.pop()

    def _place(self, leader: Outlet, template: Template) -> Place | None:
        if template.desk in _NATIONAL_DESKS:
            return None
        return places()[leader.region] if leader.region else self._dice.choice(list(places().values()))

    def _followers(self, leader: Outlet, event: Event) -> Sequence[Outlet]:
        many = _LOCAL_FOLLOWERS if event.place else _NATIONAL_FOLLOWERS
        wanted = min(self._dice.choice(many), event.template.most - 1)
        near = [o for o in self._left if o != leader and self._may_follow(o, event) and self._left[o] > 0]
        return self._dice.sample(near, min(wanted, len(near)))

    def _may_follow(self, outlet: Outlet, event: Event) -> bool:
        if event.place is None:
            return event.template.desk in outlet.desks
        if outlet.region is None and outlet.tier is not Tier.OFFICIAL:
            return "nasional" in outlet.desks
        near = outlet.region in (None, event.place.code)
        return near and event.template.desk in outlet.desks

    def _tellings(self, event: Event, reporters: Sequence[Outlet]) -> Iterator[tuple[str, str]]:
        """A headline and a text for each outlet, no two in the same words."""
        count = len(event.template.titles)
        some = self._dice.sample(range(count), min(count, len(reporters) + 1))
        angles = sorted(some, key=lambda number: len(event.template.titles[number]))
        for outlet in reporters:
            angle = angles.pop(_preferred(outlet.style, len(angles)))
            title = event.headline(event.template.titles[angle])
            lead = event.template.leads[angle % len(event.template.leads)]
            text = map(event.text, [lead, *self._details(event, outlet.style)])
            yield self._dressed(title, outlet.style), " ".join(text)

    def _details(self, event: Event, style: Style) -> Sequence[str]:
        most = {Style.TERSE: 1, Style.SENSATIONAL: 1, Style.FORMAL: 2}[style]
        return self._dice.sample(event.template.details, min(most, len(event.template.details)))

    def _dressed(self, title: str, style: Style) -> str:
        if style is Style.SENSATIONAL and "," not in title and "?" not in title and self._dice.random() < 0.4:
            return title + self._dice.choice(_HOOKS)
        return title


def _hour(start: datetime, minute: int) -> int:
    return (start + timedelta(minutes=minute)).astimezone(WIB).hour


def _preferred(style: Style, count: int) -> int:
    """Which of `count` headlines, shortest first, an outlet takes: terse ones the shortest."""
    return {Style.TERSE: 0, Style.SENSATIONAL: count // 2, Style.FORMAL: count - 1}[style]
