"""Qt's own dialogs and menus speak Indonesian too, where the system has none of its own to show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from pantau.desktop.application import catalogues

# Names of keys stay as keyboards have them; the others are asked for and never shown.
UNSHOWN = {
    ("QGuiApplication", "QT_LAYOUT_DIRECTION"),
    ("QImageWriter", "Unknown error"),
    ("QInputDialog", "Enter a value:"),
}


class Missing(QTranslator):
    """Asked last: what comes here has no Indonesian."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        self.words.add((context, source))
        return ""


@pytest.fixture
def missing(qapp: QApplication) -> Iterator[Missing]:
    made = Missing()
    installed = [made, *catalogues("id", qapp)]
    for translator in installed:
        qapp.installTranslator(translator)
    yield made
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("way", ["open", "save", "folder"])
def test_the_dialog_for_files_says_nothing_in_english(qtbot: QtBot, missing: Missing, way: str) -> None:
    dialog = QFileDialog(None, "Impor OPML")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    if way == "save":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if way == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert missing.words, "Qt asked for no word at all"
    assert shown(missing) == set()


def test_menus_of_fields_and_questions_say_nothing_in_english(qtbot: QtBot, missing: Missing) -> None:
    question = QInputDialog()
    qtbot.addWidget(question)
    question.show()
    for field in (QLineEdit(), QPlainTextEdit(), QTextBrowser()):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        menu.deleteLater()
    assert shown(missing) == set()


def shown(missing: Missing) -> set[tuple[str, str]]:
    return {
        (context, source)
        for context, source in missing.words - UNSHOWN
        if context != "QShortcut" and not source.startswith(("Alt+", "Ctrl+"))
    }
