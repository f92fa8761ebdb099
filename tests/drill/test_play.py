from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import aiohttp
import pytest

from pantau.domain.errors import PantauError
from pantau.drill import Clock, Moment, Ranked, Scenario, load, play, serve


class Desk:
    """A stand-in for the engine that takes every report as its own article and ranks as it is told."""

    def __init__(self, scenario: Scenario, rank: Callable[[datetime, Callable[..., Ranked]], list[Ranked]]):
        self.steps: list[datetime] = []
        self._scenario = scenario
        self._rank = rank

    def step(self, now: datetime) -> None:
        self.steps.append(now)

    def queue(self) -> list[Ranked]:
        return [ranked for ranked in self._rank(self.steps[-1], self._story) if ranked.urls]

    def _story(self, number: int, key: str, *, alert: bool = False, strangers: int = 0) -> Ranked:
        out = [report.url for report in self._scenario.of_story(key) if report.at <= self.steps[-1]]
        more = [f"https://lain.example/{number}" for number in range(strangers)]
        return Ranked(number, key, 50.0, alert, (*out, *more))


def _at(scenario: Scenario, minutes: int) -> datetime:
    return scenario.start + timedelta(minutes=minutes)


def _others(count: int) -> list[Ranked]:
    return [Ranked(100 + n, "lain", 60.0, False, (f"https://lain.example/x{n}",)) for n in range(count)]


async def _outcome(scenario: Scenario, rank, **options):
    desk = Desk(scenario, rank)
    return await play(scenario, Clock(scenario.start), desk.step, desk.queue, **options)


async def test_the_clock_goes_from_start_to_end_in_steps_that_wait_for_the_pipeline(small):
    clock = Clock(small.start)
    seen: list[tuple[datetime, datetime]] = []

    async def step(now: datetime) -> None:
        seen.append((now, clock.now))

    async def queue() -> list[Ranked]:
        return []

    moments: list[Moment] = []
    outcome = await play(small, clock, step, queue, every=timedelta(minutes=50), tell=moments.append)
    assert seen == [(_at(small, minute), _at(small, minute)) for minute in (50, 100, 150, 180)]
    assert [(moment.minute, moment.reports) for moment in moments] == [(50, 2), (100, 4), (150, 5), (180, 5)]
    assert outcome.minutes_played == 180


async def test_the_lead_is_the_time_from_the_top_ten_to_half_of_the_reports(small):
    def rank(now, story):
        asap = story(1, "asap", alert=True)
        if now < _at(small, 15):
            return [*_others(10), asap]  # rank 11: seen, not yet in the top 10
        return [*_others(3), asap]

    (sighting,) = (await _outcome(small, rank)).expected
    assert (sighting.first_report, sighting.third_report) == (_at(small, 10), _at(small, 60))
    assert sighting.half_of_reports == _at(small, 40)  # the second of four
    assert (sighting.in_top10_at, sighting.best_rank) == (_at(small, 15), 4)
    assert sighting.lead_minutes == 25


async def test_a_story_that_rises_too_late_has_a_lead_below_nought(small):
    (sighting,) = (
        await _outcome(small, lambda now, story: [story(1, "asap")] * (now > _at(small, 60)))
    ).expected
    assert sighting.lead_minutes == -25


async def test_a_story_that_never_rises_says_so(small):
    (sighting,) = (await _outcome(small, lambda now, story: [])).expected
    assert (sighting.in_top10_at, sighting.best_rank, sighting.lead_minutes) == (None, None, None)


@pytest.mark.parametrize(
    ("strangers", "known"), [(3, True), (4, False), (9, False)], ids=["most", "half", "few"]
)
async def test_a_story_is_the_scripts_when_more_than_half_of_its_articles_are(small, strangers, known):
    def rank(now, story):
        return [story(1, "asap", strangers=strangers)] if now == small.end else []

    (sighting,) = (await _outcome(small, rank)).expected
    assert (sighting.best_rank == 1) is known


async def test_a_false_alert_is_counted_once_for_each_story_and_never_for_an_expected_one(small):
    def rank(now, story):
        return [
            story(1, "asap", alert=True),
            story(2, "asap", alert=True),  # the machine split it: still expected
            story(3, "voli", alert=True),
            Ranked(4, "lain", 70.0, True, ("https://lain.example/a",)),
            Ranked(5, "tenang", 10.0, False, ("https://lain.example/b",)),
        ]

    assert (await _outcome(small, rank)).false_alerts_per_hour == pytest.approx(2 / 3, abs=0.001)


async def test_the_outcome_in_json_has_the_fields_that_scripts_rely_on(small):
    told = json.loads(json.dumps((await _outcome(small, lambda now, story: [story(1, "asap")])).as_json()))
    assert told.keys() == {
        "event", "scenario", "minutes_played", "seconds", "expected", "false_alerts_per_hour",
    }  # fmt: skip
    assert (told["event"], told["scenario"]) == ("done", "kecil")
    (story,) = told["expected"]
    assert list(story) == [
        "key", "title", "first_report", "third_report", "half_of_reports", "in_top10_at", "best_rank", "lead_minutes",
    ]  # fmt: skip
    assert story["first_report"] == "2026-05-12T06:10:00+07:00"


async def test_a_speed_is_a_ceiling(small):
    began = time.monotonic()
    outcome = await _outcome(small, lambda now, story: [], speed=36_000)  # three hours in 0.3 s
    assert outcome.seconds == pytest.approx(time.monotonic() - began, abs=0.05)
    assert outcome.seconds >= 0.3


async def test_a_speed_of_nought_is_refused(small):
    with pytest.raises(PantauError) as refused:
        await _outcome(small, lambda now, story: [], speed=0)
    assert refused.value.key == "drill.speed-wrong"


async def test_a_whole_day_polled_every_five_minutes_over_http_leaves_the_time_to_the_pipeline():
    scenario = load("kericuhan-lapas")
    clock = Clock(scenario.start)
    etags: dict[str, str] = {}
    changed: list[str] = []

    async with serve(scenario, clock) as server, aiohttp.ClientSession() as http:

        async def step(now: datetime) -> None:
            for source in server.sources:
                known = {"If-None-Match": etags[source.url]} if source.url in etags else {}
                async with http.get(source.url, headers=known) as answer:
                    if answer.status == 200:
                        etags[source.url] = answer.headers["ETag"]
                        changed.append(source.url)

        outcome = await play(scenario, clock, step, list, every=timedelta(minutes=15))
    assert len(changed) <= len(scenario.reports) + len(etags)
    assert outcome.seconds < 30
