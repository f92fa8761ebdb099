"""A scripted crisis: who reports what, when; read from `resources/drills/scenarios/` and checked whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pantau import assets
from pantau.domain.errors import NotFound
from pantau.drill.dates import fill_dates
from pantau.drill.draft import Draft, links
from pantau.drill.ordinary import ordinary_news
from pantau.drill.outlets import Outlet, outlets
from pantau.drill.script import Record, read_file

_MOST_HOURS = 7 * 24


@dataclass(frozen=True, slots=True)
class Listing:
    """A scenario as a list of them shows it."""

    id: str
    title: str
    hours: int


@dataclass(frozen=True, slots=True)
class Storyline:
    """An event of the script. `expected`: officers should see it rise; the others are decoys."""

    key: str
    title: str
    expected: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One article as one outlet publishes it.

    at     aware, in the outlet's own zone
    story  key of its event; ordinary events have keys as well, "umum-12"
    wire   it copies an agency, so its words are somebody else's too
    """

    at: datetime
    outlet: Outlet
    title: str
    text: str
    url: str
    story: str
    wire: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """A drill, ready to play. `reports` are in order of time and include the ordinary news."""

    id: str
    title: str
    hours: int
    start: datetime
    stories: tuple[Storyline, ...]
    reports: tuple[Report, ...]

    @property
    def end(self) -> datetime:
        return self.start + timedelta(hours=self.hours)

    @property
    def expected(self) -> tuple[Storyline, ...]:
        return tuple(story for story in self.stories if story.expected)

    def count_at(self, now: datetime) -> int:
        """How many reports are out at `now`."""
        return bisect_right(self.reports, now, key=lambda report: report.at)

    def of_story(self, key: str) -> tuple[Report, ...]:
        return tuple(report for report in self.reports if report.story == key)


def available() -> tuple[Listing, ...]:
    """The shipped scenarios, by id. Raises PantauError if one cannot be read."""
    return tuple(_listing(read_file(path)) for path in sorted(_folder().glob("*.toml")))


def load(name: str, *, start: datetime | None = None, ordinary: bool = True) -> Scenario:
    """A shipped scenario by its id.

    start     when its minute 0 is, aware; None for the moment that the script names. Dates in the texts
              follow it, hours do not: the shipped scripts want a midnight in WIB
    ordinary  whether the day's other news is played around the crisis
    Raises NotFound for an id that is not shipped, PantauError when the script is faulty.
    """
    path = _folder() / f"{name}.toml"
    if path not in set(_folder().glob("*.toml")):
        known = ", ".join(sorted(file.stem for file in _folder().glob("*.toml")))
        raise NotFound("drill.unknown", scenario=name, known=known)
    return load_file(path, start=start, ordinary=ordinary)


def load_file(path: Path, *, start: datetime | None = None, ordinary: bool = True) -> Scenario:
    """A scenario from a file of one's own; as `load`."""
    script = read_file(path)
    head = _listing(script)
    begin = start or _moment(script)
    stories = tuple(_storylines(script))
    drafts = list(_drafts(script, head.hours, {story.key for story in stories}))
    if ordinary:
        drafts += ordinary_news(head.id, begin, head.hours, taken={draft.title for draft in drafts})
    reports = tuple(_reports(script, drafts, begin))
    return Scenario(head.id, head.title, head.hours, begin, stories, reports)


def _folder() -> Path:
    return assets.path("drills/scenarios")


def _listing(script: Record) -> Listing:
    hours = script.whole("hours")
    if not 1 <= hours <= _MOST_HOURS:
        script.fail("drill.field-wrong", field="hours")
    return Listing(script.text("id"), script.text("title"), hours)


def _moment(script: Record) -> datetime:
    value = script.values.get("start")
    if not isinstance(value, datetime) or value.tzinfo is None:
        script.fail("drill.field-wrong", field="start")
    return value


def _storylines(script: Record) -> Iterator[Storyline]:
    seen: set[str] = set()
    for record in script.list("story"):
        key = record.text("key")
        if key in seen:
            record.fail("drill.story-twice", story=key)
        seen.add(key)
        yield Storyline(key, record.text("title"), record.flag("expected"))


def _drafts(script: Record, hours: int, keys: set[str]) -> Iterator[Draft]:
    """The scripted reports, each followed by its copies in other outlets."""
    for record in script.list("report"):
        first = _draft(record, hours)
        if first.story not in keys:
            record.fail("drill.no-story", story=first.story)
        yield first
        for copy in record.list("copy"):
            yield _copy(copy, first, hours)


def _draft(record: Record, hours: int) -> Draft:
    return Draft(
        minute=_minute(record, hours),
        outlet=_outlet(record),
        title=record.text("title"),
        text=record.text("text"),
        story=record.text("story"),
        place=record.text("place", ""),
        wire="copy" in record.values,
    )


def _copy(record: Record, first: Draft, hours: int) -> Draft:
    return Draft(
        minute=_minute(record, hours),
        outlet=_outlet(record),
        title=record.text("title", first.title),
        text=first.text,
        story=first.story,
        place=first.place,
        wire=True,
    )


def _minute(record: Record, hours: int) -> int:
    """Minutes since the start, from "HH.MM" of the script's clock; past midnight hours go on from 24."""
    hour, _, minute = record.text("at").partition(".")
    if not (hour.isdecimal() and len(minute) == 2 and minute.isdecimal() and int(minute) < 60):
        record.fail("drill.field-wrong", field="at")
    total = int(hour) * 60 + int(minute)
    if total >= hours * 60:
        record.fail("drill.outside-hours", at=record.text("at"), hours=hours)
    return total


def _outlet(record: Record) -> Outlet:
    slug = record.text("outlet")
    if slug not in outlets():
        record.fail("drill.no-outlet", outlet=slug)
    return outlets()[slug]


def _reports(script: Record, drafts: list[Draft], start: datetime) -> Iterator[Report]:
    """Drafts as published, in order of time. Raises PantauError when two have one headline or address."""
    drafts.sort(key=lambda draft: (draft.minute, draft.outlet.slug))
    headlines: dict[str, str] = {}
    for draft, url in zip(drafts, links(drafts, start), strict=True):
        if headlines.setdefault(draft.title, draft.text) != draft.text:  # an agency's copies say the same
            script.fail("drill.title-twice", title=draft.title)
        at = (start + timedelta(minutes=draft.minute)).astimezone(draft.outlet.zone)
        text = fill_dates(draft.datelined, at)
        yield Report(at, draft.outlet, fill_dates(draft.title, at), text, url, draft.story, draft.wire)
