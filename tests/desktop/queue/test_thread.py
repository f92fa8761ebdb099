"""The other stories of the open story's affair, and the ways to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.queue.page import QueuePage
from pantau.desktop.queue.thread import ThreadView
from pantau.desktop.surroundings import Surroundings
from pantau.domain.changes import ChangeKind
from pantau.domain.finding import Threading
from pantau.domain.ids import StoryId
from pantau.operations import Desk, triage

from .. import content


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, around: Surroundings) -> Iterator[QueuePage]:
    """Stories 1, 5 and 9 are of one affair; the first is open."""
    with desk.database.write() as tx:
        tx.threads.save(Threading({1: 1, 5: 1, 9: 1}))
    page = QueuePage(desk, around)
    qtbot.addWidget(page)
    page.resize(1_280, 900)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.detail.affair.isVisible())
    yield page
    around.worker.wait()


def open_story(page: QueuePage) -> int:
    assert page.detail.story is not None
    return page.detail.story.id


def headlines(view: ThreadView) -> list[str]:
    return [view.list.topLevelItem(place).text(0) for place in range(view.list.topLevelItemCount())]  # type: ignore[union-attr]


def click(qtbot: QtBot, view: ThreadView, place: int) -> None:
    item = view.list.topLevelItem(place)
    assert item is not None
    at = view.list.visualItemRect(item).topLeft() + QPoint(20, 10)
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_opens_another_story_of_the_affair_and_enter_leads_back(
    page: QueuePage, qtbot: QtBot
) -> None:
    affair = page.detail.affair
    assert len(headlines(affair)) == 2
    place = next(place for place, title in enumerate(headlines(affair)) if title.startswith("Rancangan"))
    click(qtbot, affair, place)
    assert open_story(page) == 5
    qtbot.waitUntil(lambda: any(title.startswith("Kericuhan") for title in headlines(affair)))
    qtbot.waitUntil(affair.isVisible)
    affair.list.setFocus()
    while not affair.list.currentItem() or not affair.list.currentItem().text(0).startswith("Kericuhan"):
        qtbot.keyClick(affair.list, Qt.Key.Key_Down)
    qtbot.keyClick(affair.list, Qt.Key.Key_Return)
    assert open_story(page) == 1


def test_a_story_of_the_affair_that_was_dismissed_is_fetched_into_the_list(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    triage.dismiss(desk, StoryId(9))
    page.refresh()
    qtbot.waitUntil(lambda: 9 not in [story.id for story in page.list.stories.stories])
    affair = page.detail.affair
    click(qtbot, affair, headlines(affair).index("Layanan bantuan hukum keliling hadir di lima kecamatan"))
    qtbot.waitUntil(lambda: open_story(page) == 9)


def test_a_story_by_itself_shows_no_affair_until_it_has_one(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    page.list.is_touched = True
    page.find_story(StoryId(4))
    qtbot.waitUntil(lambda: open_story(page) == 4)
    page.around.worker.wait()
    assert page.detail.affair.isHidden()
    with desk.database.write() as tx:
        tx.threads.save(Threading({4: 4, 7: 4}))
    page.heed({ChangeKind.STORY})
    qtbot.waitUntil(page.detail.affair.isVisible)
    assert headlines(page.detail.affair) == ["Pendaftaran merek kolektif perajin tenun Sumba dipermudah"]


def test_a_long_affair_shows_its_newest_stories_until_all_are_asked_for(
    qtbot: QtBot, around: Surroundings
) -> None:
    view = ThreadView(around)
    qtbot.addWidget(view)
    view.show_stories([content.story(number, articles=number) for number in range(1, 8)])
    assert (len(headlines(view)), view.all_button.text()) == (4, "Tampilkan semua (7)")
    qtbot.mouseClick(view.all_button, Qt.MouseButton.LeftButton)
    assert (len(headlines(view)), view.all_button.text()) == (7, "Tampilkan yang terbaru")
    view.show_stories([])
    assert view.isHidden()


def test_a_line_says_how_many_reports_and_how_long_ago_and_shows_a_headline_as_it_is(
    qtbot: QtBot, around: Surroundings
) -> None:
    view = ThreadView(around)
    qtbot.addWidget(view)
    hostile = '<img src="https://jahat.example/x.png"> \u202eterbalik'
    view.show_stories([content.story(1, title=hostile, last_seen=content.NOW - timedelta(hours=3))])
    item = view.list.topLevelItem(0)
    assert item is not None
    assert (item.text(1), item.text(2)) == ("4 laporan", "3 jam")
    assert "\u202e" not in item.text(0)
    assert "<img" not in item.toolTip(0)
