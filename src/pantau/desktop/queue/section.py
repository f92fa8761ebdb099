"""A part of the story's pane: its name, a table of few or all lines, and the button between the two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QVBoxLayout, QWidget

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme.tokens import INSIDE
from pantau.desktop.widgets.labels import PlainLabel

_LOWEST = 24  # pixels of a row


class Table(QTreeWidget):
    """Lines without a heading that grow to their number: the page scrolls, not the table within the page."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.setColumnCount(columns)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        count = self.topLevelItemCount()
        height = self.sizeHintForRow(0) if count else 0
        self.setFixedHeight(max(1, count) * max(height, _LOWEST) + 4)


class Section(QWidget):
    """Hidden until there is something to show.

    room   prefix of its sentences: "<room>.title", "<room>.all", "<room>.fewer"
    parts  what stands below the title, the table among it
    """

    def __init__(
        self, around: Surroundings, room: str, *parts: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._room = room
        self._is_whole = False
        self.all_button = QPushButton()
        self.all_button.setProperty("kind", "quiet")
        self.all_button.clicked.connect(self._widen)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(around.say(f"{room}.title"), strong=True))
        head.addStretch(1)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addLayout(head)
        for part in parts:
            column.addWidget(part)
        around.theme.keep(self, self._ink)
        self.hide()

    def _offer(self, count: int, *, is_more: bool) -> None:
        """Let all `count` lines be asked for, or few of them again."""
        self.all_button.setVisible(is_more)
        key = "fewer" if self._is_whole else "all"
        self.all_button.setText(self._around.say(f"{self._room}.{key}", count=count))

    def _widen(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()

    def _fill(self) -> None:
        raise NotImplementedError

    def _ink(self) -> None:
        raise NotImplementedError
