import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pantau import assets
from pantau.desktop import forms
from pantau.desktop.application import catalogues
from pantau.desktop.theme import Theme, fonts
from pantau.desktop.widgets.labels import PlainLabel


class Wanted(QWidget):
    url: QLineEdit
    heading: PlainLabel


class Mistaken(QWidget):
    url: QComboBox


class Missing(QWidget):
    address_of_nobody: QLineEdit


def test_a_forms_parts_become_attributes_of_the_widget(qtbot: QtBot, theme: Theme) -> None:
    made = Wanted()
    qtbot.addWidget(made)
    forms.load("add_source.ui", made)
    assert made.url.parent() is made
    assert made.windowTitle() == "Add a source"
    assert made.heading.font().pointSizeF() == fonts.TITLE


def test_a_forms_labels_never_read_markup(qtbot: QtBot, theme: Theme) -> None:
    made = Wanted()
    qtbot.addWidget(made)
    forms.load("add_source.ui", made)
    made.heading.setText("<b>tebal</b>")
    assert made.heading.text() == "<b>tebal</b>"
    assert made.findChildren(PlainLabel)
    assert all(label.textFormat().name == "PlainText" for label in made.findChildren(PlainLabel))


@pytest.mark.parametrize("kind", [Mistaken, Missing])
def test_a_part_that_is_not_as_it_was_said_is_found_out_at_once(
    qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    made = kind()
    qtbot.addWidget(made)
    with pytest.raises(TypeError, match=r"add_source\.ui"):
        forms.load("add_source.ui", made)


def test_a_form_speaks_the_language_in_force(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    translators = catalogues("id", qapp)
    for one in translators:
        qapp.installTranslator(one)
    try:
        made = Wanted()
        qtbot.addWidget(made)
        forms.load("add_source.ui", made)
        assert made.heading.text() == "Tambah sumber"
    finally:
        for one in translators:
            qapp.removeTranslator(one)


def test_the_forms_lie_where_they_are_looked_for() -> None:
    assert {file.name for file in assets.ui("").glob("*.ui")} == {"add_source.ui", "judge.ui", "settings.ui"}
