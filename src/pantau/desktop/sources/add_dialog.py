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
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.program import Program
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel
from pantau.domain.source import NewSource, Tier

translate = QCoreApplication.translate


class AddSourceDialog(QDialog):
    """`source()` is what was entered. The check runs in a process of its own and can be left at any time."""

    def __init__(
        self, around: Surroundings, regions: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._program: Program | None = None
        self.setWindowTitle(translate("AddSource", "Add a source"))
        self.setMinimumWidth(520)
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://")
        self.check_button = QPushButton(translate("AddSource", "Check"))
        self.check_button.clicked.connect(self._check)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.verdict = PlainLabel(ink="muted", wrap=True)
        self.verdict.hide()
        self.name = QLineEdit()
        self.name.setPlaceholderText(translate("AddSource", "As the feed names itself"))
        self.tier = QComboBox()
        for tier in Tier:
            self.tier.addItem(around.say(f"tier.{tier}").capitalize(), tier)
        self.tier.setCurrentIndex(list(Tier).index(Tier.REGIONAL))
        self.region = QComboBox()
        self.region.addItem(translate("AddSource", "Whole country"), None)
        for code, name in sorted(regions.items(), key=lambda pair: pair[1]):
            self.region.addItem(name, code)
        self.intranet = QCheckBox(translate("AddSource", "Stands on the ministry's own network (intranet)"))
        self.agree = QPushButton(translate("AddSource", "Add"))
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        self.url.textChanged.connect(self._judge)
        self._lay_out()
        self._judge()

    def _lay_out(self) -> None:
        cancel = QPushButton(translate("AddSource", "Cancel"))
        cancel.clicked.connect(self.reject)
        address = QHBoxLayout()
        address.addWidget(self.url, 1)
        address.addWidget(self.check_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        rows: list[tuple[str, Any]] = [
            (translate("AddSource", "Address of the feed"), address),
            ("", self.progress),
            ("", self.verdict),
            (translate("AddSource", "Name"), self.name),
            (translate("AddSource", "Tier"), self.tier),
            (translate("AddSource", "Region"), self.region),
            ("", self.intranet),
        ]
        for row, (text, part) in enumerate(rows):
            if text:
                grid.addWidget(PlainLabel(text, ink="muted"), row, 0)
            if isinstance(part, QHBoxLayout):
                grid.addLayout(part, row, 1)
            else:
                grid.addWidget(part, row, 1)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(translate("AddSource", "Add a source"), points=fonts.TITLE, strong=True))
        column.addLayout(grid)
        column.addLayout(buttons)

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
        program = Program(words, self)
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
            self._program.stop(1_000)
            self._program = None

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # Qt's name
        self._leave()
        super().closeEvent(event)
