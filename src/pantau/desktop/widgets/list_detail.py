"""A list and what is open of it, side by side; where the window is narrow the open one takes the whole page."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from pantau.desktop.theme.tokens import NARROW, RAIL_WIDTH

_LIST, _NARROWEST, _WIDEST = 460, 320, 560
_ANY = 16_777_215  # Qt's own most


class ListDetail(QWidget):
    """Remembers its split. `narrowed` tells when the two stop or start to stand side by side."""

    narrowed = Signal(bool)

    def __init__(self, listing: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing, self._detail = listing, detail
        self._open = self._is_alone = False
        self._before = QByteArray()  # how the two shared the page before the list had it alone
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
        return (not self.is_narrow or self._open) and not self._is_alone

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

    def go_back(self) -> bool:
        """Give the list the keys, and where the detail took its place the page. False when it has both."""
        if not (self.close_detail() or self._has_keys(self._detail)):
            return False
        self._listing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _has_keys(self, part: QWidget) -> bool:
        held = QApplication.focusWidget()
        return held is not None and (held is part or part.isAncestorOf(held))

    def stand_alone(self, alone: bool) -> None:
        """Let the list have the whole page, while there is nothing that could be opened."""
        if alone == self._is_alone:
            return
        if alone:
            self._before = self.splitter.saveState()
        self._is_alone = alone
        self._arrange()
        if not alone:
            self.splitter.restoreState(self._before)

    def split(self) -> QByteArray:
        """How the two share the page, to be kept."""
        return self._before if self._is_alone else self.splitter.saveState()

    def restore(self, split: QByteArray) -> None:
        if split.isEmpty():
            return
        self._before = split
        if not self._is_alone:
            self.splitter.restoreState(split)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        narrow = self.width() + RAIL_WIDTH < NARROW
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._arrange()
            self.narrowed.emit(narrow)

    def _arrange(self) -> None:
        parts = (
            (self._listing, not (self.is_narrow and self.shows_detail)),
            (self._detail, self.shows_detail),
        )
        held = next((part for part, _shown in parts if self._has_keys(part)), None)
        for part, shown in parts:
            part.setVisible(shown)
        for part, shown in parts:
            if held is not None and shown and held.isHidden():
                part.setFocus()  # Qt would give the keys to whatever comes next in the window
        self._listing.setMaximumWidth(_ANY if self.is_narrow or self._is_alone else _WIDEST)
