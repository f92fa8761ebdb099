"""What a list shows instead of its rows: nothing yet, loading, failed, filtered out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.theme import Theme, fonts, icons
from pantau.desktop.widgets.labels import PlainLabel

_WIDEST = 420  # pixels, so that a sentence is read in two or three lines
PATIENCE = 150  # milliseconds: what answers sooner shows no loading at all


class StateView(QWidget):
    """Holds a list and covers it while it has nothing to show. `acted`: its one button was pressed."""

    acted = Signal()

    def __init__(self, content: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._icon = "empty"
        self._build()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(content)
        self._pages.addWidget(self._cover)
        self.setFocusProxy(content)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._show_loading)
        theme.keep(self, self._draw)

    def _build(self) -> None:
        self._cover = QWidget()
        self._cover.setProperty("kind", "surface")
        self._picture = QLabel()  # plain-text: holds a pixmap only
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = PlainLabel(points=fonts.TITLE, strong=True, wrap=True)
        self.text = PlainLabel(ink="muted", wrap=True)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.acted)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(self._cover)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addWidget(middle, 1_000)
        row.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._picture)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def is_covered(self) -> bool:
        return self._pages.currentIndex() == 1

    def show_content(self) -> None:
        self._late.stop()
        self._pages.setCurrentIndex(0)

    def show_loading(self, text: str) -> None:
        """Say that rows are being read, but only if they are not here within 150 ms."""
        self._waiting = text
        if not self._late.isActive():
            self._late.start()

    def show_empty(self, title: str, text: str, button: str = "", icon: str = "empty") -> None:
        """What would be here, and the one button that brings it."""
        self._cover_with(icon, title, text, button)

    def show_filtered(self, title: str, text: str, button: str) -> None:
        """Rows there are, but a filter hides them all: say how many and offer to lift it."""
        self._cover_with("filter", title, text, button)

    def show_error(self, title: str, text: str, button: str) -> None:
        """What happened, what to do, and the way to try again."""
        self._cover_with("warning", title, text, button)

    def _show_loading(self) -> None:
        self._cover_with("", "", self._waiting, "")
        self._progress.show()

    def _cover_with(self, icon: str, title: str, text: str, button: str) -> None:
        self._late.stop()
        self._progress.hide()
        self._icon = icon
        self._picture.setVisible(bool(icon))
        for label, told in ((self.title, title), (self.text, text)):
            label.setText(told)
            label.setVisible(bool(told))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._draw()
        self._pages.setCurrentIndex(1)

    def _draw(self) -> None:
        if self._icon:
            self._picture.setPixmap(
                icons.pixmap(self._icon, self._theme.tokens.muted, 40, self.devicePixelRatioF())
            )
