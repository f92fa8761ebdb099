"""A list of rows: what is called by which title, and going from one to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from pantau.desktop.widgets.rows import RowList, RowModel


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    model = RowModel(str.upper)
    model.entries = ["satu", "dua", "tiga"]
    rows = RowList(model, QStyledItemDelegate())
    qtbot.addWidget(rows)
    return rows


def test_steps_begin_at_the_first_row_and_end_at_the_last(rows: RowList) -> None:
    chosen: list[str] = []
    rows.chosen.connect(chosen.append)
    for by in (1, 1, 5, 1, -9):
        rows.step(by)
    assert chosen == ["satu", "dua", "tiga", "satu"]
    assert rows.entry() == "satu"


def test_a_row_that_is_not_there_is_not_chosen(rows: RowList) -> None:
    rows.choose(3)
    rows.choose(-1)
    assert rows.entry() is None


def test_without_rows_a_step_leads_nowhere(qtbot: QtBot) -> None:
    rows = RowList(RowModel(str), QStyledItemDelegate())
    qtbot.addWidget(rows)
    rows.step(1)
    assert rows.entry() is None


def test_rows_are_read_out_by_their_title(rows: RowList) -> None:
    index = rows.model().index(1, 0)
    assert index.data() == index.data(Qt.ItemDataRole.AccessibleTextRole) == "DUA"
