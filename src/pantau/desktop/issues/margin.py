"""Remarks in the margin of a text, each beside its line: gone through, mended and let pass by keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from pantau.desktop.issues.marked_field import MarkedField
from pantau.desktop.issues.note import FIX_KEY, INKS, WAIVE_KEY, Note
from pantau.desktop.surroundings import Surroundings
from pantau.operations.checking import Remark

WIDTH = 240  # pixels
_APART, _UP = 2, 12

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_K: -1,
}
_KEYS = {*_STEPS, Qt.Key(ord(FIX_KEY)), Qt.Key(ord(WAIVE_KEY)), Qt.Key.Key_Escape, Qt.Key.Key_Return}


class Margin(QWidget):
    """One column of notes for fields that stand below each other; an open note moves no field.

    `chosen` gives the remark that was chosen, None when none is any more. `waived` asks for one to pass with a
    reason. `mended`: the narrative's words were put in place of some; look at the text at once.
    """

    chosen = Signal(object)
    reached = Signal(object)  # a widget in here that is to be seen
    waived = Signal(object, str)
    mended = Signal()

    def __init__(self, around: Surroundings, fields: Sequence[MarkedField]) -> None:
        super().__init__()
        self._around = around
        self._fields = list(fields)
        self._last_field = self._fields[0]  # where the keys go back to
        self.notes: list[Note] = []
        self.place: int | None = None
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for field in self._fields:
            field.fitted.connect(self.arrange)
            field.installEventFilter(self)

    @property
    def remark(self) -> Remark | None:
        """The one that is chosen."""
        return None if self.place is None else self.notes[self.place].remark

    def notes_of(self, field: MarkedField) -> list[Note]:
        return [note for note in self.notes if note.field is field]

    def show_remarks(self, parts: Sequence[Sequence[Remark]]) -> None:
        """What is remarked of the text in each field, as it stands there. A note that stays is not disturbed."""
        was, held, has_keys = self.place, self.remark, self._has_keys()
        old = dict(zip(_numbered([note.remark for note in self.notes]), self.notes, strict=True))
        remarks = [remark for part in parts for remark in part]
        keys = iter(_numbered(remarks))
        self.notes = []
        for field, part in zip(self._fields, parts, strict=True):
            field.mark([(one.start, one.end, INKS[one.severity]) for one in part])
            for number, remark in enumerate(part):
                note = old.pop(next(keys), None) or self._note(remark)
                note.stand(remark, field, number)
                self.notes.append(note)
        for note in old.values():
            note.hide()
            note.deleteLater()
        self.place = next((place for place, note in enumerate(self.notes) if note.is_chosen), None)
        self._light_up()
        if held is not None and self.place is None:
            self._move_on(was or 0, has_keys)
        self.arrange()

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _move_on(self, was: int, has_keys: bool) -> None:
        """The chosen remark is settled: the next one is chosen if the keys were here, else none."""
        if has_keys and self.notes:
            self.choose(min(was, len(self.notes) - 1))
            return
        self.chosen.emit(None)
        if has_keys:
            self._last_field.setFocus()

    def _note(self, remark: Remark) -> Note:
        note = Note(self._around, remark, self)
        note.pressed.connect(lambda: self.choose(self.notes.index(note)))
        note.fixed.connect(self.fix)
        note.waived.connect(lambda why: self.waived.emit(note.remark, why))
        note.quiet.connect(self.setFocus)
        note.grown.connect(self.arrange)
        note.asking.connect(self._see)
        note.show()
        return note

    def choose(self, place: int | None) -> None:
        """Open one note, light up its words, and take the keys here; None closes the one that is open."""
        self.place = place
        for number, note in enumerate(self.notes):
            note.choose(number == place)
        self._light_up()
        if place is not None:
            self._last_field = self.notes[place].field
            self.setFocus()
        self.arrange()
        self.chosen.emit(self.remark)
        if place is not None:
            self._see(self.notes[place])

    def _see(self, part: QWidget) -> None:
        """Have it scrolled into view once everything has found its place."""
        QTimer.singleShot(0, part, lambda: self.reached.emit(part))

    def _light_up(self) -> None:
        lit = None if self.place is None else self.notes[self.place]
        for field in self._fields:
            field.choose(lit.number if lit is not None and lit.field is field else None)

    def step(self, by: int) -> bool:
        """Choose the next note or the one before. False: there is none in that direction."""
        start = (-1 if by > 0 else len(self.notes)) if self.place is None else self.place
        if not 0 <= start + by < len(self.notes):
            return False
        self.choose(start + by)
        return True

    def fix(self) -> None:
        """Put the narrative's words in place of the chosen ones, if they still stand there."""
        if self.place is None:
            return
        note = self.notes[self.place]
        if note.can_fix and note.field.marked(note.number) == note.remark.text:
            note.field.replace(note.number, note.remark.fix)
            self.mended.emit()

    def event(self, event: QEvent) -> bool:  # Qt's name
        # What a field in here has no use for comes up to us too: that is not ours.
        if isinstance(event, QKeyEvent) and self.place is not None and self.hasFocus() and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:  # the window's own J, K and Esc wait
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._key(Qt.Key(event.key()), self.notes[self.place])
                return True
        return super().event(event)

    def _key(self, key: Qt.Key, note: Note) -> None:
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key(ord(FIX_KEY)):
            self.fix()
        elif key == Qt.Key(ord(WAIVE_KEY)):
            note.ask_why()
        else:  # back to the text, where the words stand
            self.choose(None)
            note.field.go_to(note.number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() == QEvent.Type.Move:
            self.arrange()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Each note beside the line of its words, or below the note before it."""
        below = 0
        for note in self.notes:
            line = note.field.line_of(note.number).center()
            top = max(below, self.mapFromGlobal(note.field.mapToGlobal(QPoint(0, line.y()))).y() - _UP)
            height = note.height_for(WIDTH)
            note.setGeometry(0, top, WIDTH, height)
            below = top + height + _APART
        if self.minimumHeight() != below:
            self.setMinimumHeight(below)


def _is_ours(event: QKeyEvent) -> bool:
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return event.modifiers() in plain and event.key() in _KEYS


def _numbered(remarks: Sequence[Remark]) -> list[tuple[object, int]]:
    """By what each is known again: its identity, and how many of the same stand before it."""
    seen: Counter[object] = Counter()
    keys: list[tuple[object, int]] = []
    for remark in remarks:
        keys.append((remark.identity, seen[remark.identity]))
        seen[remark.identity] += 1
    return keys
