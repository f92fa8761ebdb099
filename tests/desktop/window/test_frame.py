"""The whole window on a real database: keys, undo, search, language of the rail, and what it remembers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pantau.desktop.assembly import assemble
from pantau.desktop.drill.player import DrillPlayer
from pantau.desktop.engine import EngineKeeper
from pantau.desktop.health import EngineState, Health
from pantau.desktop.queue.page import QueuePage
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.operations import Desk, issues, topics, triage


@pytest.fixture
def memory(tmp_path: Path) -> WindowMemory:
    return WindowMemory(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, around: Surroundings, memory: WindowMemory) -> Iterator[Window]:
    keeper, player = EngineKeeper(""), DrillPlayer()
    window = assemble(desk, around, memory, keeper, player)
    qtbot.addWidget(window)
    window.resize(1_366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.restore()
    qtbot.waitUntil(lambda: len(queue_of(window).list.stories.stories) == 11)
    yield window
    window.leave()
    around.worker.wait()


def queue_of(window: Window) -> QueuePage:
    page = window.page("queue")
    assert isinstance(page, QueuePage)
    return page


def press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target: QWidget = QApplication.focusWidget() or window
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_queue_is_worked_by_keys_alone(window: Window, qtbot: QtBot, desk: Desk) -> None:
    page = queue_of(window)
    press(qtbot, window, Qt.Key.Key_J)
    assert page.list.story().id == 2  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_J)
    press(qtbot, window, Qt.Key.Key_K)
    assert page.list.story().id == 2  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: window.notice.isVisible())
    assert "Ditangani" in window.notice.label.text()
    assert len(issues.listed(desk)) == 1
    press(qtbot, window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: issues.listed(desk) == [])


def test_undo_without_anything_done_says_so(window: Window, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Z)
    assert window.notice.isVisible()
    assert not window.notice.button.isVisible()


def test_the_notice_takes_back_what_it_tells_of(window: Window, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: len(queue_of(window).list.stories.stories) == 10)
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(queue_of(window).list.stories.stories) == 11)


def test_letters_typed_into_a_field_are_letters(window: Window, qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, window, Qt.Key.Key_Slash)
    assert window.top.search.hasFocus()
    for key in (Qt.Key.Key_T, Qt.Key.Key_X, Qt.Key.Key_P, Qt.Key.Key_Z, Qt.Key.Key_J):
        press(qtbot, window, key)
    assert window.top.search.text().lower() == "txpzj"
    assert issues.listed(desk) == []
    assert triage.mutes(desk) == []
    assert len(queue_of(window).list.stories.stories) == 11


def test_a_search_opens_its_results_and_escape_returns(window: Window, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.top.search, "petugas")
    assert window.top.search.popup.isVisible()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.current == "search"
    search = window.page("search")
    qtbot.waitUntil(lambda: bool(search.list.results.entries))  # type: ignore[attr-defined]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.current == "queue"


def test_a_command_is_found_by_its_words(window: Window, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.popup.isVisible()
    qtbot.keyClicks(window.top.search, "sources")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.current == "sources"


def test_pages_are_reached_by_number_and_by_mouse(window: Window, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "issues"
    qtbot.mouseClick(window.rail.button("queue"), Qt.MouseButton.LeftButton)
    assert window.current == "queue"
    assert window.rail.button("queue").isChecked()


def test_the_list_of_keys_opens_and_any_key_puts_it_away(window: Window, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Question)
    assert window.help.isVisible()
    qtbot.keyClick(window.help, Qt.Key.Key_A)
    assert not window.help.isVisible()


def test_t_on_a_story_in_hand_opens_its_issue(window: Window, qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, window, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: queue_of(window).list.story().issue is not None)  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_T)
    assert window.current == "issues"
    page = window.page("issues")
    qtbot.waitUntil(lambda: page.detail.known is not None)  # type: ignore[attr-defined]


def test_what_changes_in_the_database_arrives_by_itself(window: Window, qtbot: QtBot, desk: Desk) -> None:
    triage.dismiss(desk, queue_of(window).list.stories.stories[3].id)
    qtbot.waitUntil(lambda: len(queue_of(window).list.stories.stories) == 10, timeout=8_000)


def test_the_foot_tells_how_the_machine_fares(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "7/9 sumber segar" in window.status.sources.text())
    assert window.status.engine.text() == "Mesin berhenti"
    assert window.status.clock.text() == "13.42 WIB"
    qtbot.mouseClick(window.status.problems, Qt.MouseButton.LeftButton)
    assert window.current == "sources"


def test_when_the_database_is_away_what_is_shown_stays_and_the_foot_says_since_when(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_given: object) -> None:
        raise OSError("away")

    with monkeypatch.context() as patched:
        patched.setattr("pantau.desktop.health.pulse", away)
        qtbot.waitUntil(lambda: "basis data tidak terjangkau" in window.status.sources.text(), timeout=8_000)
        assert len(queue_of(window).list.stories.stories) == 11
    qtbot.waitUntil(lambda: "sumber segar" in window.status.sources.text(), timeout=8_000)


def test_the_window_remembers_its_page_and_scheme(
    window: Window, qtbot: QtBot, desk: Desk, around: Surroundings, memory: WindowMemory
) -> None:
    window.go("sources")
    window.turn_scheme()
    assert around.theme.is_dark
    window.leave()
    again = assemble(desk, around, memory, None, None)
    qtbot.addWidget(again)
    again.restore()
    assert again.current == "sources"
    assert memory.text("scheme", "") == "dark"
    around.theme.choose("light")


def test_no_unsafe_link_reaches_the_browser(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.open_link("file:///etc/passwd")
    assert "tidak aman" in window.notice.label.text()
    window.open_link("https://berita.example/a")
    assert opened == ["https://berita.example/a"]


def test_an_engine_that_was_started_here_is_said_to_come_up(qtbot: QtBot) -> None:
    keeper = EngineKeeper("")
    told: list[Health] = []
    keeper.judged.connect(told.append)
    keeper._starting = True
    keeper.judge(Health(EngineState.STOPPED))
    keeper.judge(Health(EngineState.RUNNING))
    keeper._ended(1, "gagal")
    keeper.judge(Health(EngineState.STOPPED))
    assert [health.engine for health in told] == [
        EngineState.STARTING,
        EngineState.RUNNING,
        EngineState.FAILED,
    ]


def test_an_engine_that_found_another_at_work_is_no_failure(qtbot: QtBot) -> None:
    keeper = EngineKeeper("")
    told: list[str] = []
    keeper.failed.connect(told.append)
    keeper._ended(1, "Mesin lain sudah bekerja pada basis data ini.")
    keeper.judge(Health(EngineState.RUNNING))
    keeper.judge(Health(EngineState.STOPPED))
    assert told == []
    keeper._ended(1, "Cakram penuh.")
    keeper.judge(Health(EngineState.STOPPED))
    keeper.judge(Health(EngineState.STOPPED))
    assert told == ["Cakram penuh."]


def test_a_poll_ahead_of_the_clock_is_told_as_one_of_now(window: Window) -> None:
    ahead = window.around.now() + timedelta(minutes=5)
    window.status.show_health(Health(EngineState.RUNNING, sources=9, fresh=9, last_poll=ahead))
    assert window.status.sources.text() == "9/9 sumber segar · terakhir baru saja"


def test_an_empty_desk_begins_with_the_first_page(
    qtbot: QtBot, empty_desk: Desk, around: Surroundings, memory: WindowMemory
) -> None:
    player = DrillPlayer()
    window = assemble(empty_desk, around, memory, None, player)
    qtbot.addWidget(window)
    window.show()
    window.restore()
    qtbot.waitUntil(lambda: window.current == "welcome")
    welcome = window.page("welcome")
    qtbot.mouseClick(welcome.own_button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert window.current == "sources"
    window.go("welcome")
    qtbot.mouseClick(welcome.monitor_button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert window.current == "queue"
    qtbot.waitUntil(lambda: "sumber" in window.notice.label.text(), timeout=15_000)
    assert topics.listed(empty_desk)
    window.leave()
