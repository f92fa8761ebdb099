"""Reports as the board takes them in, and which of them only repeat another's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from pantau.domain.board import Copied, Told
from pantau.domain.ids import ArticleId
from pantau.language.claims import lexicons
from pantau.narrative.board.texts import read

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Older:
    """An older wording of a report, and when the next one took its place."""

    title: str
    text: str
    replaced: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A text of an outlet as it now reads.

    is_official  its source's tier is
    copies       reports that repeat it nearly word for word
    older        what it said before its outlet changed it, oldest first
    """

    article: ArticleId
    source: str
    at: datetime
    title: str
    text: str
    is_official: bool = False
    copies: tuple[Report, ...] = ()
    older: tuple[Older, ...] = ()

    def wordings(self) -> list[Report]:
        """Each wording as a report of its own, from the moment when it stood there; copies under what they repeat."""
        starts = [self.at, *(max(self.at, one.replaced) for one in self.older)]
        told = [*((one.title, one.text) for one in self.older), (self.title, self.text)]
        every = [
            replace(self, at=at, title=title, text=text, copies=(), older=())
            for at, (title, text) in zip(starts, told, strict=True)
        ]
        copies: list[list[Report]] = [[] for _one in every]
        for copy in self.copies:
            fitting = (place for place, one in enumerate(every) if _has_no_other(copy, one))
            copies[next(fitting, len(every) - 1)].append(copy)
        return [replace(one, copies=tuple(mine)) for one, mine in zip(every, copies, strict=True)]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as one report made it, with those that repeat the report."""

    told: Told
    report: Report
    copies: tuple[Copied, ...] = ()


def said(reports: list[Report]) -> Iterator[Said]:
    """Every claim, by time. A copy is read only if it has a figure that the report lacks; then that one is its own."""
    found: list[Said] = []
    for report in [wording for one in reports for wording in one.wordings()]:
        own = read(report.title, report.text)
        known = {(told.topic, told.value) for told in own}
        same: dict[Told, list[Copied]] = {told: [] for told in own}
        for copy in report.copies:
            theirs = own if _has_no_other(copy, report) else read(copy.title, copy.text)
            kept = {(told.topic, told.value) for told in theirs}
            for told in own:
                if (told.topic, told.value) in kept:
                    same[told].append(Copied(copy.article, copy.source, copy.at))
            found += [Said(told, copy) for told in theirs if (told.topic, told.value) not in known]
        found += [Said(told, report, tuple(same[told])) for told in own]
    yield from sorted(found, key=lambda one: (one.report.at, one.report.article))


def _has_no_other(copy: Report, report: Report) -> bool:
    return _figures(f"{copy.title} {copy.text}") <= _figures(f"{report.title} {report.text}")


def _figures(text: str) -> set[str]:
    """What could be a figure, in digits or words."""
    low = text.lower()
    return {*_FIGURE.findall(low), *(_number_words().intersection(_WORD.findall(low)))}


@cache
def _number_words() -> frozenset[str]:
    told = lexicons.told("numbers")
    return frozenset(word for group in told.values() if isinstance(group, dict) for word in group)
