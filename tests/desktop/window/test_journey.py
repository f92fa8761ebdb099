"""One shift in one window, by mouse and keys: from the queue to a text that a second person approved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.dialogs import JudgeDialog
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import Step
from pantau.desktop.window.frame import Window
from pantau.operations import Desk, issues, narratives, team

from ..scenes import HOUSE
from .test_frame import memory, press, queue_of, window

__all__ = ["memory", "window"]  # fixtures that the test below asks for by name

LEFT = Qt.MouseButton.LeftButton
LONG = 20_000  # milliseconds; a whole window on a busy machine


def issues_of(window: Window) -> IssuesPage:
    page = window.page("issues")
    assert isinstance(page, IssuesPage)
    return page


def test_from_the_queue_to_an_approved_text(window: Window, qtbot: QtBot, desk: Desk) -> None:
    queue = queue_of(window)
    qtbot.waitUntil(
        lambda: queue.detail.story is not None and queue.detail.take_button.isVisible(), timeout=LONG
    )
    taken = queue.detail.story
    assert taken is not None
    qtbot.mouseClick(queue.detail.take_button, LEFT)
    qtbot.waitUntil(lambda: len(issues.listed(desk)) == 1, timeout=LONG)

    qtbot.mouseClick(window.rail.button("sources"), LEFT)
    assert window.current == "sources"
    press(qtbot, window, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.top.search, "petugas")
    press(qtbot, window, Qt.Key.Key_Return)
    results = window.page("search")
    qtbot.waitUntil(lambda: bool(results.list.results.entries), timeout=LONG)  # type: ignore[attr-defined]

    qtbot.mouseClick(window.rail.button("issues"), LEFT)
    page = issues_of(window)
    qtbot.waitUntil(lambda: page.detail.known is not None, timeout=LONG)
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    for field, text in zip((tab.umbrella, *tab.messages), (HOUSE.umbrella, *HOUSE.messages), strict=True):
        field.setFocus()
        qtbot.keyClicks(field, text)
    qtbot.mouseClick(tab.buttons["submit"], LEFT)  # at once: the last letters are not kept yet
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE, timeout=LONG)  # type: ignore[union-attr]
    qtbot.mouseClick(tab.buttons["approve"], LEFT)
    qtbot.waitUntil(lambda: bool(page.findChildren(JudgeDialog)), timeout=LONG)
    (dialog,) = page.findChildren(JudgeDialog)
    qtbot.keyClicks(dialog.who, "Kepala Biro Humas")
    qtbot.mouseClick(dialog.agree, LEFT)

    (issue,) = issues.listed(desk)
    qtbot.waitUntil(lambda: narratives.approved(desk, issue.id) is not None, timeout=LONG)
    qtbot.waitUntil(lambda: page.detail.known.approved is not None, timeout=LONG)  # type: ignore[union-attr]
    qtbot.mouseClick(tab.buttons["copy"], LEFT)
    copied = QGuiApplication.clipboard().text()
    assert not copied.startswith("DRAF")
    assert HOUSE.umbrella in copied
    approved = narratives.approved(desk, issue.id)
    assert approved is not None
    assert approved.approved_by != approved.author
    assert team.names(desk)[approved.approved_by] == "Kepala Biro Humas"  # type: ignore[index]
