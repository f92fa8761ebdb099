"""Remarks beside their lines: gone through, mended and let pass by keys, and never in the way of typing."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.margin import Margin
from pantau.desktop.issues.marked_field import MarkedField, units
from pantau.desktop.issues.note import Note
from pantau.desktop.surroundings import Surroundings
from pantau.domain.claims import Severity
from pantau.operations.checking import Origin, Remark

TEXT = "Info 🙏 dari grup:\nTiga petugas luka.\n\nIni ulah provokator.\n\nKunjungan dibuka lusa."


def remark(words: str, *, fix: str = "", origin: Origin = Origin.DRIFT, rule: str = "figure") -> Remark:
    start = TEXT.index(words)
    line = next(line for line in TEXT.split("\n") if words in line)
    return Remark(
        origin,
        rule,
        words,
        start,
        start + len(words),
        Severity.ERROR,
        line,
        why=("gate.blame", (("said", words),)),
        expected=fix,
        fix=fix,
    )


THREE = (
    remark("Tiga", fix="Dua"),
    remark("ulah", origin=Origin.GATE, rule="blame"),
    remark("lusa", fix="besok"),
)


@pytest.fixture
def field(around: Surroundings) -> MarkedField:
    made = MarkedField(around, 3)
    made.setPlainText(TEXT)
    return made


@pytest.fixture
def margin(qtbot: QtBot, around: Surroundings, field: MarkedField) -> Iterator[Margin]:
    made = Margin(around, (field,))
    page = QWidget()
    row = QHBoxLayout(page)
    row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(made)
    qtbot.addWidget(page)
    page.resize(760, 300)
    with qtbot.waitExposed(page):
        page.show()
        page.activateWindow()
    made.show_remarks([THREE])
    yield made
    page.close()  # held until here: Qt's child does not keep its parent


def press(qtbot: QtBot, margin: Margin, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or margin, key)


def without(*gone: Remark) -> list[Remark]:
    return [one for one in THREE if one not in gone]


def test_a_face_counts_for_two_where_qt_counts() -> None:
    assert units("a🙏b", 0) == 0
    assert units("a🙏b", 2) == 3
    assert units("a🙏b", 3) == 4


def test_each_note_stands_beside_the_line_of_its_words(margin: Margin, field: MarkedField) -> None:
    assert [field.marked(place) for place in range(3)] == ["Tiga", "ulah", "lusa"]
    for place, note in enumerate(margin.notes):
        assert abs(note.geometry().center().y() - field.line_of(place).center().y()) <= 4
        assert not note.is_chosen


def test_notes_of_one_line_stand_below_each_other(margin: Margin) -> None:
    margin.show_remarks([[remark("Ini"), remark("ulah"), remark("provokator")]])
    tops = [note.geometry() for note in margin.notes]
    assert all(above.bottom() < below.top() for above, below in pairwise(tops))
    assert margin.minimumHeight() >= tops[-1].bottom()


def test_choosing_a_note_by_mouse_opens_it_and_lights_up_its_words(
    margin: Margin, field: MarkedField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(margin.chosen) as told:
        qtbot.mouseClick(margin.notes[1], Qt.MouseButton.LeftButton)
    assert told.args == [THREE[1]]
    assert margin.notes[1].height() > margin.notes[0].height()
    assert margin.notes[1].told().startswith('"ulah" menyalahkan pihak lain')
    lit = [one.cursor.selectedText() for one in field.extraSelections() if one.format.hasProperty(0x820)]
    assert lit == ["ulah"]
    assert margin.hasFocus()


def test_keys_go_from_note_to_note_and_back_to_the_text(
    margin: Margin, field: MarkedField, qtbot: QtBot
) -> None:
    assert margin.step(1)
    press(qtbot, margin, Qt.Key.Key_J)
    press(qtbot, margin, Qt.Key.Key_Down)
    assert margin.place == 2
    press(qtbot, margin, Qt.Key.Key_J)
    assert margin.place == 2
    press(qtbot, margin, Qt.Key.Key_K)
    assert margin.place == 1
    press(qtbot, margin, Qt.Key.Key_Escape)
    assert margin.place is None
    assert field.hasFocus()
    assert field.textCursor().position() == units(TEXT, THREE[1].end)


def test_one_key_puts_the_narratives_words_in_place_and_control_z_takes_it_back(
    margin: Margin, field: MarkedField, qtbot: QtBot
) -> None:
    margin.step(1)
    with qtbot.waitSignal(margin.mended):
        press(qtbot, margin, Qt.Key.Key_G)
    assert field.toPlainText() == TEXT.replace("Tiga", "Dua")
    field.undo()
    assert field.toPlainText() == TEXT


def test_words_with_the_hard_spaces_and_breaks_of_a_chat_are_replaced_too(
    margin: Margin, field: MarkedField, qtbot: QtBot
) -> None:
    field.setPlainText("🙏 Sejak\u2028pukul\u00a014.15\u00a0WIB aman")
    text = field.toPlainText()
    words = "pukul 14.15 WIB"
    start = text.index(words)
    fix = "pukul 13.15 WIB"
    margin.show_remarks([[replace(THREE[0], text=words, start=start, end=start + len(words), fix=fix)]])
    margin.choose(0)
    press(qtbot, margin, Qt.Key.Key_G)
    assert field.toPlainText() == "🙏 Sejak\npukul 13.15 WIB aman"


def test_words_that_changed_meanwhile_are_not_replaced(
    margin: Margin, field: MarkedField, qtbot: QtBot
) -> None:
    margin.step(1)
    cursor = field.textCursor()
    cursor.setPosition(units(TEXT, THREE[0].start) + 1)
    cursor.insertText("xx")
    press(qtbot, margin, Qt.Key.Key_G)
    assert "Txxiga petugas" in field.toPlainText()


def test_marks_move_with_their_words_as_one_types(margin: Margin, field: MarkedField) -> None:
    field.textCursor().insertText("Kabar terbaru. ")
    assert [field.marked(place) for place in range(3)] == ["Tiga", "ulah", "lusa"]


def test_a_remark_without_a_fix_or_on_a_closed_text_offers_none(
    margin: Margin, field: MarkedField, qtbot: QtBot
) -> None:
    margin.choose(1)
    press(qtbot, margin, Qt.Key.Key_G)
    assert field.toPlainText() == TEXT
    field.setReadOnly(True)
    margin.choose(0)
    assert not margin.notes[0].can_fix
    press(qtbot, margin, Qt.Key.Key_G)
    assert field.toPlainText() == TEXT


def test_letting_pass_asks_for_a_reason(margin: Margin, qtbot: QtBot) -> None:
    asked: list[tuple[object, ...]] = []
    margin.waived.connect(lambda *given: asked.append(given))
    margin.choose(1)
    press(qtbot, margin, Qt.Key.Key_A)
    reason = margin.notes[1].reason
    assert reason.hasFocus()
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert asked == []
    qtbot.keyClicks(reason, "Kutipan J")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert asked == [(THREE[1], "Kutipan J")]
    assert margin.place == 1


def test_escape_gives_the_reason_up_and_the_keys_are_back_beside_the_text(
    margin: Margin, qtbot: QtBot
) -> None:
    margin.choose(1)
    press(qtbot, margin, Qt.Key.Key_A)
    qtbot.keyClicks(margin.notes[1].reason, "sebab")
    qtbot.keyClick(margin.notes[1].reason, Qt.Key.Key_Escape)
    assert margin.hasFocus()
    assert margin.place == 1
    press(qtbot, margin, Qt.Key.Key_A)
    assert margin.notes[1].reason.text() == ""


def test_a_new_reading_leaves_the_reason_that_is_being_typed(margin: Margin, qtbot: QtBot) -> None:
    margin.choose(1)
    press(qtbot, margin, Qt.Key.Key_A)
    qtbot.keyClicks(margin.notes[1].reason, "sebab")
    kept = margin.notes[1]
    margin.show_remarks([without(THREE[0])])
    assert margin.notes[0] is kept
    assert margin.place == 0
    assert kept.reason.text() == "sebab"
    assert kept.reason.hasFocus()


def test_when_a_remark_is_settled_the_next_one_is_chosen(margin: Margin, field: MarkedField) -> None:
    margin.choose(1)
    margin.show_remarks([without(THREE[1])])
    assert margin.remark == THREE[2]
    margin.show_remarks([[]])
    assert margin.place is None
    assert field.hasFocus()
    assert margin.findChildren(Note) == [] or not any(note.isVisible() for note in margin.findChildren(Note))


def test_while_the_officer_types_no_note_takes_the_keys(margin: Margin, field: MarkedField) -> None:
    margin.choose(1)
    field.setFocus()
    margin.show_remarks([without(THREE[1])])
    assert margin.place is None
    assert field.hasFocus()


def test_a_note_speaks_the_language_of_the_window(margin: Margin, around: Surroundings) -> None:
    note = Note(replace(around, language="en"), THREE[1], margin)
    assert note.told().startswith('"ulah" blames somebody')
    assert note.rule() == "blame"
