"""A second person approves a narrative or returns it, and who may."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import Step, approvers
from pantau.domain.ids import IssueId
from pantau.domain.team import Role
from pantau.operations import Desk, checking, issues, narratives, team

from .acts import dialog_of, submitted, write_house


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
