"""The application from opening the database to the last window closed."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from pantau.desktop.application import Desktop
from pantau.desktop.theme import Theme
from pantau.desktop.window.memory import WindowMemory, location

from . import content


@pytest.fixture
def memory(tmp_path: Path) -> WindowMemory:
    return WindowMemory(tmp_path / "window.ini")


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, memory: WindowMemory, theme: Theme) -> Iterator[Desktop]:
    made = Desktop(
        qapp, str(tmp_path / "new.db"), memory=memory, clock=lambda: content.NOW, with_engine=False
    )
    yield made
    made.close()
    for window in (made.window, made.drill_window):
        if window is not None:
            window.close()
            window.deleteLater()
    made._speak("en")


def test_a_new_database_is_made_and_the_window_stands(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desktop.ready, timeout=20_000):
        desktop.start()
    assert (tmp_path / "new.db").exists()
    assert desktop.window is not None
    assert desktop.window.isVisible()


def test_the_window_stands_before_the_database_is_open_and_goes_where_it_was_sent(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.start()
    assert desktop.window is not None
    assert desktop.window.isVisible()
    assert desktop.desk is None
    desktop.window.rail.button("issues").click()
    qtbot.keyClick(desktop.window, Qt.Key.Key_T)
    desktop.window.language_chosen.emit("en")
    assert desktop.window.top.heading.text() in ("Isu", "Issues")
    with qtbot.waitSignal(desktop.ready, timeout=20_000):
        pass
    assert desktop.window.current == "issues"


def test_a_later_programs_database_is_shown_with_a_word_that_it_cannot_be_changed(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    from sqlalchemy import text

    from pantau.store.migrate import open_database

    made = open_database(str(tmp_path / "new.db"))
    with made.write() as tx:
        tx.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made.close()
    with qtbot.waitSignal(desktop.ready, timeout=20_000):
        desktop.start()
    assert desktop.window is not None
    assert desktop.window.notice.isVisible()
    assert "9999" in desktop.window.notice.label.text()


def test_what_the_first_window_waits_for_is_little() -> None:
    code = "import sys, pantau.__main__, pantau.desktop.application; print(*sys.modules)"
    loaded = set(subprocess.check_output([sys.executable, "-c", code], text=True).split())
    dear = {
        "sqlalchemy",
        "alembic",
        "typer",
        "aiohttp",
        "asyncio",
        "docx",
        "lxml",
        "nh3",
        "feedparser",
        "ssl",
    }
    assert loaded & dear == set()


def test_the_language_turns_at_once_and_the_page_stays(
    desktop: Desktop, qtbot: QtBot, memory: WindowMemory
) -> None:
    with qtbot.waitSignal(desktop.ready, timeout=20_000):
        desktop.start()
    assert desktop.window is not None
    desktop.window.go("sources")
    desktop.window.language_chosen.emit("en")
    assert desktop.window.current == "sources"
    assert desktop.window.top.heading.text() == "Sources"
    assert memory.text("language", "") == "en"
    desktop.window.language_chosen.emit("id")
    assert desktop.window.rail.button("sources").text() in ("Sumber", "Sources")


def test_a_drill_gets_a_window_of_its_own_with_its_mark(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desktop.ready, timeout=20_000):
        desktop.start()
    assert desktop.window is not None
    desktop.window.drill_begun.emit(str(tmp_path / "latihan.db"), "Kericuhan")
    qtbot.waitUntil(lambda: desktop.drill_window is not None, timeout=20_000)
    assert desktop.drill_window is not None
    assert desktop.drill_window.top.badge.text() == "LATIHAN"
    assert "Kericuhan" in desktop.drill_window.windowTitle()
    assert "drills" not in desktop.drill_window._pages


def test_a_file_that_is_no_database_is_said_in_words(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, memory: WindowMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"bukan basis data " * 500)
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    monkeypatch.setattr(qapp, "exit", lambda _code: None)
    desktop = Desktop(qapp, str(broken), memory=memory, with_engine=False)
    desktop.start()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0]
    assert "Traceback" not in said[0]
    desktop.close()
    desktop._speak("en")


def test_what_is_remembered_lies_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PANTAU_HOME", str(tmp_path))
    assert location() == tmp_path / "window.ini"
    monkeypatch.delenv("PANTAU_HOME")
    assert location().name == "window.ini"


@pytest.mark.skipif(sys.platform == "win32", reason="a process there has no ears for signals")
def test_a_session_that_ends_closes_the_window_as_the_officer_would(tmp_path: Path) -> None:
    """What is typed is kept and the engine stopped on the way; killed by the signal, neither would be."""
    code = (
        "import sys\nfrom pantau.desktop.application import run\n"
        "sys.exit(run([], sys.argv[1], with_engine=False))"
    )
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PANTAU_HOME": str(tmp_path)}
    file = tmp_path / "pantau.db"
    running = subprocess.Popen([sys.executable, "-c", code, str(file)], env=around)
    try:
        for _look in range(300):
            if file.exists():
                break
            time.sleep(0.1)
        running.terminate()  # however far it has come up since
        assert running.wait(60) == 0
    finally:
        running.kill()
