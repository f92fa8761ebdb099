"""Ctrl+K: type what is wanted. Commands whose words fit come first, the search for the same words last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pantau.desktop.page import Command
from pantau.desktop.surroundings import Surroundings

_MOST = 9
_COMMAND = Qt.ItemDataRole.UserRole


def fitting(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, those that begin with it first."""
    words = typed.casefold().split()
    found = [command for command in commands if all(word in command.text.casefold() for word in words)]
    return sorted(found, key=lambda command: not command.text.casefold().startswith(typed.casefold()))


class SearchField(QLineEdit):
    """The field of the top bar. `searched` gives words to look for in the articles."""

    searched = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        commands: Callable[[], Sequence[Command]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._commands = commands
        self.setProperty("kind", "search")
        self.setClearButtonEnabled(False)
        self.setMinimumWidth(72)
        self.setMaximumWidth(360)
        glass = QAction(self)
        around.theme.dress(glass, "search", "muted")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.popup = QFrame(None, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.popup.setProperty("kind", "popup")
        self.popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.popup.setFocusProxy(self)
        self.choices = QListWidget()
        self.choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices.setUniformItemSizes(True)
        self.choices.itemClicked.connect(lambda _item: self._run())
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.choices)
        self.textEdited.connect(lambda _text: self._offer())
        self.destroyed.connect(self.popup.deleteLater)

    def begin(self, *, offering: bool) -> None:
        """Take the keyboard; with `offering` show what can be asked for at once."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if offering:
            self._offer()

    def _offer(self) -> None:
        typed = self.text().strip()
        self.choices.clear()
        for command in fitting(self._commands(), typed)[: _MOST - 1]:
            key = f"   {command.key}" if command.key else ""
            self._add(f"{command.text}{key}", command)
        if typed:
            said = self._around.say("search.for", words=typed)
            self._add(said, Command(said, "", lambda: self.searched.emit(typed)))
        self.choices.setCurrentRow(0)
        self._place()

    def _add(self, text: str, command: Command) -> None:
        item = QListWidgetItem(text)
        item.setData(_COMMAND, command)
        self.choices.addItem(item)

    def _place(self) -> None:
        count = self.choices.count()
        if not count:
            self.popup.hide()
            return
        height = self.choices.sizeHintForRow(0) * count + 12
        self.popup.resize(max(self.width(), 380), height)
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + 4))
        self.popup.move(corner.x() - self.popup.width(), corner.y())
        self.popup.show()

    def _run(self) -> None:
        item = self.choices.item(self.choices.currentRow()) if self.popup.isVisible() else None
        self.popup.hide()
        typed = self.text().strip()
        self.clear()
        self.clearFocus()
        if item is not None:
            command: Command = item.data(_COMMAND)
            command.run()
        elif typed:
            self.searched.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
            self.clear()
            self.clearFocus()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.popup.isVisible():
            by = 1 if key == Qt.Key.Key_Down else -1
            row = (self.choices.currentRow() + by) % self.choices.count()
            self.choices.setCurrentRow(row)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        claimed = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if claimed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()  # ours while the field has the keyboard
            return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.popup.hide()
        return super().event(event)
