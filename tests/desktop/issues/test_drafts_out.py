"""A narrative that is copied or exported before it is approved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import Step
from pantau.domain.ids import IssueId
from pantau.domain.issue import House
from pantau.operations import Desk, narratives

from ..scenes import HOUSE
from .acts import write_house


def test_a_draft_is_copied_as_a_draft(page: IssuesPage, qtbot: QtBot) -> None:
    write_house(page, qtbot)
    qtbot.waitUntil(lambda: page._draft(page._id()).is_kept)
    page.model.reread()
    qtbot.waitUntil(lambda: page.detail.known.newest is not None)  # type: ignore[union-attr]
    qtbot.mouseClick(page.detail.narrative.buttons["copy"], Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("DRAF")
    assert HOUSE.messages[2] in copied


def test_copying_a_draft_takes_the_letters_that_were_typed_last(page: IssuesPage, qtbot: QtBot) -> None:
    write_house(page, qtbot)
    tab = page.detail.narrative
    qtbot.waitUntil(lambda: page.detail.known.newest is not None)  # type: ignore[union-attr]
    tab.messages[2].insertPlainText(" Terakhir.")
    page._copy()
    assert QGuiApplication.clipboard().text().endswith(" Terakhir.")


def test_exporting_a_draft_takes_the_letters_that_were_typed_last(
    page: IssuesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_house(page, qtbot)
    tab = page.detail.narrative
    qtbot.waitUntil(lambda: page.detail.known.newest is not None)  # type: ignore[union-attr]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    tab.messages[2].insertPlainText(" Terakhir.")
    with qtbot.waitSignal(page.told):
        qtbot.mouseClick(tab.buttons["export"], Qt.MouseButton.LeftButton)
    (written,) = tmp_path.glob("draf-*.txt")
    assert HOUSE.messages[2] + " Terakhir." in " ".join(written.read_text(encoding="utf-8").split())


def test_what_cannot_be_kept_is_not_exported_without_its_last_letters(
    page: IssuesPage,
    qtbot: QtBot,
    desk: Desk,
    issue: IssueId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_house(page, qtbot)
    qtbot.waitUntil(lambda: page._draft(issue).is_kept and page.detail.known.newest is not None)  # type: ignore[union-attr]
    narratives.write(desk, issue, House("teks rekan", HOUSE.messages), narratives.current(desk, issue))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    page.detail.narrative.messages[2].insertPlainText(" Dari saya.")
    with qtbot.waitSignal(page.refused) as told:
        page._do(Step.EXPORT)
    assert told.args[0].startswith("Belum diekspor")
    assert list(tmp_path.glob("*.txt")) == []


def test_a_text_typed_a_moment_ago_is_copied_before_it_is_kept_at_all(page: IssuesPage) -> None:
    page.detail.narrative.umbrella.insertPlainText("Baru mulai")
    page._copy()
    assert QGuiApplication.clipboard().text().endswith("Baru mulai")
