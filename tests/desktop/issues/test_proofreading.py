"""The gate reads a narrative while it is typed."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.page import IssuesPage
from pantau.domain.ids import IssueId
from pantau.operations import Desk, checking, issues, narratives


def test_the_gate_reads_along_and_its_remarks_stand_beside_their_lines(
    page: IssuesPage, qtbot: QtBot
) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    tab.messages[1].setFocus()
    tab.messages[1].insertPlainText("Ini ulah calo.")
    qtbot.waitUntil(lambda: len(tab.margin.notes_of(tab.messages[1])) == 1)
    assert tab.remarks.text() == "1 temuan · F8"
    assert tab.messages[1].hasFocus()
    qtbot.keyClick(tab.messages[1], Qt.Key.Key_F8)
    assert tab.margin.remark is not None
    assert tab.margin.remark.rule == "blame"
    assert "menyalahkan" in tab.margin.notes[0].told()
    qtbot.keyClick(tab.margin, Qt.Key.Key_Escape)
    assert tab.messages[1].hasFocus()
    tab.messages[1].setPlainText("Sedang diperiksa.")
    qtbot.waitUntil(lambda: tab.margin.notes == [])
    assert tab.remarks.text() == "The gate finds nothing."


def test_f8_goes_through_all_four_texts_and_back(page: IssuesPage, qtbot: QtBot) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    for field in (tab.umbrella, tab.messages[2]):
        field.insertPlainText("Ini ulah calo.")
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 2)
    assert tab.step(1)
    assert tab.step(1)
    assert tab.margin.notes[1].is_chosen
    assert tab.margin.notes[1].field is tab.messages[2]
    assert not tab.step(1)
    assert tab.step(-1)
    assert [note.is_chosen for note in tab.margin.notes] == [True, False]


def test_a_remark_on_the_narrative_is_let_pass_with_a_reason(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    tab.umbrella.insertPlainText("Ini ulah calo.")
    qtbot.waitUntil(lambda: bool(tab.margin.notes))
    tab.step(1)
    qtbot.keyClick(tab.margin, Qt.Key.Key_A)
    with qtbot.waitSignal(page.done):
        qtbot.keyClicks(tab.margin.notes[0].reason, "Kutipan saksi")
        qtbot.keyClick(tab.margin.notes[0].reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.margin.notes == [])
    assert tab.remarks.text() == "1 dibiarkan"
    (waived,) = (entry for entry in issues.view(desk, issue).activity if entry.kind == "check.waived")
    assert waived.facts["why"] == "Kutipan saksi"


def test_advice_on_the_narrative_is_followed_by_one_key_and_kept(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    tab.messages[0].insertPlainText("Loket di UPT ditambah.")
    qtbot.waitUntil(lambda: bool(tab.margin.notes))
    tab.step(1)
    qtbot.keyClick(tab.margin, Qt.Key.Key_G)
    assert tab.messages[0].toPlainText() == "Loket di unit pelaksana teknis (UPT) ditambah."
    qtbot.waitUntil(lambda: tab.margin.notes == [])
    qtbot.waitUntil(lambda: page._draft(issue).is_kept)
    assert narratives.current(desk, issue).house.messages[0].endswith("(UPT) ditambah.")  # type: ignore[union-attr]


def test_the_gate_leaves_what_nobody_looks_at_alone(page: IssuesPage, qtbot: QtBot) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(page.detail.facts)
    tab.umbrella.insertPlainText("Ini ulah calo.")
    qtbot.waitUntil(lambda: page._draft(page._id()).is_kept)
    assert tab.margin.notes == []
    page.detail.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 1)


def test_a_slow_check_holds_up_neither_typing_nor_keeping(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, let_go, read = page.detail.narrative, Event(), checking.proofread

    def slow(*given: Any) -> checking.Proof:
        let_go.wait(30)
        return read(*given)

    page.detail.tabs.setCurrentWidget(tab)
    monkeypatch.setattr(checking, "proofread", slow)
    tab.umbrella.insertPlainText("Ini ulah calo.")
    qtbot.wait(350)
    tab.messages[0].insertPlainText("Ini juga ulah calo.")
    qtbot.waitUntil(lambda: page._draft(issue).is_kept)
    assert narratives.current(desk, issue).house.messages[0] == "Ini juga ulah calo."  # type: ignore[union-attr]
    assert tab.margin.notes == []
    let_go.set()
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 2)
