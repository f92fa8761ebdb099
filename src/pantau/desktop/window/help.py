"""The list of keys, laid over the window; any key or press puts it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from pantau.desktop.theme import Theme, fonts
from pantau.desktop.widgets.labels import PlainLabel


class KeyHelp(QWidget):
    """`keys` are pairs of a key as it is written and what it does."""

    def __init__(self, title: str, keys: Sequence[tuple[str, str]], theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card = QFrame()
        card.setProperty("kind", "popup")
        grid = QGridLayout(card)
        grid.setContentsMargins(32, 16, 32, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(PlainLabel(title, points=fonts.TITLE, strong=True), 0, 0, 1, 4)
        half = (len(keys) + 1) // 2
        for place, (key, what) in enumerate(keys):
            column, row = divmod(place, half)
            cap = PlainLabel(key, points=fonts.META)
            cap.setProperty("kind", "key")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setMinimumSize(28, 22)
            cap.setContentsMargins(6, 0, 6, 0)
            grid.addWidget(cap, row + 1, column * 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(PlainLabel(what), row + 1, column * 2 + 1)
        column_box = QVBoxLayout(self)
        column_box.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        over.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self.hide()
            return
        self.setGeometry(self.parentWidget().rect())  # type: ignore[union-attr]
        self.show()
        self.raise_()
        self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        veil = QColor(self._theme.tokens.background)
        veil.setAlpha(200)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.parentWidget().rect())  # type: ignore[union-attr]
        return False
