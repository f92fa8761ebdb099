"""The scheme in force: follows the system until the officer chooses, and tells everybody when it turns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from pantau.desktop.theme import fonts, icons
from pantau.desktop.theme.palette import palette
from pantau.desktop.theme.sheet import sheet
from pantau.desktop.theme.tokens import DARK, LIGHT, SCHEMES, Tokens, sharpened


class Theme(QObject):
    """`choice` is "system", "light" or "dark"; `tokens` are those now in force."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self.choice = choice
        self.tokens: Tokens = LIGHT
        self._followers: list[tuple[QObject, Callable[[], None]]] = []
        fonts.load()
        application.setStyle("Fusion")
        application.setFont(fonts.font())
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._hints = application.styleHints()  # held, or PySide6 takes what they gave for gone
        self._wishes = self._hints.accessibility()
        self._wishes.contrastPreferenceChanged.connect(self._apply)
        self._apply()

    @property
    def is_dark(self) -> bool:
        return self.tokens.name == DARK.name

    def choose(self, choice: str) -> None:
        """Take "light" or "dark", or follow the system again."""
        self.choice = choice
        self._apply()

    def icon(self, name: str, ink: str = "text") -> QIcon:
        return icons.icon(name, self.tokens, ink=ink)

    def keep(self, owner: QObject, draw: Callable[[], None]) -> None:
        """Call `draw` now and whenever the scheme turns, as long as `owner` lives."""
        self._followers = [(one, follow) for one, follow in self._followers if isValid(one)]
        self._followers.append((owner, draw))
        draw()

    def dress(self, button: QAbstractButton | QAction, name: str, ink: str = "text") -> None:
        """Give a button or an action its icon and keep it in the scheme's ink."""
        self.keep(button, lambda: button.setIcon(self.icon(name, ink)))

    def _apply(self) -> None:
        chosen = SCHEMES.get(self.choice) or self._of_the_system()
        sharp = self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast
        self.tokens = sharpened(chosen) if sharp else chosen
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(sheet(self.tokens))
        for owner, draw in tuple(self._followers):
            if isValid(owner):
                draw()
        self.changed.emit()

    def _of_the_system(self) -> Tokens:
        scheme = self._application.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
