"""The board of a story with what the desk itself holds beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.board import Line
from pantau.domain.finding import Finding
from pantau.domain.ids import ArticleId, IssueId, SourceId, StoryId
from pantau.domain.story import Reading, Story
from pantau.operations import Desk, claims, facts, issues, narratives, queue

from .conftest import HOUSE, Publish

Told = Callable[[], tuple[Line, ...]]


@pytest.fixture
def told(desk: Desk, publish: Publish, now: datetime) -> Told:
    """A story of two reports that differ about the injured; gives its board as it then stands."""
    found = [
        publish("Lima warga binaan luka dalam kericuhan", "Kericuhan terjadi pada Senin."),
        publish("Tujuh warga binaan terluka", "Tujuh orang dibawa ke klinik."),
    ]
    with desk.database.write() as tx:
        tx.stories.record(Finding(article, StoryId(1), StoryId(1), Reading()) for article in found)
        tx.stories.save(
            [Story(StoryId(1), "Kericuhan", 80.0, False, (), 2, 1, now, now, ArticleId(found[0]))]
        )
    return lambda: claims.of_story(desk, queue.story(desk, StoryId(1)))


def injured(lines: tuple[Line, ...]) -> Line:
    return next(line for line in lines if line.topic.state == "injured" and not line.topic.part)


def test_nothing_is_official_while_nobody_said_anything(told: Told) -> None:
    line = injured(told())
    assert [step.value for step in line.steps] == [5, 7]
    assert line.official is None


def test_a_fact_of_the_issue_stands_beside_with_its_source_and_the_approved_narrative_before_it(
    desk: Desk, drafter: Desk, approver: Desk, told: Told
) -> None:
    issue = IssueId(issues.take_up(desk, StoryId(1)).value.id)
    facts.add(desk, issue, "Enam orang luka menurut rumah sakit.", "Direktur RSUD")
    noted = injured(told()).official
    assert noted is not None
    assert (noted.told.value, noted.source, noted.version) == (6, "Direktur RSUD", None)
    draft = narratives.write(drafter, issue, HOUSE, None).value
    assert injured(told()).official == noted
    narratives.approve(approver, narratives.submit(drafter, draft).value)
    approved = injured(told()).official
    assert approved is not None
    assert (approved.told.value, approved.version) == (2, 1)


def test_of_a_story_of_thousands_the_first_and_the_last_texts_are_read(
    desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "_FIRST", 1)
    monkeypatch.setattr(claims, "_LAST", 0)
    assert [step.value for step in injured(told()).steps] == [5]


def test_what_an_outlet_said_before_it_changed_its_report_stays_on_the_board(
    desk: Desk, source: SourceId, now: datetime
) -> None:
    def carry(title: str, at: datetime) -> list[ArticleId]:
        link = "https://kabar.example/1"
        entry = Entry("tag:kabar.example:1", link, title, "", "", title, now, DateOrigin.STATED, "id")
        with desk.database.write() as tx:
            return list(tx.arrivals.keep(source, [entry], at).new)

    (article,) = carry("12 warga binaan tewas", now)
    carry("Dua warga binaan tewas", now + timedelta(hours=1))
    with desk.database.write() as tx:
        tx.stories.record([Finding(article, StoryId(1), StoryId(1), Reading())])
        tx.stories.save([Story(StoryId(1), "Kericuhan", 80.0, False, (), 1, 1, now, now, article)])
    (dead,) = claims.of_story(desk, queue.story(desk, StoryId(1)))
    assert [(value.told.value, value.at) for value in dead.values] == [
        (12, now),
        (2, now + timedelta(hours=1)),
    ]
