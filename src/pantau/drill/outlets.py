"""The fictional press that plays in every drill, and the places that it reports from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import Any

from pantau.domain.source import Tier
from pantau.drill.script import Record, read


class Form(StrEnum):
    """How an outlet publishes."""

    RSS = "rss"
    ATOM = "atom"


class Style(StrEnum):
    """How an outlet writes."""

    TERSE = "terse"
    FORMAL = "formal"
    SENSATIONAL = "sensational"


@dataclass(frozen=True, slots=True)
class Place:
    """A province: official code, name, zone, some of its cities (kota) and regencies (kabupaten).

    coast  those of the cities and regencies that lie on the sea
    """

    code: str
    name: str
    zone: timezone
    cities: tuple[str, ...]
    regencies: tuple[str, ...]
    coast: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One fictional outlet.

    region    official code of a province, None for the whole country
    desks     what it writes about on an ordinary day
    output    ordinary articles a day, roughly
    path      how its links look: {id}, {slug}, {year}, {month}, {day}
    dateline  whether its reports start with the city and its name
    """

    slug: str
    name: str
    tier: Tier
    region: str | None
    form: Form
    style: Style
    city: str
    desks: tuple[str, ...]
    output: int
    path: str
    dateline: bool

    @property
    def site(self) -> str:
        return f"https://{self.slug}.example"

    @property
    def zone(self) -> timezone:
        return places()[self.region].zone if self.region else WIB


WIB = timezone(timedelta(hours=7), "WIB")
_ZONE_NAMES = {7: "WIB", 8: "WITA", 9: "WIT"}


@cache
def places() -> dict[str, Place]:
    """The provinces of the drills by official code. Raises PantauError if the file is faulty."""
    return {place.code: place for place in map(_place, read("drills/places.toml").list("province"))}


@cache
def outlets() -> dict[str, Outlet]:
    """The outlets by slug, in the order of the file. Raises PantauError if the file is faulty."""
    return {outlet.slug: outlet for outlet in map(_outlet, read("drills/outlets.toml").list("outlet"))}


def _place(record: Record) -> Place:
    hours = record.whole("zone")
    zone = timezone(timedelta(hours=hours), _ZONE_NAMES.get(hours, ""))
    towns = (record.texts(name) for name in ("cities", "regencies", "coast"))
    return Place(record.text("code"), record.text("name"), zone, *towns)


def _outlet(record: Record) -> Outlet:
    values: dict[str, Any] = {name: record.text(name) for name in ("slug", "name", "city", "path")}
    return Outlet(
        **values,
        tier=record.one_of("tier", Tier),
        region=record.text("region", "") or None,
        form=record.one_of("format", Form),
        style=record.one_of("style", Style),
        desks=record.texts("desks"),
        output=record.whole("output"),
        dateline=record.flag("dateline"),
    )
