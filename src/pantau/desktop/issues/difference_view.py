"""The text that is to be judged, with what changed since the version in force marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.domain.issue import House
from pantau.narrative.difference import Change, Kind, Piece


class DifferenceView(QTextEdit):
    """What is gone is struck through, what is new underlined: not told by colour alone. Plain text all through."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(64)  # on a low screen; it takes what there is

    def show_house(self, house: House, changes: Sequence[Change], *, first: bool) -> None:
        """Each message with its changes; with `first` there is nothing to compare with and nothing is marked."""
        changed = {change.part.value: change.pieces for change in changes}
        texts = {"umbrella": house.umbrella}
        texts.update({f"message-{place}": text for place, text in enumerate(house.messages, 1)})
        self.clear()
        cursor = self.textCursor()
        for place, (part, text) in enumerate(texts.items()):
            if place:
                cursor.insertBlock()
                cursor.insertBlock()
            cursor.insertText(self._around.say(f"house.part.{part}"), self._heading())
            cursor.insertBlock()
            pieces = (Piece(Kind.SAME, text),) if first else changed.get(part, (Piece(Kind.SAME, text),))
            self._insert(cursor, pieces)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(self, cursor: QTextCursor, pieces: Sequence[Piece]) -> None:
        """One piece after another; a thin space parts a word that is gone from the one in its place."""
        last = Piece(Kind.SAME, "")
        for piece in pieces:
            if {last.kind, piece.kind} == {Kind.GONE, Kind.NEW} and not last.text[-1:].isspace():
                cursor.insertText("\N{THIN SPACE}", self._format(Kind.SAME))
            cursor.insertText(piece.text, self._format(piece.kind))
            last = piece

    def _heading(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(fonts.font(fonts.META))
        made.setForeground(QColor(self._around.theme.tokens.muted))
        return made

    def _format(self, kind: Kind) -> QTextCharFormat:
        tokens, made = self._around.theme.tokens, QTextCharFormat()
        made.setFont(fonts.font())
        made.setForeground(QColor({Kind.GONE: tokens.danger, Kind.NEW: tokens.good}.get(kind, tokens.text)))
        made.setFontStrikeOut(kind is Kind.GONE)
        made.setFontUnderline(kind is Kind.NEW)
        return made
