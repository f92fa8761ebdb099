"""Remarks beside their lines: gone through, mended and let pass by keys, and never in the way of typing."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.marked_field import units
from pantau.desktop.issues.note import Note
from pantau.desktop.issues.proof_field import ProofField
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
        why="Sebab.",
        expected=fix,
        fix=fix,
    )


THREE = (
    remark("Tiga", fix="Dua"),
    remark("ulah", origin=Origin.GATE, rule="blame"),
    remark("lusa", fix="besok"),
)


@pytest.fixture
def proof(qtbot: QtBot, around: Surroundings) -> ProofField:
    made = ProofField(around, 3)
    qtbot.addWidget(made)
    made.resize(760, 300)
    made.field.setPlainText(TEXT)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    made.show_remarks(THREE)
    return made


def press(qtbot: QtBot, proof: ProofField, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or proof.margin, key)


def without(*gone: Remark) -> list[Remark]:
    return [one for one in THREE if one not in gone]


def test_a_face_counts_for_two_where_qt_counts() -> None:
    assert units("a🙏b", 0) == 0
    assert units("a🙏b", 2) == 3
    assert units("a🙏b", 3) == 4


def test_each_note_stands_beside_the_line_of_its_words(proof: ProofField) -> None:
    assert [proof.field.marked(place) for place in range(3)] == ["Tiga", "ulah", "lusa"]
    for place, note in enumerate(proof.notes):
        assert abs(note.geometry().center().y() - proof.field.line_of(place).center().y()) <= 4
        assert not note.is_chosen


def test_notes_of_one_line_stand_below_each_other(proof: ProofField) -> None:
    proof.show_remarks([remark("Ini"), remark("ulah"), remark("provokator")])
    tops = [note.geometry() for note in proof.notes]
    assert all(above.bottom() < below.top() for above, below in pairwise(tops))
    assert proof.margin.minimumHeight() >= tops[-1].bottom()


def test_choosing_a_note_by_mouse_opens_it_and_lights_up_its_words(proof: ProofField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(proof.chosen) as told:
        qtbot.mouseClick(proof.notes[1], Qt.MouseButton.LeftButton)
    assert told.args == [THREE[1]]
    assert proof.notes[1].height() > proof.notes[0].height()
    assert proof.notes[1].told() == "Sebab."
    lit = [
        one.cursor.selectedText() for one in proof.field.extraSelections() if one.format.hasProperty(0x820)
    ]
    assert lit == ["ulah"]
    assert proof.margin.hasFocus()


def test_keys_go_from_note_to_note_and_back_to_the_text(proof: ProofField, qtbot: QtBot) -> None:
    assert proof.step(1)
    press(qtbot, proof, Qt.Key.Key_J)
    press(qtbot, proof, Qt.Key.Key_Down)
    assert proof.place == 2
    with qtbot.waitSignal(proof.left):
        press(qtbot, proof, Qt.Key.Key_J)
    press(qtbot, proof, Qt.Key.Key_K)
    assert proof.place == 1
    press(qtbot, proof, Qt.Key.Key_Escape)
    assert proof.place is None
    assert proof.field.hasFocus()
    assert proof.field.textCursor().position() == units(TEXT, THREE[1].end)


def test_one_key_puts_the_narratives_words_in_place_and_control_z_takes_it_back(
    proof: ProofField, qtbot: QtBot
) -> None:
    proof.step(1)
    with qtbot.waitSignal(proof.mended):
        press(qtbot, proof, Qt.Key.Key_G)
    assert proof.field.toPlainText() == TEXT.replace("Tiga", "Dua")
    proof.field.undo()
    assert proof.field.toPlainText() == TEXT


def test_words_that_changed_meanwhile_are_not_replaced(proof: ProofField, qtbot: QtBot) -> None:
    proof.step(1)
    cursor = proof.field.textCursor()
    cursor.setPosition(units(TEXT, THREE[0].start) + 1)
    cursor.insertText("xx")
    press(qtbot, proof, Qt.Key.Key_G)
    assert "Txxiga petugas" in proof.field.toPlainText()


def test_marks_move_with_their_words_as_one_types(proof: ProofField) -> None:
    proof.field.textCursor().insertText("Kabar terbaru. ")
    assert [proof.field.marked(place) for place in range(3)] == ["Tiga", "ulah", "lusa"]


def test_a_remark_without_a_fix_or_on_a_closed_text_offers_none(proof: ProofField, qtbot: QtBot) -> None:
    proof.choose(1)
    press(qtbot, proof, Qt.Key.Key_G)
    assert proof.field.toPlainText() == TEXT
    proof.field.setReadOnly(True)
    proof.choose(0)
    assert not proof.notes[0].can_fix
    press(qtbot, proof, Qt.Key.Key_G)
    assert proof.field.toPlainText() == TEXT


def test_letting_pass_asks_for_a_reason(proof: ProofField, qtbot: QtBot) -> None:
    asked: list[tuple[object, ...]] = []
    proof.waived.connect(lambda *given: asked.append(given))
    proof.choose(1)
    press(qtbot, proof, Qt.Key.Key_A)
    reason = proof.notes[1].reason
    assert reason.hasFocus()
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert asked == []
    qtbot.keyClicks(reason, "Kutipan J")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert asked == [(THREE[1], "Kutipan J")]
    assert proof.place == 1


def test_escape_gives_the_reason_up_and_the_keys_are_back_beside_the_text(
    proof: ProofField, qtbot: QtBot
) -> None:
    proof.choose(1)
    press(qtbot, proof, Qt.Key.Key_A)
    qtbot.keyClicks(proof.notes[1].reason, "sebab")
    qtbot.keyClick(proof.notes[1].reason, Qt.Key.Key_Escape)
    assert proof.margin.hasFocus()
    assert proof.place == 1
    press(qtbot, proof, Qt.Key.Key_A)
    assert proof.notes[1].reason.text() == ""


def test_a_new_reading_leaves_the_reason_that_is_being_typed(proof: ProofField, qtbot: QtBot) -> None:
    proof.choose(1)
    press(qtbot, proof, Qt.Key.Key_A)
    qtbot.keyClicks(proof.notes[1].reason, "sebab")
    kept = proof.notes[1]
    proof.show_remarks(without(THREE[0]))
    assert proof.notes[0] is kept
    assert proof.place == 0
    assert kept.reason.text() == "sebab"
    assert kept.reason.hasFocus()


def test_when_a_remark_is_settled_the_next_one_is_chosen(proof: ProofField, qtbot: QtBot) -> None:
    proof.choose(1)
    proof.show_remarks(without(THREE[1]))
    assert proof.remark == THREE[2]
    with qtbot.waitSignal(proof.left):
        proof.show_remarks([])
    assert proof.place is None
    assert proof.findChildren(Note) == [] or not any(note.isVisible() for note in proof.findChildren(Note))


def test_while_the_officer_types_no_note_takes_the_keys(proof: ProofField) -> None:
    proof.choose(1)
    proof.field.setFocus()
    proof.show_remarks(without(THREE[1]))
    assert proof.place is None
    assert proof.field.hasFocus()
