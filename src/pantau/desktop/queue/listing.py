"""The list of the queue: keeps its place whatever arrives, and says how much news waits above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from pantau.desktop.queue.delegate import QueueDelegate
from pantau.desktop.queue.model import QueueModel
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme.tokens import ROW_HEIGHT
from pantau.desktop.widgets.buttons import Pill
from pantau.domain.ids import StoryId
from pantau.domain.story import Story


class QueueList(QListView):
    """`chosen` gives the story that became current, `opened` the one to be read on the whole page."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.is_touched = False  # whether the officer ever chose a row
        self.stories = QueueModel(self)
        self.setModel(self.stories)
        self.setItemDelegate(QueueDelegate(around, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.pill = Pill(self)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(lambda index: self.opened.emit(self.stories.story(index.row())))

    @property
    def is_at_top(self) -> bool:
        return self.verticalScrollBar().value() < ROW_HEIGHT // 2

    @property
    def is_near_end(self) -> bool:
        """Whether fewer rows than fill the list are left below."""
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() < self.viewport().height()

    def story(self) -> Story | None:
        """The story that is chosen."""
        return self.stories.story(self.currentIndex().row())

    def show_stories(self, stories: Sequence[Story]) -> None:
        """Take over a ranking; the row at the top of the view stays where it is unless the list is at its top."""
        was_row = self.currentIndex().row()
        anchor, offset = self._anchor()
        at_top = self.is_at_top
        self.stories.show(stories)
        if not at_top and anchor is not None:
            row = self.stories.row(anchor)
            if row is not None:
                self.verticalScrollBar().setValue(row * ROW_HEIGHT + offset)
        if self.story() is None and was_row >= 0:
            self.choose(min(was_row, len(self.stories.stories) - 1))

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= row < len(self.stories.stories):
            index = self.stories.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def find_story(self, story: StoryId) -> bool:
        """Choose the row of a story, if it is in the list."""
        row = self.stories.row(story)
        if row is not None:
            self.choose(row)
        return row is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        self.is_touched = True
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        self.is_touched = True
        super().keyPressEvent(event)

    def step(self, by: int) -> None:
        self.is_touched = True
        row = self.currentIndex().row()
        last = len(self.stories.stories) - 1
        self.choose(0 if row < 0 else max(0, min(last, row + by)))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _anchor(self) -> tuple[StoryId | None, int]:
        row, offset = divmod(self.verticalScrollBar().value(), ROW_HEIGHT)
        story = self.stories.story(row)
        return (None if story is None else story.id), offset

    def _current_changed(self) -> None:
        story = self.story()
        if story is not None:
            self.chosen.emit(story)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self.pill.place()
