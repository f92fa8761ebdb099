"""The queue as Qt's list model. A row is its story: when the ranking turns, rows move and keep who they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pantau.desktop.widgets.labels import shown, tooltip
from pantau.domain.ids import StoryId
from pantau.domain.story import Story

STORY = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class QueueModel(QAbstractListModel):
    """Holds stories in their order. Selection, current row and scroll follow a story by its id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories: list[Story] = []
        self._rows: dict[StoryId, int] = {}

    @property
    def stories(self) -> tuple[Story, ...]:
        return tuple(self._stories)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # Qt's name
        return 0 if parent.isValid() else len(self._stories)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        story = self._stories[index.row()]
        if role == STORY:
            return story
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(story.title)
        return tooltip(story.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def story(self, row: int) -> Story | None:
        return self._stories[row] if 0 <= row < len(self._stories) else None

    def row(self, story: StoryId) -> int | None:
        return self._rows.get(story)

    def show(self, stories: Sequence[Story]) -> None:
        """Take over a new ranking: what is gone leaves, what is new enters, the rest moves in place."""
        wanted = {story.id: story for story in stories}
        self._leave(wanted)
        self._refresh(wanted)
        self._enter([story for story in wanted.values() if story.id not in self._rows])
        if [story.id for story in self._stories] != list(wanted):
            self._reorder(list(wanted.values()))

    def _leave(self, wanted: dict[StoryId, Story]) -> None:
        gone = [row for row, story in enumerate(self._stories) if story.id not in wanted]
        if len(gone) > 64 and len(gone) == len(self._stories):
            self.beginResetModel()
            self._stories = []
            self._index()
            self.endResetModel()
            return
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_ROOT, first, last)
            del self._stories[first : last + 1]
            self._index()
            self.endRemoveRows()

    def _refresh(self, wanted: dict[StoryId, Story]) -> None:
        changed = [row for row, story in enumerate(self._stories) if wanted[story.id] != story]
        for row in changed:
            self._stories[row] = wanted[self._stories[row].id]
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _enter(self, new: list[Story]) -> None:
        if not new:
            return
        start = len(self._stories)
        self.beginInsertRows(_ROOT, start, start + len(new) - 1)
        self._stories.extend(new)
        self._index()
        self.endInsertRows()

    def _reorder(self, ordered: list[Story]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self._stories[index.row()].id for index in before]
        self._stories = ordered
        self._index()
        self.changePersistentIndexList(before, [self.index(self._rows[story]) for story in moved])
        self.layoutChanged.emit()

    def _index(self) -> None:
        self._rows = {story.id: row for row, story in enumerate(self._stories)}


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows as first and last of each unbroken run: [1, 2, 5] is [(1, 2), (5, 5)]."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
