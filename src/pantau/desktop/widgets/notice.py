"""A quiet line at the foot of the page: what was just done with its way back, or what could not be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from pantau.desktop.widgets.labels import PlainLabel, tooltip

_STAYS = 8_000  # milliseconds; a failure stays until it is read or another takes its place
_FROM_FOOT = 24


class Notice(QFrame):
    """Floats over `over`, at its foot. Nothing under it moves; it never takes the keyboard."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("kind", "popup")
        self._undo: Callable[[], None] | None = None
        self.label = PlainLabel(wrap=False)
        self.button = QPushButton()
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(_STAYS)
        self._leave.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str, button: str = "", press: Callable[[], None] | None = None) -> None:
        """Say what was done; with `press`, the button takes it back."""
        self._show(text, "", button, press)
        self._leave.start()

    def warn(self, text: str, button: str) -> None:
        """Say what could not be done; stays until it is put away."""
        self._show(text, "danger", button, self.hide)
        self._leave.stop()

    def _show(self, text: str, ink: str, button: str, press: Callable[[], None] | None) -> None:
        self._undo = press
        self.label.colour(ink)
        self.label.setWordWrap(False)
        self.label.setText(text)
        self.label.setToolTip(tooltip(text))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
        self.raise_()
        self._place()

    def _pressed(self) -> None:
        press, self._undo = self._undo, None
        self.hide()
        if press is not None:
            press()

    def _place(self) -> None:
        over = self._over
        widest = max(200, over.width() - 2 * _FROM_FOOT)
        self.setMaximumWidth(widest)
        if self.sizeHint().width() > widest:
            self.label.setWordWrap(True)
            self.resize(widest, self.heightForWidth(widest))
        else:
            self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - _FROM_FOOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
