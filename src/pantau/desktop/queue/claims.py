"""What the reports of the open story claim: a line for each thing, how it moved, the official value beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QWidget

from pantau.desktop.queue.claim_rows import Row, rows
from pantau.desktop.queue.section import Section, Table
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel, shown, tooltip
from pantau.domain.board import Line

_PATIENCE = 150  # milliseconds before it is said that something is still read
_SUBJECT, _STEPS, _OFFICIAL, _BESIDE = range(4)
_ROW = Qt.ItemDataRole.UserRole


class ClaimsView(Section):
    """`picked` gives the articles that say what a chosen line tells; None when no line is chosen any more."""

    picked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        self._lines: tuple[Line, ...] = ()
        self.nothing = PlainLabel(ink="muted", wrap=True)
        self.table = _table()
        super().__init__(around, "claims", self.nothing, self.table, parent=parent)
        self.table.setAccessibleName(around.say("claims.title"))
        self.table.itemSelectionChanged.connect(self._selected)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._say_reading)

    def clear(self) -> None:
        """Another story: nothing is known of it yet, which is said if it takes a while."""
        self._lines, self._is_whole = (), False
        self.hide()
        self._patience.start()

    def _say_reading(self) -> None:
        self.table.hide()
        self.all_button.hide()
        self.nothing.setText(self._around.say("claims.reading"))
        self.nothing.show()
        self.show()

    def show_lines(self, lines: Sequence[Line] | None) -> None:
        """Show a board, in which the line that was chosen stays chosen; None when it could not be read."""
        self._patience.stop()
        if lines is None:
            self.hide()
            return
        self._lines = tuple(lines)
        self._fill()
        self.show()

    def unpick(self) -> None:
        """No line is chosen any more; nobody need be told."""
        self.table.blockSignals(True)
        self.table.clearSelection()
        self.table.blockSignals(False)

    def _fill(self) -> None:
        told = rows(self._lines, self._around, every=self._is_whole)
        every = len(rows(self._lines, self._around, every=True))
        before = self._chosen()
        self.table.blockSignals(True)
        self.table.clear()
        self.table.addTopLevelItems([self._item(row) for row in told])
        for place, row in enumerate(told):
            item = self.table.topLevelItem(place)
            if item is not None and before is not None and row.subject == before.subject:
                self.table.setCurrentItem(item)
        self.table.blockSignals(False)
        self.table.setVisible(bool(told))
        self.nothing.setVisible(not told)
        self.nothing.setText(self._around.say("claims.nothing"))
        self._offer(every, is_more=every > len(told) or self._is_whole)
        self._ink()
        self.table.fit()

    def _item(self, row: Row) -> QTreeWidgetItem:
        item = QTreeWidgetItem([shown(row.subject), shown(row.steps), shown(row.official), shown(row.beside)])
        item.setData(0, _ROW, row)
        item.setFont(_STEPS, fonts.font(strong=True))
        item.setFont(_BESIDE, fonts.font(fonts.META))
        for column in range(4):
            item.setToolTip(column, tooltip(row.told))
        return item

    def _ink(self) -> None:
        tokens = self._around.theme.tokens
        for place in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(place)
            if item is not None:
                row: Row = item.data(0, _ROW)
                item.setForeground(_OFFICIAL, QColor(tokens.warning if row.differs else tokens.good))
                item.setForeground(_BESIDE, QColor(tokens.muted))

    def _chosen(self) -> Row | None:
        chosen = self.table.selectedItems()
        row: Row | None = chosen[0].data(0, _ROW) if chosen else None
        return row

    def _selected(self) -> None:
        row = self._chosen()
        self.picked.emit(None if row is None else row.articles)


def _table() -> Table:
    table = Table(4)
    head = table.header()
    head.setStretchLastSection(True)
    head.setMinimumSectionSize(40)
    for column in (_SUBJECT, _STEPS, _OFFICIAL):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table
