"""The rail: one place for each page, icon over word, a figure only where something waits."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from pantau.desktop.theme import Theme, fonts
from pantau.desktop.theme.tokens import RAIL_WIDTH
from pantau.desktop.widgets.labels import tooltip


class RailButton(QToolButton):
    """A place in the rail."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = ""
        self.setProperty("kind", "rail")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(RAIL_WIDTH - 12, 52)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(text)
        theme.dress(self, icon, "muted")

    def show_figure(self, count: int, text: str) -> None:
        self._figure = ("99+" if count > 99 else text) if count else ""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        super().paintEvent(event)
        if not self._figure:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font(7.5, strong=True))
        width = max(16, painter.fontMetrics().horizontalAdvance(self._figure) + 8)
        box = QRect(min(self.width() // 2 + 8, self.width() - width - 2), 2, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor(self._theme.tokens.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._figure)
        painter.end()


class Rail(QWidget):
    """`chosen` gives the name of the page; `settings` asks for the menu at the foot."""

    chosen = Signal(str)
    settings = Signal(object)

    def __init__(self, theme: Theme, settings_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self.setProperty("kind", "rail-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.gear = RailButton(theme, "settings", settings_text, self)
        self.gear.clicked.connect(lambda: self.settings.emit(self.gear))
        self._column.addWidget(self.gear)

    def add(self, name: str, icon: str, text: str, tip: str) -> None:
        button = RailButton(self._theme, icon, text, self)
        button.setCheckable(True)
        button.setToolTip(tooltip(tip))
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        last = next(reversed(self._buttons.values()), None)
        QWidget.setTabOrder(last or self.gear, button)
        if last is None:
            QWidget.setTabOrder(button, self.gear)  # which stands below them all
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[name] = button

    def button(self, name: str) -> RailButton:
        return self._buttons[name]

    def show_chosen(self, name: str) -> None:
        """Mark the place of a page; a page without one (search) leaves none marked."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == name)
        self._group.setExclusive(True)
