"""The sources as a table. It sorts and filters by itself: Qt's proxy would ask Python 10,000 times for 1,000 rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from pantau import words
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.labels import shown, tooltip
from pantau.domain.ids import SourceId
from pantau.domain.source import Source

SOURCE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()

translate = QCoreApplication.translate


class State(StrEnum):
    """How a source fares. A muted one is well but weighs nothing in the queue."""

    FAILING = "failing"
    WAITING = "waiting"
    WELL = "well"
    MUTED = "muted"
    OFF = "off"


ICONS = {
    State.FAILING: ("warning", "danger"),
    State.WAITING: ("clock", "muted"),
    State.WELL: ("take", "good"),
    State.MUTED: ("mute", "muted"),
    State.OFF: ("pause", "muted"),
}


_ORDER = {one: place for place, one in enumerate(State)}


class Column(IntEnum):
    STATE = 0
    NAME = 1
    TIER = 2
    REGION = 3
    ARTICLES = 4
    POLLED = 5
    PROBLEM = 6


def state(source: Source) -> State:
    if not source.enabled:
        return State.OFF
    if source.error is not None:
        return State.FAILING
    if source.last_polled is None:
        return State.WAITING
    return State.MUTED if source.muted else State.WELL


def problem(source: Source, around: Surroundings) -> str:
    """What is wrong with a source and the way out, as a sentence; "" for a sound one."""
    if source.error is None:
        return ""
    return words.say(source.error, around.language, **source.error_facts)


class SourceModel(QAbstractTableModel):
    """`rows` are those of `sources` that pass the filter, in order; they keep who they are by the source's id."""

    def __init__(
        self, around: Surroundings, regions: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._regions = regions
        self.sources: list[Source] = []
        self.rows: list[Source] = []
        self._words: list[str] = []
        self._failing_only = False
        self._column, self._falling = Column.STATE, False
        around.theme.changed.connect(self._redraw)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # Qt's name
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # Qt's name
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # Qt's name
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.ARTICLES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return {
            Column.STATE: translate("Sources", "State"),
            Column.NAME: translate("Sources", "Source"),
            Column.TIER: translate("Sources", "Tier"),
            Column.REGION: translate("Sources", "Region"),
            Column.ARTICLES: translate("Sources", "Articles"),
            Column.POLLED: translate("Sources", "Last read"),
            Column.PROBLEM: translate("Sources", "Problem"),
        }[Column(section)]

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        source, column = self.rows[index.row()], Column(index.column())
        if role == SOURCE:
            return source
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(source, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(problem(source, self._around) or source.url)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.ARTICLES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._look(source, column, role)

    def _look(self, source: Source, column: Column, role: int) -> Any:
        icon, ink = ICONS[state(source)]
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE:
            return self._around.theme.icon(icon, ink)
        if role == Qt.ItemDataRole.ForegroundRole:
            if column in (Column.STATE, Column.PROBLEM):
                return QColor(getattr(self._around.theme.tokens, ink))
            if column is not Column.NAME or not source.enabled:
                return QColor(self._around.theme.tokens.muted)
        return None

    def _text(self, source: Source, column: Column) -> str:
        around = self._around
        if column is Column.STATE:
            return around.say(f"source-state.{state(source)}")
        if column is Column.NAME:
            return shown(source.name or source.url)
        if column is Column.TIER:
            return around.say(f"tier.{source.tier}")
        if column is Column.REGION:
            return self._regions.get(source.region or "", source.region or "")
        if column is Column.ARTICLES:
            return around.number(source.articles)
        if column is Column.POLLED:
            return around.age(source.last_polled) if source.last_polled else "–"
        return problem(source, around)

    def _key(self, source: Source) -> Any:
        column = self._column
        if column is Column.STATE:
            return _ORDER[state(source)]
        if column is Column.ARTICLES:
            return source.articles
        if column is Column.POLLED:
            return source.last_polled.timestamp() if source.last_polled else 0.0
        return self._text(source, column).casefold()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:  # Qt's name
        self._column, self._falling = Column(column), order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def choose(self, typed: str, failing_only: bool) -> None:
        """Let through what holds every typed word, or of it what fails."""
        self._words, self._failing_only = typed.casefold().split(), failing_only
        self._arrange()

    def show(self, sources: Sequence[Source]) -> None:
        self.sources = list(sources)
        self._arrange()

    def row(self, source: SourceId) -> int | None:
        return next((row for row, one in enumerate(self.rows) if one.id == source), None)

    def _passes(self, source: Source) -> bool:
        if self._failing_only and state(source) is not State.FAILING:
            return False
        text = f"{source.name} {source.url}".casefold()
        return all(word in text for word in self._words)

    def _arrange(self) -> None:
        rows = sorted(filter(self._passes, self.sources), key=self._key, reverse=self._falling)
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [(self.rows[index.row()].id, index.column()) for index in before]
        self.rows = rows
        places = {source.id: row for row, source in enumerate(rows)}
        after = [self.index(places[one], column) if one in places else QModelIndex() for one, column in ids]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _redraw(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))
