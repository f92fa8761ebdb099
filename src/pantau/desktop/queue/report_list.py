"""The reports of a story as a list: outlet, time, headline; copies folded under the report that they repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from pantau.desktop import links
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import shown, tooltip
from pantau.domain.article import Article
from pantau.operations.queue import Report

_ARTICLE = Qt.ItemDataRole.UserRole
_OUTLET, _TIME, _HEADLINE = range(3)
_MOST = 400  # lines; a story of more is searched, not read line by line

translate = QCoreApplication.translate


class ReportList(QTreeWidget):
    """`chosen`: a report is read; `opened`: in the browser; `muted`: its source silenced; `noted`: made a fact."""

    chosen = Signal(object)
    opened = Signal(object)
    muted = Signal(object)
    noted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.may_note = False  # whether there is an issue that a fact could belong to
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(translate("Queue", "Reports"))
        head = self.header()
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_OUTLET, 160)
        head.resizeSection(_TIME, 92)
        self.setTreePosition(_HEADLINE)
        self.customContextMenuRequested.connect(self._offer)
        self.itemSelectionChanged.connect(self._selected)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(0, _ARTICLE)))
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)
        around.theme.keep(self, self._ink)

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Fill the list; what was chosen stays chosen."""
        before = self.article()
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([self._item(report) for report in reports[:_MOST]])
        for item in self._items():
            if before is not None and item.data(0, _ARTICLE).id == before.id:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self._ink()
        self._fit()

    def article(self) -> Article | None:
        """The report that is chosen."""
        chosen = self.selectedItems()
        return chosen[0].data(0, _ARTICLE) if chosen else None

    def _item(self, report: Report) -> QTreeWidgetItem:
        item = self._line(report.article, len(report.copies))
        item.addChildren([self._line(copy, 0) for copy in report.copies])
        return item

    def _line(self, article: Article, copies: int) -> QTreeWidgetItem:
        title = shown(article.title)
        if copies:
            title = f"{title}  ({self._around.say('queue.copies', count=copies)})"
        item = QTreeWidgetItem(
            [shown(article.source_name), self._around.moment(article.published).removesuffix(" WIB"), title]
        )
        item.setData(0, _ARTICLE, article)
        item.setToolTip(_HEADLINE, tooltip(f"{article.title} \N{EM DASH} {links.host(article.url)}"))
        item.setFont(_TIME, fonts.font(fonts.META))
        return item

    def _ink(self) -> None:
        muted = QColor(self._around.theme.tokens.muted)
        for item in self._items():
            item.setForeground(_TIME, muted)
            item.setForeground(_OUTLET, muted)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """Every line, the folded ones too."""
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _fit(self) -> None:
        """Grow to the rows: the page scrolls, not the list within the page."""
        rows = self.topLevelItemCount()
        rows += sum(item.childCount() for item in self._items() if item.isExpanded())
        height = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(max(1, rows) * max(height, 24) + 4)

    def _selected(self) -> None:
        article = self.article()
        if article is not None:
            self.chosen.emit(article)

    def _offer(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        article: Article = item.data(0, _ARTICLE)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(self._around.theme.icon("open"), translate("Queue", "Open in the browser"))
        opening.setEnabled(links.is_openable(article.url))
        opening.triggered.connect(lambda: self.opened.emit(article))
        noting = menu.addAction(
            self._around.theme.icon("note"), translate("Queue", "Note as a fact of the issue")
        )
        noting.setEnabled(self.may_note)
        noting.triggered.connect(lambda: self.noted.emit(article))
        muting = menu.addAction(self._around.theme.icon("mute"), translate("Queue", "Mute this source"))
        muting.triggered.connect(lambda: self.muted.emit(article))
        menu.popup(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            article = self.article()
            if article is not None:
                self.opened.emit(article)
            return
        super().keyPressEvent(event)
