"""A field of text with remarks in its margin, each beside its line: gone through, mended and let pass by keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from pantau.desktop.issues.marked_field import MarkedField
from pantau.desktop.issues.note import FIX_KEY, INKS, WAIVE_KEY, Note
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme.tokens import BETWEEN
from pantau.operations.checking import Remark

MARGIN = 240  # pixels
_APART = 2

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_K: -1,
}
_KEYS = {*_STEPS, Qt.Key(ord(FIX_KEY)), Qt.Key(ord(WAIVE_KEY)), Qt.Key.Key_Escape, Qt.Key.Key_Return}


class Margin(QWidget):
    """The place of the notes. It has the keys while one of them is chosen; what they do goes out by `keyed`."""

    keyed = Signal(object)  # Qt.Key

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def event(self, event: QEvent) -> bool:  # Qt's name
        # What a field in here has no use for comes up to us too: that is not ours.
        if isinstance(event, QKeyEvent) and self.hasFocus() and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:  # the window's own J, K and Esc wait
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyed.emit(Qt.Key(event.key()))
                return True
        return super().event(event)


def _is_ours(event: QKeyEvent) -> bool:
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return event.modifiers() in plain and event.key() in _KEYS


class ProofField(QWidget):
    """`chosen` gives the remark that was chosen, None when none is any more; `left` the step beyond an end.

    `waived` asks for a remark to pass with a reason; `mended`: its words were replaced, look at the text at once.
    """

    chosen = Signal(object)
    waived = Signal(object, str)
    mended = Signal()
    left = Signal(int)

    def __init__(self, around: Surroundings, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.field = MarkedField(around, lines)
        self.margin = Margin()
        self.notes: list[Note] = []
        self.place: int | None = None
        self._arranging = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.margin)
        self.field.fitted.connect(self._arrange)
        self.margin.keyed.connect(self._key)

    @property
    def remark(self) -> Remark | None:
        return None if self.place is None else self.notes[self.place].remark

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What is remarked of the text that stands here. A note that stays is not disturbed."""
        was, held, has_keys = self.place, self.remark, self._has_keys()
        old = dict(zip(_numbered([note.remark for note in self.notes]), self.notes, strict=True))
        self.field.mark([(one.start, one.end, INKS[one.severity]) for one in remarks])
        self.notes = []
        for key, remark in zip(_numbered(remarks), remarks, strict=True):
            note = old.pop(key, None) or self._note(remark)
            note.remark = remark
            self.notes.append(note)
        for note in old.values():
            note.hide()
            note.deleteLater()
        self.place = next((place for place, note in enumerate(self.notes) if note.is_chosen), None)
        self.field.choose(self.place)
        if held is not None and self.place is None:
            self._move_on(was or 0, has_keys)
        self._arrange()

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.margin or self.margin.isAncestorOf(focus))

    def _move_on(self, was: int, has_keys: bool) -> None:
        """The chosen remark is settled: the next one is chosen if the keys were here, else none."""
        if has_keys and self.notes:
            self.choose(min(was, len(self.notes) - 1))
        else:
            self.chosen.emit(None)
            if has_keys:
                self.left.emit(1)

    def _note(self, remark: Remark) -> Note:
        note = Note(self._around, remark, self.margin)
        note.pressed.connect(lambda: self.choose(self.notes.index(note)))
        note.fixed.connect(self.fix)
        note.waived.connect(lambda why: self.waived.emit(note.remark, why))
        note.quiet.connect(self.margin.setFocus)
        note.grown.connect(self._arrange)
        note.show()
        return note

    def choose(self, place: int | None, *, keys: bool = True) -> None:
        """Open one note, light up its words, and take the keys to the margin."""
        self.place = place
        for number, note in enumerate(self.notes):
            note.choose(number == place, can_fix=not self.field.isReadOnly())
        self.field.choose(place)
        if place is not None and keys:
            self.margin.setFocus()
        self._arrange()
        self.chosen.emit(self.remark)

    def step(self, by: int) -> bool:
        """Choose the next note or the one before. False: there is none in that direction."""
        start = (-1 if by > 0 else len(self.notes)) if self.place is None else self.place
        if not 0 <= start + by < len(self.notes):
            return False
        self.choose(start + by)
        return True

    def fix(self) -> None:
        """Put the narrative's words in place of the chosen ones, if they still stand there."""
        remark, place = self.remark, self.place
        if remark is None or place is None or not self.notes[place].can_fix:
            return
        if self.field.marked(place) == remark.text:
            self.field.replace(place, remark.fix)
            self.mended.emit()

    def _key(self, key: Qt.Key) -> None:
        if self.place is None:
            return
        if key in _STEPS:
            if not self.step(_STEPS[key]):
                self.left.emit(_STEPS[key])
        elif key == Qt.Key(ord(FIX_KEY)):
            self.fix()
        elif key == Qt.Key(ord(WAIVE_KEY)):
            self.notes[self.place].ask_why()
        else:
            self._return()

    def _return(self) -> None:
        """Back to the text, where the words stand."""
        place = self.place
        self.choose(None)
        if place is not None:
            self.field.go_to(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Each note beside the line of its words, or below the note before it."""
        if self._arranging:
            return
        self._arranging = True
        below = 0
        for place, note in enumerate(self.notes):
            line = self.field.line_of(place)
            top = max(below, line.center().y() - 12)
            height = note.height_for(MARGIN)
            note.setGeometry(0, top, MARGIN, height)
            below = top + height + _APART
        self.margin.setMinimumHeight(below)
        self._arranging = False


def _numbered(remarks: Sequence[Remark]) -> list[tuple[object, int]]:
    """By what each is known again: its identity, and how many of the same stand before it."""
    seen: Counter[object] = Counter()
    keys: list[tuple[object, int]] = []
    for remark in remarks:
        keys.append((remark.identity, seen[remark.identity]))
        seen[remark.identity] += 1
    return keys
