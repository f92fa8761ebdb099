import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.sweeping import Sweeper, sweep


class Knot:
    """A cycle that tells on which thread it was collected."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self.me = self
        self._told = told

    def __del__(self) -> None:
        self._told.append(threading.current_thread())


def test_garbage_is_collected_on_the_windows_thread_only(qtbot: QtBot, around: Surroundings) -> None:
    told: list[threading.Thread] = []

    def busy() -> None:
        for _knot in range(1_000):
            Knot(told)
        for _round in range(20):
            _ = [[] for _ in range(2_000)]

    for _job in range(4):
        around.worker.run(busy, lambda _none: None, lambda _error: None)
    assert around.worker.wait()
    qtbot.waitUntil(lambda: len(told) >= 100)
    assert set(told) == {threading.main_thread()}


def test_the_last_sweeper_gives_the_collection_back() -> None:
    owner = QObject()
    was = gc.isenabled()
    one, other = Sweeper(owner), Sweeper(owner)
    one.stop()
    one.stop()
    assert not gc.isenabled()
    other.stop()
    assert gc.isenabled() == was


def test_nothing_is_swept_below_the_thresholds() -> None:
    gc.collect()
    assert sweep() is None
