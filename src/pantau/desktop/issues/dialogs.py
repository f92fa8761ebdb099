"""What is asked before an act that has no way back: who approves, and why a text is returned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.issues.difference_view import DifferenceView
from pantau.desktop.issues.view_model import OpenIssue
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel
from pantau.domain.team import Officer

translate = QCoreApplication.translate


class JudgeDialog(QDialog):
    """Who judges the text. With `asks_why` a reason is asked too, and the text goes back to its author."""

    def __init__(
        self,
        around: Surroundings,
        known: OpenIssue,
        officers: Sequence[Officer],
        *,
        asks_why: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._officers = list(officers)
        self._asks_why = asks_why
        title = (
            translate("Judge", "Return the narrative")
            if asks_why
            else translate("Judge", "Approve the narrative")
        )
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self.who = QComboBox()
        self.who.setEditable(True)
        for officer in self._officers:
            self.who.addItem(f"{officer.name} ({around.say(f'role.{officer.role}')})", officer)
        if not self._officers:
            self.who.lineEdit().setPlaceholderText(translate("Judge", "Name of the approver"))  # type: ignore[union-attr]
        self.who.setCurrentIndex(0 if self._officers else -1)
        self.why = QPlainTextEdit()
        self.why.setTabChangesFocus(True)
        self.why.setPlaceholderText(translate("Judge", "What has to be mended"))
        self.why.setVisible(asks_why)
        warning = (
            translate("Judge", "The author gets the text back as a draft, with your reason.")
            if asks_why
            else translate("Judge", "The text is approved as it was submitted. This cannot be taken back.")
        )
        self.text = DifferenceView(around)
        if known.newest is not None:
            self.text.show_house(known.newest.house, known.changes, first=known.is_first)
        self.agree = QPushButton(translate("Judge", "Return") if asks_why else translate("Judge", "Approve"))
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        cancel = QPushButton(translate("Judge", "Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, points=fonts.TITLE, strong=True))
        column.addWidget(PlainLabel(warning, ink="muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.text, 1)
        column.addWidget(PlainLabel(translate("Judge", "Approver"), points=fonts.META, ink="muted"))
        column.addWidget(self.who)
        column.addWidget(self.why)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.agree)
        column.addSpacing(8)
        column.addLayout(buttons)
        self.who.editTextChanged.connect(lambda _text: self._judge())
        self.why.textChanged.connect(self._judge)
        self._judge()

    def officer(self) -> Officer | str:
        """The chosen officer, or the name that was typed."""
        place = self.who.findText(self.who.currentText())
        return self._officers[place] if 0 <= place < len(self._officers) else self.who.currentText().strip()

    def reason(self) -> str:
        return self.why.toPlainText().strip()

    def _judge(self) -> None:
        named = bool(self.who.currentText().strip())
        self.agree.setEnabled(named and (not self._asks_why or bool(self.reason())))
