"""Cells of a table whose rows are chosen whole: the row that has the keys lies between two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from pantau.desktop.surroundings import Surroundings


class FramedRows(QStyledItemDelegate):
    """Qt draws the mark of the keys around one cell, as if that cell could be chosen alone."""

    def __init__(self, around: Surroundings, table: QTableView) -> None:
        super().__init__(table)
        self._around = around
        self._table = table

    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            box, accent = QRect(option.rect), QColor(self._around.theme.tokens.accent)
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), accent)
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), accent)
