"""The chosen source at the foot of the table: what is wrong with it and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pantau.desktop.sources.model import ICONS, problem, state
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel, tooltip
from pantau.domain.source import Source

translate = QCoreApplication.translate


class SourceFoot(QWidget):
    """Buttons only tell that they were pressed; the page knows which source is meant."""

    toggled = Signal()
    muted = Signal()
    removed = Signal()
    opened = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(84)
        self.name = PlainLabel(strong=True)
        self.address = PlainLabel(points=fonts.META, ink="muted", selectable=True)
        self.problem = PlainLabel(points=fonts.META, wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self.name, self.address, self.problem):
            texts.addWidget(label)
        texts.addStretch(1)
        self.toggle_button = QPushButton()
        self.mute_button = QPushButton()
        self.open_button = QPushButton(translate("Sources", "Open"))
        self.remove_button = QPushButton(translate("Sources", "Remove"))
        self.remove_button.setToolTip(tooltip(f"{self.remove_button.text()} (Del)"))
        for button, icon, signal in (
            (self.toggle_button, "pause", self.toggled),
            (self.mute_button, "mute", self.muted),
            (self.open_button, "open", self.opened),
            (self.remove_button, "remove", self.removed),
        ):
            around.theme.dress(button, icon)
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 8)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        for button in (self.toggle_button, self.mute_button, self.open_button, self.remove_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_source(self, source: Source | None) -> None:
        self.setVisible(source is not None)
        if source is None:
            return
        self.name.setText(source.name or source.url)
        self.address.setText(source.url)
        told = problem(source, self._around)
        self.problem.setText(told or self._around.say(f"source-state.{state(source)}").capitalize())
        self.problem.colour(ICONS[state(source)][1])
        self.toggle_button.setText(
            translate("Sources", "Disable") if source.enabled else translate("Sources", "Enable")
        )
        self.mute_button.setText(
            translate("Sources", "Unmute") if source.muted else translate("Sources", "Mute")
        )
