"""Closing the window loses nothing that somebody typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pantau.desktop.assembly import assemble
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import House
from pantau.operations import Desk, issues, narratives


@pytest.fixture
def issue(desk: Desk) -> IssueId:
    return issues.take_up(desk, StoryId(1)).value.id


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, issue: IssueId, around: Surroundings, tmp_path: Path
) -> Iterator[Window]:
    window = assemble(desk, around, WindowMemory(tmp_path / "window.ini"), None, None)
    qtbot.addWidget(window)
    window.resize(1_366, 768)
    window.show()
    window.go("issues")
    qtbot.waitUntil(lambda: page_of(window).detail.known is not None)
    yield window
    around.worker.wait()


def page_of(window: Window) -> IssuesPage:
    page = window.page("issues")
    assert isinstance(page, IssuesPage)
    return page


def test_what_was_typed_a_moment_ago_is_kept(window: Window, desk: Desk, issue: IssueId) -> None:
    field = page_of(window).detail.narrative.umbrella
    field.insertPlainText("Situasi aman")
    page_of(window).flush()
    field.insertPlainText(" dan terkendali")
    assert window.close()
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.house.umbrella == "Situasi aman dan terkendali"


def test_a_text_that_cannot_be_kept_holds_the_window_and_lies_on_the_clipboard(
    window: Window, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    page = page_of(window)
    narratives.write(desk, issue, House("teks rekan"), None)
    with qtbot.waitSignal(page._draft(issue).conflict):
        page.detail.narrative.umbrella.insertPlainText("teks saya")
    assert not window.close()
    assert window.isVisible()
    assert "belum tersimpan" in window.notice.label.text()
    assert QGuiApplication.clipboard().text() == "teks saya"
    assert window.close()
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.house.umbrella == "teks rekan"
