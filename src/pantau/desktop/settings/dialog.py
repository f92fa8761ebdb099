"""The desk's settings in one small form, and the list of what is muted with a way back for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop import forms
from pantau.desktop.surroundings import Surroundings
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

    alert: QSpinBox
    statement: QSpinBox
    retention: QSpinBox
    notify: QCheckBox
    tray: QCheckBox
    muted: QScrollArea
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        forms.load("settings.ui", self)
        for field in (self.alert, self.statement, self.retention):
            field.lineEdit().setTextMargins(6, 0, 0, 0)  # the stylesheet's padding does not reach into it
        self.agree.setEnabled(False)
        self.agree.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        around.worker.run(partial(read, desk), self._show, self._explain, owner=self)

    def _show(self, found: Read) -> None:
        told, mutes, names = found
        self.alert.setValue(round(told.alert_score))
        self.statement.setValue(told.first_statement_minutes)
        self.retention.setValue(told.retention_days)
        self.notify.setChecked(told.notify)
        self.tray.setChecked(told.stay_in_tray)
        self.agree.setEnabled(True)
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
        self.muted.setWidget(body)

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

        self._around.worker.run(job, arrived, self._refuse, owner=self)

    def _refuse(self, error: Exception) -> None:
        """What was entered stays, to be tried again."""
        self.failed.emit(self._around.explain(error))

    def _explain(self, error: Exception) -> None:
        self.failed.emit(self._around.explain(error))
        self.reject()


def show_settings(desk: Desk, around: Surroundings, parent: QWidget) -> SettingsDialog:
    """Open the form over a window."""
    dialog = SettingsDialog(desk, around, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
