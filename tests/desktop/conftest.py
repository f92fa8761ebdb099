"""What tests of the window share: a real database filled with a shift's stories, a worker, the theme."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import Theme
from pantau.desktop.worker import Worker
from pantau.operations import Desk, open_desk

from . import content


@pytest.fixture(scope="session", autouse=True)
def _left_tidy(qapp: QApplication) -> Iterator[None]:
    """Destroy what is left of windows while the application lives.

    The traceback of a test that failed keeps its windows alive until the interpreter tears itself down; Qt destroying
    them then, after the application, was seen to end the run in a segmentation fault.
    """
    yield
    QThreadPool.globalInstance().waitForDone(5_000)
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        vars(sys).pop(name, None)
    gc.collect()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def around(theme: Theme) -> Iterator[Surroundings]:
    worker = Worker()
    yield Surroundings(theme, worker, "id", lambda: content.NOW)
    assert worker.end()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(str(tmp_path / "empty.db"), name="Petugas pagi", clock=lambda: content.NOW)
    yield desk
    desk.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with eleven stories, the first of them with its reports."""
    desk = open_desk(str(tmp_path / "desk.db"), name="Petugas pagi", clock=lambda: content.NOW)
    content.fill(desk.database)
    yield desk
    desk.close()
