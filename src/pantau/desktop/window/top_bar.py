"""The top bar: the page's title, its filters, and the field that finds everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from pantau.desktop.page import Command, Page
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.window.palette import SearchField


class TopBar(QWidget):
    """Each page's own tools take their place here while the page is open."""

    def __init__(
        self,
        around: Surroundings,
        commands: Callable[[], Sequence[Command]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(52)
        self.heading = PlainLabel(points=fonts.TITLE, strong=True)
        self.badge = PlainLabel(points=fonts.META, strong=True, ink="warning")
        self.badge.hide()
        self._tools = QStackedWidget()
        self._none = QWidget()
        self._tools.addWidget(self._none)
        self.search = SearchField(around, commands)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self.heading)
        row.addWidget(self.badge)
        row.addWidget(self._tools)
        row.addStretch(1)
        row.addWidget(self.search, 1)

    def add(self, page: Page) -> None:
        tools = page.tools()
        if tools is not None:
            self._tools.addWidget(tools)

    def show_page(self, page: Page) -> None:
        self.heading.setText(page.title())
        self._tools.setCurrentWidget(page.tools() or self._none)

    def show_badge(self, text: str) -> None:
        self.badge.setText(text)
        self.badge.setVisible(bool(text))
