from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.search.page import SearchPage
from pantau.desktop.surroundings import Surroundings
from pantau.operations import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, around: Surroundings) -> Iterator[SearchPage]:
    page = SearchPage(desk, around)
    qtbot.addWidget(page)
    qtbot.addWidget(page.tools())
    page.resize(1_280, 700)
    page.show()
    page.tools().show()
    yield page
    around.worker.wait()


def test_words_find_articles_and_the_best_is_open_to_read(page: SearchPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "petugas luka")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.list.results.entries))
    assert page.heading.text()
    assert "petugas" in page.text.toPlainText().lower()
    assert "berita" in page.counted.text()


def test_only_the_answer_to_the_last_search_is_shown(page: SearchPage, qtbot: QtBot) -> None:
    page.search("lapas")
    page.search("tidakadasamasekali")
    qtbot.waitUntil(lambda: page.state.is_covered and page.state.title.isVisible())
    assert page.counted.text() == "0 berita"
    assert page.list.results.entries == []


def test_a_query_that_cannot_be_read_is_explained(page: SearchPage, qtbot: QtBot) -> None:
    page.search('"tak ditutup')
    qtbot.waitUntil(lambda: page.state.is_covered and page.state.title.isVisible())
    assert page.state.text.text()
    assert "(" not in page.state.text.text()[:3]


def test_a_result_goes_to_the_browser_only_by_its_button(page: SearchPage, qtbot: QtBot) -> None:
    page.search("lapas")
    qtbot.waitUntil(lambda: bool(page.list.results.entries))
    with qtbot.waitSignal(page.link) as told:
        qtbot.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    assert told.args[0].startswith("https://berita.example/")


def test_escape_leads_back_to_where_the_search_began(page: SearchPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        assert page.go_back()
