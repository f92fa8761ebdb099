"""What the window remembers of itself between two runs: place, split, scheme, language. Never a secret."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


def location() -> Path:
    """The file: in `PANTAU_HOME`, else in the user's folder for settings."""
    home = os.environ.get("PANTAU_HOME")
    if home:
        return Path(home) / "window.ini"
    from platformdirs import user_config_path

    return user_config_path("pantau", appauthor=False) / "window.ini"


class WindowMemory:
    """A typed door to QSettings; whatever cannot be read counts as not remembered."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or location()), QSettings.Format.IniFormat)

    def text(self, name: str, default: str) -> str:
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def shape(self, name: str) -> QByteArray:
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, name: str, value: str | QByteArray) -> None:
        self._settings.setValue(name, value)

    def flush(self) -> None:
        self._settings.sync()
