"""A text from anywhere held against the approved narrative, on the page where officers do it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.check_tab import CheckTab
from pantau.desktop.issues.page import IssuesPage
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.team import Role
from pantau.operations import Desk, issues, narratives, team

from ..scenes import HOUSE
from .acts import approve

SAME = "\n".join((HOUSE.umbrella, *HOUSE.messages))


@pytest.fixture
def approved(desk: Desk, issue: IssueId) -> IssueId:
    approve(desk, issue)
    return issue


@pytest.fixture
def page(qtbot: QtBot, page: IssuesPage) -> IssuesPage:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.detail.check_text()
    return page


@pytest.fixture
def tab(approved: IssueId, page: IssuesPage) -> CheckTab:
    return page.detail.check


def hold(tab: CheckTab, qtbot: QtBot, text: str) -> None:
    """Paste a text and wait for what is said of it."""
    with qtbot.waitSignal(tab._reader.found):
        QGuiApplication.clipboard().setText(text)
        qtbot.mouseClick(tab.paste_button, Qt.MouseButton.LeftButton)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key)


def test_a_text_that_says_the_same_is_told_so_in_words(tab: CheckTab, qtbot: QtBot) -> None:
    hold(tab, qtbot, SAME)
    assert tab.verdict.text() == "Teks ini mengatakan hal yang sama dengan narasi versi 1."
    assert tab.margin.notes == []
    assert not tab.missing.isVisible()


def test_a_text_that_leaves_a_message_out_is_told_which(tab: CheckTab, qtbot: QtBot) -> None:
    hold(tab, qtbot, HOUSE.umbrella)
    assert tab.missing.isVisible()
    assert "0800-000-000" in tab.missing.text()


def test_choosing_a_finding_points_at_the_sentence_of_the_narrative(tab: CheckTab, qtbot: QtBot) -> None:
    hold(tab, qtbot, "🙏 Info grup:\n" + SAME.replace("dua petugas", "tiga petugas"))
    assert tab.verdict.text().startswith("1 temuan")
    press(qtbot, Qt.Key.Key_F8)
    assert tab.margin.remark is not None
    assert tab.margin.remark.text == "tiga"
    assert tab.narrative.pointed_at() == HOUSE.umbrella
    press(qtbot, Qt.Key.Key_Escape)
    assert tab.narrative.pointed_at() == ""
    assert tab.field.hasFocus()


def test_one_key_mends_and_the_text_is_read_again(tab: CheckTab, qtbot: QtBot) -> None:
    hold(tab, qtbot, SAME.replace("dua petugas", "tiga petugas"))
    press(qtbot, Qt.Key.Key_F8)
    with qtbot.waitSignal(tab._reader.found):
        press(qtbot, Qt.Key.Key_G)
    assert tab.field.toPlainText() == SAME
    assert tab.verdict.text().startswith("Teks ini mengatakan hal yang sama")
    assert tab.field.hasFocus()
    qtbot.mouseClick(tab.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == SAME


def test_a_finding_is_let_pass_with_a_reason_that_stays_on_record(
    tab: CheckTab, page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    hold(tab, qtbot, SAME.replace("dua petugas", "tiga petugas"))
    press(qtbot, Qt.Key.Key_F8)
    press(qtbot, Qt.Key.Key_A)
    with qtbot.waitSignal(page.done) as told:
        qtbot.keyClicks(QApplication.focusWidget(), "Satu petugas lagi baru diperiksa")
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.margin.notes == [])
    assert "1 dibiarkan" in tab.verdict.text()
    newest = issues.view(desk, issue).activity[0]
    assert (newest.kind, newest.facts["why"]) == ("check.waived", "Satu petugas lagi baru diperiksa")
    qtbot.waitUntil(lambda: "Satu petugas lagi" in page.detail.notes.list.entries[0].text)
    told.args[0].undo()
    page.refresh()
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 1)


def test_before_a_narrative_is_approved_the_page_says_that_nothing_can_be_compared(
    page: IssuesPage, qtbot: QtBot
) -> None:
    tab = page.detail.check
    assert "not approved yet" in tab.narrative.toPlainText()
    hold(tab, qtbot, "Tiga petugas luka.")
    assert "belum disetujui" in tab.verdict.text()


def test_when_a_version_is_approved_the_text_is_read_against_it(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    tab = page.detail.check
    hold(tab, qtbot, SAME.replace("dua petugas", "tiga petugas"))
    approve(desk, issue)
    page.refresh()
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 1)
    assert HOUSE.umbrella in tab.narrative.toPlainText()


def test_a_pasted_text_loses_its_looks(tab: CheckTab, qtbot: QtBot) -> None:
    hold(tab, qtbot, "<b>tebal</b> <img src='http://contoh.example/a.png'>")
    assert tab.field.toPlainText().startswith("<b>tebal</b>")


def test_each_issue_keeps_its_own_text(
    tab: CheckTab, page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    hold(tab, qtbot, SAME)
    other = issues.take_up(desk, StoryId(2)).value.id
    page.show_issue(other)
    qtbot.waitUntil(lambda: page.detail.known.issue.id == other)  # type: ignore[union-attr]
    assert tab.field.toPlainText() == ""
    assert tab.verdict.text() == "Does a text say what the narrative says?"
    page.show_issue(issue)
    qtbot.waitUntil(lambda: tab.field.toPlainText() == SAME)


def test_what_contradicts_the_narrative_of_another_issue_is_told_after_the_check(
    page: IssuesPage, qtbot: QtBot, desk: Desk
) -> None:
    tab = page.detail.check
    other = issues.take_up(desk, StoryId(2)).value
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    written = narratives.submit(desk, narratives.write(desk, other.id, HOUSE, None).value).value
    narratives.approve(desk.as_officer(approver), written)
    hold(tab, qtbot, SAME.replace("dua petugas", "tiga petugas"))
    qtbot.waitUntil(tab.elsewhere.isVisible)
    told = tab.elsewhere.text().splitlines()
    assert told[0] == "1 hal bertentangan dengan narasi isu lain:"
    assert told[1].startswith(f"• Isu {other.id}, ")
    assert "(versi 1, disetujui 13.42 WIB, berlaku): “tiga" in told[1]
    assert told[1].endswith(", di sana “dua”")
    qtbot.mouseClick(tab.clear_button, Qt.MouseButton.LeftButton)
    assert not tab.elsewhere.isVisible()


def test_the_narrative_of_the_issue_itself_is_no_other_matter(
    tab: CheckTab, page: IssuesPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.elsewhere.looked):
        hold(tab, qtbot, SAME.replace("dua petugas", "tiga petugas"))
    assert not tab.elsewhere.isVisible()
    assert tab.elsewhere.text() == ""


def test_a_text_too_long_to_be_checked_is_told_in_words(tab: CheckTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab._reader.failed):
        tab.field.setPlainText("kata " * 10_000)
    assert "40.000" in tab.verdict.text()
    with qtbot.waitSignal(tab._reader.found):
        qtbot.mouseClick(tab.clear_button, Qt.MouseButton.LeftButton)
    assert not tab.clear_button.isEnabled()


def test_a_chosen_finding_and_the_field_for_its_reason_are_scrolled_into_view(
    tab: CheckTab, page: IssuesPage, qtbot: QtBot
) -> None:
    page.resize(1_280, 460)
    hold(tab, qtbot, "Kabar dari grup.\n" * 30 + SAME.replace("dua petugas", "tiga petugas"))
    tab.field.moveCursor(QTextCursor.MoveOperation.Start)
    press(qtbot, Qt.Key.Key_F8)
    press(qtbot, Qt.Key.Key_A)
    reason = tab.margin.notes[0].reason
    assert reason is not None
    qtbot.waitUntil(lambda: not reason.visibleRegion().isEmpty())
    assert reason.visibleRegion().boundingRect().height() == reason.height()
