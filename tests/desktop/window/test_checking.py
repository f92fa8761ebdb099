"""A text of somebody else is put right by keys alone, in a window whose own letters mean other things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pantau.desktop.assembly import assemble
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.team import Role
from pantau.operations import Desk, issues, narratives, team

from ..scenes import HOUSE

LONG = 20_000  # milliseconds; a whole window on a busy machine
SAME = "\n".join((HOUSE.umbrella, *HOUSE.messages))
MESSAGE = SAME.replace("dua petugas", "tiga petugas").replace("13.15 WIB", "14.15 WIB")


@pytest.fixture
def issue(desk: Desk) -> IssueId:
    """An issue whose narrative was approved."""
    issue = issues.take_up(desk, StoryId(1)).value.id
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    written = narratives.submit(desk, narratives.write(desk, issue, HOUSE, None).value).value
    narratives.approve(desk.as_officer(approver), written)
    issues.take_up(desk, StoryId(2))
    return issue


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, issue: IssueId, around: Surroundings, tmp_path: Path
) -> Iterator[IssuesPage]:
    window: Window = assemble(desk, around, WindowMemory(tmp_path / "window.ini"), None, None)
    qtbot.addWidget(window)
    window.resize(1_366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page = window.page("issues")
    assert isinstance(page, IssuesPage)
    window.go("issues")
    page.show_issue(issue)
    qtbot.waitUntil(
        lambda: page.detail.known is not None and page.detail.known.issue.id == issue, timeout=LONG
    )
    yield page
    window.leave()
    around.worker.wait()


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        qtbot.keyClick(target, key)


def test_a_message_is_mended_and_a_finding_let_pass_without_a_mouse(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    tab = page.detail.check
    page.detail.check_text()
    QGuiApplication.clipboard().setText(MESSAGE)
    qtbot.keyClick(tab.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.is_read and len(tab.margin.notes) == 2, timeout=LONG)
    press(qtbot, Qt.Key.Key_F8, Qt.Key.Key_J, Qt.Key.Key_K)
    assert tab.margin.place == 0
    assert page.detail.known is not None
    assert page.detail.known.issue.id == issue
    press(qtbot, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 1, timeout=LONG)
    assert "13.15 WIB" in tab.field.toPlainText()
    assert tab.margin.place == 0
    press(qtbot, Qt.Key.Key_A)
    reason = QApplication.focusWidget()
    qtbot.keyClicks(reason, "Tambahan pukul 15.00; jaga TPXZJK")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.margin.notes == [], timeout=LONG)
    (waived,) = (entry for entry in issues.view(desk, issue).activity if entry.kind == "check.waived")
    assert waived.facts["why"] == "Tambahan pukul 15.00; jaga TPXZJK"
    assert tab.field.hasFocus()


def test_undo_brings_back_what_was_let_pass(page: IssuesPage, qtbot: QtBot) -> None:
    tab = page.detail.check
    page.detail.check_text()
    tab.field.insertPlainText(MESSAGE)
    qtbot.waitUntil(lambda: tab.is_read and len(tab.margin.notes) == 2, timeout=LONG)
    press(qtbot, Qt.Key.Key_F8, Qt.Key.Key_A)
    qtbot.keyClicks(QApplication.focusWidget(), "sebab")
    with qtbot.waitSignal(page.done, timeout=LONG):
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 1, timeout=LONG)
    qtbot.keyClick(tab.margin, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 2, timeout=LONG)


def test_escape_in_the_margin_goes_back_to_the_text_and_not_out_of_the_page(
    page: IssuesPage, qtbot: QtBot
) -> None:
    tab = page.detail.check
    page.detail.check_text()
    tab.field.insertPlainText(MESSAGE)
    qtbot.waitUntil(lambda: tab.is_read and len(tab.margin.notes) == 2, timeout=LONG)
    press(qtbot, Qt.Key.Key_F8, Qt.Key.Key_Escape)
    assert tab.field.hasFocus()
    assert page.isVisible()
