"""Puts the window together: theme, words, desk, pages, engine. Knows all of them so that none knows another.

The window stands first. The database's libraries and the pages are imported by a worker's thread behind it: what is
imported here is what an officer waits for before there is anything to see.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from pantau import assets, words
from pantau.desktop.drill.player import DrillPlayer
from pantau.desktop.engine import EngineKeeper
from pantau.desktop.surroundings import Surroundings, utc_now
from pantau.desktop.theme import Theme
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.desktop.window.shell import shell
from pantau.desktop.worker import Worker

if TYPE_CHECKING:
    from pantau.desktop.tray import Tray
    from pantau.operations import Desk

_log = logging.getLogger(__name__)

_UNSEEN = 1_000  # milliseconds after which the database is opened though the window was not painted
_SETTLED = 500  # milliseconds from the first page to what can wait
_TURN = 0.001  # seconds that a worker's thread may keep the interpreter while the window waits for it


class Desktop(QObject):
    """The running application. One window on the desk's database, one more while a drill plays."""

    ready = Signal()

    def __init__(
        self,
        application: QApplication,
        url: str | None = None,
        *,
        memory: WindowMemory | None = None,
        clock: Callable[[], datetime] = utc_now,
        with_engine: bool = True,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._url = url
        self._clock = clock
        self._with_engine = with_engine
        self.memory = memory or WindowMemory()
        self.language = self.memory.text("language", "id")
        self.theme = Theme(application, self.memory.text("scheme", "system"))
        self.worker = Worker(self)
        self.player = DrillPlayer(self)
        self.desk: Desk | None = None
        self.window: Window | None = None
        self.drill_desk: Desk | None = None
        self.drill_window: Window | None = None
        self.engine: EngineKeeper | None = None
        self.tray: Tray | None = None
        self._is_opening = False
        self._translators: list[QTranslator] = []
        self._speak(self.language)
        application.aboutToQuit.connect(self.close)

    def start(self) -> None:
        """Show the window, then open the database behind it (it may have to be made or upgraded)."""
        sys.setswitchinterval(_TURN)
        self.window = self._shell()
        self.window.painted.connect(self._open)
        QTimer.singleShot(_UNSEEN, self, self._open)
        self.window.show()

    def _open(self) -> None:
        if self._is_opening:
            return
        self._is_opening = True
        self.worker.run(partial(_opened_desk, self._url, self._clock), self._opened, self._cannot_open)

    def _opened(self, desk: Desk) -> None:
        from pantau.desktop.tray import Tray

        assert self.window is not None
        self.desk = desk
        self.engine = EngineKeeper(desk.database.url.render_as_string(hide_password=False), self)
        self.tray = Tray(desk, self._around(desk.clock), self)
        self.tray.opened.connect(self._raise)
        self.tray.left.connect(self._application.quit)
        self._furnish(self.window, desk, self.engine)
        if desk.database.later is not None:
            told = words.say("store.newer-read", self.language, version=desk.database.later)
            self.window.notice.warn(told, "OK")
        QTimer.singleShot(_SETTLED, self, self._settle)
        self.ready.emit()

    def _settle(self) -> None:
        """What can wait until the first page is read."""
        may_write = self.desk is not None and self.desk.database.later is None
        if self.engine is not None and may_write and self._with_engine:
            self.engine.start()
        self.worker.spare()

    def _shell(self, page: str | None = None) -> Window:
        window = shell(self._around(self._clock), self.memory, drills=True)
        window.language_chosen.connect(self.choose_language)
        window.drill_begun.connect(self._show_drill)
        window.drill_wanted.connect(self._raise_drill)
        window.closing.connect(self._window_closes)
        window.restore(page)
        return window

    def _furnish(self, window: Window, desk: Desk, engine: EngineKeeper) -> None:
        from pantau.desktop.assembly import furnish

        if self.tray is not None:
            window.alerted.connect(self.tray.tell)
            window.settings_changed.connect(self.tray.reread)
        furnish(window, desk, self.memory, engine, self.player)

    def show_window(self) -> None:
        """Build the window anew, as after a change of language."""
        assert self.desk is not None
        assert self.engine is not None
        old = self.window
        page = old.current if old is not None else None
        if old is not None and not old.leave():
            old.refuse_to_leave()
            return
        window = self._shell(page)
        self._furnish(window, self.desk, self.engine)
        self.window = window
        window.show()
        if old is not None:
            old.deleteLater()

    def choose_language(self, language: str) -> None:
        if language == self.language or self.desk is None:
            return
        before = self.language
        self._speak(language)
        old = self.window
        self.show_window()
        if self.window is old:
            self._speak(before)
        else:
            self.memory.keep("language", language)

    def close(self) -> None:
        """Write what is being typed, then stop everything that was started."""
        for window in (self.window, self.drill_window):
            if window is not None:
                window.leave()
        self.worker.end()
        if self.engine is not None:
            self.engine.stop()
        self.player.clear()
        for desk in (self.desk, self.drill_desk):
            if desk is not None:
                desk.close()
        self.desk = self.drill_desk = None

    def _window_closes(self) -> None:
        """The watch goes on without a window only where there is an icon to come back by."""
        self._application.setQuitOnLastWindowClosed(self.tray is None or not self.tray.keeps_watch)

    def _raise(self) -> None:
        if self.window is not None:
            self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()

    def _around(self, clock: Callable[[], datetime]) -> Surroundings:
        return Surroundings(self.theme, self.worker, self.language, clock)

    def _show_drill(self, url: str, title: str) -> None:
        """A window on the drill's database, whose clock is the drill's."""
        self.worker.run(
            partial(_opened_desk, url, self._drill_now), partial(self._drill_opened, title), self._refuse
        )

    def _drill_now(self) -> datetime:
        return self.player.progress.now or utc_now()

    def _drill_opened(self, title: str, desk: Desk) -> None:
        from pantau.desktop.assembly import assemble

        old, old_desk = self.drill_window, self.drill_desk
        around = self._around(desk.clock)
        window = assemble(desk, around, self.memory, None, None)
        window.top.show_badge(around.say("drill.badge"))
        window.setWindowTitle(f"Pantau \N{EM DASH} {title}")
        self.drill_desk, self.drill_window = desk, window
        window.resize(1280, 760)
        window.go("queue")
        window.show()
        if old is not None:
            old.leave()
            old.close()
            old.deleteLater()
        if old_desk is not None:
            old_desk.close()

    def _raise_drill(self) -> None:
        if self.drill_window is not None:
            self.drill_window.show()
            self.drill_window.raise_()
            self.drill_window.activateWindow()

    def _speak(self, language: str) -> None:
        """Put the window's words in force; the source strings are English, so English needs no catalogue."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self.language = language
        QLocale.setDefault(QLocale("id_ID" if language == "id" else "en_GB"))
        self._translators = [] if language == "en" else catalogues(language, self)
        for translator in self._translators:
            self._application.installTranslator(translator)

    def _refuse(self, error: Exception) -> None:
        if self.window is not None and self.desk is not None:
            self.window.notice.warn(self._around(self._clock).explain(error), "OK")

    def _cannot_open(self, error: Exception) -> None:
        """Without a database there is nothing to show: say why and what to do."""
        box = QMessageBox(self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Pantau")
        box.setText(words.explain(error, self.language))
        box.exec()
        self._application.exit(1)


def _opened_desk(url: str | None, clock: Callable[[], datetime]) -> Desk:
    """The desk, and on the way the libraries and pages that the window needs from then on."""
    from pantau.operations import open_desk

    desk = open_desk(url, clock=clock)
    import pantau.desktop.assembly  # noqa: F401  (so that the window's thread need not)

    return desk


def catalogues(language: str, owner: QObject) -> list[QTranslator]:
    """The compiled words of a language, ours and Qt's; those that are not there are missed in the log."""
    found = []
    for name in ("qt", "pantau"):
        translator = QTranslator(owner)
        if translator.load(str(assets.path(f"translations/{name}_{language}.qm"))):
            found.append(translator)
        else:
            _log.warning("no words of %s for %s: run packaging/translations.py --compile", name, language)
    return found


def _heed_signals(application: QApplication) -> None:
    """The end of a session or a `kill` closes as the officer would: what is typed is kept, the engine stopped.

    Python hears of a signal as soon as it is asked something, by the sweeping of garbage four times a second.
    """

    def close(_number: int, _frame: object) -> None:
        QTimer.singleShot(0, application, application.quit)  # a quit before the loop of events is lost

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), close)


def run(arguments: Sequence[str] = (), url: str | None = None, *, with_engine: bool = True) -> int:
    """Run the window until it is closed; the exit code. `url` names the database as everywhere."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(list(arguments) or ["pantau"])
    application.setApplicationName("Pantau")
    application.setOrganizationName("Pantau")
    application.setDesktopFileName("pantau")
    application.setWindowIcon(QIcon(str(assets.path("icons/pantau.svg"))))
    _heed_signals(application)
    desktop = Desktop(application, url, with_engine=with_engine)
    desktop.start()
    return application.exec()
