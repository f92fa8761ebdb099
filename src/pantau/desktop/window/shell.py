"""The window as it stands at once: its frame and the rail's places, nothing behind them yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory

translate = QCoreApplication.translate


def shell(around: Surroundings, memory: WindowMemory, *, drills: bool) -> Window:
    """A window whose pages are still to come; without `drills` it has no place for them."""
    window = Window(around, memory)
    window.place("queue", "queue", translate("Rail", "Queue"))
    window.place("issues", "issue", translate("Rail", "Issues"))
    window.place("sources", "source", translate("Rail", "Sources"))
    if drills:
        window.place("drills", "drill", translate("Rail", "Drills"))
    return window
