"""The icon beside the system's clock: tells of a new alert, and keeps the watch while the window is closed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from pantau import assets
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.labels import shown
from pantau.domain.story import Story
from pantau.operations import Desk, settings
from pantau.operations.settings import DEFAULTS, Settings

translate = QCoreApplication.translate

_STAYS = 10_000  # milliseconds


class Tray(QObject):
    """Where the system has no tray, nothing is shown and the window's end is the end."""

    opened = Signal()
    left = Signal()

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self.settings: Settings = DEFAULTS
        self.icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon = self._make()
            self.icon.show()
        self.reread()

    @property
    def keeps_watch(self) -> bool:
        """Whether the program goes on when its window is closed."""
        return self.icon is not None and self.settings.stay_in_tray

    def reread(self) -> None:
        """The settings may have changed."""
        self._around.worker.run(partial(settings.load, self._desk), self._take, self._forgive, owner=self)

    def tell(self, story: Story) -> None:
        """Show a new alert, if the officer wants that. The headline is plain text there on every system."""
        if self.icon is None or not self.settings.notify:
            return
        score = self._around.number(round(story.score))
        title = self._around.say("tray.alert", score=score)
        self.icon.showMessage(title, shown(story.title)[:200], self.icon.icon(), _STAYS)

    def _make(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(QIcon(str(assets.path("icons/pantau.svg"))), self)
        icon.setToolTip("Pantau")
        self._menu = QMenu()
        self._menu.addAction(translate("Tray", "Open Pantau"), self.opened.emit)
        self._menu.addAction(translate("Tray", "Quit"), self.left.emit)
        icon.setContextMenu(self._menu)
        icon.activated.connect(lambda _why: self.opened.emit())
        icon.messageClicked.connect(self.opened)
        return icon

    def _take(self, found: Settings) -> None:
        self.settings = found

    def _forgive(self, error: Exception) -> None:
        """The settings in force stay; the foot of the window says that the database is away."""
