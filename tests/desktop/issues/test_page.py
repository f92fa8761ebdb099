"""The issues page: its list, the open issue, facts and notes."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.issues import view_model
from pantau.desktop.issues.listing import due
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import listed
from pantau.desktop.surroundings import Surroundings
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import Status
from pantau.operations import Desk, issues

from .. import content
from .acts import approve

translate = QCoreApplication.translate


def test_an_open_issue_shows_its_clock_and_the_next_step(page: IssuesPage) -> None:
    told = [label.text() for _mark, label in page.detail.clock._steps]
    assert told[0] == "Ditangani 13.42 WIB"
    assert told[1] == "Pernyataan awal sebelum 14.12 WIB · 30 menit lagi"
    assert told[2] == "Narasi belum ditulis"
    assert page.detail.step_button.isVisible()


def test_an_issue_opened_from_elsewhere_is_the_one_chosen_in_the_list(
    page: IssuesPage, qtbot: QtBot, desk: Desk
) -> None:
    other = issues.take_up(desk, StoryId(2)).value.id
    with qtbot.waitSignal(page.model.listed):
        page.refresh()
    for wanted in (other, IssueId(1), other):
        page.show_issue(wanted)
        qtbot.waitUntil(lambda wanted=wanted: page.detail.known.issue.id == wanted)  # type: ignore[union-attr,misc]
        chosen = page.list.issue()
        assert chosen is not None
        assert chosen.id == wanted


def test_an_issue_that_takes_a_while_to_read_is_not_shown_as_the_one_before(
    page: IssuesPage, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = issues.take_up(desk, StoryId(2)).value.id
    read, go_on = view_model.opened, threading.Event()

    def slowly(desk: Desk, issue: IssueId) -> view_model.OpenIssue:
        go_on.wait(10)
        return read(desk, issue)

    monkeypatch.setattr(view_model, "opened", slowly)
    page.show_issue(other)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    assert page._nothing.text() == translate("Issues", "Reading the issue …")
    go_on.set()
    qtbot.waitUntil(page.detail.isVisible)
    assert page.detail.known is not None
    assert page.detail.known.issue.id == other


def test_a_missed_deadline_is_said_in_red_and_in_words(
    page: IssuesPage, desk: Desk, around: Surroundings
) -> None:
    issue = issues.listed(desk)[0]
    assert due(issue, content.NOW + timedelta(minutes=37), around) == ("terlambat 7 menit", "danger")
    assert due(issue, content.NOW + timedelta(minutes=20), around) == ("10 menit lagi", "warning")


def test_a_fact_needs_its_source(page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId) -> None:
    tab = page.detail.facts
    qtbot.keyClicks(tab.text, "Dua petugas luka ringan")
    with qtbot.waitSignal(page.refused) as told:
        qtbot.keyClick(tab.text, Qt.Key.Key_Return)
    assert "asal" in told.args[0]
    assert tab.text.text() == "Dua petugas luka ringan"
    qtbot.keyClicks(tab.source, "Kanwil")
    with qtbot.waitSignal(page.done) as added:
        qtbot.keyClick(tab.source, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.tabs.tabText(0) == "Fakta (1)")
    assert tab.text.text() == ""
    added.args[0].undo()
    assert issues.view(desk, issue).facts == ()


def test_a_note_is_written_and_the_record_tells_of_it(page: IssuesPage, qtbot: QtBot) -> None:
    tab = page.detail.notes
    page.detail.tabs.setCurrentWidget(tab)
    qtbot.keyClicks(tab.text, "Kalapas siap bicara")
    qtbot.keyClick(tab.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.tabs.tabText(3) == "Catatan (1)")
    texts = [entry.text for entry in tab.list.entries]
    assert texts[:2] == ["Kalapas siap bicara", "Catatan ditulis"]


def test_an_issue_that_a_colleague_changed_is_refused_and_read_anew(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    issues.rename(desk, issues.get(desk, issue), "Judul dari rekan")
    with qtbot.waitSignal(page.refused):
        page.detail.status_chosen.emit(Status.ANSWERED)
    qtbot.waitUntil(lambda: page.detail.heading.text() == "Judul dari rekan")
    assert issues.get(desk, issue).status is Status.HANDLING


def test_what_is_being_typed_stays_when_the_page_is_read_anew(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    tab.umbrella.insertPlainText("Baru separuh kali")
    issues.note(desk, issue, "sesuatu terjadi")
    with qtbot.waitSignal(page.model.opened):
        page.model.reread()
    assert tab.umbrella.toPlainText() == "Baru separuh kali"


def test_without_issues_the_page_leads_to_the_queue(
    qtbot: QtBot, empty_desk: Desk, around: Surroundings
) -> None:
    page = IssuesPage(empty_desk, around)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.state.is_covered and page.state.button.isVisible())
    with qtbot.waitSignal(page.queue_wanted):
        qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)


def test_an_issue_whose_statement_was_approved_is_due_no_more(desk: Desk) -> None:
    first, second = (issues.take_up(desk, StoryId(number)).value for number in (1, 2))
    approve(desk, first.id)
    found, _names = listed(desk, closed=False)
    assert [(issue.id, issue.deadline is None) for issue in found] == [(second.id, False), (first.id, True)]


def test_the_buttons_of_a_row_are_of_one_height(page: IssuesPage) -> None:
    detail = page.detail
    detail.tabs.setCurrentWidget(detail.facts)
    assert detail.status_button.sizeHint().height() == detail.step_button.sizeHint().height()


def test_the_clock_says_all_on_a_narrow_page(page: IssuesPage, qtbot: QtBot) -> None:
    page.resize(611, 300)
    page.open_chosen()
    labels = [label for _mark, label in page.detail.clock._steps]
    qtbot.waitUntil(lambda: all(label.heightForWidth(label.width()) <= 36 for label in labels))
    assert all(label.wordWrap() for label in labels)
