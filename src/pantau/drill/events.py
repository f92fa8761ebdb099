"""Templates of ordinary events, and how one of them becomes an event with figures and places of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from random import Random

from pantau import assets
from pantau.drill.outlets import Place
from pantau.drill.script import Record, read_file

_JAKARTA = "31"
_STREETS = (
    "Jalan Ahmad Yani",
    "Jalan Diponegoro",
    "Jalan Gajah Mada",
    "Jalan Gatot Subroto",
    "Jalan Imam Bonjol",
    "Jalan Merdeka",
    "Jalan Pahlawan",
    "Jalan Pemuda",
    "Jalan Sudirman",
    "Jalan Veteran",
)


class Where(StrEnum):
    """In what kind of town an event may happen: rice is not harvested in a city, ships do not call inland."""

    ANY = "any"
    CITY = "city"
    RURAL = "rural"
    COAST = "coast"

    def towns(self, place: Place) -> tuple[str, ...]:
        """The towns of a province where it may; none in a province that has no such town."""
        if self is Where.ANY:
            return place.cities + place.regencies
        return {Where.CITY: place.cities, Where.RURAL: place.regencies, Where.COAST: place.coast}[self]


@dataclass(frozen=True, slots=True)
class Template:
    """An event that may happen anywhere.

    desk     which desk writes about it
    where    in what kind of town it happens
    most     how many outlets carry it at most; there are at least as many titles
    times    how often it can happen in a drill: there is one exchange rate
    leads    first sentences; a headline goes with the one of its number, counted around
    picks    slots: words to choose from, or a range "12-85", "100-900/50" (step), "0.4-1.9" (one decimal)
    """

    id: str
    desk: str
    where: Where
    most: int
    times: int
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    details: tuple[str, ...]
    picks: Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Event:
    """A template with its slots filled; every outlet that reports it tells the same facts."""

    template: Template
    place: Place | None
    city: str
    facts: Mapping[str, str]

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it this event and no other: figures alone do not tell two events apart."""
        words = (
            self.facts[name] for name, values in self.template.picks.items() if not isinstance(values, str)
        )
        return (self.template.id, self.city, *words)

    def headline(self, words: str) -> str:
        """A headline with its facts, these in capitals as the words around them are."""
        return _filled(words, {name: _capitals(value) for name, value in self.facts.items()})

    def text(self, words: str) -> str:
        filled = _filled(words, self.facts)
        return filled[:1].upper() + filled[1:]


@cache
def templates() -> tuple[Template, ...]:
    """All templates, file by file. Raises PantauError if one is faulty."""
    files = sorted(assets.path("drills/ordinary").glob("*.toml"))
    return tuple(_template(record) for file in files for record in read_file(file).list("event"))


def happen(template: Template, place: Place | None, dice: Random) -> Event | None:
    """Let an event happen in a province, or in the country (None).

    None if the province has no town where it can.
    """
    towns = template.where.towns(place) if place else ()
    if place and not towns:
        return None
    facts = {name: _pick(values, dice) for name, values in template.picks.items()}
    facts["jalan"] = dice.choice(_STREETS)
    if place is None:
        return Event(template, None, "Jakarta", facts)
    city = dice.choice(towns)
    town = city in place.cities
    facts |= {
        "kota": city,
        "provinsi": place.name,
        "zona": place.zone.tzname(None),
        "pemda": f"{'Pemkot' if town else 'Pemkab'} {city}",
        "kepala_daerah": f"{'Wali Kota' if town else 'Bupati'} {city}",
    }
    if place.code == _JAKARTA:  # a province without regencies or mayors that people vote for
        facts |= {"pemda": f"Pemprov {place.name}", "kepala_daerah": f"Gubernur {place.name}"}
    return Event(template, place, city, facts)


def _filled(words: str, facts: Mapping[str, str]) -> str:
    for name, value in facts.items():
        words = words.replace(f"{{{name}}}", value)
    return words


def _capitals(value: str) -> str:
    small = {"dan", "di", "dari", "ke", "untuk", "yang", "sampai", "lewat"}
    words = value.split(" ")
    return " ".join(
        word if number and word in small else word[:1].upper() + word[1:] for number, word in enumerate(words)
    )


def _template(record: Record) -> Template:
    template = Template(
        id=record.where,
        desk=record.text("desk"),
        where=record.one_of("where", Where, Where.ANY),
        most=record.whole("most", 1),
        times=record.whole("times", 2),
        titles=record.texts("titles"),
        leads=record.texts("leads"),
        details=record.texts("details"),
        picks=record.table("pick"),
    )
    if len(template.titles) < template.most or not template.leads:
        record.fail("drill.field-wrong", field="titles")
    return template


def _pick(values: str | Sequence[str], dice: Random) -> str:
    if not isinstance(values, str):
        return dice.choice(values)
    span, _, step = values.partition("/")
    low, _, high = span.partition("-")
    if "." in span:
        return f"{dice.uniform(float(low), float(high)):.1f}".replace(".", ",")
    number = dice.randrange(int(low), int(high) + 1, int(step or 1))
    return f"{number:,}".replace(",", ".")
