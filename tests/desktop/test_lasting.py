import sys

from PySide6.QtCore import QObject, Signal

from pantau.desktop import lasting


class Bell(QObject):
    rung = Signal()


def test_true_outlives_any_number_of_emissions() -> None:
    lasting.keep_true()
    bell = Bell()
    for _ring in range(5_000):
        bell.rung.emit()
    assert sys.version_info >= (3, 12) or sys.getrefcount(True) > 1_000_000
