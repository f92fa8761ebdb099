"""A report before it is published: not yet dated, not yet at an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pantau.drill.outlets import Outlet

_FIRST_NUMBER = 418_207  # outlets do not start counting on the day of a drill
_LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Draft:
    """What an outlet will say `minute` minutes after the start; `place` is the city of its dateline."""

    minute: int
    outlet: Outlet
    title: str
    text: str
    story: str
    place: str = ""
    wire: bool = False

    @property
    def datelined(self) -> str:
        """The text as the outlet opens it: "PONTIANAK, KHATULISTIWA POS - ..." where that is its habit."""
        if not (self.outlet.dateline and self.place):
            return self.text
        return f"{self.place.upper()}, {self.outlet.name.upper()} - {self.text}"


def links(drafts: Sequence[Draft], start: datetime) -> Iterator[str]:
    """An address for each draft, in order, none twice."""
    taken: set[str] = set()
    for number, draft in enumerate(drafts):
        url = _link(draft, start, _FIRST_NUMBER + number * 7)
        if url in taken:  # an outlet that names neither number nor day in its links says it twice
            url = f"{url}-{number}"
        taken.add(url)
        yield url


def _link(draft: Draft, start: datetime, number: int) -> str:
    at = (start + timedelta(minutes=draft.minute)).astimezone(draft.outlet.zone)
    path = draft.outlet.path.format(
        id=number, slug=slug(draft.title), year=at.year, month=f"{at.month:02}", day=f"{at.day:02}"
    )
    return draft.outlet.site + path


def slug(title: str) -> str:
    """A headline as part of an address: "Dua Luka di Lapas" -> "dua-luka-di-lapas"."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\{\w+\}", "", title)).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")
    return joined if len(joined) <= _LONGEST_SLUG else joined[:_LONGEST_SLUG].rpartition("-")[0]
