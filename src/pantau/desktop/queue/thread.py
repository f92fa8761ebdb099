"""The other stories of the open story's affair: a line each, the newest first, and a way to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QWidget

from pantau.desktop.queue.section import Section, Table
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import shown, tooltip
from pantau.domain.ids import StoryId
from pantau.domain.story import Story

_FEW = 4  # lines, until all are asked for
_HEADLINE, _REPORTS, _SEEN = range(3)
_STORY = Qt.ItemDataRole.UserRole


class ThreadView(Section):
    """`opened` gives the story that is wanted. Without other stories nothing is shown at all."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        self._stories: tuple[Story, ...] = ()
        self.list = _StoryList()
        super().__init__(around, "thread", self.list, parent=parent)
        self.list.setAccessibleName(around.say("thread.title"))
        self.list.opened.connect(self.opened)

    def clear(self) -> None:
        """Another story: nothing is known of its affair yet."""
        self._stories, self._is_whole = (), False
        self.hide()

    def show_stories(self, stories: Sequence[Story]) -> None:
        """Show the other stories of the affair, the newest first."""
        if self._stories != tuple(stories):
            self._stories = tuple(stories)
            self._fill()
        self.setVisible(bool(stories))

    def _fill(self) -> None:
        told = self._stories if self._is_whole else self._stories[:_FEW]
        self.list.clear()
        self.list.addTopLevelItems([self._item(story) for story in told])
        self._offer(len(self._stories), is_more=len(self._stories) > _FEW)
        self._ink()
        self.list.fit()

    def _item(self, story: Story) -> QTreeWidgetItem:
        around = self._around
        reports = around.say("queue.reports", count=story.articles)
        item = QTreeWidgetItem([shown(story.title), reports, around.age(story.last_seen, short=True)])
        item.setData(0, _STORY, story.id)
        item.setToolTip(_HEADLINE, tooltip(story.title))
        item.setToolTip(_SEEN, tooltip(around.moment(story.last_seen)))
        for column in (_REPORTS, _SEEN):
            item.setFont(column, fonts.font(fonts.META))
        return item

    def _ink(self) -> None:
        muted = QColor(self._around.theme.tokens.muted)
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item is not None:
                item.setForeground(_REPORTS, muted)
                item.setForeground(_SEEN, muted)


class _StoryList(Table):
    """A click opens a line, and so does Enter."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(3)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_HEADLINE, QHeaderView.ResizeMode.Stretch)
        for column in (_REPORTS, _SEEN):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._open)

    def _open(self, item: QTreeWidgetItem) -> None:
        self.opened.emit(StoryId(item.data(0, _STORY)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(item)
            return
        super().keyPressEvent(event)
