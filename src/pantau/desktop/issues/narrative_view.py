"""The approved narrative to be read beside another text; one sentence of it can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from pantau.desktop.issues.difference_view import DifferenceView
from pantau.desktop.issues.marked_field import units
from pantau.desktop.surroundings import Surroundings
from pantau.domain.issue import House
from pantau.narrative.difference import Kind

translate = QCoreApplication.translate


class NarrativeView(DifferenceView):
    """Umbrella and messages under their headings, then the facts of the issue."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._shown: tuple[House | None, tuple[str, ...]] = (None, ())
        self._sentence = self._why = ""
        self.setMinimumHeight(64)
        self.setAccessibleName(translate("Checking", "The approved narrative"))
        around.theme.keep(self, self._draw)

    def show_narrative(self, house: House, facts: Sequence[str]) -> None:
        """Show them; what is shown already stays where it is scrolled to."""
        if self._shown != (house, tuple(facts)):
            self._shown = (house, tuple(facts))
            self._draw()

    def show_nothing(self, why: str) -> None:
        """There is no narrative in force; say so in its place."""
        self._shown, self._why = (None, ()), why
        self._draw()

    def point_at(self, sentence: str) -> bool:
        """Light up a sentence and bring it into view; "" lights up none. False when it does not stand here."""
        self._sentence = sentence
        self.setExtraSelections([])
        text = self.toPlainText()
        place = text.find(sentence) if sentence else -1
        if place < 0:
            return False
        cursor = self.textCursor()
        cursor.setPosition(units(text, place))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        cursor.setPosition(units(text, place + len(sentence)), QTextCursor.MoveMode.KeepAnchor)
        self._light(cursor)
        return True

    def pointed_at(self) -> str:
        """The sentence that is lit up, "" for none."""
        lit = self.extraSelections()
        return lit[0].cursor.selectedText().replace("\u2029", "\n") if lit else ""

    def _light(self, cursor: QTextCursor) -> None:
        tokens, lit = self._around.theme.tokens, QTextEdit.ExtraSelection()
        format = QTextCharFormat()
        format.setBackground(QColor(tokens.accent))
        format.setForeground(QColor(tokens.on_accent))
        lit.cursor, lit.format = cursor, format
        self.setExtraSelections([lit])

    def _draw(self) -> None:
        house, facts = self._shown
        if house is None:
            self.setExtraSelections([])
            self.clear()
            self.textCursor().insertText(self._why, self._heading())
            return
        self.show_house(house, (), first=True)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for place, fact in enumerate(facts):
            cursor.insertBlock()
            if place == 0:
                cursor.insertBlock()
                cursor.insertText(translate("Checking", "Facts"), self._heading())
                cursor.insertBlock()
            cursor.insertText(fact, self._format(Kind.SAME))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.point_at(self._sentence)
