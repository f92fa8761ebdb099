import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from pantau.desktop.theme import Theme
from pantau.desktop.widgets.state_view import StateView


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> StateView:
    view = StateView(QListWidget(), theme)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def test_what_answers_quickly_shows_no_loading(view: StateView, qtbot: QtBot) -> None:
    view.show_loading("Membaca …")
    view.show_content()
    assert not view._late.isActive()
    assert not view.is_covered


def test_what_takes_long_says_what_it_does(view: StateView, qtbot: QtBot) -> None:
    view.show_loading("Membaca antrean …")
    qtbot.waitUntil(lambda: view.is_covered)
    assert view.text.text() == "Membaca antrean …"
    assert view._progress.isVisible()
    assert not view.button.isVisible()


def test_an_empty_list_says_what_would_be_here_and_has_one_button(view: StateView, qtbot: QtBot) -> None:
    view.show_empty("Antrean kosong", "Kabar muncul di sini.", "Lihat sumber")
    assert view.is_covered
    with qtbot.waitSignal(view.acted):
        qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)


def test_an_error_has_its_sentence_and_a_way_out(view: StateView) -> None:
    view.show_error("Tidak dapat dibaca", "Cakram penuh.", "Coba lagi")
    assert view.title.text() == "Tidak dapat dibaca"
    assert view.button.text() == "Coba lagi"
    view.show_content()
    assert not view.is_covered
