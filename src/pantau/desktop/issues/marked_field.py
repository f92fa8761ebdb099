"""A field of plain text that grows with its lines and marks the words of which something is remarked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from pantau.desktop.surroundings import Surroundings

Span = tuple[int, int, str]  # start and end as string indices, and the ink of the mark

_PLAIN = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: "\n", 0xA0: " "}
_FRAME = 20  # pixels above and below the lines: padding, edge and the document's margin


def units(text: str, index: int) -> int:
    """A string index as Qt counts: a character beyond the first plane, such as a face, is two to it."""
    return index + sum(1 for letter in text[:index] if ord(letter) > 0xFFFF)


class MarkedField(QPlainTextEdit):
    """All of its text can be read at once. Tab goes to the next field.

    The marks move with the words as one types; `fitted` tells that lines may stand elsewhere now.
    """

    fitted = Signal()

    def __init__(self, around: Surroundings, lines: int) -> None:
        super().__init__()
        self._around = around
        self._least = lines
        self._marks: list[tuple[QTextCursor, str]] = []
        self._chosen: int | None = None
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        around.theme.keep(self, self._draw)
        self._fit()

    def sizeHint(self) -> QSize:  # Qt's name
        return QSize(320, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark these words, and no others; none of them is chosen."""
        text = self.toPlainText()
        self._chosen = None
        self._marks = []
        for start, end, ink in spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(text, start))
            cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
            self._marks.append((cursor, ink))
        self._draw()

    def choose(self, place: int | None) -> None:
        """Light up one of the marks, or none."""
        self._chosen = place
        self._draw()

    def marked(self, place: int) -> str:
        """The words under a mark as they are now, in the signs of `toPlainText`."""
        return self._marks[place][0].selectedText().translate(_PLAIN)

    def line_of(self, place: int) -> QRect:
        """Where the first line of a mark stands, in the field's own pixels."""
        start = QTextCursor(self.document())
        start.setPosition(self._marks[place][0].selectionStart())
        return self.cursorRect(start).translated(self.viewport().pos())

    def replace(self, place: int, text: str) -> None:
        """Put a text in place of the marked words, as if it had been typed: Ctrl+Z takes it back."""
        cursor = QTextCursor(self._marks[place][0])
        cursor.insertText(text)

    def go_to(self, place: int) -> None:
        """Take the keyboard to the end of the marked words."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._marks[place][0].selectionEnd())
        self.setTextCursor(cursor)
        self.setFocus()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._least, int(self.document().size().height()))
        if self.height() != lines * line + _FRAME or self.minimumHeight() != self.height():
            self.setFixedHeight(lines * line + _FRAME)
        self.fitted.emit()

    def _draw(self) -> None:
        self.setExtraSelections([self._shown(place) for place in range(len(self._marks))])

    def _shown(self, place: int) -> QTextEdit.ExtraSelection:
        cursor, ink = self._marks[place]
        tokens, shown = self._around.theme.tokens, QTextEdit.ExtraSelection()
        format = QTextCharFormat()
        format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        format.setUnderlineColor(QColor(getattr(tokens, ink)))
        if place == self._chosen:
            format.setBackground(QColor(tokens.accent))
            format.setForeground(QColor(tokens.on_accent))
        shown.cursor = cursor
        shown.format = format
        return shown
