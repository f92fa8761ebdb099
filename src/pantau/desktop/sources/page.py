"""The sources page: a table of who is monitored and how each fares, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop import links
from pantau.desktop.page import Command, Page
from pantau.desktop.sources.add_dialog import AddSourceDialog
from pantau.desktop.sources.foot import SourceFoot
from pantau.desktop.sources.framed_rows import FramedRows
from pantau.desktop.sources.model import SOURCE, Column, SourceModel, State, state
from pantau.desktop.sources.view_model import SourcesViewModel
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.labels import tooltip
from pantau.desktop.widgets.state_view import StateView
from pantau.domain.changes import ChangeKind
from pantau.domain.source import Source
from pantau.operations import Desk

translate = QCoreApplication.translate

_NARROW = 1_000  # pixels
_WIDTHS = {
    Column.STATE: 124,
    Column.NAME: 240,
    Column.TIER: 132,
    Column.REGION: 140,
    Column.ARTICLES: 80,
    Column.POLLED: 130,
}


class SourcesPage(Page):
    """Everything about sources on one page; the failing ones first."""

    def __init__(
        self, desk: Desk, around: Surroundings, regions: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(around, parent)
        self._regions = regions
        self.model = SourcesViewModel(desk, around, self)
        self.rows = SourceModel(around, regions, self)
        self.table = self._build_table()
        self.state = StateView(self.table, around.theme)
        self.foot = SourceFoot(around)
        self._tools = self._build_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.state, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.table)
        self._connect()

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        table.setItemDelegate(FramedRows(self.around, table))
        table.setSortingEnabled(True)
        table.sortByColumn(Column.STATE, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return table

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        self.words = QLineEdit()
        self.words.setPlaceholderText(translate("Sources", "Find a source"))
        self.words.setMinimumWidth(72)
        self.words.setMaximumWidth(180)
        self.failing = QToolButton()
        self.failing.setText(translate("Sources", "Failing only"))
        self.failing.setCheckable(True)
        self.failing.setProperty("kind", "filter")
        self.add_button = QPushButton(translate("Sources", "Add a source"))
        self.add_button.setProperty("kind", "primary")
        self.add_button.setMinimumWidth(
            self.add_button.sizeHint().width()
        )  # a bar that is narrow squeezes the rest
        self.add_button.setToolTip(tooltip(f"{self.add_button.text()} (Ctrl+N)"))
        self.more_button = QToolButton()
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setToolTip(translate("Sources", "Lists of sources"))
        self.around.theme.dress(self.more_button, "more", "muted")
        menu = QMenu(self.more_button)
        for icon, text, run in self._lists():
            self.around.theme.dress(menu.addAction(text, run), icon)
        self.more_button.setMenu(menu)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.words, self.failing, self.add_button, self.more_button):
            row.addWidget(part)
        row.addStretch(1)
        return tools

    def _lists(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            ("catalogue", translate("Sources", "Install the catalogue of Indonesian outlets"), self._install),
            ("import", translate("Sources", "Import OPML …"), self._import),
            ("export", translate("Sources", "Export OPML …"), self._export),
        ]

    def _connect(self) -> None:
        model = self.model
        model.listed.connect(self._show)
        model.loading.connect(lambda: self.state.show_loading(translate("Sources", "Reading the sources …")))
        model.failed.connect(self._fail)
        model.done.connect(self.done)
        model.told.connect(self.told)
        model.refused.connect(self.refused)
        self.words.textChanged.connect(lambda _text: self._narrow())
        self.failing.toggled.connect(lambda _on: self._narrow())
        self.add_button.clicked.connect(self._add)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())
        self.state.acted.connect(self._press)
        self.foot.toggled.connect(self._toggle)
        self.foot.muted.connect(self._mute)
        self.foot.removed.connect(self._remove)
        self.foot.opened.connect(self._open_site)
        adding = QAction(self)
        adding.setShortcut(QKeySequence("Ctrl+N"))
        adding.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        adding.triggered.connect(self._add)
        self.addAction(adding)
        removing = QAction(translate("Sources", "Remove"), self.table)
        removing.setShortcut(QKeySequence("Del"))
        removing.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        removing.triggered.connect(self._remove)
        self.table.addAction(removing)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        """A narrow table leaves out what is known of a source, before what is wrong with it."""
        super().resizeEvent(event)
        for column in (Column.TIER, Column.REGION):
            self.table.setColumnHidden(column, self.width() < _NARROW)

    def title(self) -> str:
        return translate("Sources", "Sources")

    def tools(self) -> QWidget:
        return self._tools

    def refresh(self) -> None:
        self.model.refresh()

    def heed(self, kinds: Collection[ChangeKind]) -> None:
        if ChangeKind.SOURCE in kinds and self.isVisible():
            self.model.refresh()

    def step(self, by: int) -> None:
        row = self.table.currentIndex().row()
        self._choose(0 if row < 0 else row + by)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_failing(self) -> None:
        self.failing.setChecked(True)

    def commands(self) -> list[Command]:
        adding = Command(translate("Sources", "Add a source"), "Ctrl+N", self._add)
        return [adding, *(Command(text, "", run) for _icon, text, run in self._lists())]

    def source(self) -> Source | None:
        """The source that is chosen."""
        found: Source | None = self.table.currentIndex().data(SOURCE)
        return found

    def _show(self, sources: Sequence[Source]) -> None:
        chosen = self.source()
        self.rows.show(sources)
        self._hold(chosen)
        self.waits.emit(sum(1 for source in sources if state(source) is State.FAILING))
        if self.source() is None:
            self._choose(0)
        self._cover()
        self._tell()

    def _hold(self, chosen: Source | None) -> None:
        """Keep the chosen row chosen, and the view where it was."""
        row = None if chosen is None else self.rows.row(chosen.id)
        if row is not None and row != self.table.currentIndex().row():
            at = self.table.verticalScrollBar().value()
            self._choose(row)
            self.table.verticalScrollBar().setValue(at)

    def _choose(self, row: int) -> None:
        if not self.rows.rowCount():
            return
        index: QModelIndex = self.rows.index(max(0, min(self.rows.rowCount() - 1, row)), 0)
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.table.scrollTo(index)

    def _cover(self) -> None:
        self._covered_by = ""
        if self.rows.rowCount():
            self.state.show_content()
        elif self.rows.sources:
            self._covered_by = "filter"
            self.state.show_filtered(
                translate("Sources", "No source passes the filter"),
                self.around.say("sources.hidden", count=len(self.rows.sources)),
                translate("Sources", "Show all"),
            )
        else:
            self.state.show_empty(
                translate("Sources", "Nobody is monitored yet"),
                translate(
                    "Sources",
                    "Begin with the catalogue of Indonesian outlets, or add the feeds that you know.",
                ),
                translate("Sources", "Install the catalogue"),
                icon="source",
            )

    def _press(self) -> None:
        if self._covered_by == "filter":
            self.words.clear()
            self.failing.setChecked(False)
        elif self._covered_by == "error":
            self.refresh()
        else:
            self._install()

    def _fail(self, sentence: str) -> None:
        if self.rows.sources:
            self.refused.emit(sentence)
            return
        again = translate("Sources", "Try again")
        self.state.show_error(translate("Sources", "The sources cannot be read"), sentence, again)
        self._covered_by = "error"

    def _narrow(self) -> None:
        self.failing.setProperty("chosen", "true" if self.failing.isChecked() else "false")
        self.failing.style().polish(self.failing)
        chosen = self.source()
        self.rows.choose(self.words.text(), self.failing.isChecked())
        self._hold(chosen)
        self._cover()
        self._tell()

    def _tell(self) -> None:
        self.foot.show_source(self.source())

    def _add(self) -> None:
        dialog = AddSourceDialog(self.around, self._regions, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.model.add(dialog.source()))
        dialog.open()

    def _install(self) -> None:
        self.model.install_catalogue()

    def _import(self) -> None:
        kinds = "OPML (*.opml *.xml)"
        name, _kind = QFileDialog.getOpenFileName(self, translate("Sources", "Import OPML …"), "", kinds)
        if name:
            self.model.import_opml(Path(name))

    def _export(self) -> None:
        title = translate("Sources", "Export OPML …")
        name, _kind = QFileDialog.getSaveFileName(self, title, "sumber-pantau.opml", "OPML (*.opml)")
        if name:
            self.model.export_opml(Path(name))

    def _toggle(self) -> None:
        source = self.source()
        if source is not None:
            self.model.set_enabled(source, not source.enabled)

    def _mute(self) -> None:
        source = self.source()
        if source is not None:
            self.model.set_muted(source, not source.muted)

    def _remove(self) -> None:
        source = self.source()
        if source is not None:
            self.model.remove(source)

    def _open_site(self) -> None:
        source = self.source()
        if source is not None and links.is_openable(source.url):
            self.link.emit(source.url)
