"""The drills' scripts as reports for the board, and what stands in them by a person's reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from pantau.domain.board import Line, Stance
from pantau.domain.claims import ClaimKind
from pantau.domain.ids import ArticleId
from pantau.domain.source import Tier
from pantau.drill import scenario
from pantau.drill.scenario import Scenario
from pantau.narrative.board import Report

SCENARIOS = ("kericuhan-lapas", "gangguan-paspor", "pungli-kanim")


@dataclass(frozen=True, slots=True)
class Placed:
    """A value at an outlet and a minute; `what` as in drill_figures.tsv."""

    story: str
    outlet: str
    at: datetime
    what: str
    value: str
    denied: bool


@cache
def script(name: str) -> Scenario:
    return scenario.load(name, ordinary=False)


def reports(play: Scenario, story: str) -> list[Report]:
    """The reports of a story; an agency's text once, with those that took it over."""
    originals: list[Report] = []
    copies: dict[str, list[Report]] = {}
    for number, told in enumerate(play.of_story(story), start=1):
        official = told.outlet.tier is Tier.OFFICIAL
        one = Report(ArticleId(number), told.outlet.slug, told.at, told.title, told.text, official)
        body = _body(told.text)
        if told.wire and body in copies:
            copies[body].append(one)
            continue
        copies.setdefault(body if told.wire else told.url, [])
        originals.append(one)
    return [_with_copies(one, copies) for one in originals]


def _body(text: str) -> str:
    """The end of a text: outlets begin theirs in ways of their own."""
    return text[-80:]


def _with_copies(one: Report, copies: dict[str, list[Report]]) -> Report:
    mine = copies.get(_body(one.text), [])
    return Report(one.article, one.source, one.at, one.title, one.text, one.is_official, tuple(mine))


def scripted() -> list[Placed]:
    """The figures of drill_figures.tsv at the reports that hold them, and at those that copy these."""
    found = []
    for line in Path(__file__).with_name("drill_figures.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        story, minute, outlet, what, value, *stance = line.split("\t")
        play = next(play for play in map(script, SCENARIOS) if play.of_story(story))
        hour, _, rest = minute.partition(".")
        at = play.start.replace(hour=int(hour), minute=int(rest))
        told = next(one for one in play.of_story(story) if one.outlet.slug == outlet and one.at == at)
        again = [one for one in play.of_story(story) if told.wire and _body(one.text) == _body(told.text)]
        for one in again or [told]:
            found.append(Placed(story, one.outlet.slug, one.at, what, value, bool(stance)))
    return found


def shown(story: str, lines: Iterable[Line]) -> list[Placed]:
    """What a board shows, copies as well."""
    found = []
    for line in lines:
        for value in line.values:
            denied = value.told.stance is Stance.DENIED
            for source, at in [(value.source, value.at), *((copy.source, copy.at) for copy in value.copies)]:
                found.append(Placed(story, source, at, _what(line), str(value.told.value), denied))
    return found


def _what(line: Line) -> str:
    topic = line.topic
    if topic.state:
        return f"{topic.state}/{topic.part}" if topic.part else topic.state
    if topic.kind in (ClaimKind.MONEY, ClaimKind.LEGAL, ClaimKind.DURATION, ClaimKind.PERCENTAGE):
        return topic.kind.value
    return f"#{topic.thing}" + (f"/{topic.part}" if topic.part else "")
