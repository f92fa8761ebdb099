"""The list of issues: what is due first stands first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts, icons
from pantau.desktop.theme.tokens import ROW_HEIGHT
from pantau.desktop.widgets import elide
from pantau.desktop.widgets.labels import shown
from pantau.desktop.widgets.rows import ENTRY, RowList, RowModel, draw_ground
from pantau.domain.ids import IssueId, OfficerId
from pantau.domain.issue import Issue, Status

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


class IssueModel(RowModel):
    """Issues in the order of their deadlines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda issue: issue.title, parent)

    def show(self, issues: Sequence[Issue]) -> None:
        """The list is short: it is laid out anew, and rows keep who they are by their id."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.entries[index.row()].id for index in before]
        self.entries = list(issues)
        rows = {issue.id: row for row, issue in enumerate(self.entries)}
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
        issue: Issue = index.data(ENTRY)
        tokens, box = self._around.theme.tokens, QRect(option.rect)
        painter.save()
        draw_ground(painter, option, tokens, _EDGE)
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


class IssueList(RowList):
    """Its entries are issues."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        issues, delegate = IssueModel(), IssueDelegate(around)
        super().__init__(issues, delegate, parent)
        self.issues, self.delegate = issues, delegate

    def issue(self) -> Issue | None:
        found: Issue | None = self.entry()
        return found

    def show_issues(self, issues: Sequence[Issue], names: Mapping[OfficerId, str]) -> None:
        self.delegate.names = names
        self.issues.show(issues)
        self.viewport().update()

    def find_issue(self, issue: IssueId) -> bool:
        for row, known in enumerate(self.issues.entries):
            if known.id == issue:
                self.choose(row)
                return True
        return False
