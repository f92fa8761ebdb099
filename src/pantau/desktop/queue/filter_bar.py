"""The filters of the queue, in the top bar: topic, province, hours. Each says what it lets through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from pantau.desktop.queue.filters import Filters
from pantau.desktop.queue.ranking import Counted
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme.tokens import INSIDE

_HOURS = (1, 6, 24, 72, None)

translate = QCoreApplication.translate


class FilterBar(QWidget):
    """`changed` gives the filters as they now are. `names` tells the provinces' names by their codes.

    `asked`: a menu opens, what it offers may be old.
    """

    changed = Signal(object)
    asked = Signal()

    def __init__(self, around: Surroundings, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._names = names
        self.filters = Filters()
        self._topics: Counted = ()
        self._regions: Counted = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        self.topic = self._button(self._offer_topics)
        self.region = self._button(self._offer_regions)
        self.hours = self._button(self._offer_hours)
        self.watched = QToolButton()
        self.watched.setCheckable(True)
        self.watched.setText(translate("Queue", "Watched"))
        self.watched.setProperty("kind", "filter")
        self.watched.toggled.connect(lambda on: self._choose(replace(self.filters, watched=on)))
        for button in (self.topic, self.region, self.hours, self.watched):
            row.addWidget(button)
        row.addStretch(1)
        self._tell()

    @property
    def is_offering(self) -> bool:
        """Whether the menus have something to offer."""
        return bool(self._topics or self._regions)

    def offer(self, topics: Counted, provinces: Counted) -> None:
        """What the menus choose from, with how many stories each."""
        self._topics, self._regions = topics, provinces
        for button, fill in ((self.topic, self._offer_topics), (self.region, self._offer_regions)):
            if button.menu().isVisible():
                fill(button.menu())

    def widen(self) -> None:
        """Let stories of any age through; the other filters stay."""
        self._choose(replace(self.filters, hours=None))

    def lift(self) -> None:
        """Let everything through."""
        self.watched.blockSignals(True)
        self.watched.setChecked(False)
        self.watched.blockSignals(False)
        self._choose(Filters(hours=None))

    def _button(self, offer: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "filter")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: offer(menu))
        menu.aboutToShow.connect(self.asked)
        button.setMenu(menu)
        return button

    def _offer_topics(self, menu: QMenu) -> None:
        offered = [(f"{name}  {count}", name) for name, count in self._topics]
        self._fill(menu, translate("Queue", "All topics"), offered, "topic")

    def _offer_regions(self, menu: QMenu) -> None:
        found = [(self._names.get(code, code), code, count) for code, count in self._regions]
        offered = [(f"{name}  {count}", code) for name, code, count in found]
        self._fill(menu, translate("Queue", "All regions"), offered, "region")

    def _offer_hours(self, menu: QMenu) -> None:
        offered = [(self._hours_text(hours), hours) for hours in _HOURS if hours is not None]
        self._fill(menu, self._hours_text(None), offered, "hours")

    def _fill(
        self, menu: QMenu, everything: str, offered: Sequence[tuple[str, str | int]], field: str
    ) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for text, value in ((everything, None), *offered):
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(getattr(self.filters, field) == value)
            group.addAction(action)
            action.triggered.connect(
                lambda _on, value=value: self._choose(replace(self.filters, **{field: value}))
            )
            if value is None and offered:
                menu.addSeparator()

    def _choose(self, filters: Filters) -> None:
        self.filters = filters
        self._tell()
        self.changed.emit(filters)

    def _tell(self) -> None:
        filters = self.filters
        self._label(self.topic, filters.topic or translate("Queue", "Topic"), filters.topic is not None)
        region = self._names.get(filters.region or "", filters.region or "")
        self._label(self.region, region or translate("Queue", "Region"), filters.region is not None)
        self._label(self.hours, self._hours_text(filters.hours), filters.hours not in (None, 24))
        self.watched.setProperty("chosen", "true" if filters.watched else "false")
        self._polish(self.watched)

    def _label(self, button: QToolButton, text: str, chosen: bool) -> None:
        button.setText(f"{text.replace('&', '&&')}  ▾")
        button.setProperty("chosen", "true" if chosen else "false")
        self._polish(button)

    def _polish(self, button: QToolButton) -> None:
        button.style().unpolish(button)
        button.style().polish(button)

    def _hours_text(self, hours: int | None) -> str:
        if hours is None:
            return translate("Queue", "Any time")
        return self._around.say("queue.hours", count=hours)
