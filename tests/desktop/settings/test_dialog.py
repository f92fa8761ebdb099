from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pantau.desktop.settings.dialog import SettingsDialog
from pantau.desktop.surroundings import Surroundings
from pantau.operations import Desk, settings, triage


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, around: Surroundings) -> Iterator[SettingsDialog]:
    triage.mute_word(desk, "ramalan cuaca")
    dialog = SettingsDialog(desk, around)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.agree.isEnabled)
    yield dialog
    around.worker.wait()


def test_what_is_set_is_kept_and_can_be_taken_back(dialog: SettingsDialog, qtbot: QtBot, desk: Desk) -> None:
    dialog.alert.setValue(72)
    dialog.statement.setValue(45)
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert settings.load(desk).alert_score == 72
    assert settings.load(desk).first_statement_minutes == 45
    told.args[0].undo()
    assert settings.load(desk) == settings.DEFAULTS


def test_what_is_muted_can_be_heard_again(dialog: SettingsDialog, qtbot: QtBot, desk: Desk) -> None:
    buttons = [
        button for button in dialog.muted.findChildren(QPushButton) if button.property("kind") == "quiet"
    ]
    assert len(buttons) == 1
    with qtbot.waitSignal(dialog.changed):
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert triage.mutes(desk) == []
