"""Every key of the window in one place, with the words of the help that lists them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def written() -> list[tuple[str, str]]:
    """Keys as they are written on a keyboard, and what each does."""
    return [
        ("J", translate("Keys", "Next")),
        ("K", translate("Keys", "Previous")),
        ("Enter", translate("Keys", "Open")),
        ("Esc", translate("Keys", "Back")),
        ("T", translate("Keys", "Take up")),
        ("P", translate("Keys", "Watch")),
        ("X", translate("Keys", "Dismiss")),
        ("Z", translate("Keys", "Undo")),
        ("/", translate("Keys", "Search")),
        ("Ctrl+K", translate("Keys", "Search or command")),
        ("Ctrl+1 … 4", translate("Keys", "Go to a page")),
        ("F5", translate("Keys", "Read anew")),
        ("Tab", translate("Keys", "Next part of the page")),
        ("Ctrl+Tab", translate("Keys", "Next tab of the issue")),
        ("Ctrl+Enter", translate("Keys", "Next step of the issue")),
        ("F8", translate("Keys", "Next remark on the text, with Shift the one before")),
        ("G", translate("Keys", "Put the narrative's words there")),
        ("A", translate("Keys", "Let the remark pass, with a reason")),
        ("Ctrl+N", translate("Keys", "Add a source")),
        ("Ctrl+D", translate("Keys", "Light or dark")),
        ("?", translate("Keys", "This list")),
    ]


def bind(window: QWidget, key: str, run: Callable[[], None]) -> QShortcut:
    """A key of the window. Plain letters stay letters where text is typed: fields claim them first."""
    shortcut = QShortcut(QKeySequence(key), window)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.setAutoRepeat(key in ("J", "K"))
    shortcut.activated.connect(run)
    return shortcut
