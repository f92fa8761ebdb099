"""Typing a narrative and putting it to review: what stands in the fields is what is submitted."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import Step
from pantau.domain.errors import StoreError
from pantau.domain.ids import IssueId
from pantau.domain.issue import House, NarrativeStatus
from pantau.domain.team import Role
from pantau.operations import Desk, narratives, team

from ..scenes import HOUSE
from .acts import submitted, write_house


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
