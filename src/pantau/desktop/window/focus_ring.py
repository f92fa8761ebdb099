"""Shows where the keys go: a line around the button or the pane that has them.

Fields and rows show it themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QScrollArea,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from pantau.desktop.theme import Theme
from pantau.desktop.theme.tokens import RADIUS

_FOLLOWED = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
_THICK, _APART = 2, 3  # pixels, and how far from a button


class FocusRing(QWidget):
    """One for a window and its dialogs; the mouse passes through it, and a press of the mouse needs none."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.part: QWidget | None = None  # what it is around
        self._over: QWidget = window  # what it lies in
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window):  # it is being thrown away
            return
        self._leave()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if (
            by_mouse
            or not isinstance(now, (QAbstractButton, QScrollArea, QTreeView))
            or not self._is_ours(now)
        ):
            return
        self.part, self._over = now, _host(now)
        self.setParent(self._over)
        for watched in (now, self._over):
            watched.installEventFilter(self)
        self._place()

    def _leave(self) -> None:
        """Go home, where nothing that is thrown away takes it along."""
        if self.part is not None:
            for watched in (self.part, self._over):
                if isValid(watched):
                    watched.removeEventFilter(self)
        self.part = None
        self.hide()
        self.setParent(self._window)

    def _is_ours(self, part: QWidget) -> bool:
        window = part.window()
        owner = window.parentWidget()
        return window is self._window or (owner is not None and owner.window() is self._window)

    def _place(self) -> None:
        part = self.part
        if part is None or not isValid(part) or not part.isVisible():
            self.hide()
            return
        box = QRect(part.mapTo(self._over, QPoint(0, 0)), part.size())
        apart = _APART if isinstance(part, QAbstractButton) else 0
        self.setGeometry(box.adjusted(-apart, -apart, apart, apart))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), _THICK))
        edge = _THICK / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, RADIUS + 2, RADIUS + 2)
        painter.end()


def _host(part: QWidget) -> QWidget:
    """What it may lie in: the body that scrolls with the part, else the whole window."""
    around = part.parentWidget()
    while around is not None and not around.isWindow():
        above = around.parentWidget()
        holder = above.parentWidget() if above is not None else None
        if isinstance(holder, QScrollArea) and holder.widget() is around:
            return around
        around = above
    return part.window()
