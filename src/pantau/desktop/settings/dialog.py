"""The desk's settings in one small form, and the list of what is muted with a way back for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel, line
from pantau.domain.ids import SourceId
from pantau.domain.outcome import Done
from pantau.operations import Desk, settings, sources, triage
from pantau.operations.settings import Settings
from pantau.store.marks import Mute, MuteKind

translate = QCoreApplication.translate

Read = tuple[Settings, list[Mute], dict[str, str]]


def read(desk: Desk) -> Read:
    """The settings, what is muted, and the sources' names by their ids as text."""
    names = {str(source.id): source.name or source.url for source in sources.listed(desk)}
    return settings.load(desk), triage.mutes(desk), names


class SettingsDialog(QDialog):
    """Reads and writes on a worker's thread. `changed` gives what was done, with its way back."""

    changed = Signal(object, str)
    failed = Signal(str)

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self.setWindowTitle(translate("Settings", "Settings"))
        self.setMinimumWidth(520)
        self.alert = self._number(0, 100, "")
        self.statement = self._number(1, 1_440, translate("Settings", " minutes"))
        self.retention = self._number(0, 36_500, translate("Settings", " days"))
        self.notify = QCheckBox(translate("Settings", "Show a notification for a new alert"))
        self.tray = QCheckBox(translate("Settings", "Go on monitoring when the window is closed"))
        self.save = QPushButton(translate("Settings", "Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.save.clicked.connect(self._save)
        self._lay_out()
        around.worker.run(partial(read, desk), self._show, self._explain, owner=self)

    def _number(self, least: int, most: int, unit: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(least, most)
        field.setSuffix(unit)
        field.setFixedWidth(132)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        rows = (
            (translate("Settings", "A story is an alert above the score"), self.alert),
            (translate("Settings", "First statement due after"), self.statement),
            (translate("Settings", "Keep articles (0: for ever)"), self.retention),
        )
        for row, (text, field) in enumerate(rows):
            label = PlainLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        self._muted = QScrollArea()
        self._muted.setProperty("kind", "surface")
        self._muted.setFrameShape(QFrame.Shape.NoFrame)
        self._muted.setWidgetResizable(True)
        self._muted.setMinimumHeight(120)
        cancel = QPushButton(translate("Settings", "Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(translate("Settings", "Settings"), points=fonts.TITLE, strong=True))
        column.addLayout(grid)
        column.addWidget(self.notify)
        column.addWidget(self.tray)
        column.addSpacing(8)
        column.addWidget(PlainLabel(translate("Settings", "Muted"), strong=True))
        column.addWidget(self._muted, 1)
        column.addLayout(buttons)

    def _show(self, found: Read) -> None:
        told, mutes, names = found
        self.alert.setValue(round(told.alert_score))
        self.statement.setValue(told.first_statement_minutes)
        self.retention.setValue(told.retention_days)
        self.notify.setChecked(told.notify)
        self.tray.setChecked(told.stay_in_tray)
        self.save.setEnabled(True)
        self._show_muted(mutes, names)

    def _show_muted(self, mutes: Sequence[Mute], names: dict[str, str]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        for mute in mutes:
            name = names.get(mute.value, mute.value) if mute.kind is MuteKind.SOURCE else f"“{mute.value}”"
            button = QPushButton(translate("Settings", "Unmute"))
            button.setProperty("kind", "quiet")
            button.clicked.connect(partial(self._unmute, mute, name))
            row = QHBoxLayout()
            row.addWidget(PlainLabel(name), 1)
            row.addWidget(button)
            column.addLayout(row)
            column.addWidget(line())
        if not mutes:
            column.addWidget(PlainLabel(translate("Settings", "Nothing is muted."), ink="muted"))
        column.addStretch(1)
        self._muted.setWidget(body)

    def _save(self) -> None:
        values = {
            "alert_score": float(self.alert.value()),
            "first_statement_minutes": self.statement.value(),
            "retention_days": self.retention.value(),
            "notify": self.notify.isChecked(),
            "stay_in_tray": self.tray.isChecked(),
        }
        said = translate("Settings", "Settings saved.")
        self._do(partial(settings.change, self._desk, values), said, self.accept)

    def _unmute(self, mute: Mute, name: str) -> None:
        if mute.kind is MuteKind.SOURCE:
            job: Callable[[], Done[Any]] = partial(
                triage.unmute_source, self._desk, SourceId(int(mute.value))
            )
        else:
            job = partial(triage.unmute_word, self._desk, mute.value)
        self._do(job, self._around.say("sources.done.unmuted", name=name), self._again)

    def _again(self) -> None:
        self._around.worker.run(
            partial(read, self._desk), lambda found: self._show_muted(*found[1:]), self._explain, owner=self
        )

    def _do(self, job: Callable[[], Done[Any]], said: str, then: Callable[[], None]) -> None:
        def arrived(done: Done[Any]) -> None:
            self.changed.emit(done, said)
            then()

        self._around.worker.run(job, arrived, self._explain, owner=self)

    def _explain(self, error: Exception) -> None:
        self.failed.emit(self._around.explain(error))
        self.reject()


def show_settings(desk: Desk, around: Surroundings, parent: QWidget) -> SettingsDialog:
    """Open the form over a window."""
    dialog = SettingsDialog(desk, around, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
