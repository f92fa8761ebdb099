"""A list and what is open of it, side by side; where the window is narrow the open one takes the whole page."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from pantau.desktop.theme.tokens import NARROW, RAIL_WIDTH

_LIST, _NARROWEST, _WIDEST = 460, 320, 560


class ListDetail(QWidget):
    """Remembers its split. `narrowed` tells when the two stop or start to stand side by side."""

    narrowed = Signal(bool)

    def __init__(self, listing: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing, self._detail = listing, detail
        self._open = False
        self.is_narrow = False
        listing.setMinimumWidth(_NARROWEST)
        detail.setMinimumWidth(_NARROWEST)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(listing)
        self.splitter.addWidget(detail)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LIST, 2 * _LIST])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    @property
    def shows_detail(self) -> bool:
        """Whether the detail can be seen."""
        return not self.is_narrow or self._open

    def open_detail(self) -> None:
        self._open = True
        self._arrange()

    def close_detail(self) -> bool:
        """Back to the list. False when the list is there already."""
        if not (self.is_narrow and self._open):
            return False
        self._open = False
        self._arrange()
        return True

    def split(self) -> QByteArray:
        """How the two share the page, to be kept."""
        return self.splitter.saveState()

    def restore(self, split: QByteArray) -> None:
        if not split.isEmpty():
            self.splitter.restoreState(split)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        narrow = self.width() + RAIL_WIDTH < NARROW
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._arrange()
            self.narrowed.emit(narrow)

    def _arrange(self) -> None:
        self._listing.setVisible(not (self.is_narrow and self._open))
        self._detail.setVisible(self.shows_detail)
        self._listing.setMaximumWidth(16_777_215 if self.is_narrow else _WIDEST)
