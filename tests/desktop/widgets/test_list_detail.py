"""A list and what is open of it share a page, and the list has it alone while nothing can be opened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from pantau.desktop.widgets.list_detail import ListDetail


@pytest.fixture
def both(qtbot: QtBot) -> ListDetail:
    made = ListDetail(QListView(), QLineEdit())
    qtbot.addWidget(made)
    made.resize(1_294, 700)
    made.show()
    qtbot.waitUntil(lambda: made.splitter.sizes()[0] == 460)
    return made


def test_the_list_has_the_page_alone_while_nothing_can_be_opened(both: ListDetail, qtbot: QtBot) -> None:
    both.stand_alone(True)
    qtbot.waitUntil(lambda: both.splitter.widget(0).width() == both.width())
    assert not both.shows_detail
    both.stand_alone(False)
    qtbot.waitUntil(lambda: both.splitter.sizes()[0] == 460)
    assert both.shows_detail


def test_how_the_two_share_the_page_is_kept_from_before_the_list_had_it_alone(
    both: ListDetail, qtbot: QtBot
) -> None:
    both.splitter.setSizes([500, 794])
    kept = both.split()
    both.stand_alone(True)
    assert both.split() == kept


def test_a_narrow_page_shows_the_list_while_it_stands_alone(both: ListDetail, qtbot: QtBot) -> None:
    both.resize(800, 600)
    both.open_detail()
    both.stand_alone(True)
    assert both.splitter.widget(0).isVisible()


def test_the_keys_stay_with_the_two_when_one_takes_the_place_of_the_other(
    both: ListDetail, qtbot: QtBot
) -> None:
    both.resize(800, 600)
    qtbot.waitUntil(lambda: both.is_narrow)
    both.activateWindow()
    listing, detail = both.splitter.widget(0), both.splitter.widget(1)
    listing.setFocus()
    qtbot.waitUntil(listing.hasFocus)
    both.open_detail()
    assert detail.hasFocus()
    both.go_back()
    assert listing.hasFocus()
