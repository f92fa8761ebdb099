"""The issues page as officers work on it: from taking up to the approved narrative on paper."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.dialogs import JudgeDialog
from pantau.desktop.issues.listing import due
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import Step, approvers, listed
from pantau.desktop.surroundings import Surroundings
from pantau.domain.errors import StoreError
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import House, NarrativeStatus, Status
from pantau.domain.team import Role
from pantau.operations import Desk, checking, issues, narratives, team

from .. import content
from ..scenes import HOUSE


@pytest.fixture
def issue(desk: Desk) -> IssueId:
    return issues.take_up(desk, StoryId(1)).value.id


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, issue: IssueId, around: Surroundings) -> Iterator[IssuesPage]:
    page = IssuesPage(desk, around)
    qtbot.addWidget(page)
    page.resize(1_280, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.detail.known is not None)
    yield page
    page.flush()
    around.worker.wait()


def write_house(page: IssuesPage, qtbot: QtBot) -> None:
    tab = page.detail.narrative
    page.detail.tabs.setCurrentWidget(tab)
    texts = (HOUSE.umbrella, *HOUSE.messages)
    for field, text in zip((tab.umbrella, *tab.messages), texts, strict=True):
        field.setFocus()
        field.insertPlainText(text)
    qtbot.waitUntil(lambda: tab.buttons["submit"].isEnabled())


def submitted(page: IssuesPage, qtbot: QtBot) -> None:
    write_house(page, qtbot)
    qtbot.mouseClick(page.detail.narrative.buttons["submit"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]


def dialog_of(page: IssuesPage, qtbot: QtBot) -> JudgeDialog:
    qtbot.waitUntil(lambda: page.findChild(JudgeDialog) is not None)
    found = page.findChild(JudgeDialog)
    assert isinstance(found, JudgeDialog)
    return found


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


def test_a_missed_deadline_is_said_in_red_and_in_words(
    page: IssuesPage, desk: Desk, around: Surroundings
) -> None:
    issue = issues.listed(desk)[0]
    assert due(issue, content.NOW + timedelta(minutes=37), around) == ("terlambat 7 menit", "danger")
    assert due(issue, content.NOW + timedelta(minutes=20), around) == ("10 menit lagi", "warning")


def test_a_narrative_is_saved_as_it_is_typed_and_submitted_when_complete(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    assert not page.detail.narrative.buttons["submit"].isEnabled()
    submitted(page, qtbot)
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.house == HOUSE
    assert newest.status is NarrativeStatus.IN_REVIEW
    assert page.detail.narrative.umbrella.isReadOnly()


def test_letters_typed_at_the_very_end_are_submitted_too(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    write_house(page, qtbot)
    tab = page.detail.narrative
    tab.messages[2].insertPlainText(" Pendamping siap.")
    assert not page._draft(issue).is_kept
    qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.house.messages[2] == HOUSE.messages[2] + " Pendamping siap."
    assert newest.status is NarrativeStatus.IN_REVIEW
    assert tab.house() == newest.house


def test_a_text_that_is_being_written_away_is_waited_for_before_it_is_submitted(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    write_house(page, qtbot)
    tab = page.detail.narrative
    page.flush()
    tab.messages[2].insertPlainText(" Satu.")
    page.flush()
    tab.messages[2].insertPlainText(" Dua.")
    qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
    assert tab.umbrella.isReadOnly()
    assert not tab.buttons["submit"].isEnabled()
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.house.messages[2].endswith(" Satu. Dua.")
    assert not page._draft(issue).is_in_conflict


def test_a_text_that_cannot_be_kept_is_not_submitted_and_stays(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_given: object) -> None:
        raise StoreError("nowhere.at-all")

    write_house(page, qtbot)
    qtbot.waitUntil(lambda: page._draft(issue).is_kept)
    tab = page.detail.narrative
    with monkeypatch.context() as patched:
        patched.setattr(narratives, "write", away)
        tab.messages[2].insertPlainText(" Jangan hilang.")
        with qtbot.waitSignal(page.refused) as told:
            qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
        assert told.args[0].startswith("Belum diajukan")
        assert "nowhere.at-all" in told.args[0]
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.status is NarrativeStatus.DRAFT
    assert tab.messages[2].toPlainText().endswith("Jangan hilang.")
    assert not tab.messages[2].isReadOnly()
    qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]
    assert narratives.current(desk, issue).house.messages[2].endswith("Jangan hilang.")  # type: ignore[union-attr]


def test_a_colleagues_text_met_while_submitting_is_not_submitted_over(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    write_house(page, qtbot)
    qtbot.waitUntil(lambda: page._draft(issue).is_kept)
    tab = page.detail.narrative
    narratives.write(desk, issue, House("teks rekan", HOUSE.messages), narratives.current(desk, issue))
    tab.messages[2].insertPlainText(" Dari saya.")
    with qtbot.waitSignal(page.refused) as told:
        qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
    assert "Rekan" in told.args[0]
    assert tab.conflict.isVisible()
    assert not tab.buttons["submit"].isEnabled()
    assert tab.messages[2].toPlainText().endswith("Dari saya.")
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert (newest.status, newest.house.umbrella) == (NarrativeStatus.DRAFT, "teks rekan")


def test_pressing_submit_twice_submits_once(page: IssuesPage, qtbot: QtBot, desk: Desk) -> None:
    write_house(page, qtbot)
    refused: list[str] = []
    page.refused.connect(refused.append)
    with qtbot.waitSignal(page.done):
        page.detail.narrative.submit.emit()
        page.detail.narrative.submit.emit()
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]
    assert refused == []


def test_another_officer_approves_and_the_text_goes_out_on_paper(
    page: IssuesPage,
    qtbot: QtBot,
    desk: Desk,
    issue: IssueId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER)
    submitted(page, qtbot)
    qtbot.mouseClick(page.detail.step_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    assert dialog.who.currentText().startswith("Kepala hubungan masyarakat")
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.approved is not None)  # type: ignore[union-attr]
    approved = narratives.approved(desk, issue)
    assert approved is not None
    assert team.names(desk)[approved.approved_by] == "Kepala hubungan masyarakat"  # type: ignore[index]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path / "keluar"))
    with qtbot.waitSignal(page.told) as told:
        qtbot.mouseClick(page.detail.step_button, Qt.MouseButton.LeftButton)
    assert "narasi-isu-1" in told.args[0]
    assert sorted(file.suffix for file in (tmp_path / "keluar").iterdir()) == [
        ".docx",
        ".pdf",
        ".txt",
    ]


def test_somebody_named_for_the_first_time_can_approve(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    submitted(page, qtbot)
    qtbot.mouseClick(page.detail.narrative.buttons["approve"], Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    assert not dialog.agree.isEnabled()
    qtbot.keyClicks(dialog.who, "Kepala Biro Humas")
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.approved is not None)  # type: ignore[union-attr]
    assert "Kepala Biro Humas" in team.names(desk).values()


def test_a_new_version_is_submitted_only_when_it_says_something_new(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    submitted(page, qtbot)
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    narratives.approve(desk.as_officer(approver), narratives.current(desk, issue))  # type: ignore[arg-type]
    page.refresh()
    tab = page.detail.narrative
    qtbot.waitUntil(lambda: tab.buttons["anew"].isVisible())
    qtbot.mouseClick(tab.buttons["anew"], Qt.MouseButton.LeftButton)
    assert not tab.umbrella.isReadOnly()
    assert not tab.buttons["submit"].isEnabled()
    tab.umbrella.insertPlainText(" Kabar terbaru.")
    assert tab.buttons["submit"].isEnabled()
    qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]
    newest = narratives.current(desk, issue)
    assert newest is not None
    assert newest.number == 2
    assert newest.house.umbrella.count("Kabar terbaru.") == 1


def test_the_author_cannot_approve_the_own_text(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    submitted(page, qtbot)
    newest = narratives.current(desk, issue)
    assert newest is not None
    with qtbot.waitSignal(page.refused):
        page.model.approve(newest, desk.officer)
    assert narratives.approved(desk, issue) is None
    assert page.isEnabled()


def test_a_returned_text_is_a_draft_again_and_shows_why(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER)
    submitted(page, qtbot)
    qtbot.mouseClick(page.detail.narrative.buttons["return"], Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    assert not dialog.agree.isEnabled()
    dialog.why.insertPlainText("Angka korban belum pasti")
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.narrative.reason.isVisible())
    assert "Angka korban belum pasti" in page.detail.narrative.reason.text()
    assert not page.detail.narrative.umbrella.isReadOnly()


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


def test_who_left_the_team_is_offered_for_nothing_but_stays_named(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    left = team.ensure(desk, "Petugas lama", Role.LEAD).value
    stays = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    issues.note(desk.as_officer(left), issue, "Sudah menelepon kalapas.")
    team.remove(desk, left.id)
    submitted(page, qtbot)
    known = page.detail.known
    assert known is not None
    assert approvers(known, desk) == [stays]
    menu = page.detail.owner_button.menu()
    menu.aboutToShow.emit()
    offered = [action.text() for action in menu.actions()]
    assert stays.name in offered
    assert left.name not in offered
    assert known.name(left.id) == left.name


def test_who_approves_sees_what_the_gate_found_and_may_still_approve(
    page: IssuesPage, qtbot: QtBot, desk: Desk, issue: IssueId
) -> None:
    team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER)
    write_house(page, qtbot)
    tab = page.detail.narrative
    tab.messages[1].setPlainText("Ini ulah calo.")
    tab.messages[2].setPlainText("Kemungkinan besar ada orang dalam.")
    qtbot.waitUntil(lambda: len(tab.margin.notes) == 2)
    remark = tab.margin.notes[1].remark
    checking.waive(desk, issue, remark, "Kutipan kapolres")
    qtbot.mouseClick(tab.buttons["submit"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.known.next_step is Step.APPROVE)  # type: ignore[union-attr]
    qtbot.mouseClick(page.detail.step_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    qtbot.waitUntil(dialog.findings.isVisible)
    assert dialog.findings.text().splitlines() == [
        "Gerbang keamanan: 1 temuan terbuka",
        "• menyalahkan: “ulah” (Ini ulah calo.)",
    ]
    assert dialog.agree.isEnabled()
    dialog.reject()


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
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    written = narratives.submit(desk, narratives.write(desk, first.id, HOUSE, None).value).value
    narratives.approve(desk.as_officer(approver), written)
    found, _names = listed(desk, closed=False)
    assert [(issue.id, issue.deadline is None) for issue in found] == [(second.id, False), (first.id, True)]


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
