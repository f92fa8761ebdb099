"""The keyboard alone: where the keys are can always be seen, Tab goes as one reads, Enter presses and opens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pantau.desktop.window.frame import Window
from pantau.domain.ids import StoryId
from pantau.operations import Desk, facts, issues

from .. import scenes
from .test_frame import memory, press, queue_of, window
from .test_journey import issues_of

__all__ = ["memory", "window"]  # fixtures that the tests below ask for by name

PAGES = (
    "queue",
    "issue_facts",
    "issue_review",
    "issue_notes",
    "sources",
    "sources_empty",
    "search",
    "welcome",
)


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[scenes.Stage]:
    made = scenes.Stage(qapp, tmp_path_factory.mktemp("focus"), "en")
    made.theme.choose("light")
    made.size = (1_366, 768)
    yield made
    made.close()


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, from where the keys are around to there again."""
    found: list[QWidget] = []
    while len(found) < 60:
        window.focusNextPrevChild(True)  # type: ignore[attr-defined]
        held = QApplication.focusWidget()
        if held is None or held in found:
            break
        found.append(held)
    return found


def look(window: QWidget, part: QWidget) -> QImage:
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).adjusted(-4, -4, 4, 4)
    return window.grab(place).toImage()


@pytest.mark.parametrize("page", PAGES)
def test_wherever_tab_stops_can_be_seen(stage: scenes.Stage, qtbot: QtBot, page: str) -> None:
    shown = getattr(scenes, page)(stage)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    hidden = []
    for part in stops(shown):
        part.setFocus()
        with_keys = look(shown, part)
        part.clearFocus()
        if with_keys == look(shown, part):
            hidden.append(part)
    stage.leave()
    assert hidden == []


def test_tab_goes_from_the_rail_over_the_tools_to_the_page_and_the_foot(window: Window, qtbot: QtBot) -> None:
    page = queue_of(window)
    qtbot.waitUntil(page.detail.take_button.isVisible)
    window.rail.button("queue").setFocus()
    order = [window.rail.gear, page.filter_bar.topic, page.filter_bar.watched, window.top.search, page.list]
    order += [page.detail.take_button, page.detail.reader.list]
    found = stops(window)
    assert [part for part in found if part in order] == order


def test_tab_reaches_what_can_be_done_with_a_fact_before_the_next_is_written(
    window: Window, qtbot: QtBot, desk: Desk
) -> None:
    issue = issues.take_up(desk, StoryId(1)).value
    facts.add(desk, issue.id, "Api padam pukul 13.05 WIB", "Damkar")
    window.go("issues")
    tab = issues_of(window).detail.facts
    qtbot.waitUntil(lambda: len(tab.list.entries) == 2)
    tab.list.setFocus()
    window.focusNextPrevChild(True)
    held = QApplication.focusWidget()
    assert held is not None
    assert (
        held.accessibleName() == "Tarik kembali: Api padam pukul 13.05 WIB"
        or "Api padam" in held.accessibleName()
    )
    facts.add(desk, issue.id, "Dua petugas dirawat", "Kanwil")
    window.go("issues")
    qtbot.waitUntil(lambda: len(tab.list.entries) == 3)
    now = QApplication.focusWidget()
    assert now is not None


def test_enter_presses_the_button_that_has_the_keys(window: Window, qtbot: QtBot, desk: Desk) -> None:
    page = queue_of(window)
    qtbot.waitUntil(page.detail.take_button.isVisible)
    page.detail.take_button.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(issues.listed(desk)) == 1)


def test_enter_goes_into_the_story_and_escape_back_to_the_list(window: Window, qtbot: QtBot) -> None:
    page = queue_of(window)
    press(qtbot, window, Qt.Key.Key_J)
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.detail.scroller.hasFocus()
    assert window.ring.isVisible()
    assert window.ring.part is page.detail.scroller
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert not window.ring.isVisible()


def test_the_ring_goes_with_its_button_and_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    page = queue_of(window)
    qtbot.waitUntil(page.detail.take_button.isVisible)
    button: QPushButton = page.detail.take_button
    button.setFocus()
    assert window.ring.isVisible()
    page.detail.headline.setText("Judul yang sangat panjang " * 12)
    around = window.ring
    qtbot.waitUntil(
        lambda: (
            around.geometry().center() == QRect(button.mapTo(window, QPoint(0, 0)), button.size()).center()
        )
    )
    window.go("sources")
    assert window.ring.part is not button


def test_the_next_step_stands_once_on_a_tab(window: Window, qtbot: QtBot, desk: Desk) -> None:
    issues.take_up(desk, StoryId(1))
    window.go("issues")
    detail = issues_of(window).detail
    qtbot.waitUntil(lambda: detail.known is not None)
    detail.tabs.setCurrentWidget(detail.facts)
    assert detail.step_button.isVisible()
    detail.tabs.setCurrentWidget(detail.narrative)
    assert not detail.step_button.isVisible()


def test_ctrl_enter_takes_the_next_step_and_ctrl_tab_goes_from_tab_to_tab(
    window: Window, qtbot: QtBot, desk: Desk
) -> None:
    issues.take_up(desk, StoryId(1))
    window.go("issues")
    detail = issues_of(window).detail
    qtbot.waitUntil(lambda: detail.known is not None)
    press(qtbot, window, Qt.Key.Key_Return)
    assert detail.tabs.tabBar().hasFocus()
    control = Qt.KeyboardModifier.ControlModifier
    press(qtbot, window, Qt.Key.Key_Return, control)
    assert detail.tabs.currentWidget() is detail.narrative
    assert detail.narrative.umbrella.hasFocus()  # nothing is written yet
    for field, text in zip(
        (detail.narrative.umbrella, *detail.narrative.messages),
        (scenes.HOUSE.umbrella, *scenes.HOUSE.messages),
        strict=True,
    ):
        field.setFocus()
        qtbot.keyClicks(field, text)
    press(qtbot, window, Qt.Key.Key_Return, control)
    assert detail.narrative.house() == scenes.HOUSE  # no line was broken by it
    qtbot.waitUntil(lambda: detail.narrative.buttons["approve"].isVisible(), timeout=20_000)
    press(qtbot, window, Qt.Key.Key_Tab, control)
    assert detail.tabs.currentWidget() is detail.check


def test_at_two_hundred_percent_the_window_fits_a_small_screen_and_a_text_can_be_written(
    window: Window, qtbot: QtBot, desk: Desk
) -> None:
    window.resize(683, 360)
    assert (window.width(), window.height()) == (683, 360)
    issues.take_up(desk, StoryId(2))  # whose headline is long
    window.go("issues")
    page = issues_of(window)
    qtbot.waitUntil(lambda: page.list.issues.rowCount() == 1)
    page.open_chosen()
    detail = page.detail
    qtbot.waitUntil(lambda: detail.known is not None)
    detail.tabs.setCurrentWidget(detail.narrative)
    qtbot.waitUntil(lambda: detail.heading.height() < 40)
    assert detail.heading.text().endswith("…")
    field = detail.narrative.umbrella
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() > 50)
