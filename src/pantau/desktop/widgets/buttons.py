"""Buttons that show their key, as every act of the window does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel, tooltip

_CAP = 18  # pixels, the side of the drawn key


class KeyButton(QPushButton):
    """A verb and its key. `kind` is "primary" for the next step, "" else."""

    def __init__(self, text: str, key: str, *, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setProperty("keyed", "true")
        self._key = PlainLabel(key, points=fonts.SMALL, parent=self)
        self._key.setProperty("kind", "key-on-accent" if kind == "primary" else "key")
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key.setFixedSize(max(_CAP, self._key.sizeHint().width() + 6), _CAP)
        self.setToolTip(tooltip(f"{text} ({key})"))

    def sizeHint(self) -> QSize:  # Qt's name
        hint = super().sizeHint()
        return QSize(hint.width() + self._key.width() - _CAP, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self._key.move(self.width() - self._key.width() - 8, (self.height() - self._key.height()) // 2)


class Pill(QPushButton):
    """Floats above a list and says how much news waits there; a press lets it in."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("kind", "pill")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def tell(self, text: str) -> None:
        """Show the text, or go when it is empty."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            self.place()

    def place(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, 8)
        self.raise_()
