"""Adds a source: its address, checked before if the officer likes, and what is known of who stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from pantau.desktop import forms
from pantau.desktop.program import Program
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.labels import PlainLabel
from pantau.domain.source import NewSource, Tier

translate = QCoreApplication.translate


class AddSourceDialog(QDialog):
    """`source()` is what was entered. The check runs in a process of its own and can be left at any time."""

    url: QLineEdit
    check_button: QPushButton
    progress: QProgressBar
    verdict: PlainLabel
    name: QLineEdit
    tier: QComboBox
    region: QComboBox
    intranet: QCheckBox
    cancel: QPushButton
    agree: QPushButton

    def __init__(
        self, around: Surroundings, regions: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._program: Program | None = None
        forms.load("add_source.ui", self)
        self.progress.hide()
        self.verdict.hide()
        for tier in Tier:
            self.tier.addItem(around.say(f"tier.{tier}").capitalize(), tier)
        self.tier.setCurrentIndex(list(Tier).index(Tier.REGIONAL))
        self.region.addItem(translate("AddSource", "Whole country"), None)
        for code, name in sorted(regions.items(), key=lambda pair: pair[1]):
            self.region.addItem(name, code)
        self.check_button.clicked.connect(self._check)
        self.agree.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.url.textChanged.connect(self._judge)
        self._judge()

    def source(self) -> NewSource:
        return NewSource(
            url=self.url.text().strip(),
            name=self.name.text().strip(),
            tier=Tier(self.tier.currentData()),  # Qt makes a plain str of a StrEnum
            region=self.region.currentData(),
            intranet=self.intranet.isChecked(),
        )

    def _judge(self) -> None:
        given = bool(self.url.text().strip())
        self.agree.setEnabled(given)
        self.check_button.setEnabled(given)

    def _check(self) -> None:
        self._leave()
        words = ["sources", "check", self.url.text().strip(), "--json"]
        if self.intranet.isChecked():
            words.append("--intranet")
        owner = self.parent() or QCoreApplication.instance()  # it may outlive the dialog by a moment
        program = Program(words, owner)
        program.line.connect(self._found)
        program.ended.connect(self._ended)
        self._program = program
        self.verdict.hide()
        self.progress.show()
        program.start()

    def _found(self, told: dict[str, Any]) -> None:
        title = str(told.get("title") or "")
        count = told.get("entries")
        sound = bool(told.get("format"))
        key = "sources.check.sound" if sound else "sources.check.no-feed"
        self._tell(self._around.say(key, title=title or "–", count=count), "good" if sound else "warning")
        if sound and title:
            self.name.setPlaceholderText(title[:200])

    def _ended(self, code: int, complaint: str) -> None:
        self.progress.hide()
        self._program = None
        if code != 0 and self.verdict.isHidden():
            self._tell(complaint or self._around.say("sources.check.failed"), "danger")

    def _tell(self, text: str, ink: str) -> None:
        self.verdict.colour(ink)
        self.verdict.setText(text)
        self.verdict.show()

    def _leave(self) -> None:
        if self._program is not None:
            self._program.let_go(1_000)
            self._program = None

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # Qt's name
        self._leave()
        super().closeEvent(event)
