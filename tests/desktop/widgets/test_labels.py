from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.theme import Theme
from pantau.desktop.widgets.labels import PlainLabel, shown, tooltip


def test_a_headline_with_markup_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel("<img src='file:///etc/passwd'><b>Awas</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<img src='file:///etc/passwd'><b>Awas</b>"


def test_signs_that_turn_the_reading_direction_are_left_out() -> None:
    assert shown("aman\u202egpj.exe\u2066x\u2069") == "amangpj.exex"


def test_a_tooltip_is_escaped_and_an_empty_one_stays_empty() -> None:
    assert tooltip("<img src=x>") == "<p>&lt;img src=x&gt;</p>"
    assert tooltip("") == ""


def test_an_ink_can_be_changed(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel("x", ink="muted")
    qtbot.addWidget(label)
    label.colour("danger")
    assert label.property("ink") == "danger"
