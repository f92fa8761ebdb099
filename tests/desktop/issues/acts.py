"""What officers do on the issues page before the act that a test is about."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.dialogs import JudgeDialog
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.issues.view_model import Step
from pantau.domain.ids import IssueId
from pantau.domain.team import Role
from pantau.operations import Desk, narratives, team

from ..scenes import HOUSE


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


def approve(desk: Desk, issue: IssueId) -> None:
    """A second person approves the narrative, elsewhere than on the page."""
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    written = narratives.submit(desk, narratives.write(desk, issue, HOUSE, None).value).value
    narratives.approve(desk.as_officer(approver), written)


def dialog_of(page: IssuesPage, qtbot: QtBot) -> JudgeDialog:
    qtbot.waitUntil(lambda: page.findChild(JudgeDialog) is not None)
    found = page.findChild(JudgeDialog)
    assert isinstance(found, JudgeDialog)
    return found
