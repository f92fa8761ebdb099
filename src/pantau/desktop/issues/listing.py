"""The list of issues: what is due first stands first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts, icons
from pantau.desktop.theme.tokens import ROW_HEIGHT
from pantau.desktop.widgets import elide
from pantau.desktop.widgets.labels import shown, tooltip
from pantau.domain.ids import IssueId, OfficerId
from pantau.domain.issue import Issue, Status

ISSUE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_EDGE, _LEFT = 12, 44
_SINGLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def due(issue: Issue, now: datetime, around: Surroundings) -> tuple[str, str]:
    """How the deadline stands, in words and ink: ("11 menit lagi", "warning")."""
    if issue.deadline is None or issue.status in (Status.ANSWERED, Status.CLOSED):
        return "", "muted"
    left = issue.deadline - now
    if left.total_seconds() < 0:
        return around.say("issue.late", length=around.duration(-left)), "danger"
    ink = "warning" if left.total_seconds() < 900 else "muted"
    return around.say("issue.left", length=around.duration(left)), ink


class IssueModel(QAbstractListModel):
    """Issues in the order of their deadlines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.issues: list[Issue] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # Qt's name
        return 0 if parent.isValid() else len(self.issues)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        issue = self.issues[index.row()]
        if role == ISSUE:
            return issue
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(issue.title)
        return tooltip(issue.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def show(self, issues: Sequence[Issue]) -> None:
        """The list is short: it is laid out anew, and rows keep who they are by their id."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.issues[index.row()].id for index in before]
        self.issues = list(issues)
        rows = {issue.id: row for row, issue in enumerate(self.issues)}
        after = [self.index(rows[one]) if one in rows else QModelIndex() for one in ids]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class IssueDelegate(QStyledItemDelegate):
    """Two lines of title, then number, state, owner and deadline."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.names: Mapping[OfficerId, str] = {}
        self._title = fonts.font(fonts.BODY, strong=True)
        self._meta = fonts.font(fonts.META)

    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        issue: Issue = index.data(ISSUE)
        tokens, box = self._around.theme.tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(QRect(box.left() + _EDGE, box.bottom(), box.width(), 1), QColor(tokens.hairline))
        told, ink = due(issue, self._around.now(), self._around)
        mark = "warning" if ink == "danger" else "take" if issue.status is Status.ANSWERED else "issue"
        colour = getattr(tokens, ink if told else "muted")
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(box.left() + _EDGE + 2, box.top() + 12, icons.pixmap(mark, colour, 20, ratio))
        self._draw_title(painter, box, issue)
        self._draw_meta(painter, box, issue, told, colour)
        painter.restore()

    def _draw_title(self, painter: QPainter, box: QRect, issue: Issue) -> None:
        width = box.width() - _LEFT - _EDGE
        told = elide.lines(shown(issue.title), self._title, width)
        top = box.top() + (7 if len(told) > 1 else 15)
        closed = issue.status is Status.CLOSED
        painter.setFont(self._title)
        painter.setPen(QColor(self._around.theme.tokens.muted if closed else self._around.theme.tokens.text))
        for line in told:
            painter.drawText(QRect(box.left() + _LEFT, top, width, 17), _SINGLE, line)
            top += 17
        self._foot = top + 1

    def _draw_meta(self, painter: QPainter, box: QRect, issue: Issue, due_text: str, colour: str) -> None:
        metrics, left = QFontMetrics(self._meta), box.left() + _LEFT
        painter.setFont(self._meta)
        if due_text:
            painter.setPen(QColor(colour))
            painter.drawText(QRect(left, self._foot, 300, 16), _SINGLE, due_text)
            left += metrics.horizontalAdvance(due_text) + 8
        parts = [f"#{issue.id}", self._around.say(f"status.{issue.status}")]
        if issue.owner is not None:
            parts.append(self.names.get(issue.owner, ""))
        room = box.right() - _EDGE - left
        painter.setPen(QColor(self._around.theme.tokens.muted))
        text = metrics.elidedText(
            " · ".join(part for part in parts if part), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(left, self._foot, room, 16), _SINGLE, text)


class IssueList(QListView):
    """`chosen` gives the issue that became current, `opened` the one to be read on the whole page."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issues = IssueModel(self)
        self.delegate = IssueDelegate(around, self)
        self.setModel(self.issues)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._changed)
        self.activated.connect(lambda index: self.opened.emit(index.data(ISSUE)))

    def issue(self) -> Issue | None:
        found: Issue | None = self.currentIndex().data(ISSUE)
        return found

    def show_issues(self, issues: Sequence[Issue], names: Mapping[OfficerId, str]) -> None:
        self.delegate.names = names
        self.issues.show(issues)
        self.viewport().update()

    def find_issue(self, issue: IssueId) -> bool:
        for row, known in enumerate(self.issues.issues):
            if known.id == issue:
                self.choose(row)
                return True
        return False

    def choose(self, row: int) -> None:
        if 0 <= row < len(self.issues.issues):
            index = self.issues.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        row = self.currentIndex().row()
        self.choose(0 if row < 0 else max(0, min(len(self.issues.issues) - 1, row + by)))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self) -> None:
        issue = self.issue()
        if issue is not None:
            self.chosen.emit(issue)
